print("a" "b" 'c')  # expect: abc
print(b"x" b"y")  # expect: b'xy'
name = "n"
print("plain " f"{name}" " tail {name}")  # expect: plain n tail {name}
print(("one "
       "two "
       r"\three"))
# expect: one two \three
