class A: pass
class B: __match_args__ = ("x",)
class C: __match_args__ = ["x"]
class D: __match_args__ = (5,)
def run(text):
    try:
        exec(text)
        print("no error")
    except TypeError as error:
        print(error)
run("match A():\n  case A(1): pass")  # expect: A() accepts 0 positional sub-patterns (1 given)
run("match B():\n  case B(1, 2): pass")  # expect: B() accepts 1 positional sub-pattern (2 given)
run("match C():\n  case C(1): pass")  # expect: C.__match_args__ must be a tuple (got list)
run("match D():\n  case D(1): pass")  # expect: __match_args__ elements must be strings (got int)
run("match 5:\n  case int(1, 2): pass")  # expect: int() accepts 1 positional sub-pattern (2 given)
run("match B():\n  case B(1, x=2): pass")  # expect: no error
run("x = 5\nmatch 5:\n  case x(): pass")  # expect: called match pattern must be a type
