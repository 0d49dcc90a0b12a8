# shared_memory: blocks found by name, also by children; lists in them; what the manager removes; wrong arguments.
import multiprocessing
import os
import pickle
from multiprocessing.managers import SharedMemoryManager
from multiprocessing.shared_memory import ShareableList, SharedMemory


def fill(name, start):
    block = SharedMemory(name)
    block.buf[start:start + 2] = b"ab"
    block.close()


if __name__ == "__main__":
    block = SharedMemory(create=True, size=10)
    print(block.size >= 10, block.name.startswith("psm_"), repr(block) == f"SharedMemory({block.name!r}, size={block.size})")
    # expect: True True True
    context = multiprocessing.get_context("fork")
    child = context.Process(target=fill, args=(block.name, 3))
    child.start()
    child.join()
    print(bytes(block.buf[:6]), child.exitcode)  # expect: b'\x00\x00\x00ab\x00' 0
    other = pickle.loads(pickle.dumps(block))
    other.buf[0] = 255
    print(block.buf[0], other.name == block.name)  # expect: 255 True
    other.close()
    block.close()
    print(block.buf)  # expect: None
    block.unlink()
    for wrong in ((block.name,), (None,), (None, True), (None, True, -1)):
        try:
            SharedMemory(*wrong)
        except (OSError, ValueError) as error:
            print(type(error).__name__, *([] if isinstance(error, OSError) else [error]))
    # expect: FileNotFoundError
    # expect: ValueError 'name' can only be None if create=True
    # expect: ValueError 'size' must be a positive number different from zero
    # expect: ValueError 'size' must be a positive integer

    items = ShareableList([1, -2.5, True, None, "text", b"bytes\0x"])
    same = ShareableList(name=items.shm.name)
    same[0], same[3], same[4] = 7, "a", "longer"
    print(list(items), len(items), items.format)
    # expect: [7, -2.5, True, 'a', 'longer', b'bytes\x00x'] 6 qdxxxxxxx?8s8s8s
    print(items.count(7), items.index("longer"), repr(items) == f"ShareableList({list(items)}, name={items.shm.name!r})")
    # expect: 1 4 True
    for wrong in (lambda: items[6], lambda: items.index(99), lambda: items.__setitem__(4, "x" * 20),
                  lambda: items.__setitem__(9, 1)):
        try:
            wrong()
        except (IndexError, ValueError) as error:
            print(type(error).__name__, error)
    # expect: IndexError index out of range
    # expect: ValueError 99 not in this container
    # expect: ValueError bytes/str item exceeds available storage
    # expect: IndexError assignment index out of range
    same.shm.close()
    items.shm.close()
    items.shm.unlink()

    with SharedMemoryManager(ctx=context) as manager:
        numbers = manager.ShareableList(range(3))
        name = numbers.shm.name
        print(list(numbers), os.path.exists("/dev/shm/" + name))  # expect: [0, 1, 2] True
        numbers.shm.close()
    print(os.path.exists("/dev/shm/" + name))  # expect: False
