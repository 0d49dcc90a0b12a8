print({}.pop([], 'nothing'))
try:
    {}.pop([])
except KeyError as error:
    print('KeyError', error)
try:
    {1: 1}.pop([])
except TypeError as error:
    print('TypeError', error)

# expect: nothing
# expect: KeyError []
# expect: TypeError unhashable type: 'list'
