print(int, str, list, dict, type, object, type(1), type("a"), type(None), type(len), type(lambda: 0),
        type(...), type(NotImplemented), type(range(1)), type({}.keys()), type(iter([])), type(x for x in []),
        type(print), type([].append), type(int.from_bytes), type(str.upper), type(type.__dict__), sep="\n")
# expect: <class 'int'>
# expect: <class 'str'>
# expect: <class 'list'>
# expect: <class 'dict'>
# expect: <class 'type'>
# expect: <class 'object'>
# expect: <class 'int'>
# expect: <class 'str'>
# expect: <class 'NoneType'>
# expect: <class 'builtin_function_or_method'>
# expect: <class 'function'>
# expect: <class 'ellipsis'>
# expect: <class 'NotImplementedType'>
# expect: <class 'range'>
# expect: <class 'dict_keys'>
# expect: <class 'list_iterator'>
# expect: <class 'generator'>
# expect: <class 'builtin_function_or_method'>
# expect: <class 'builtin_function_or_method'>
# expect: <class 'builtin_function_or_method'>
# expect: <class 'method_descriptor'>
# expect: <class 'mappingproxy'>
