class A:
    def f(): return super().f
    @staticmethod
    def s(): return super().f
try:
    A.f()
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: RuntimeError: super(): no arguments
try:
    A.s()
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: RuntimeError: super(): no arguments
