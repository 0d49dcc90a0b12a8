print("one")  # expect: one
text = """a
b"""
print(repr(text))  # expect: 'a\nb'
if True:
    print("in")  # expect: in
