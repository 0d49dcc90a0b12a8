import operator, pickle

caller = operator.methodcaller('split', sep=',')
print(pickle.loads(pickle.dumps(caller)), pickle.loads(pickle.dumps(caller))('a,b'))
caller = operator.methodcaller('split', ',', maxsplit=1)
print(pickle.loads(pickle.dumps(caller))('a,b,c'))

# expect: operator.methodcaller('split', sep=',') ['a', 'b']
# expect: ['a', 'b,c']
