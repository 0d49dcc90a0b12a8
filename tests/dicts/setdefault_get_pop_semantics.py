calls = []
class K:
    def __hash__(self):
        calls.append("hash")
        return 1
    def __eq__(self, o):
        calls.append("eq")
        return True
d = {K(): "v"}
calls.clear()
print(d.setdefault(K(), "other"), d.get(K()), K() in d, d.pop(K()), calls)
# expect: v v True v ['hash', 'eq', 'hash', 'eq', 'hash', 'eq', 'hash', 'eq']
d = {}
print(d.setdefault("x"), d, d.get("y", d), d.pop("x", 1), d.pop("x", 1))  # expect: None {} {} None 1
