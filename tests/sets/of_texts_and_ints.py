# Sets made of texts and ints, of what else equals them, with gaps where something was taken out.
class Same:
    def __init__(self, value):
        self.value = value

    def __hash__(self):
        return hash(self.value)

    def __eq__(self, other):
        print('asked')
        return self.value == other


words = [str(i % 50) for i in range(200)]
made = set(words)
print(len(made), made == {str(i) for i in range(50)}, len(frozenset(tuple(words))), len(set(list(range(1000)) + [1.0, True])))
made = {Same('3')}
made.update(['3', '4'])
print(len(made), len(set(['3', Same('3'), '4'])), sorted(set(['b', 'a', 'b']) | set('ba')))
gaps = set(range(40))
for i in range(0, 40, 2):
    gaps.discard(i)
gaps.update(list(range(20)))
gaps |= {i for i in range(30)}
print(len(gaps), sorted(gaps)[:5], set(words) | set(words) == set(words), len(set(words) | {Same('7'), '999'}))
try:
    set(['a', [], 'b'])
except TypeError as error:
    print(error)
# expect: 50 True 50 1000
# expect: asked
# expect: asked
# expect: 2 2 ['a', 'b']
# expect: asked
# expect: 35 [0, 1, 2, 3, 4] True 51
# expect: unhashable type: 'list'
