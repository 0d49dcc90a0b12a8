# Subclasses of Task and Future, task factories, futures that are not ours: all work together.
import asyncio
import contextvars


class MyTask(asyncio.Task):
    started = 0

    def __init__(self, *args, **kwargs):
        MyTask.started += 1
        super().__init__(*args, **kwargs)


class MyFuture(asyncio.Future):
    def set_result(self, result):
        super().set_result(result * 2)


class Duck:
    """A future by its methods only."""
    _asyncio_future_blocking = False

    def __init__(self, loop):
        self.loop, self.callbacks, self.value = loop, [], None

    def get_loop(self):
        return self.loop

    def add_done_callback(self, callback, *, context=None):
        self.callbacks.append((callback, context))

    def finish(self, value):
        self.value = value
        for callback, context in self.callbacks:
            self.loop.call_soon(callback, self, context=context)

    def result(self):
        return self.value

    def cancel(self, msg=None):
        return False

    def __await__(self):
        if self.value is None:
            self._asyncio_future_blocking = True
            yield self
        return self.result()


async def give(value):
    await asyncio.sleep(0)
    return value


async def main():
    loop = asyncio.get_running_loop()
    loop.set_task_factory(lambda loop, coro, context=None: MyTask(coro, loop=loop, context=context))
    task = asyncio.create_task(give(1), name='mine')
    print(type(task).__name__, task.get_name(), await task, MyTask.started)
    print(await asyncio.gather(give(1), give(2)), MyTask.started)
    loop.set_task_factory(None)
    future = MyFuture()
    loop.call_soon(future.set_result, 21)
    print(await future)
    duck = Duck(loop)
    print(asyncio.isfuture(duck))
    loop.call_soon(duck.finish, 'quack')
    print(await duck)
    try:
        loop.set_task_factory(5)
    except TypeError as e:
        print(e)
    var = contextvars.ContextVar('var', default='outer')
    context = contextvars.copy_context()

    async def change():
        var.set('inner')

    await asyncio.create_task(change(), context=context)
    print(var.get(), context[var])


asyncio.run(main())
# expect: MyTask mine 1 1
# expect: [1, 2] 3
# expect: 42
# expect: True
# expect: quack
# expect: task factory must be a callable or None
# expect: outer inner
