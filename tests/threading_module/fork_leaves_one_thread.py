import os
import threading

gate = threading.Event()
others = [threading.Thread(target=gate.wait, name=f"w{n}") for n in range(3)]
for thread in others:
    thread.start()
reader, writer = os.pipe()
child = os.fork()
if child == 0:
    me = threading.main_thread()
    text = [thread.name for thread in threading.enumerate()], [thread.is_alive() for thread in others]
    new = threading.Thread(target=lambda: os.write(writer, repr(text).encode()))
    new.start()
    new.join()
    os._exit(0 if me is threading.current_thread() and me.ident == threading.get_ident() else 1)
os.close(writer)
print(os.read(reader, 1000).decode())                # expect: (['MainThread'], [False, False, False])
print(os.waitpid(child, 0)[1])                       # expect: 0
print(threading.active_count())                      # expect: 4
gate.set()
