# Lines printed by several threads at once are whole, none is lost and none comes twice.
import _thread, os
reader, writer = os.pipe()
out = open(writer, "w", buffering=1)
done = [_thread.allocate_lock() for _ in range(4)]
def work(number):
    for i in range(300):
        out.write(f"{number} {i} " + "x" * 50 + "\n")
    done[number].release()
for number in range(4):
    done[number].acquire()
    _thread.start_new_thread(work, (number,))
def close():
    for lock in done:
        lock.acquire()
    out.close()
_thread.start_new_thread(close, ())
with open(reader) as lines:
    seen = list(lines)
print(len(seen), len(set(seen)), {len(line.split()[2]) for line in seen})
for number in range(4):
    print([int(line.split()[1]) for line in seen if line[0] == str(number)] == list(range(300)))
# expect: 1200 1200 {50}
# expect: True
# expect: True
# expect: True
# expect: True
