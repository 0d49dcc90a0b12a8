from string import Template

t = Template("$who likes ${what} $$5 $x")
print(t.safe_substitute(who="a", what="b"), t.get_identifiers(), t.is_valid(), t.substitute({"who": 1, "what": 2}, x=3))
for text in ("$", "a $1", "\n $", "${a"):
    try:
        Template(text).substitute()
    except ValueError as error:
        print(repr(text), error)
    print(Template(text).is_valid(), repr(Template(text).safe_substitute()))


class Percent(Template):
    delimiter = "%"
    idpattern = "[a-z.]+"


class Own(Template):
    pattern = r"(?P<escaped>@@)|@(?P<named>\w+)|<(?P<braced>\w+)>|(?P<invalid>@)"


print(Percent("%a.b %% $x %{c}").substitute({"a.b": 1, "c": 2}), Own("@a <b> @@").substitute(a=1, b=2))
try:
    t.substitute(who=1)
except KeyError as error:
    print(error)
# expect: a likes b $5 $x ['who', 'what', 'x'] True 1 likes 2 $5 3
# expect: '$' Invalid placeholder in string: line 1, col 1
# expect: False '$'
# expect: 'a $1' Invalid placeholder in string: line 1, col 3
# expect: False 'a $1'
# expect: '\n $' Invalid placeholder in string: line 2, col 2
# expect: False '\n $'
# expect: '${a' Invalid placeholder in string: line 1, col 1
# expect: False '${a'
# expect: 1 % $x 2 1 2 $
# expect: 'what'
