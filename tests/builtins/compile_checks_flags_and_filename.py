import pathlib

for args in ('1', 'f', 'eval', 0xff), ('1', 'f', 'eval', 0, False, 3), ('1', 1, 'eval'):
    try:
        compile(*args)
    except (ValueError, TypeError) as error:
        print(type(error).__name__)
print(compile('1', b'bytes', 'eval').co_filename)
print(compile('1', pathlib.Path('path'), 'eval').co_filename)

# expect: ValueError
# expect: ValueError
# expect: TypeError
# expect: bytes
# expect: path
