for it in ([], (), b"", {}, set(), range(0), {}.keys(), {}.values(), {}.items(), bytearray()):
    print(type(iter(it)).__name__, end=",")
print()
# expect: list_iterator,tuple_iterator,bytes_iterator,dict_keyiterator,set_iterator,range_iterator,dict_keyiterator,dict_valueiterator,dict_itemiterator,bytearray_iterator,
print(type(iter(range(2 ** 65))).__name__, type(reversed([])).__name__)
# expect: longrange_iterator list_reverseiterator
print(type(enumerate([])).__name__, type(iter("é")).__name__, type(iter(int, 1)).__name__)
# expect: enumerate str_iterator callable_iterator
