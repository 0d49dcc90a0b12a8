import subprocess, sys
def python(*arguments, **options):
    return subprocess.run([sys.executable, *arguments], stdout=subprocess.PIPE, text=True, **options)
print(python("-c", "import sys; print(sys.argv, 6 * 7)", "a", "-b").stdout)
print(python("-", input="print('from stdin')").stdout, python("-c", "raise SystemExit(9)").returncode)
print(python(__file__, "again").stdout if len(sys.argv) == 1 else "in the child")
print(python("-S", "-E", "-c", "print('flags')").stdout)
# expect: ['-c', 'a', '-b'] 42
# expect:
# expect: from stdin
# expect:  9
# expect: ['-c', 'a', '-b'] 42
# expect:
# expect: from stdin
# expect:  9
# expect: in the child
# expect: flags
# expect:
# expect:
# expect: flags
# expect:
