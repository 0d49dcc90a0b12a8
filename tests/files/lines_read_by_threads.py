# only: gillab
# CPython promises this of buffered files, not of text: there a line may come in pieces.
import os
path = f"/tmp/gillab-readers-{os.getpid()}"

# Several threads read lines of one file: each line comes to one of them, whole.
import _thread
with open(path, "w") as f:
    f.writelines(f"line {i}\n" for i in range(5000))
done = [_thread.allocate_lock() for _ in range(3)]
found = [[] for _ in range(3)]
with open(path) as f:
    def work(number):
        while line := f.readline():
            found[number].append(line)
        done[number].release()
    for number in range(3):
        done[number].acquire()
        _thread.start_new_thread(work, (number,))
    for lock in done:
        lock.acquire()
everything = sum(found, [])
print(len(everything), sorted(everything, key=lambda line: int(line.split()[1])) == [f"line {i}\n" for i in range(5000)])
os.remove(path)
# expect: 5000 True
