"""sys.audit tells the hooks, in the order they were added; one that raises stops what was announced."""
import sys

seen = []


def hook(event, args):
    if event.startswith('test.'):
        seen.append((event, args))
        if args == ('no',):
            raise PermissionError(event)


def second(event, args):
    if event.startswith('test.'):
        seen.append('second')


sys.audit('test.unheard', 1)
sys.addaudithook(hook)
sys.addaudithook(second)
print(sys.audit('test.one', 1, None))
try:
    sys.audit('test.two', 'no')
except PermissionError as error:
    print(error)
print(seen)
try:
    sys.audit(1)
except TypeError as error:
    print(error)

# expect: None
# expect: test.two
# expect: [('test.one', (1, None)), 'second', ('test.two', ('no',))]
# expect: expected str for argument 'event', not int
