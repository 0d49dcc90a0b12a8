import pickle
from pathlib import PurePath, PurePosixPath, PureWindowsPath as P, WindowsPath


def refuse(function):
    try:
        return function()
    except Exception as error:
        return f"{type(error).__name__}: {error}"


TEXTS = ("", ".", "a", "a/b.tar.gz", "/a", "c:", "c:a", "c:/", "C:\\a\\.\\b/", "//host/share", r"\\host\share\d\e", r"\\host",
         r"\\host\\share", r"\\?\c:\a", r"\\?\UNC\host\share\x", r"\\.\nul", "///a/b", "nul.txt", "c:/com1 .x:y", "1:/a", "a/..")
for text in TEXTS:
    path = P(text)
    print(repr(text), path, repr(path), path.parts, path.drive, path.root, path.anchor, path.name, path.suffixes, path.stem)
    print(path.parent, list(path.parents), path.is_absolute(), path.is_reserved(), path.as_posix(), refuse(path.as_uri))
for first in "", "a", "/a", "c:", "c:a", "c:/a", "//h/s", "//h/s/a":
    print(*(str(P(first) / second) + "|" + str(P(first, second)) + "|" + str(refuse(lambda: P(second).relative_to(first)))
            for second in ("", "b", "/b", "c:b", "C:/B", "d:b", "d:/b", "//h/s/b", "C:a/x", "C:/A/x", "//H/S/A/x")), sep="\n")
print(P("A/b") == P("a/B"), hash(P("A/b")) == hash(P("a/B")), P("a") == PurePosixPath("a"), P("B") > P("a"), P("c:/a") < P("C:/B"))
print(refuse(lambda: P("a") < PurePosixPath("b")), PurePosixPath(P("c:/a/b")), P(PurePosixPath("/a/b:c")), PurePosixPath("a\\b/c").parts)
print([P(text).match(pattern) for text in ("c:/a/B.py", "a/b.PY", "/b.py") for pattern in ("*.Py", "a/*", "c:*", "C:/*/b.py", "/*.py")])
print(P("c:/a/b").with_name("d"), P("c:a.x").with_suffix(".y"), P("a.x").with_stem("b"))
for name in "", ".", "c:", "c:d", "a/b", "a\\", "/":
    print(refuse(lambda: P("c:/a").with_name(name)), refuse(lambda: P("c:/a").with_suffix("." + name)))
