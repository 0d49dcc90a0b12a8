import csv
import io

rows = csv.DictReader(io.StringIO("a,b\n1,2\n3\n\n4,5,6\n"), restkey="rest", restval="none")
print(rows.fieldnames, list(rows), rows.line_num)
out = io.StringIO()
writer = csv.DictWriter(out, ["a", "b"], restval="-")
writer.writeheader()
writer.writerows([{"a": 1}, {"a": 2, "b": "x y"}])
print(repr(out.getvalue()))
print(csv.Sniffer().sniff("a;b;c\n1;2;3\n").delimiter, csv.Sniffer().has_header("name,age\nbob,12\nsue,13\n"))


class Bars(csv.Dialect):
    delimiter = "|"
    quotechar = '"'
    quoting = csv.QUOTE_MINIMAL
    lineterminator = "\n"


csv.register_dialect("bars", Bars)
print(list(csv.reader(["a|b"], "bars")), csv.list_dialects(), csv.get_dialect("bars").delimiter)
for function in [lambda: csv.reader([], delimiter="ab"), lambda: csv.reader([], delimiter=1), lambda: csv.reader([], quoting=9), lambda: csv.reader([], foo=1),
                 lambda: csv.reader([], "nope"), lambda: csv.writer(1), lambda: list(csv.reader([b"a"])), lambda: csv.writer(out).writerow(5),
                 lambda: writer.writerow({"z": 1}), lambda: csv.reader([], quotechar="")]:
    try:
        function()
    except (TypeError, ValueError, csv.Error) as error:
        print(type(error).__name__, error)
# expect: ['a', 'b'] [{'a': '1', 'b': '2'}, {'a': '3', 'b': 'none'}, {'a': '4', 'b': '5', 'rest': ['6']}] 5
# expect: 'a,b\r\n1,-\r\n2,x y\r\n'
# expect: ; True
# expect: [['a', 'b']] ['excel', 'excel-tab', 'unix', 'bars'] |
# expect: TypeError "delimiter" must be a 1-character string
# expect: TypeError "delimiter" must be string, not int
# expect: TypeError bad "quoting" value
# expect: TypeError 'foo' is an invalid keyword argument for this function
# expect: Error unknown dialect
# expect: TypeError argument 1 must have a "write" method
# expect: Error iterator should return strings, not bytes (the file should be opened in text mode)
# expect: Error iterable expected, not int
# expect: ValueError dict contains fields not in fieldnames: 'z'
# expect: TypeError "quotechar" must be a 1-character string
