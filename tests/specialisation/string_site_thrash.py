def pick(s, i): return s[i] + s[-1]
out = [pick("abc", i % 3) for i in range(300)]
print(out[:3], pick("日本", 0), pick("é", 0), pick([1, 2], 0), pick((1.5,), 0), pick("🐍x", 0))
# expect: ['ac', 'bc', 'cc'] 日本 éé 3 3.0 🐍x
try:
    pick("", 0)
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: IndexError: string index out of range
def join(a, b): return a + b
t = ""
for i in range(300): t = join(t, "x")
print(len(t), join("é", "日"), join([], [1]))  # expect: 300 é日 [1]