print(refuse(lambda: P("c:/").with_name("d")), refuse(lambda: P("a").relative_to()), P("c:/a/b").is_relative_to("C:/A"))
print(pickle.loads(pickle.dumps(P(r"\\h\s\a"))), refuse(lambda: WindowsPath("a")), P("c:/a\xe9 b").as_uri(), P("//h/s/a b").as_uri())
print(P._flavour.parse_parts(["c:", "/", "a"]), PurePath()._flavour.parse_parts(["/a", "b/./c"]), P("c:/a/b/c").parents[:2])
# expect: '' . PureWindowsPath('.') ()     [] 
# expect: . [] False False . ValueError: relative path can't be expressed as a file URI
# expect: '.' . PureWindowsPath('.') ()     [] 
# expect: . [] False False . ValueError: relative path can't be expressed as a file URI
# expect: 'a' a PureWindowsPath('a') ('a',)    a [] a
# expect: . [PureWindowsPath('.')] False False a ValueError: relative path can't be expressed as a file URI
# expect: 'a/b.tar.gz' a\b.tar.gz PureWindowsPath('a/b.tar.gz') ('a', 'b.tar.gz')    b.tar.gz ['.tar', '.gz'] b.tar
# expect: a [PureWindowsPath('a'), PureWindowsPath('.')] False False a/b.tar.gz ValueError: relative path can't be expressed as a file URI
# expect: '/a' \a PureWindowsPath('/a') ('\\', 'a')  \ \ a [] a
# expect: \ [PureWindowsPath('/')] False False /a ValueError: relative path can't be expressed as a file URI
# expect: 'c:' c: PureWindowsPath('c:') ('c:',) c:  c:  [] 
# expect: c: [] False False c: ValueError: relative path can't be expressed as a file URI
# expect: 'c:a' c:a PureWindowsPath('c:a') ('c:', 'a') c:  c: a [] a
# expect: c: [PureWindowsPath('c:')] False False c:a ValueError: relative path can't be expressed as a file URI
# expect: 'c:/' c:\ PureWindowsPath('c:/') ('c:\\',) c: \ c:\  [] 
# expect: c:\ [] True False c:/ file:///c:/
# expect: 'C:\\a\\.\\b/' C:\a\b PureWindowsPath('C:/a/b') ('C:\\', 'a', 'b') C: \ C:\ b [] b
# expect: C:\a [PureWindowsPath('C:/a'), PureWindowsPath('C:/')] True False C:/a/b file:///C:/a/b
# expect: '//host/share' \\host\share\ PureWindowsPath('//host/share/') ('\\\\host\\share\\',) \\host\share \ \\host\share\  [] 
# expect: \\host\share\ [] True False //host/share/ file://host/share/
# expect: '\\\\host\\share\\d\\e' \\host\share\d\e PureWindowsPath('//host/share/d/e') ('\\\\host\\share\\', 'd', 'e') \\host\share \ \\host\share\ e [] e
# expect: \\host\share\d [PureWindowsPath('//host/share/d'), PureWindowsPath('//host/share/')] True False //host/share/d/e file://host/share/d/e
# expect: '\\\\host' \host PureWindowsPath('/host') ('\\', 'host')  \ \ host [] host
# expect: \ [PureWindowsPath('/')] False False /host ValueError: relative path can't be expressed as a file URI
# expect: '\\\\host\\\\share' \host\share PureWindowsPath('/host/share') ('\\', 'host', 'share')  \ \ share [] share
# expect: \host [PureWindowsPath('/host'), PureWindowsPath('/')] False False /host/share ValueError: relative path can't be expressed as a file URI
# expect: '\\\\?\\c:\\a' \\?\c:\a PureWindowsPath('//?/c:/a') ('\\\\?\\c:\\', 'a') \\?\c: \ \\?\c:\ a [] a
# expect: \\?\c:\ [PureWindowsPath('//?/c:/')] True False //?/c:/a file://%3F/c%3A/a
# expect: '\\\\?\\UNC\\host\\share\\x' \\?\UNC\host\share\x PureWindowsPath('//?/UNC/host/share/x') ('\\\\?\\UNC\\host\\share\\', 'x') \\?\UNC\host\share \ \\?\UNC\host\share\ x [] x
# expect: \\?\UNC\host\share\ [PureWindowsPath('//?/UNC/host/share/')] True False //?/UNC/host/share/x file://%3F/UNC/host/share/x
# expect: '\\\\.\\nul' \\.\nul\ PureWindowsPath('//./nul/') ('\\\\.\\nul\\',) \\.\nul \ \\.\nul\  [] 
# expect: \\.\nul\ [] True False //./nul/ file://./nul/
# expect: '///a/b' \a\b PureWindowsPath('/a/b') ('\\', 'a', 'b')  \ \ b [] b
# expect: \a [PureWindowsPath('/a'), PureWindowsPath('/')] False False /a/b ValueError: relative path can't be expressed as a file URI
# expect: 'nul.txt' nul.txt PureWindowsPath('nul.txt') ('nul.txt',)    nul.txt ['.txt'] nul
# expect: . [PureWindowsPath('.')] False True nul.txt ValueError: relative path can't be expressed as a file URI
# expect: 'c:/com1 .x:y' c:\com1 .x:y PureWindowsPath('c:/com1 .x:y') ('c:\\', 'com1 .x:y') c: \ c:\ com1 .x:y ['.x:y'] com1 
# expect: c:\ [PureWindowsPath('c:/')] True True c:/com1 .x:y file:///c:/com1%20.x%3Ay
# expect: '1:/a' 1:\a PureWindowsPath('1:/a') ('1:', 'a')    a [] a
# expect: 1: [PureWindowsPath('1:'), PureWindowsPath('.')] False False 1:/a ValueError: relative path can't be expressed as a file URI
# expect: 'a/..' a\.. PureWindowsPath('a/..') ('a', '..')    .. [] ..
# expect: a [PureWindowsPath('a'), PureWindowsPath('.')] False False a/.. ValueError: relative path can't be expressed as a file URI
# expect: .|.|.
# expect: b|b|b
# expect: \b|\b|ValueError: '\\b' is not in the subpath of '' OR one path is relative and the other is absolute.
# expect: c:b|c:b|ValueError: 'c:b' is not in the subpath of '' OR one path is relative and the other is absolute.
# expect: C:\B|C:\B|ValueError: 'C:\\B' is not in the subpath of '' OR one path is relative and the other is absolute.
# expect: d:b|d:b|ValueError: 'd:b' is not in the subpath of '' OR one path is relative and the other is absolute.
# expect: d:\b|d:\b|ValueError: 'd:\\b' is not in the subpath of '' OR one path is relative and the other is absolute.
# expect: \\h\s\b|\\h\s\b|ValueError: '\\\\h\\s\\b' is not in the subpath of '' OR one path is relative and the other is absolute.
# expect: C:a\x|C:a\x|ValueError: 'C:a\\x' is not in the subpath of '' OR one path is relative and the other is absolute.
# expect: C:\A\x|C:\A\x|ValueError: 'C:\\A\\x' is not in the subpath of '' OR one path is relative and the other is absolute.
# expect: \\H\S\A\x|\\H\S\A\x|ValueError: '\\\\H\\S\\A\\x' is not in the subpath of '' OR one path is relative and the other is absolute.
# expect: a|a|ValueError: '.' is not in the subpath of 'a' OR one path is relative and the other is absolute.
# expect: a\b|a\b|ValueError: 'b' is not in the subpath of 'a' OR one path is relative and the other is absolute.
# expect: \b|\b|ValueError: '\\b' is not in the subpath of 'a' OR one path is relative and the other is absolute.
# expect: c:b|c:b|ValueError: 'c:b' is not in the subpath of 'a' OR one path is relative and the other is absolute.
# expect: C:\B|C:\B|ValueError: 'C:\\B' is not in the subpath of 'a' OR one path is relative and the other is absolute.
# expect: d:b|d:b|ValueError: 'd:b' is not in the subpath of 'a' OR one path is relative and the other is absolute.
# expect: d:\b|d:\b|ValueError: 'd:\\b' is not in the subpath of 'a' OR one path is relative and the other is absolute.
# expect: \\h\s\b|\\h\s\b|ValueError: '\\\\h\\s\\b' is not in the subpath of 'a' OR one path is relative and the other is absolute.
# expect: C:a\x|C:a\x|ValueError: 'C:a\\x' is not in the subpath of 'a' OR one path is relative and the other is absolute.
# expect: C:\A\x|C:\A\x|ValueError: 'C:\\A\\x' is not in the subpath of 'a' OR one path is relative and the other is absolute.
# expect: \\H\S\A\x|\\H\S\A\x|ValueError: '\\\\H\\S\\A\\x' is not in the subpath of 'a' OR one path is relative and the other is absolute.
# expect: \a|\a|ValueError: '.' is not in the subpath of '\\a' OR one path is relative and the other is absolute.
# expect: \a\b|\a\b|ValueError: 'b' is not in the subpath of '\\a' OR one path is relative and the other is absolute.
# expect: \b|\b|ValueError: '\\b' is not in the subpath of '\\a' OR one path is relative and the other is absolute.
# expect: c:b|c:b|ValueError: 'c:b' is not in the subpath of '\\a' OR one path is relative and the other is absolute.
# expect: C:\B|C:\B|ValueError: 'C:\\B' is not in the subpath of '\\a' OR one path is relative and the other is absolute.
# expect: d:b|d:b|ValueError: 'd:b' is not in the subpath of '\\a' OR one path is relative and the other is absolute.
# expect: d:\b|d:\b|ValueError: 'd:\\b' is not in the subpath of '\\a' OR one path is relative and the other is absolute.
# expect: \\h\s\b|\\h\s\b|ValueError: '\\\\h\\s\\b' is not in the subpath of '\\a' OR one path is relative and the other is absolute.
# expect: C:a\x|C:a\x|ValueError: 'C:a\\x' is not in the subpath of '\\a' OR one path is relative and the other is absolute.
# expect: C:\A\x|C:\A\x|ValueError: 'C:\\A\\x' is not in the subpath of '\\a' OR one path is relative and the other is absolute.
# expect: \\H\S\A\x|\\H\S\A\x|ValueError: '\\\\H\\S\\A\\x' is not in the subpath of '\\a' OR one path is relative and the other is absolute.
# expect: c:|c:|ValueError: '.' is not in the subpath of 'c:' OR one path is relative and the other is absolute.
# expect: c:b|c:b|ValueError: 'b' is not in the subpath of 'c:' OR one path is relative and the other is absolute.
# expect: c:\b|c:\b|ValueError: '\\b' is not in the subpath of 'c:' OR one path is relative and the other is absolute.
# expect: c:b|c:b|b
# expect: C:\B|C:\B|\B
# expect: d:b|d:b|ValueError: 'd:b' is not in the subpath of 'c:' OR one path is relative and the other is absolute.
# expect: d:\b|d:\b|ValueError: 'd:\\b' is not in the subpath of 'c:' OR one path is relative and the other is absolute.
# expect: \\h\s\b|\\h\s\b|ValueError: '\\\\h\\s\\b' is not in the subpath of 'c:' OR one path is relative and the other is absolute.
# expect: c:a\x|C:a\x|a\x
# expect: C:\A\x|C:\A\x|\A\x
# expect: \\H\S\A\x|\\H\S\A\x|ValueError: '\\\\H\\S\\A\\x' is not in the subpath of 'c:' OR one path is relative and the other is absolute.
# expect: c:a|c:a|ValueError: '.' is not in the subpath of 'c:a' OR one path is relative and the other is absolute.
# expect: c:a\b|c:a\b|ValueError: 'b' is not in the subpath of 'c:a' OR one path is relative and the other is absolute.
# expect: c:\b|c:\b|ValueError: '\\b' is not in the subpath of 'c:a' OR one path is relative and the other is absolute.
# expect: c:a\b|c:b|ValueError: 'c:b' is not in the subpath of 'c:a' OR one path is relative and the other is absolute.
# expect: C:\B|C:\B|ValueError: 'C:\\B' is not in the subpath of 'c:a' OR one path is relative and the other is absolute.
# expect: d:b|d:b|ValueError: 'd:b' is not in the subpath of 'c:a' OR one path is relative and the other is absolute.
# expect: d:\b|d:\b|ValueError: 'd:\\b' is not in the subpath of 'c:a' OR one path is relative and the other is absolute.
# expect: \\h\s\b|\\h\s\b|ValueError: '\\\\h\\s\\b' is not in the subpath of 'c:a' OR one path is relative and the other is absolute.
# expect: c:a\a\x|C:a\x|x
# expect: C:\A\x|C:\A\x|ValueError: 'C:\\A\\x' is not in the subpath of 'c:a' OR one path is relative and the other is absolute.
# expect: \\H\S\A\x|\\H\S\A\x|ValueError: '\\\\H\\S\\A\\x' is not in the subpath of 'c:a' OR one path is relative and the other is absolute.
# expect: c:\a|c:\a|ValueError: '.' is not in the subpath of 'c:\\a' OR one path is relative and the other is absolute.
# expect: c:\a\b|c:\a\b|ValueError: 'b' is not in the subpath of 'c:\\a' OR one path is relative and the other is absolute.
# expect: c:\b|c:\b|ValueError: '\\b' is not in the subpath of 'c:\\a' OR one path is relative and the other is absolute.
# expect: c:\a\b|c:b|ValueError: 'c:b' is not in the subpath of 'c:\\a' OR one path is relative and the other is absolute.
# expect: C:\B|C:\B|ValueError: 'C:\\B' is not in the subpath of 'c:\\a' OR one path is relative and the other is absolute.
# expect: d:b|d:b|ValueError: 'd:b' is not in the subpath of 'c:\\a' OR one path is relative and the other is absolute.
# expect: d:\b|d:\b|ValueError: 'd:\\b' is not in the subpath of 'c:\\a' OR one path is relative and the other is absolute.
# expect: \\h\s\b|\\h\s\b|ValueError: '\\\\h\\s\\b' is not in the subpath of 'c:\\a' OR one path is relative and the other is absolute.
# expect: c:\a\a\x|C:a\x|ValueError: 'C:a\\x' is not in the subpath of 'c:\\a' OR one path is relative and the other is absolute.
# expect: C:\A\x|C:\A\x|x
# expect: \\H\S\A\x|\\H\S\A\x|ValueError: '\\\\H\\S\\A\\x' is not in the subpath of 'c:\\a' OR one path is relative and the other is absolute.
# expect: \\h\s\|\\h\s\|ValueError: '.' is not in the subpath of '\\\\h\\s\\' OR one path is relative and the other is absolute.
# expect: \\h\s\b|\\h\s\b|ValueError: 'b' is not in the subpath of '\\\\h\\s\\' OR one path is relative and the other is absolute.
# expect: \\h\s\b|\\h\s\b|ValueError: '\\b' is not in the subpath of '\\\\h\\s\\' OR one path is relative and the other is absolute.
# expect: c:b|c:b|ValueError: 'c:b' is not in the subpath of '\\\\h\\s\\' OR one path is relative and the other is absolute.
# expect: C:\B|C:\B|ValueError: 'C:\\B' is not in the subpath of '\\\\h\\s\\' OR one path is relative and the other is absolute.
# expect: d:b|d:b|ValueError: 'd:b' is not in the subpath of '\\\\h\\s\\' OR one path is relative and the other is absolute.
# expect: d:\b|d:\b|ValueError: 'd:\\b' is not in the subpath of '\\\\h\\s\\' OR one path is relative and the other is absolute.
# expect: \\h\s\b|\\h\s\b|b
# expect: C:a\x|C:a\x|ValueError: 'C:a\\x' is not in the subpath of '\\\\h\\s\\' OR one path is relative and the other is absolute.
# expect: C:\A\x|C:\A\x|ValueError: 'C:\\A\\x' is not in the subpath of '\\\\h\\s\\' OR one path is relative and the other is absolute.
# expect: \\H\S\A\x|\\H\S\A\x|A\x
# expect: \\h\s\a|\\h\s\a|ValueError: '.' is not in the subpath of '\\\\h\\s\\a' OR one path is relative and the other is absolute.
# expect: \\h\s\a\b|\\h\s\a\b|ValueError: 'b' is not in the subpath of '\\\\h\\s\\a' OR one path is relative and the other is absolute.
# expect: \\h\s\b|\\h\s\b|ValueError: '\\b' is not in the subpath of '\\\\h\\s\\a' OR one path is relative and the other is absolute.
# expect: c:b|c:b|ValueError: 'c:b' is not in the subpath of '\\\\h\\s\\a' OR one path is relative and the other is absolute.
# expect: C:\B|C:\B|ValueError: 'C:\\B' is not in the subpath of '\\\\h\\s\\a' OR one path is relative and the other is absolute.
# expect: d:b|d:b|ValueError: 'd:b' is not in the subpath of '\\\\h\\s\\a' OR one path is relative and the other is absolute.
# expect: d:\b|d:\b|ValueError: 'd:\\b' is not in the subpath of '\\\\h\\s\\a' OR one path is relative and the other is absolute.
# expect: \\h\s\b|\\h\s\b|ValueError: '\\\\h\\s\\b' is not in the subpath of '\\\\h\\s\\a' OR one path is relative and the other is absolute.
# expect: C:a\x|C:a\x|ValueError: 'C:a\\x' is not in the subpath of '\\\\h\\s\\a' OR one path is relative and the other is absolute.
# expect: C:\A\x|C:\A\x|ValueError: 'C:\\A\\x' is not in the subpath of '\\\\h\\s\\a' OR one path is relative and the other is absolute.
# expect: \\H\S\A\x|\\H\S\A\x|x
# expect: True True False True True
# expect: TypeError: '<' not supported between instances of 'PureWindowsPath' and 'PurePosixPath' c:\/a/b b:c ('a\\b', 'c')
# expect: [True, True, False, True, False, True, True, False, False, False, True, False, False, False, True]
# expect: c:\a\d c:a.y b.x
# expect: ValueError: Invalid name '' ValueError: Invalid suffix '.'
# expect: ValueError: Invalid name '.' c:\a..
# expect: ValueError: Invalid name 'c:' c:\a.c:
# expect: ValueError: Invalid name 'c:d' c:\a.c:d
# expect: ValueError: Invalid name 'a/b' ValueError: Invalid suffix '.a/b'
# expect: ValueError: Invalid name 'a\\' ValueError: Invalid suffix '.a\\'
# expect: ValueError: Invalid name '/' ValueError: Invalid suffix './'
# expect: ValueError: PureWindowsPath('c:/') has an empty name TypeError: need at least one argument True
# expect: \\h\s\a NotImplementedError: cannot instantiate 'WindowsPath' on your system file:///c:/a%C3%A9%20b file://h/s/a%20b
# expect: ('c:', '\\', ['c:\\', 'a']) ('', '/', ['/', 'a', 'b', 'c']) (PureWindowsPath('c:/a/b'), PureWindowsPath('c:/a'))
