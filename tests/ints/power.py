print(2 ** 10, (-2) ** 3, 2 ** -1, 0 ** 0, 7 ** 0, (-3) ** -3)  # expect: 1024 -8 0.5 1 1 -0.037037037037037035
print(3 ** 100)  # expect: 515377520732011331036461129765621272702107522001
print(pow(3, 100, 7), pow(3, -1, 7), pow(-3, 5, 7), pow(2, 10 ** 18, 1000000007))  # expect: 4 5 2 719476260
print(pow(10 ** 20, 3, 10 ** 9 + 7), pow(5, 0, 1))  # expect: 648999181 0
try:
    pow(2, -1, 4)
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: ValueError: base is not invertible for the given modulus
try:
    pow(2.0, 3, 5)
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: TypeError: pow() 3rd argument not allowed unless all arguments are integers
