for action in (lambda: exec("x = 1\0"), lambda: eval("1\0"), lambda: compile("x\0", "f", "exec")):
    try:
        action()
    except (ValueError, SyntaxError) as error:
        print(error)
# expect: source code string cannot contain null bytes
# expect: source code string cannot contain null bytes
# expect: source code string cannot contain null bytes
try:
    exec(b"x = '\xff'")
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: SyntaxError: (unicode error) 'utf-8' codec can't decode byte 0xff in position 0: invalid start byte (<string>, line 1)
try:
    exec(b"\xef\xbb\xbfprint('bom in bytes')")  # expect: bom in bytes
except Exception as error:
    print(f"{type(error).__name__}: {error}")
try:
    exec(b"# coding: latin-1\nprint(ascii('\xe9'))")  # expect: '\xe9'
except Exception as error:
    print(f"{type(error).__name__}: {error}")
try:
    int("1\0")
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: ValueError: invalid literal for int() with base 10: '1\x00'
try:
    __import__("a\0b")
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: ModuleNotFoundError: No module named 'a\x00b'
try:
    open("a\0b")
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: ValueError: embedded null byte
