import ntpath, os


def refuse(function, *arguments):
    try:
        return function(*arguments)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


def ismount(path):
    """Of what is relative the answer depends on where the test is run."""
    return ntpath.isabs(path) and ntpath.ismount(path)


os.environ.update(known="value", USERPROFILE="C:\\Users\\me", USERNAME="me")
for text in ("", "a", "c:", "c:a", "C:\\a\\..\\b/./c", "//host/share/a/..", r"\\host", r"\\?\UNC\host\share\x", r"\\?\c:\x", "/a/b.tar.gz", "..\\..", "\\..\\a", ".bashrc", "a/...x", "~/q", "~you\\r", "c:/"):
    print(text, *(refuse(ismount if name == "ismount" else getattr(ntpath, name), text) for name in ("splitdrive", "split", "splitext", "basename", "dirname", "normpath", "normcase", "isabs", "ismount", "expanduser")), sep=" | ")
    print(ntpath.split(text.encode()), ntpath.normpath(text.encode()))
for paths in ("a", "b"), ("c:", "b"), ("c:a", "C:b"), ("c:/a", "d:b"), ("c:/a", "/b"), ("//h/s", "a"), ("a/", "", "b"), ("", ""), ("c:\\a", "//h/s/b"):
    print(paths, ntpath.join(*paths), refuse(ntpath.commonpath, list(paths)))
for path, start in ("c:/a/b", "C:/A"), ("c:/a", "c:/a/b/c"), ("c:/a", "d:/a"), ("c:/a", "C:/a"), ("//h/s/a", "//h/s/b"), ("", "a"), ("a", "b/c"):
    print(path, start, refuse(ntpath.relpath, path, start))
for text in "$known/%known%/${known}", "'$known' $known", "%unknown% $unknown ${unknown}", "%% $$ $ %", "%known $known", "${known":
    print(text, ntpath.expandvars(text), ntpath.expandvars(text.encode()))
