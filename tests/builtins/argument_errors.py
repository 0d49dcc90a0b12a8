def tell(function, *args, **keywords):
    try: print(function(*args, **keywords))
    except Exception as error: print(f"{type(error).__name__}: {error}")
tell("".split, 1, 2, 3); tell("".split, " ", sep=1); tell("".encode, x=1); tell("a".find); tell("a".replace, 1)
tell(sum); tell(sum, 1, 2, 3); tell(sum, [1], 1, start=2); tell(sorted); tell(sorted, [1], x=2); tell(round); tell(pow, 2)
tell([].sort, 1); tell([].append); tell([].append, x=1); tell([].pop, 1, 2); tell([].insert, 1); tell({}.get, x=1)
tell(list, 1, 2); tell(list, x=1); tell(list.append); tell(list.append, 1, 2); tell((1).__add__); tell((1).__add__, x=1)
tell(int.__add__); tell(int.__add__, "s", 1); tell([].__len__, 1); tell([].__setitem__, 1); tell(pow, 1, 2, 3, 4); tell(float, 1, 2)
tell(object.__new__); tell(object.__new__, 1); tell(int.__new__, str); tell(object.__new__, int); tell(max); tell(max, 1, 2, default=3)
tell(enumerate); tell(zip, x=1); tell(map, 1); tell(range, x=1); tell(set().union, x=1); tell({}.__getitem__); tell(print, x=1)
# expect: TypeError: split() takes at most 2 arguments (3 given)
# expect: TypeError: argument for split() given by name ('sep') and position (1)
# expect: TypeError: 'x' is an invalid keyword argument for encode()
# expect: TypeError: find() takes at least 1 argument (0 given)
# expect: TypeError: replace expected at least 2 arguments, got 1
# expect: TypeError: sum() takes at least 1 positional argument (0 given)
# expect: TypeError: sum() takes at most 2 arguments (3 given)
# expect: TypeError: sum() takes at most 2 arguments (3 given)
# expect: TypeError: sorted expected 1 argument, got 0
# expect: TypeError: 'x' is an invalid keyword argument for sort()
# expect: TypeError: round() missing required argument 'number' (pos 1)
# expect: TypeError: pow() missing required argument 'exp' (pos 2)
# expect: TypeError: sort() takes no positional arguments
# expect: TypeError: list.append() takes exactly one argument (0 given)
# expect: TypeError: list.append() takes no keyword arguments
# expect: TypeError: pop expected at most 1 argument, got 2
# expect: TypeError: insert expected 2 arguments, got 1
# expect: TypeError: dict.get() takes no keyword arguments
# expect: TypeError: list expected at most 1 argument, got 2
# expect: TypeError: list() takes no keyword arguments
# expect: TypeError: unbound method list.append() needs an argument
# expect: TypeError: descriptor 'append' for 'list' objects doesn't apply to a 'int' object
# expect: TypeError: expected 1 argument, got 0
# expect: TypeError: wrapper __add__() takes no keyword arguments
# expect: TypeError: descriptor '__add__' of 'int' object needs an argument
# expect: TypeError: descriptor '__add__' requires a 'int' object but received a 'str'
# expect: TypeError: expected 0 arguments, got 1
# expect: TypeError:  expected 2 arguments, got 1
# expect: TypeError: pow() takes at most 3 arguments (4 given)
# expect: TypeError: float expected at most 1 argument, got 2
# expect: TypeError: object.__new__(): not enough arguments
# expect: TypeError: object.__new__(X): X is not a type object (int)
# expect: TypeError: int.__new__(str): str is not a subtype of int
# expect: TypeError: object.__new__(int) is not safe, use int.__new__()
# expect: TypeError: max expected at least 1 argument, got 0
# expect: TypeError: Cannot specify a default for max() with multiple positional arguments
# expect: TypeError: enumerate() missing required argument 'iterable'
# expect: TypeError: 'x' is an invalid keyword argument for zip()
# expect: TypeError: map() must have at least two arguments.
# expect: TypeError: range() takes no keyword arguments
# expect: TypeError: union() takes no keyword arguments
# expect: TypeError: dict.__getitem__() takes exactly one argument (0 given)
# expect: TypeError: 'x' is an invalid keyword argument for print()
