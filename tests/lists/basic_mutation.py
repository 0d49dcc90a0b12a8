x = [1, 2, 3]
x.append(4)
x.insert(0, 0)
x.insert(100, 9)
x.insert(-1, 8)
x.extend((5, 6))
x += "ab"
print(x, len(x), x.pop(), x.pop(0), x.pop(-2), x)
# expect: [1, 2, 3, 4, 8, 9, 5, 'a'] 11 b 0 6 [1, 2, 3, 4, 8, 9, 5, 'a']
x.remove(8)
x.reverse()
print(x, x.index(3), x.count(2), x.copy() == x, x.copy() is x)  # expect: ['a', 5, 9, 4, 3, 2, 1] 4 1 True False
x.clear()
print(x)  # expect: []
