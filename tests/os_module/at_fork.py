# What is registered runs around a fork: `before` last first, the others in order.
import os
said = []
for name in "one", "two":
    os.register_at_fork(before=lambda name=name: said.append("before " + name),
                        after_in_parent=lambda name=name: said.append("parent " + name),
                        after_in_child=lambda name=name: said.append("child " + name))
reader, writer = os.pipe()
if os.fork() == 0:
    os.write(writer, str(said).encode())
    os._exit(0)
os.wait()
print(os.read(reader, 1000).decode())
print(said)
try:
    os.register_at_fork(before=5)
except TypeError as error:
    print(error)
# expect: ['before two', 'before one', 'child one', 'child two']
# expect: ['before two', 'before one', 'parent one', 'parent two']
# expect: 'before' must be callable, not int
