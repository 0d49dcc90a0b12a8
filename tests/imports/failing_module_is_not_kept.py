import sys
for _ in range(2):
    try:
        import _broken
    except ValueError as error:
        print("failed", error, "_broken" in sys.modules)
# expect: failed broken module False
# expect: failed broken module False
