import sys
from _run import together

wrong = []

def work(number):
    for n in range(300):
        try:
            raise ValueError(number, n)
        except ValueError as error:
            for _ in range(5):
                if sys.exc_info()[1].args != (number, n):
                    wrong.append((number, n))
        if sys.exc_info() != (None, None, None):
            wrong.append("left over")

together(work)
print(wrong)                                         # expect: []
