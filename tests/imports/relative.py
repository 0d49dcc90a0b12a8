from _package import relative
print(relative.NAME, relative.from_inner, relative.from_sub, relative.parent is __import__("_package"))
# expect: package inner package deep inner True
