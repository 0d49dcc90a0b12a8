# Managers: proxies inside proxies, iterators and pools in the server, barriers; a connection sent to a running process.
import multiprocessing


def square(x):
    return x * x


def answer(connections, results):
    connection = connections.get()
    connection.send("via passed connection")
    results.put(connection.fileno() > 0)


if __name__ == "__main__":
    context = multiprocessing.get_context("fork")
    with context.Manager() as manager:
        outer = manager.list([manager.list([1, 2]), manager.dict(k=manager.list())])
        outer[0].append(3)
        outer[1]["k"].append("x")
        print(list(outer[0]), outer[1]["k"][:], len(outer))  # expect: [1, 2, 3] ['x'] 2
        numbers = manager.dict({each: each for each in range(3)})
        iterator = iter(numbers)
        print(next(iterator))  # expect: 0
        numbers[9] = 9
        try:
            next(iterator)
        except RuntimeError as error:
            print(error)  # expect: dictionary changed size during iteration
        print(sorted(numbers), numbers.items())  # expect: [0, 1, 2, 9] [(0, 0), (1, 1), (2, 2), (9, 9)]
        barrier = manager.Barrier(1)
        print(barrier.parties, barrier.n_waiting, barrier.broken, barrier.wait())  # expect: 1 0 False 0
        queue = manager.Queue()
        queue.put(manager.Queue())
        queue.get().put(5)
        with manager.Pool(2) as pool:
            print(pool.map(square, [1, 2]), pool.apply_async(square, (3,)).get(), list(pool.imap(square, [4, 5])))
        # expect: [1, 4] 9 [16, 25]
        try:
            outer._callmethod("nosuch")
        except Exception as error:
            print(type(error).__name__)  # expect: RemoteError

    reader, writer = context.Pipe(False)
    connections, results = context.Queue(), context.Queue()
    child = context.Process(target=answer, args=(connections, results))
    child.start()
    connections.put(writer)
    print(reader.recv(), results.get())  # expect: via passed connection True
    child.join()
