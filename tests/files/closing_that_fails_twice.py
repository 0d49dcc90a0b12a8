import gc, io, os, tempfile, warnings


def flush():
    raise OSError("flush")


def close():
    raise ValueError("close")


for make in (lambda raw: raw, io.BufferedReader, io.BufferedWriter, lambda raw: io.TextIOWrapper(io.BufferedWriter(raw))):
    raw = io.FileIO(os.devnull, "r+")
    file = make(raw)
    file.flush = flush
    if file is not raw:
        raw.close = close
    try:
        file.close()
    except Exception as error:
        print(type(file).__name__, repr(error), repr(error.__context__), file.closed)
    delattr(raw, "close" if file is not raw else "flush")
    raw.close()
writer = io.BufferedWriter(io.BytesIO())
for size in 0, -1:
    try:
        writer.__init__(io.BytesIO(), size)
    except ValueError as error:
        print(error)
    try:
        writer.write(b"a")
    except ValueError as error:
        print(error)
text = io.TextIOWrapper(io.BytesIO(b"ab"), "ascii")
text.detach()
print(text, text.encoding, text.errors)
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    for mode, buffering in ("r", -1), ("rb", -1), ("rb", 0), ("w", 1):
        open(os.devnull, mode, buffering)
        gc.collect()
    for arguments in (os.devnull, "r", 0), (os.devnull, "r", -1, "no such encoding"):
        try:
            open(*arguments)
        except (ValueError, LookupError) as error:
            print(error)
    gc.collect()
print([str(each.message) for each in caught], {each.category for each in caught})
# expect: FileIO OSError('flush') None True
# expect: BufferedReader ValueError('close') OSError('flush') False
# expect: BufferedWriter ValueError('close') OSError('flush') False
# expect: TextIOWrapper ValueError('close') OSError('flush') False
# expect: buffer size must be strictly positive
# expect: I/O operation on uninitialized object
# expect: buffer size must be strictly positive
# expect: I/O operation on uninitialized object
# expect: <_io.TextIOWrapper encoding='ascii'> ascii strict
# expect: can't have unbuffered text I/O
# expect: unknown encoding: no such encoding
# expect: ["unclosed file <_io.TextIOWrapper name='/dev/null' mode='r' encoding='UTF-8'>", "unclosed file <_io.BufferedReader name='/dev/null'>", "unclosed file <_io.FileIO name='/dev/null' mode='rb' closefd=True>", "unclosed file <_io.TextIOWrapper name='/dev/null' mode='w' encoding='UTF-8'>"] {<class 'ResourceWarning'>}
