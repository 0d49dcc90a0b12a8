# Processes by fork and spawn: results through queues, pipes and shared numbers, exit codes, terminate, daemon, refusals.
import multiprocessing as mp
import sys
import time


def double(queue, number):
    queue.put(number * 2)


def add(value, array, lock):
    for _ in range(100):
        with value.get_lock():
            value.value += 1
    with lock:
        array[0] += 1.5


def answer(connection):
    connection.send({'got': connection.recv()})
    connection.close()


def leave(code):
    sys.exit(code)


def run(context):
    queue = context.Queue()
    processes = [context.Process(target=double, args=(queue, i)) for i in range(3)]
    for p in processes:
        p.start()
    print(sorted(queue.get() for _ in processes))
    for p in processes:
        p.join()
    print([p.exitcode for p in processes], processes[0].is_alive())
    value, array, lock = context.Value('i', 0), context.Array('d', 2), context.Lock()
    processes = [context.Process(target=add, args=(value, array, lock)) for _ in range(2)]
    for p in processes:
        p.start()
    for p in processes:
        p.join()
    print(value.value, array[:], len(array))
    mine, other = context.Pipe()
    p = context.Process(target=answer, args=(other,))
    p.start()
    other.close()
    mine.send([1, 2])
    print(mine.recv())
    p.join()
    try:
        mine.recv()
    except EOFError:
        print('EOFError')
    for code in (7, None):
        p = context.Process(target=leave, args=(code,))
        p.start()
        p.join()
        print(p.exitcode)


if __name__ == '__main__':
    run(mp.get_context('fork'))
    run(mp.get_context('spawn'))
    p = mp.Process(target=time.sleep, args=(100,), daemon=True, name='sleeper')
    print(p.name, p.daemon, p.pid, p.exitcode)
    p.start()
    print(mp.active_children() == [p])
    p.terminate()
    p.join()
    print(p.exitcode, mp.active_children(), mp.current_process().name, mp.parent_process())
    p.close()
    try:
        p.start()
    except ValueError as e:
        print(e)
    try:
        mp.get_context('other')
    except ValueError as e:
        print(e)
# expect: [0, 2, 4]
# expect: [0, 0, 0] False
# expect: 200 [3.0, 0.0] 2
# expect: {'got': [1, 2]}
# expect: EOFError
# expect: 7
# expect: 0
# expect: [0, 2, 4]
# expect: [0, 0, 0] False
# expect: 200 [3.0, 0.0] 2
# expect: {'got': [1, 2]}
# expect: EOFError
# expect: 7
# expect: 0
# expect: sleeper True None None
# expect: True
# expect: -15 [] MainProcess None
# expect: process object is closed
# expect: cannot find context for 'other'
