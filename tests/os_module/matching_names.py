import fnmatch, glob, os, tempfile
print([fnmatch.fnmatch(name, pattern) for name, pattern in (("a.py", "*.py"), ("a.py", "?.p[xy]"), ("a.py", "[!a]*"), ("b.py", "[!a]*"), ("[x]", "[[]x]"), ("a\nb", "a*b"), ("", "*"), ("a-", "[a-"), ("]", "[]]"), ("B", "[a-c]"))])
print(fnmatch.filter(["a.txt", "b.py", "c.txt"], "*.txt"), fnmatch.translate("*.py"), fnmatch.translate("a?[b-d][!x]*y*z"), fnmatch.fnmatchcase(b"ab", b"a*"))
with tempfile.TemporaryDirectory() as root:
    os.makedirs(os.path.join(root, "a/b"))
    for name in "x.py", "y.txt", ".h", "a/z.py", "a/b/w.py":
        open(os.path.join(root, name), "w").close()
    show = lambda pattern, **options: sorted(os.path.relpath(path, root) for path in glob.glob(os.path.join(root, pattern), **options))
    print(show("*"), show("*.py"), show("*/*"), show("x.py"), show("no"), show(".*"), show("[xy].*"), show("a/"))
    print(show("**", recursive=True), show("**/*.py", recursive=True), show("a/**", recursive=True), show("**/w.py"))
    print(sorted(glob.glob("*", root_dir=root)), sorted(glob.glob("a/*", root_dir=root)), sorted(glob.glob("*", root_dir=root, include_hidden=True)))
print(glob.escape("a[*]?"), glob.has_magic("a*"), glob.has_magic("a"), glob.glob("/no/where/*"))
# expect: [True, True, False, True, True, True, True, False, True, False]
# expect: ['a.txt', 'c.txt'] (?s:.*\.py)\Z (?s:a.[b-d][^x](?>.*?y).*z)\Z True
# expect: ['a', 'x.py', 'y.txt'] ['x.py'] ['a/b', 'a/z.py'] ['x.py'] [] ['.h'] ['x.py', 'y.txt'] ['a']
# expect: ['.', 'a', 'a/b', 'a/b/w.py', 'a/z.py', 'x.py', 'y.txt'] ['a/b/w.py', 'a/z.py', 'x.py'] ['a', 'a/b', 'a/b/w.py', 'a/z.py'] []
# expect: ['a', 'x.py', 'y.txt'] ['a/b', 'a/z.py'] ['.h', 'a', 'x.py', 'y.txt']
# expect: a[[][*]][?] True False []
