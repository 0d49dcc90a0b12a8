"""Each line is told when it begins, and each round of a loop."""
from _events import show


def loops():
    for i in range(2):
        if i == 1:
            continue
        y = i
    else:
        z = 1
    for j in [1, 2]: k = j
    while y < 3:
        y += 1
        if y == 2:
            break
    while True:
        y += 1
        if y > 3: break
    return (
        y +
        k
    )


def single():
    x = 1; y = 2
    a = [1,
         x,
         y]
    if x and \
       y:
        pass
    if 0:
        z = 1
    return


show(loops)
show(single)

# expect: call:loops+0 line:loops+1 line:loops+2 line:loops+4 line:loops+1 line:loops+2 line:loops+3 line:loops+1 line:loops+6 line:loops+7 line:loops+7 line:loops+7 line:loops+8 line:loops+9 line:loops+10 line:loops+8 line:loops+9 line:loops+10 line:loops+11 line:loops+12 line:loops+13 line:loops+14 line:loops+12 line:loops+13 line:loops+14 line:loops+16 line:loops+17 line:loops+16 line:loops+15 retu:loops+15
# expect: call:single+0 line:single+1 line:single+2 line:single+3 line:single+4 line:single+2 line:single+5 line:single+6 line:single+5 line:single+7 line:single+8 line:single+10 retu:single+10
