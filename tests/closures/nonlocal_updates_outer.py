def counter():
    count = 0
    def up(by=1):
        nonlocal count
        count += by
        return count
    def get():
        return count
    return up, get
up, get = counter()
up2, get2 = counter()
print(up(), up(5), get(), up2(), get2(), get())  # expect: 1 6 6 1 1 6
