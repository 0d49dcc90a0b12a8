inf = float("inf")
nan = float("nan")
print(inf, -inf, nan, inf - inf, inf * 0, inf + 1, 1 / inf, -1 / inf)  # expect: inf -inf nan nan nan inf 0.0 -0.0
print(inf > 10 ** 400, nan == nan, nan != nan, nan < 1, nan > 1, inf == inf)
# expect: True False True False False True
print(1e308 * 10, -1e308 * 10, 1e-320 / 1e10)  # expect: inf -inf 0.0
print([nan] == [nan], nan in [nan], nan is nan)  # expect: True True True
