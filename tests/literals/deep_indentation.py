def f():
    if True:
        for i in range(2):
            while True:
                try:
                    with open("/dev/null"):
                        if i:
                            for j in (1,):
                                if j:
                                    return i, j
                finally:
                    break
print(f())  # expect: None
