import sys
def f():
    frame = sys._getframe()
    return frame.f_code.co_name, frame.f_lineno, frame.f_back.f_code.co_name, sorted(frame.f_locals)
print(f(), sys._getframe().f_code.co_name)  # expect: ('f', 4, '<module>', ['frame']) <module>
