class E(Exception):
    def __init__(self, *a):
        print("made", a)
        super().__init__(*a)
for e in (E, E(1), E("x")):
    try: raise e
    except E as error: print(error.args)
# expect: made (1,)
# expect: made ('x',)
# expect: made ()
# expect: ()
# expect: (1,)
# expect: ('x',)
try: raise E from E("cause")
except E as error: print(error.__cause__.args)
# expect: made ('cause',)
# expect: made ()
# expect: ('cause',)
