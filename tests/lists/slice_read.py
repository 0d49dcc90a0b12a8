x = list(range(10))
print(x[2:5], x[:3], x[7:], x[-3:], x[::2], x[::-1], x[8:2:-2], x[5:2], x[-100:100], x[:], x[:] is x)
# expect: [2, 3, 4] [0, 1, 2] [7, 8, 9] [7, 8, 9] [0, 2, 4, 6, 8] [9, 8, 7, 6, 5, 4, 3, 2, 1, 0] [8, 6, 4] [] [0, 1, 2, 3, 4, 5, 6, 7, 8, 9] [0, 1, 2, 3, 4, 5, 6, 7, 8, 9] False
print(x[1:8:3], x[::-3], x[-1:-4:-1], x[0:0], x[slice(None, None, 5)])
# expect: [1, 4, 7] [9, 6, 3, 0] [9, 8, 7] [] [0, 5]
try:
    x[::0]
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: ValueError: slice step cannot be zero
