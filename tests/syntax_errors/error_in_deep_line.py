# expect stderr:   File "{file}", line 9
# expect stderr:     x = (i +
# expect stderr:         ^
# expect error: SyntaxError: '(' was never closed
# expect line: 9
def f():
    for i in range(10):
        if i:
            x = (i +
                 2
        y = 5
