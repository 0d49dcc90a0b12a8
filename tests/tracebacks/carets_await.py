async def inner(): return 1 / 0
async def outer(): return await inner()
outer().send(None)
# expect stderr: Traceback (most recent call last):
# expect stderr:   File "{file}", line 3, in <module>
# expect stderr:     outer().send(None)
# expect stderr:   File "{file}", line 2, in outer
# expect stderr:     async def outer(): return await inner()
# expect stderr:                               ^^^^^^^^^^^^^
# expect stderr:   File "{file}", line 1, in inner
# expect stderr:     async def inner(): return 1 / 0
# expect stderr:                               ~~^~~
# expect error: ZeroDivisionError: division by zero
# expect line: 1
