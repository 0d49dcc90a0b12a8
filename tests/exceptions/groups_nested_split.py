eg = ExceptionGroup("top", [ValueError(1), ExceptionGroup("mid", [KeyError(2), ValueError(3),
        ExceptionGroup("low", [KeyError(4)])])])
match, rest = eg.split(KeyError)
print(repr(match), repr(rest))
# expect: ExceptionGroup('top', [ExceptionGroup('mid', [KeyError(2), ExceptionGroup('low', [KeyError(4)])])]) ExceptionGroup('top', [ValueError(1), ExceptionGroup('mid', [ValueError(3)])])
def handle():
    try: raise eg
    except* KeyError as k: print("keys", repr(k))
    except* ValueError as v: print("values", repr(v))
handle()
# expect: keys ExceptionGroup('top', [ExceptionGroup('mid', [KeyError(2), ExceptionGroup('low', [KeyError(4)])])])
# expect: values ExceptionGroup('top', [ValueError(1), ExceptionGroup('mid', [ValueError(3)])])
class MyGroup(ExceptionGroup):
    def derive(self, excs): return MyGroup(self.message, excs)
g = MyGroup("mine", [ValueError(1), KeyError(2)])
g.add_note("note")
print(type(g.subgroup(ValueError)).__name__, g.subgroup(KeyError).__notes__, isinstance(g, Exception))
# expect: MyGroup ['note'] True
