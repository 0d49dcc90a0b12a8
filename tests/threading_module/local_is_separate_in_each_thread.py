import threading

data = threading.local()
data.name = "main"
seen = []

def work(name):
    seen.append(hasattr(data, "name"))
    data.name = name
    ready.wait()
    seen.append(data.name == name)

ready = threading.Barrier(4)
threads = [threading.Thread(target=work, args=(n,)) for n in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(sorted(seen), data.name)                       # expect: [False, False, False, False, True, True, True, True] main
print(data.__dict__)                                 # expect: {'name': 'main'}
del data.name
try:
    data.name
except AttributeError as error:
    print(error)                                     # expect: '_thread._local' object has no attribute 'name'
print(data.__dict__, threading.local)                # expect: {} <class '_thread._local'>
try:
    threading.local(1)
except TypeError as error:
    print(error)                                     # expect: Initialization arguments are not supported
