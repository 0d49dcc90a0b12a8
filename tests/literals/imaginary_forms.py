print(1j, 1.5J, 1e3j, .5j, 0j)  # expect: 1j 1.5j 1000j 0.5j 0j
print(10_0j, 1 + 2j, 3 - 0j)  # expect: 100j (1+2j) (3+0j)
