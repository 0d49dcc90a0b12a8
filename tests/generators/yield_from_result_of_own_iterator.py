# The result of `yield from` over an iterator that is no generator is what its StopIteration carries.


class Steps:
    def __init__(self):
        self.left = 2

    def __iter__(self):
        return self

    def __next__(self):
        if self.left == 0:
            raise StopIteration("the end")
        self.left -= 1
        return self.left


def outer():
    result = yield from Steps()
    print("result:", result)


print(list(outer()))
# expect: result: the end
# expect: [1, 0]
