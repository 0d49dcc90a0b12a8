for text in ("(" * 150 + "1" + ")" * 150, "[" * 150 + "]" * 150, "-" * 500 + "1", "not " * 500 + "1",
        "1" + " + 1" * 300, "lambda: " * 80 + "1", "1 if 1 else " * 80 + "0", "[0]" + "[0]" * 0,
        "1 < " * 500 + "1000"):
    try:
        eval(text)
        print("value")
    except (SyntaxError, RecursionError, MemoryError) as error: print("refused")
# expect: value
# expect: value
# expect: value
# expect: value
# expect: value
# expect: value
# expect: value
# expect: value
# expect: value
for text in ("(" * 100000, "[" * 100000 + "]" * 100000, "{" * 5000, "f(" * 1000 + ")" * 1000,
        "1" + " + 1" * 100000, "-" * 100000 + "1", "lambda: " * 100000 + "1", "x" + ".a" * 100000,
        "not " * 100000 + "1"):
    try:
        eval(text)
    except (SyntaxError, RecursionError, MemoryError, NameError): pass
print("alive")  # expect: alive
