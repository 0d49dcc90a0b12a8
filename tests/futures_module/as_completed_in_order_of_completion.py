import threading
from concurrent.futures import Future, ThreadPoolExecutor, as_completed

gates = [threading.Event() for _ in range(4)]
with ThreadPoolExecutor(4) as pool:
    futures = {pool.submit(gate.wait): number for number, gate in enumerate(gates)}
    order = [2, 0, 3, 1]
    seen = []
    gates[order[0]].set()
    for future in as_completed(futures):
        seen.append(futures[future])
        if len(seen) < 4:
            gates[order[len(seen)]].set()
    print(seen)                                      # expect: [2, 0, 3, 1]
print(list(as_completed([])))                        # expect: []
done = Future()
done.set_result(1)
print(len(list(as_completed([done, done]))))         # expect: 1
print([future.result() for future in as_completed(iter([done]), timeout=0)])    # expect: [1]
