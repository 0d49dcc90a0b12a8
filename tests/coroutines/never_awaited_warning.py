async def f(): pass
f()
print("still runs")  # expect: still runs
# expect stderr: {file}:2: RuntimeWarning: coroutine 'f' was never awaited
# expect stderr:   f()
