class Registry(type):
    plugins = {}
    def __new__(mcs, name, bases, ns):
        cls = super().__new__(mcs, name, bases, ns)
        if bases: mcs.plugins[ns.get("key", name.lower())] = cls
        return cls
    def __getitem__(cls, key): return Registry.plugins[key]
    def __iter__(cls): return iter(sorted(Registry.plugins))
class Plugin(metaclass=Registry): pass
class Json(Plugin): key = "json"
class Csv(Plugin): pass
print(list(Plugin), Plugin["json"], Plugin["csv"].__name__)  # expect: ['csv', 'json'] <class '__main__.Json'> Csv
