é = 1
名前 = "value"
print(é, 名前)
ﬁx = 5
print(fix)
# expect: 1 value
# expect: 5
