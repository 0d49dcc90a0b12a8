"""A circle of waiting that needs all three threads: any two of them never block each other for good."""
#: expect done == 3 : nobody met everybody
import threading

locks = [threading.Lock() for _ in range(3)]
counting = threading.Lock()
done = 0


def work(mine, next_one):
    global done
    with locks[mine]:
        with locks[next_one]:
            pass
    with counting:
        done += 1


threads = [threading.Thread(target=work, args=(i, (i + 1) % 3)) for i in range(3)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(done)
