# Tasks: names, coroutines, states, what all_tasks and current_task say, what cannot be done.
import asyncio


async def work(value):
    await asyncio.sleep(0)
    return value


async def main():
    me = asyncio.current_task()
    print(me.get_name(), me.get_coro().__name__, asyncio.all_tasks() == {me})
    task = asyncio.create_task(work(3), name='worker')
    print(task.get_name(), task.done(), len(asyncio.all_tasks()))
    print(str(task).split(' at ')[0])
    print(await task, task.done(), task.result(), len(asyncio.all_tasks()))
    task.set_name(17)
    print(repr(task.get_name()))
    for call in (lambda: task.set_result(1), lambda: task.set_exception(ValueError())):
        try:
            call()
        except RuntimeError as e:
            print(e)
    try:
        asyncio.Task(5, loop=asyncio.get_running_loop())
    except TypeError as e:
        print(e)
    print(task.cancel(), task.cancelling(), task.uncancel())
    print(asyncio.Task[int], isinstance(task, asyncio.Future))
    task = asyncio.create_task(work(1))
    task.extra = 5
    print(task.extra, await asyncio.wait_for(task, 5))
    print(asyncio.iscoroutinefunction(work), asyncio.iscoroutine(task), asyncio.ensure_future(task) is task)


asyncio.run(main())
try:
    asyncio.current_task()
except RuntimeError as e:
    print(e)
try:
    asyncio.create_task(5)
except RuntimeError as e:
    print(e)
# expect: Task-1 main True
# expect: worker False 2
# expect: <Task pending name='worker' coro=<work() running
# expect: 3 True 3 1
# expect: '17'
# expect: Task does not support set_result operation
# expect: Task does not support set_exception operation
# expect: a coroutine was expected, got 5
# expect: False 0 0
# expect: _asyncio.Task[int] True
# expect: 5 1
# expect: True False True
# expect: no running event loop
# expect: no running event loop
