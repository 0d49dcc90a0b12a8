import weakref
from concurrent.futures import ThreadPoolExecutor

class Thing:
    pass

with ThreadPoolExecutor(1) as pool:
    thing = Thing()
    watch = weakref.ref(thing)
    pool.submit(lambda x: None, thing).result()
    del thing
    pool.submit(len, []).result()
    print(watch())                                   # expect: None
    future = pool.submit(Thing)
    watch = weakref.ref(future.result())
    del future
    pool.submit(len, []).result()
    print(watch())                                   # expect: None