print(ntpath.commonpath(["c:/a/b", "C:/A/c"]), refuse(ntpath.commonpath, []), refuse(ntpath.commonpath, ["/a", "a"]), refuse(ntpath.commonpath, ["c:/a", "d:/a"]))
print(refuse(ntpath.join, "a", b"b"), ntpath.sep, ntpath.altsep, ntpath.commonprefix(["ab", "ac"]), ntpath.exists("/"), ntpath.relpath("c:/a/b", start="c:/a"))
# expect:  | ('', '') | ('', '') | ('', '') |  |  | . |  | False | False | 
# expect: (b'', b'') b'.'
# expect: a | ('', 'a') | ('', 'a') | ('a', '') | a |  | a | a | False | False | a
# expect: (b'', b'a') b'a'
# expect: c: | ('c:', '') | ('c:', '') | ('c:', '') |  | c: | c: | c: | False | False | c:
# expect: (b'c:', b'') b'c:'
# expect: c:a | ('c:', 'a') | ('c:', 'a') | ('c:a', '') | a | c: | c:a | c:a | False | False | c:a
# expect: (b'c:', b'a') b'c:a'
# expect: C:\a\..\b/./c | ('C:', '\\a\\..\\b/./c') | ('C:\\a\\..\\b/.', 'c') | ('C:\\a\\..\\b/./c', '') | c | C:\a\..\b/. | C:\b\c | c:\a\..\b\.\c | True | False | C:\a\..\b/./c
# expect: (b'C:\\a\\..\\b/.', b'c') b'C:\\b\\c'
# expect: //host/share/a/.. | ('//host/share', '/a/..') | ('//host/share/a', '..') | ('//host/share/a/..', '') | .. | //host/share/a | \\host\share\ | \\host\share\a\.. | True | True | //host/share/a/..
# expect: (b'//host/share/a', b'..') b'\\\\host\\share\\'
# expect: \\host | ('\\\\host', '') | ('\\\\host', '') | ('\\\\host', '') |  | \\host | \\host | \\host | True | True | \\host
# expect: (b'\\\\host', b'') b'\\\\host'
# expect: \\?\UNC\host\share\x | ('\\\\?\\UNC\\host\\share', '\\x') | ('\\\\?\\UNC\\host\\share\\', 'x') | ('\\\\?\\UNC\\host\\share\\x', '') | x | \\?\UNC\host\share\ | \\?\UNC\host\share\x | \\?\unc\host\share\x | True | False | \\?\UNC\host\share\x
# expect: (b'\\\\?\\UNC\\host\\share\\', b'x') b'\\\\?\\UNC\\host\\share\\x'
# expect: \\?\c:\x | ('\\\\?\\c:', '\\x') | ('\\\\?\\c:\\', 'x') | ('\\\\?\\c:\\x', '') | x | \\?\c:\ | \\?\c:\x | \\?\c:\x | True | False | \\?\c:\x
# expect: (b'\\\\?\\c:\\', b'x') b'\\\\?\\c:\\x'
# expect: /a/b.tar.gz | ('', '/a/b.tar.gz') | ('/a', 'b.tar.gz') | ('/a/b.tar', '.gz') | b.tar.gz | /a | \a\b.tar.gz | \a\b.tar.gz | True | False | /a/b.tar.gz
# expect: (b'/a', b'b.tar.gz') b'\\a\\b.tar.gz'
# expect: ..\.. | ('', '..\\..') | ('..', '..') | ('..\\..', '') | .. | .. | ..\.. | ..\.. | False | False | ..\..
# expect: (b'..', b'..') b'..\\..'
# expect: \..\a | ('', '\\..\\a') | ('\\..', 'a') | ('\\..\\a', '') | a | \.. | \a | \..\a | True | False | \..\a
# expect: (b'\\..', b'a') b'\\a'
# expect: .bashrc | ('', '.bashrc') | ('', '.bashrc') | ('.bashrc', '') | .bashrc |  | .bashrc | .bashrc | False | False | .bashrc
# expect: (b'', b'.bashrc') b'.bashrc'
# expect: a/...x | ('', 'a/...x') | ('a', '...x') | ('a/...x', '') | ...x | a | a\...x | a\...x | False | False | a/...x
# expect: (b'a', b'...x') b'a\\...x'
# expect: ~/q | ('', '~/q') | ('~', 'q') | ('~/q', '') | q | ~ | ~\q | ~\q | False | False | C:\Users\me/q
# expect: (b'~', b'q') b'~\\q'
# expect: ~you\r | ('', '~you\\r') | ('~you', 'r') | ('~you\\r', '') | r | ~you | ~you\r | ~you\r | False | False | C:\Users\you\r
# expect: (b'~you', b'r') b'~you\\r'
# expect: c:/ | ('c:', '/') | ('c:/', '') | ('c:/', '') |  | c:/ | c:\ | c:\ | True | True | c:/
# expect: (b'c:/', b'') b'c:\\'
# expect: ('a', 'b') a\b 
# expect: ('c:', 'b') c:b ValueError: Paths don't have the same drive
# expect: ('c:a', 'C:b') C:a\b c:
# expect: ('c:/a', 'd:b') d:b ValueError: Can't mix absolute and relative paths
# expect: ('c:/a', '/b') c:/b ValueError: Paths don't have the same drive
# expect: ('//h/s', 'a') //h/s\a ValueError: Paths don't have the same drive
# expect: ('a/', '', 'b') a/b 
# expect: ('', '')  
# expect: ('c:\\a', '//h/s/b') //h/s/b ValueError: Paths don't have the same drive
# expect: c:/a/b C:/A b
# expect: c:/a c:/a/b/c ..\..
# expect: c:/a d:/a ValueError: path is on mount 'c:', start on mount 'd:'
# expect: c:/a C:/a .
# expect: //h/s/a //h/s/b ..\a
# expect:  a ValueError: no path specified
# expect: a b/c ..\..\a
# expect: $known/%known%/${known} value/value/value b'value/value/value'
# expect: '$known' $known '$known' value b"'$known' value"
# expect: %unknown% $unknown ${unknown} %unknown% $unknown ${unknown} b'%unknown% $unknown ${unknown}'
# expect: %% $$ $ % % $ $ % b'% $ $ %'
# expect: %known $known %known $known b'%known $known'
# expect: ${known ${known b'${known'
# expect: c:\a ValueError: commonpath() arg is an empty sequence ValueError: Can't mix absolute and relative paths ValueError: Paths don't have the same drive
# expect: TypeError: Can't mix strings and bytes in path components \ / a True b
