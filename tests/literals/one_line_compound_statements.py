if 1: print("if")  # expect: if
else: print("never")
for i in (1, 2): print(i); j = i
# expect: 1
# expect: 2
while i: i -= 1; print("while", i)
# expect: while 1
# expect: while 0
try: 1 / 0
except ZeroDivisionError: print("except")  # expect: except
else: print("never")
finally: print("finally")  # expect: finally
class A: x = 1; y = 2
def f(): return 5
with open("/dev/null") as f2: print("with")  # expect: with
print(A.y, f())  # expect: 2 5
