import csv
import io

for lines, options in [(["a,b,c\r\n", "1,\"x,\"\"y\"\"\",3\n"], {}), (["a;'b;c'\n"], {"delimiter": ";", "quotechar": "'"}), (['"multi\n', 'line",2\n', "\n", "x"], {}),
                       (["a, b"], {"skipinitialspace": True}), (["a\\,b,c"], {"escapechar": "\\"}), (["1,\"2\",x\n"][:0] + ["1,\"2\"\n"], {"quoting": csv.QUOTE_NONNUMERIC}),
                       (['"a"b,c'], {}), (["a\rb"], {}), (['"open'], {}), (["'x'"], {"quoting": csv.QUOTE_NONE})]:
    try:
        print(list(csv.reader(lines, **options)))
    except csv.Error as error:
        print(error)
rows = [["a", "", "a,b", 'x"y', "l\nm", 1, 2.5, None, True], ["", "é"], [""], [], [" lead"]]
for options in [{}, {"quoting": csv.QUOTE_ALL}, {"quoting": csv.QUOTE_NONNUMERIC}, {"quoting": csv.QUOTE_NONE, "escapechar": "\\"},
                {"doublequote": False, "escapechar": "\\"}, {"delimiter": "\t", "lineterminator": "\n"}, {"dialect": "unix"}]:
    out = io.StringIO(newline="")
    try:
        csv.writer(out, **options).writerows(rows)
    except csv.Error as error:
        print(error)
    print(repr(out.getvalue()))
# expect: [['a', 'b', 'c'], ['1', 'x,"y"', '3']]
# expect: [['a', 'b;c']]
# expect: [['multi\nline', '2'], [], ['x']]
# expect: [['a', 'b']]
# expect: [['a,b', 'c']]
# expect: [[1.0, '2']]
# expect: [['ab', 'c']]
# expect: new-line character seen in unquoted field - do you need to open the file in universal-newline mode?
# expect: [['open']]
# expect: [["'x'"]]
# expect: 'a,,"a,b","x""y","l\nm",1,2.5,,True\r\n,é\r\n""\r\n\r\n lead\r\n'
# expect: '"a","","a,b","x""y","l\nm","1","2.5","","True"\r\n"","é"\r\n""\r\n\r\n" lead"\r\n'
# expect: '"a","","a,b","x""y","l\nm",1,2.5,"",True\r\n"","é"\r\n""\r\n\r\n" lead"\r\n'
# expect: single empty field record must be quoted
# expect: 'a,,a\\,b,x\\"y,l\\\nm,1,2.5,,True\r\n,é\r\n'
# expect: 'a,,"a,b",x\\"y,"l\nm",1,2.5,,True\r\n,é\r\n""\r\n\r\n lead\r\n'
# expect: 'a\t\ta,b\t"x""y"\t"l\nm"\t1\t2.5\t\tTrue\n\té\n""\n\n lead\n'
# expect: '"a","","a,b","x""y","l\nm","1","2.5","","True"\n"","é"\n""\n\n" lead"\n'
