nan = float("nan")
other = float("nan")
print(nan in [nan], nan in {nan}, {nan: 1}.get(nan), other in [nan], [nan] == [nan])
# expect: True True 1 False True
print([nan] == [other], (nan,) == (nan,), {nan: 1} == {nan: 1}, max(nan, 1) is nan, max(1, nan))
# expect: False True True True 1
print(sorted([3, 1, 2]), [nan].count(nan), {nan, other} == {other, nan})  # expect: [1, 2, 3] 1 True
