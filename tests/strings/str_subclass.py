class Name(str):
    def shout(self):
        return self.upper() + "!"
n = Name("bob")
print(n, n.shout(), n + "x", type(n + "x").__name__, n == "bob", hash(n) == hash("bob"))
# expect: bob BOB! bobx str True True
print({"bob": 1}[n], isinstance(n, str), len(n), n[0], type(n[:]).__name__)  # expect: 1 True 3 b str
n.extra = 5
print(n.extra, f"{n}", "%s" % n, "".join([n, n]))  # expect: 5 bob bob bobbob
