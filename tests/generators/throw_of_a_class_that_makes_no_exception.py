class Odd(Exception):
    def __new__(cls, *args):
        return cls

class Fails(Exception):
    def __init__(self):
        raise KeyError('inside')

def generator():
    for _ in range(2):
        try:
            yield 1
        except (TypeError, KeyError) as error:
            print(type(error).__name__, error)

made = generator()
next(made)
made.throw(Odd)
try:
    made.throw(Fails)
except StopIteration:
    print('ended')

# expect: TypeError calling <class '__main__.Odd'> should have returned an instance of BaseException, not type
# expect: KeyError 'inside'
# expect: ended
