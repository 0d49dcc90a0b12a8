d = {}
for i in range(20000):
    d["key" + str(i)] = i
print(len(d), d["key19999"], d.get("key20000"), d["key" + "77"])  # expect: 20000 19999 None 77
