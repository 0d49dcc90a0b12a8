import warnings

with warnings.catch_warnings(record=True) as seen:
    warnings.simplefilter("always")
    compile('assert(1, "x")\n"\\d"', "some.py", "exec")
    for each in sorted(str(each.message) for each in seen):
        print(each)
warnings.simplefilter("error")
for source in "a is 1", "'\\d'":
    try:
        compile(source, "some.py", "exec")
    except SyntaxError as error:
        print(error, error.lineno)

# expect: assertion is always true, perhaps remove parentheses?
# expect: invalid escape sequence '\d'
# expect: "is" with a literal. Did you mean "=="? (some.py, line 1) 1
# expect: invalid escape sequence '\d' (some.py, line 1) 1
