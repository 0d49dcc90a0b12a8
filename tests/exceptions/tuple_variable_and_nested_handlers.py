KINDS = (ValueError, (KeyError, IndexError))
for e in (ValueError("v"), KeyError("k"), IndexError("i"), TypeError("t")):
    try:
        try: raise e
        except KINDS as error: print("kinds", repr(error))
    except TypeError as error: print("outer", error)
# expect: outer catching classes that do not inherit from BaseException is not allowed
# expect: outer catching classes that do not inherit from BaseException is not allowed
# expect: outer catching classes that do not inherit from BaseException is not allowed
# expect: outer catching classes that do not inherit from BaseException is not allowed
