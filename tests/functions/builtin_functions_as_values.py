print(list(map(len, ["a", "bb"])), [f(-3) for f in (abs, str, float, bool, repr)])
# expect: [1, 2] [3, '-3', -3.0, True, '-3']
print((max or min)(1, 2), dict(fn=sum)["fn"]([1, 2]))  # expect: 2 3
ops = {"upper": str.upper, "len": len}
print(ops["upper"]("x"), ops["len"]("xyz"), type(ops["len"]) is type(len), len.__name__, str.upper.__name__)
# expect: X 3 True len upper
