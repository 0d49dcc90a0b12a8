class Meters(int):
    def __repr__(self):
        return f"Meters({int(self)})"
m = Meters(5)
print(m, repr(m), m + 1, type(m + 1).__name__, type(m), sep="|")
# expect: Meters(5)|Meters(5)|6|int|<class '__main__.Meters'>
print(m == 5, hash(m) == hash(5), [10, 20, 30, 40, 50, 60][m], {5: "x"}[m])  # expect: True True 60 x
print(isinstance(m, int), int(m), -m, m * 2, Meters("12"), 1 + m)  # expect: True 5 -5 10 Meters(12) 6
