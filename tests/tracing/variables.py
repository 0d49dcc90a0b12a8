"""f_locals: one dict a frame; what a listener changes in it becomes true."""
import sys


def tell(frame, event, arg):
    if event == 'line' and 'x' in frame.f_locals:
        frame.f_locals['x'] += 10
        frame.f_locals['cell'] = 'changed'
    return tell


def work(a):
    cell = 1

    def inner():
        return cell
    x = 1
    y = x
    return x, y, inner(), a


sys.settrace(tell)
result = work(5)
sys.settrace(None)
print(result)
frame = sys._getframe()
print(frame.f_locals is globals())


def same():
    frame = sys._getframe()
    first = frame.f_locals
    later = 1
    return first is frame.f_locals, sorted(first)


print(same())

# expect: (1, 1, 'changed', 5)
# expect: True
# expect: (True, ['first', 'frame', 'later'])
