import ast

for text in ["1", "-2", "+3.5", "0x1f", "1_000", "2+3j", "-1-2j", "'a' \"b\"", 'r"\\n"', 'b"x"', '"""a\nb"""', "None", "[1, (2,), {3: 'x'}, {4}, set()]", " (1)", "1, 2",
             "()", "{}", "...", "[\n 1,\n 2, # two\n]"]:
    print(repr(ast.literal_eval(text)))
for text in ["foo", "f()", "1+2", "--4", "f'x'", "not 1", "1 +", "[1", "07", "x.y", ""]:
    try:
        ast.literal_eval(text)
    except (ValueError, SyntaxError) as error:
        print(text, type(error).__name__, str(error).split(":")[0])
# expect: 1
# expect: -2
# expect: 3.5
# expect: 31
# expect: 1000
# expect: (2+3j)
# expect: (-1-2j)
# expect: 'ab'
# expect: '\\n'
# expect: b'x'
# expect: 'a\nb'
# expect: None
# expect: [1, (2,), {3: 'x'}, {4}, set()]
# expect: 1
# expect: (1, 2)
# expect: ()
# expect: {}
# expect: Ellipsis
# expect: [1, 2]
# expect: foo ValueError malformed node or string on line 1
# expect: f() ValueError malformed node or string on line 1
# expect: 1+2 ValueError malformed node or string on line 1
# expect: --4 ValueError malformed node or string on line 1
# expect: f'x' ValueError malformed node or string on line 1
# expect: not 1 ValueError malformed node or string on line 1
# expect: 1 + SyntaxError invalid syntax (<unknown>, line 1)
# expect: [1 SyntaxError '[' was never closed (<unknown>, line 1)
# expect: 07 SyntaxError leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers (<unknown>, line 1)
# expect: x.y ValueError malformed node or string on line 1
# expect:  SyntaxError invalid syntax (<unknown>, line 0)
