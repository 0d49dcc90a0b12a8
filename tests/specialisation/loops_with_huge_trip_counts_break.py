n = 0
for i in range(10 ** 18):
    n += 1
    if n == 1000: break
print(i, n)  # expect: 999 1000
for i in range(10 ** 30, 10 ** 31):
    n += 1
    if n == 2000: break
print(i - 10 ** 30)  # expect: 999
i = 2 ** 60 - 500
while i < 2 ** 60 + 500: i += 1
print(i == 2 ** 60 + 500)  # expect: True
