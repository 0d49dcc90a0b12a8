text = "x = '" + "a" * 1000000 + "'"
exec(text)
print(len(x))  # expect: 1000000
exec("y = " + "1" * 4000)
print(y % 1000)  # expect: 111
exec("z = 1" + " " * 200000 + "+ 2")
print(z)  # expect: 3
exec("#" * 1000000 + "\nw = 3")
print(w)  # expect: 3
exec("v = " + "+".join(["1"] * 1000))
print(v)  # expect: 1000
