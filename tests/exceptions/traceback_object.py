import sys
def f(): g()
def g(): raise ValueError("tb")
try:
    f()
except ValueError as error:
    tb = error.__traceback__
    lines = []
    while tb:
        lines.append((tb.tb_frame.f_code.co_name, tb.tb_lineno))
        tb = tb.tb_next
    print(lines)
    print(sys.exc_info()[0].__name__, sys.exc_info()[1] is error, sys.exc_info()[2] is error.__traceback__)
    print(error.with_traceback(None) is error, error.__traceback__)
# expect: [('<module>', 5), ('f', 2), ('g', 3)]
# expect: ValueError True True
# expect: True None
