# Exceptions raised, chained and shown by many threads, one of them an object that all of them raise.
import traceback
from _hammer import together

ROUNDS = 12000
shared_problem = ValueError("the same for all")


def deep(n):
    if n == 0:
        raise KeyError("bottom")
    try:
        deep(n - 1)
    except KeyError as problem:
        raise LookupError(n) from problem


def raise_own():
    for _ in range(ROUNDS):
        try:
            deep(3)
        except LookupError as problem:
            assert problem.args == (1,)
            chain = 0
            while problem is not None:
                assert problem.__traceback__.tb_lineno > 0
                problem = problem.__cause__
                chain += 1
            assert chain == 2, chain


def raise_shared():
    for i in range(ROUNDS):
        try:
            raise shared_problem
        except ValueError as problem:
            assert problem is shared_problem
            if i % 100 == 0:
                assert traceback.format_exception_only(type(problem), problem) == ["ValueError: the same for all\n"]
            problem.__traceback__ = None


together(raise_own, raise_shared, raise_own, raise_shared)
print(shared_problem)  # expect: the same for all
