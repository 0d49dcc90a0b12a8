log = []
def g():
    for i in range(2):
        try:
            log.append(f"enter {i}")
            yield i
        finally:
            log.append(f"leave {i}")
print(list(g()), log)  # expect: [0, 1] ['enter 0', 'leave 0', 'enter 1', 'leave 1']
