def kinds():
    print("evaluated")
    return ValueError
try:
    pass
except kinds():
    pass
try:
    raise ValueError
except KeyError:
    pass
except kinds():  # expect: evaluated
    print("caught")  # expect: caught
