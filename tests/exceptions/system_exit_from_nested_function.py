def f():
    try:
        raise SystemExit(5)
    except Exception:
        print("not an Exception")
class A:
    def __del__(self): print("del at exit")
a = A()
f()
# expect: del at exit
# exit: 5
