class Pause:
    def __await__(self): return (yield)
async def task():
    try:
        await Pause()
    except ValueError as error:
        print("caught", error)
        await Pause()
    finally:
        print("finally")
c = task()
c.send(None)
c.throw(ValueError("v"))  # expect: caught v
c.close()  # expect: finally
try:
    c.send(None)
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: RuntimeError: cannot reuse already awaited coroutine
