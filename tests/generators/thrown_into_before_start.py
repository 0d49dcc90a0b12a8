# The line of an exception thrown into a generator that has not started is that of its def, cells or not.
def with_cell(parameter):
    def inner():
        return parameter
    yield inner


def outer():
    free = 1

    def with_free():
        yield free
    return with_free


@staticmethod
def decorated():
    yield


for make in with_cell, lambda _: outer()(), lambda _: decorated():
    try:
        make(1).throw(KeyError('thrown'))
    except KeyError as error:
        last = error.__traceback__
        while last.tb_next:
            last = last.tb_next
        print(last.tb_lineno, last.tb_frame.f_code.co_name)
# expect: 2 with_cell
# expect: 11 with_free
# expect: 16 decorated
