import copy, pickle

error = ImportError('text', name='n', path='p')
for again in copy.copy(error), pickle.loads(pickle.dumps(error)):
    print(again.args, again.msg, again.name, again.path)
error.__init__()
print(error.args, error.msg, error.name, error.path)

# expect: ('text',) text n p
# expect: ('text',) text n p
# expect: () None None None
