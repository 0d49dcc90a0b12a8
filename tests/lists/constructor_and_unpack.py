print(list(), list("ab"), list((1, 2)), list({3: 4}), list(range(3)), list(x * 2 for x in range(3)))
# expect: [] ['a', 'b'] [1, 2] [3] [0, 1, 2] [0, 2, 4]
print([*"ab", *[1], *()], list([]))  # expect: ['a', 'b', 1] []
class Seq:
    def __getitem__(self, index):
        if index < 3:
            return index * 10
        raise IndexError
print(list(Seq()), [*Seq()], 20 in Seq(), 5 in Seq())  # expect: [0, 10, 20] [0, 10, 20] True False
