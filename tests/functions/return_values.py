def nothing(): pass
def bare():
    return
def several():
    return 1, 2, *[3]
def early(x):
    if x:
        return "early"
    return "late"
print(nothing(), bare(), several(), early(1), early(0))  # expect: None None (1, 2, 3) early late
