class Meta(type):
    def mro(cls):
        return [cls, dict, object]


try:
    class Wrong(metaclass=Meta):
        pass
except TypeError as error:
    print(error)

# expect: mro() returned base with unsuitable layout ('dict')
