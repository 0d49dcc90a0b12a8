class A(Exception): pass
class B(A): pass
class C(B): pass
for kind in (A, B, C):
    try:
        raise kind()
    except C: print("C")
    except B: print("B")
    except A: print("A")
# expect: A
# expect: B
# expect: C
