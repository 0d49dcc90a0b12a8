table = {"x": lambda f: "replaced"}
@table["x"]
def f(): pass
@(lambda f: [f])
def g(): return 5
@(w := lambda f: f)
def h(): return 6
print(f, g[0](), h(), w is not None)  # expect: replaced 5 6 True
