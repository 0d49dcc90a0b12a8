é = 1
名前 = "value"
print(é, 名前)  # expect: 1 value
ﬁx = 5
print(fix)  # expect: 5
