# Events, conditions, barriers, semaphores between processes; a manager's dicts, lists, namespaces and queues.
import multiprocessing as mp


def wait_for(event, queue):
    queue.put('waiting')
    queue.put(event.wait(20))


def meet(barrier, queue):
    queue.put(barrier.wait(20) in (0, 1))


def change(shared, items, space):
    shared['x'] = 1
    items.append(5)
    space.n += 1


if __name__ == '__main__':
    event, queue = mp.Event(), mp.Queue()
    p = mp.Process(target=wait_for, args=(event, queue))
    p.start()
    print(queue.get(), event.is_set())
    event.set()
    print(queue.get())
    p.join()
    barrier = mp.Barrier(2)
    p = mp.Process(target=meet, args=(barrier, queue))
    p.start()
    barrier.wait(20)
    print(queue.get(), barrier.parties)
    p.join()
    semaphore, lock, rlock = mp.BoundedSemaphore(2), mp.Lock(), mp.RLock()
    print(semaphore.acquire(), semaphore.acquire(), semaphore.acquire(False), semaphore.acquire(timeout=0.01))
    semaphore.release()
    semaphore.release()
    try:
        semaphore.release()
    except ValueError as e:
        print(e)
    with rlock, rlock:
        print(lock, rlock, semaphore)
    try:
        rlock.release()
    except AssertionError as e:
        print(e)
    jobs = mp.JoinableQueue()
    jobs.put(1)
    print(jobs.get())
    jobs.task_done()
    jobs.join()
    with mp.Manager() as manager:
        shared, items, space = manager.dict(), manager.list([1]), manager.Namespace(n=1)
        for _ in range(2):
            p = mp.Process(target=change, args=(shared, items, space))
            p.start()
            p.join()
        print(shared.copy(), list(items), space.n, len(items), 'x' in shared, str(items), sorted(shared.keys()))
        try:
            shared['nope']
        except KeyError as e:
            print(repr(e))
        queue = manager.Queue()
        queue.put(4)
        print(queue.get(), queue.empty(), manager.Value('i', 5).value)
# expect: waiting False
# expect: True
# expect: True 2
# expect: True True False False
# expect: semaphore or lock released too many times
# expect: <Lock(owner=None)> <RLock(MainProcess, 2)> <BoundedSemaphore(value=2, maxvalue=2)>
# expect: attempt to release recursive lock not owned by thread
# expect: 1
# expect: {'x': 1} [1, 5, 5] 3 3 True [1, 5, 5] ['x']
# expect: KeyError('nope')
# expect: 4 True 5
