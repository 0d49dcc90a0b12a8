# types names the types without a built-in name, and makes classes as the statement does.
import types


def function():
    yield


class Meta(type):
    @classmethod
    def __prepare__(mcs, name, bases, **kwargs):
        return {"prepared": sorted(kwargs)}

    def __new__(mcs, name, bases, namespace, **kwargs):
        return super().__new__(mcs, name, bases, namespace)


print(isinstance(function, types.FunctionType), isinstance(function(), types.GeneratorType))  # expect: True True
print(isinstance(len, types.BuiltinFunctionType), isinstance([].append, types.BuiltinMethodType))  # expect: True True
print(isinstance(function.__code__, types.CodeType), isinstance(types, types.ModuleType))  # expect: True True
print(types.NoneType, types.EllipsisType, types.GenericAlias, types.UnionType)
# expect: <class 'NoneType'> <class 'ellipsis'> <class 'types.GenericAlias'> <class 'types.UnionType'>
print(types.SimpleNamespace(a=1, b="x"))  # expect: namespace(a=1, b='x')
print(types.MappingProxyType({1: 2}))  # expect: {1: 2}
print(types.MethodType(lambda self, x: (self, x), 5)(6))  # expect: (5, 6)
made = types.new_class("Made", (), {"metaclass": Meta, "extra": 1}, lambda namespace: namespace.update(x=7))
print(made, made.x, made.prepared, type(made).__name__)  # expect: <class '__main__.Made'> 7 ['extra'] Meta
print(types.prepare_class("P", (), {"metaclass": Meta, "k": 2}))
# expect: (<class '__main__.Meta'>, {'prepared': ['k']}, {'k': 2})


class Entry:
    def __mro_entries__(self, bases):
        return (list,)


entry = Entry()
print(types.resolve_bases((int, entry)), types.new_class("L", (entry,)).__mro__[1:])
# expect: (<class 'int'>, <class 'list'>) (<class 'list'>, <class 'object'>)


@types.coroutine
def pause():
    return (yield "paused")


async def waits():
    return await pause()


coroutine = waits()
print(coroutine.send(None))  # expect: paused
try:
    coroutine.send(9)
except StopIteration as stop:
    print(stop.value)  # expect: 9
module = types.ModuleType("fresh", "its doc")
module.x = 1
print(module, module.__doc__, module.x)  # expect: <module 'fresh'> its doc 1
