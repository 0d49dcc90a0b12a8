# Dialects say what is wrong with them; quotes, escapes and line ends inside fields are read and written as CPython does.
import csv
import io


def outcome(function):
    try:
        return function()
    except Exception as error:
        return f"{type(error).__name__}: {error}"


for name, value in (("delimiter", ""), ("delimiter", None), ("quotechar", 5), ("lineterminator", None),
                    ("quoting", 7), ("quoting", "x"), ("escapechar", "ab"), ("colour", 1)):
    print(outcome(lambda: csv.reader([], **{name: value})))
print(outcome(lambda: setattr(csv.get_dialect("excel"), "delimiter", ";")))
print(list(csv.reader(['a,"b ""c""",d', '"two', 'lines",x'])))
print(list(csv.reader(["x\\\ny", "z"], escapechar="\\")))
print(list(csv.reader(['1,"2"'], quoting=2)))
print(outcome(lambda: list(csv.reader(['"a"b'], strict=True))), outcome(lambda: list(csv.reader(['"a'], strict=True))))
for arguments in ({}, {"quoting": csv.QUOTE_ALL}, {"quoting": csv.QUOTE_NONE, "escapechar": "\\"},
                  {"doublequote": False, "escapechar": "!"}, {"quoting": csv.QUOTE_NONNUMERIC, "lineterminator": ";"}):
    text = io.StringIO()
    writer = csv.writer(text, **arguments)
    writer.writerows([["a b", 'q"q', "c,d", 1.5, None], ["€", "new\nline", "", 7]])
    print(repr(text.getvalue()))
print(outcome(lambda: csv.writer(io.StringIO()).writerow(5)))
print(outcome(lambda: csv.writer(io.StringIO(), quoting=csv.QUOTE_NONE).writerow(["a,b"])))

# expect: TypeError: "delimiter" must be a 1-character string
# expect: TypeError: "delimiter" must be string, not NoneType
# expect: TypeError: "quotechar" must be string or None, not int
# expect: TypeError: lineterminator must be set
# expect: TypeError: bad "quoting" value
# expect: TypeError: "quoting" must be an integer
# expect: TypeError: "escapechar" must be a 1-character string
# expect: TypeError: 'colour' is an invalid keyword argument for this function
# expect: AttributeError: attribute 'delimiter' of '_csv.Dialect' objects is not writable
# expect: [['a', 'b "c"', 'd'], ['twolines', 'x']]
# expect: [['x\nyz']]
# expect: [[1.0, '2']]
# expect: Error: ',' expected after '"' Error: unexpected end of data
# expect: 'a b,"q""q","c,d",1.5,\r\n€,"new\nline",,7\r\n'
# expect: '"a b","q""q","c,d","1.5",""\r\n"€","new\nline","","7"\r\n'
# expect: 'a b,q\\"q,c\\,d,1.5,\r\n€,new\\\nline,,7\r\n'
# expect: 'a b,q!"q,"c,d",1.5,\r\n€,"new\nline",,7\r\n'
# expect: '"a b","q""q","c,d",1.5,"";"€","new\nline","",7;'
# expect: Error: iterable expected, not int
# expect: Error: need to escape, but no escapechar set
