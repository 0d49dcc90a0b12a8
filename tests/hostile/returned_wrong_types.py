class W:
    def __len__(self): return 1.5
    def __bool__(self): return None
    def __str__(self): return 1
    def __repr__(self): return None
    def __hash__(self): return 1.5
    def __index__(self): return "1"
    def __int__(self): return None
    def __float__(self): return 1
    def __iter__(self): return 1
    def __format__(self, s): return 1
    def __bytes__(self): return "x"
    def __dir__(self): return 1
    def __contains__(self, x): return "truthy"
    def __complex__(self): return 1
    def __length_hint__(self): return 1.5
    def __round__(self): return "anything"
    def __enter__(self): return self
    def __reversed__(self): return 5
    def __eq__(self, o): return "eq"
    def __instancecheck__(self, o): return "yes"
w = W()
for f in (len, bool, str, repr, hash, hex, int, float, iter, format, bytes, dir, complex, list, round,
        reversed, lambda w: [1][w], lambda w: "a" * w, lambda w: 5 in w, lambda w: w == 1, lambda w: f"{w}",
        lambda w: w < w, lambda w: {w: 1}, lambda w: range(w), lambda w: isinstance(1, w), lambda w: chr(w),
        lambda w: "%d" % w, lambda w: "%s" % w, lambda w: not w, lambda w: [*w], lambda w: print(w)):
    try: print(f(w))
    except Exception as error: print(type(error).__name__, error)
# expect: TypeError 'float' object cannot be interpreted as an integer
# expect: TypeError __bool__ should return bool, returned NoneType
# expect: TypeError __str__ returned non-string (type int)
# expect: TypeError __repr__ returned non-string (type NoneType)
# expect: TypeError __hash__ method should return an integer
# expect: TypeError __index__ returned non-int (type str)
# expect: TypeError __int__ returned non-int (type NoneType)
# expect: TypeError W.__float__ returned non-float (type int)
# expect: TypeError iter() returned non-iterator of type 'int'
# expect: TypeError __format__ must return a str, not int
# expect: TypeError __bytes__ returned non-bytes (type str)
# expect: TypeError 'int' object is not iterable
# expect: TypeError __complex__ returned non-complex (type int)
# expect: TypeError iter() returned non-iterator of type 'int'
# expect: anything
# expect: 5
# expect: TypeError __index__ returned non-int (type str)
# expect: TypeError __index__ returned non-int (type str)
# expect: True
# expect: eq
# expect: TypeError __format__ must return a str, not int
# expect: TypeError '<' not supported between instances of 'W' and 'W'
# expect: TypeError __hash__ method should return an integer
# expect: TypeError __index__ returned non-int (type str)
# expect: True
# expect: TypeError __index__ returned non-int (type str)
# expect: TypeError %d format: a real number is required, not W
# expect: TypeError __str__ returned non-string (type int)
# expect: TypeError __bool__ should return bool, returned NoneType
# expect: TypeError iter() returned non-iterator of type 'int'
# expect: TypeError __str__ returned non-string (type int)
