for name in '\udcdc', 'a\0b':
    try:
        type(name, (), {})
    except (UnicodeEncodeError, ValueError) as error:
        print(type(error).__name__, error)

# expect: UnicodeEncodeError 'utf-8' codec can't encode character '\udcdc' in position 0: surrogates not allowed
# expect: ValueError type name must not contain null characters
