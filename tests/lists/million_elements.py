x = [0] * 1000000
x[999999] = 7
for i in range(0, 1000000, 100000):
    x[i] = i
print(len(x), x[-1], x[900000], sum(x))  # expect: 1000000 7 900000 4500007
y = list(range(1000000))
print(y[123456], sum(y), len(y[::7]))  # expect: 123456 499999500000 142858
x = []
for i in range(300000):
    x.append(i)
while len(x) > 10:
    x.pop()
print(x)  # expect: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]
