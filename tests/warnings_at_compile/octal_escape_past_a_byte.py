import warnings

for source in r"'\400'", r"b'\567'", r"'\377'":
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter('always')
        value = eval(source)
    print(ascii(value), [(w.category.__name__, str(w.message)) for w in caught])
