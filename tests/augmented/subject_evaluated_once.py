def get(label, value):
    print(label)
    return value
items = [1, 2]
get("list", items)[get("index", 0)] += get("value", 5)
# expect: list
# expect: index
# expect: value
print(items)  # expect: [6, 2]
class A: x = 1
a = A()
get("object", a).x += get("value", 1)
# expect: object
# expect: value
print(a.x)  # expect: 2
