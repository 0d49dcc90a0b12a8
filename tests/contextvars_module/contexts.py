# Context: a mapping; run() changes only it; copies are independent; it cannot be entered twice.
import contextvars
import threading

a, b = contextvars.ContextVar('a'), contextvars.ContextVar('b')
a.set(1)
context = contextvars.copy_context()
other = context.copy()
print(context == other, context != other, len(context), a in context, b in context, context[a], context.get(b, 'no'))
print(list(context) == [a], list(context.keys()) == [a], list(context.values()), list(context.items()) == [(a, 1)])


def change():
    a.set(10)
    b.set(20)
    return a.get() + b.get()


print(context.run(change), a.get(), b.get('unset'), context == other, other[a], len(context))
try:
    context[b, 1]
except TypeError as e:
    print(str(e).startswith('a ContextVar key was expected, got (<ContextVar'))
try:
    other[b]
except KeyError as e:
    print(e.args == (b,))
for key in ('x', 5):
    try:
        key in context
    except TypeError as e:
        print(e)


def again():
    try:
        context.run(print)
    except RuntimeError as e:
        print(str(e).startswith('cannot enter context: <_contextvars.Context object at'))


context.run(again)
try:
    context.run(lambda: 1 / 0)
except ZeroDivisionError:
    print('left', a.get())
print(context.run(lambda *args, **kwargs: (args, kwargs), 1, x=2))
seen = []
thread = threading.Thread(target=lambda: seen.append((a.get('nothing'), len(contextvars.copy_context()))))
thread.start()
thread.join()
print(seen)
empty = contextvars.Context()
print(len(empty), empty.run(a.get, 'none'), hash(a) == hash(a))
try:
    hash(empty)
except TypeError as e:
    print(e)
# expect: True False 1 True False 1 no
# expect: True True [1] True
# expect: 30 1 unset False 1 2
# expect: True
# expect: True
# expect: a ContextVar key was expected, got 'x'
# expect: a ContextVar key was expected, got 5
# expect: True
# expect: left 1
# expect: ((1,), {'x': 2})
# expect: [('nothing', 0)]
# expect: 0 none True
# expect: unhashable type: '_contextvars.Context'
