saved = []
class A:
    def __del__(self):
        print("del")
        saved.append(self)
a = A()
a.x = 5
del a  # expect: del
print(saved[0].x)  # expect: 5
saved.clear()
print("end", saved)  # expect: end []
