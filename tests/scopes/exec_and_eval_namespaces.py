ns = {"x": 5}
exec("y = x * 2\ndef f(): return y + 1", ns)
print(ns["y"], ns["f"](), eval("x + y", ns), eval("a + x", ns, {"a": 1}), "__builtins__" in ns)
# expect: 10 11 15 6 True
exec("z = 1")
print(z)  # expect: 1
def f():
    q = 1
    exec("q = 2")
    return q, eval("q + 1")
print(f())  # expect: (1, 2)
local = {}
exec("m = 1\nn = m + 1", {}, local)
print(local)  # expect: {'m': 1, 'n': 2}
code = compile("1 + 2", "<s>", "eval")
print(eval(code), eval(" 3 "), exec("5"), eval("[i for i in range(x)]", {"x": 3}))  # expect: 3 3 None [0, 1, 2]
single = compile("6 * 7", "<s>", "single")
exec(single)  # expect: 42
try:
    eval("x = 1")
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: SyntaxError: invalid syntax (<string>, line 1)
try:
    eval("1 +")
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: SyntaxError: invalid syntax (<string>, line 1)
try:
    eval("")
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: SyntaxError: invalid syntax (<string>, line 0)
try:
    compile("x", "f", "bad")
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: ValueError: compile() mode must be 'exec', 'eval' or 'single'
try:
    exec("x +* 1")
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: SyntaxError: invalid syntax (<string>, line 1)
try:
    eval("undefined_thing")
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: NameError: name 'undefined_thing' is not defined
try:
    exec(5)
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: TypeError: exec() arg 1 must be a string, bytes or code object
