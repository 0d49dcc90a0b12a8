import gc, weakref
class A: pass
def make_list(a): x = [a]; x.append(x)
def make_dict(a): x = {"a": a}; x["self"] = x
def make_tuple(a): x = ([], a); x[0].append(x)
def make_instance(a): x = A(); x.me, x.a = x, a
def make_closure(a):
    def f(): return f, a
def make_class(a):
    class C: pass
    C.a, C.me = a, C
def make_generator(a):
    def g():
        me = yield
        yield me, a
    it = g()
    next(it)
    it.send(it)
def make_method(a):
    x = A()
    x.m = x.__init__
    x.a = a
def make_exception(a):
    try:
        raise ValueError(a)
    except ValueError as error:
        kept = error
def make_set(a):
    x = A()
    x.s, x.a = {x}, a
gc.collect()
for make in (make_list, make_dict, make_tuple, make_instance, make_closure, make_class, make_generator,
        make_method, make_exception, make_set):
    a = A()
    r = weakref.ref(a)
    make(a)
    del a
    gc.collect()
    print(make.__name__, r())
# expect: make_list None
# expect: make_dict None
# expect: make_tuple None
# expect: make_instance None
# expect: make_closure None
# expect: make_class None
# expect: make_generator None
# expect: make_method None
# expect: make_exception None
# expect: make_set None
