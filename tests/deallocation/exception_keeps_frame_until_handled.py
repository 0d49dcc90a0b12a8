class A:
    def __del__(self): print("del")
def f():
    a = A()
    1 / 0
saved = None
try:
    f()
except ZeroDivisionError as error:
    saved = error
print("saved")  # expect: saved
saved = None  # expect: del
print("dropped")  # expect: dropped
