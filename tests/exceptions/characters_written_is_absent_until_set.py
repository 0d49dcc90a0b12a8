error = BlockingIOError('a', 'b')
for act in (lambda: error.characters_written, lambda: delattr(error, 'characters_written')):
    try:
        act()
    except AttributeError as problem:
        print(problem)
error = BlockingIOError('a', 'b', 3)
print(error.characters_written)
del error.characters_written
print(hasattr(error, 'characters_written'))

# expect: characters_written
# expect: characters_written
# expect: 3
# expect: False
