source = "def f(x):\n    if x == 0: return 0\n"
source += "".join(f"    elif x == {i}: return {i * 2}\n" for i in range(1, 900)) + "    else: return -1\n"
exec(source)
print(f(0), f(5), f(899), f(5000))  # expect: 0 10 1798 -1
exec("total = 0\n" + "total += 1\n" * 20000)
print(total)  # expect: 20000
exec("x = [" + "1, " * 50000 + "]\nd = {" + "".join(f"{i}: {i}, " for i in range(5000)) + "}")
print(len(x), len(d), sum(d))  # expect: 50000 5000 12497500
exec("def many():\n" + "".join(f"    v{i} = {i}\n" for i in range(3000)) + "    return v0 + v2999")
print(many())  # expect: 2999
exec("def consts(): return (" + ", ".join(f"'s{i}'" for i in range(3000)) + ")")
print(len(consts()), consts()[-1])  # expect: 3000 s2999
