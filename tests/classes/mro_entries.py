class Proxy:
    def __mro_entries__(self, bases): return (int,)
class A(Proxy()): pass
print(A.__bases__, A(5) + 1, A.__orig_bases__[0].__class__.__name__)  # expect: (<class 'int'>,) 6 Proxy
