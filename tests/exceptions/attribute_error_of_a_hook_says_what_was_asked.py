class Hooked:
    def __getattr__(self, name):
        raise AttributeError()

class Own:
    def __getattr__(self, name):
        raise AttributeError('text', name='mine')

for thing in Hooked(), Own():
    try:
        getattr(thing, 'colour')
    except AttributeError as error:
        print(error, error.name, error.obj is thing)

# expect:  colour True
# expect: text mine False
