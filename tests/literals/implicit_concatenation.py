print("a" "b" 'c')
print(b"x" b"y")
name = "n"
print("plain " f"{name}" " tail {name}")
print(("one "
       "two "
       r"\three"))
# expect: abc
# expect: b'xy'
# expect: plain n tail {name}
# expect: one two \three
