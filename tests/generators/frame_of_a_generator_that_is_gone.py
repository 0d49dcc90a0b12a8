def generator():
    x = 1
    yield x

made = generator()
next(made)
frame = made.gi_frame
print(frame.f_locals)
del made
print(frame.f_code.co_name)
frame.clear()

made = generator()
next(made)
made.gi_frame.clear()
print(list(made))

# expect: {'x': 1}
# expect: generator
# expect: []
