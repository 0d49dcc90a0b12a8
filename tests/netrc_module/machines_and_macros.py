# Entries, defaults, macros, quoting, comments, errors with their line.
import netrc
import os
import tempfile


def read(text):
    with tempfile.NamedTemporaryFile("w", suffix="netrc", delete=False) as file:
        file.write(text)
    try:
        return netrc.netrc(file.name)
    except netrc.NetrcParseError as error:
        return error.msg, error.lineno
    finally:
        os.unlink(file.name)


found = read("""# first
machine a.example login joe password "se cret" account acc
machine b.example
    user ann password p#w
macdef init
cd /x
ls

default login anonymous password me@
""")
print(found.hosts, found.macros)
print(found.authenticators("a.example"), found.authenticators("other"))
print(found)
for text in ("nonsense x", "machine a bad x", "macdef m\nline", "machine"):
    print(read(text))
# expect: {'a.example': ('joe', 'acc', 'se cret'), 'b.example': ('ann', '', 'p#w'), 'default': ('anonymous', '', 'me@')} {'init': ['cd /x\n', 'ls\n']}
# expect: ('joe', 'acc', 'se cret') ('anonymous', '', 'me@')
# expect: machine a.example
# expect: 	login joe
# expect: 	account acc
# expect: 	password se cret
# expect: machine b.example
# expect: 	login ann
# expect: 	password p#w
# expect: machine default
# expect: 	login anonymous
# expect: 	password me@
# expect: macdef init
# expect: cd /x
# expect: ls
# expect:
# expect:
# expect: ("bad toplevel token 'nonsense'", 1)
# expect: ("bad follower token 'bad'", 1)
# expect: ('Macro definition missing null line terminator.', 2)
# expect: ("missing 'machine' name", 1)
