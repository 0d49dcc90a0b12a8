def a():
    """first
    second"""
def b():
    f"not a doc"
def c():
    "one" "two"
class D:
    'class doc'
def e(): "inline"
print(repr(a.__doc__), b.__doc__, c.__doc__, D.__doc__, e.__doc__, D().__doc__)
# expect: 'first\n    second' None onetwo class doc inline class doc
