class Field:
    def __set_name__(self, owner, name):
        print("set_name", owner.__name__, name)
        self.name = name
    def __get__(self, obj, cls): return f"{self.name} of {type(obj).__name__}"
class A:
    x = Field()
    y = Field()
# expect: set_name A x
# expect: set_name A y
print(A().x, A.y)  # expect: x of A y of NoneType
class B: pass
B.z = Field()
try:
    B().z
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: AttributeError: 'Field' object has no attribute 'name'
class Bad:
    def __set_name__(self, owner, name): raise ValueError("no")
try:
    class C:
        bad = Bad()
except RuntimeError as error:
    print(error, repr(error.__cause__))
# expect: Error calling __set_name__ on 'Bad' instance 'bad' in 'C' ValueError('no')
