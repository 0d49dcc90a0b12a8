def show(value):
    print("eval", value)
    return value
print(show(1) < show(2) < show(3))
# expect: eval 1
# expect: eval 2
# expect: eval 3
# expect: True
print(show(1) > show(2) > show(3))
# expect: eval 1
# expect: eval 2
# expect: False
print(1 < 2 > 1 != 3 == 3, 1 in [1] == True, (1 in [1]) == True, 1 < 3 in [3], not 1 == 2)
# expect: True False True True True
