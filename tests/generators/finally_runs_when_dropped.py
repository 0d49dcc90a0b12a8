def g():
    try:
        yield 1
    finally:
        print("cleanup")
it = g()
next(it)
del it  # expect: cleanup
print("after del")  # expect: after del
for value in g():
    break  # expect: cleanup
print("after loop")  # expect: after loop
