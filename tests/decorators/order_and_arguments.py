def tag(name):
    print("make", name)
    def wrap(f):
        print("apply", name, f.__name__)
        return lambda *a: f"<{name}>{f(*a)}"
    return wrap
@tag("outer")
@tag("inner")
def hello(who): return f"hi {who}"
# expect: make outer
# expect: make inner
# expect: apply inner hello
# expect: apply outer <lambda>
print(hello("you"))  # expect: <outer><inner>hi you
