# stdin: one
# stdin: two
# stdin: three
import sys
print(repr(sys.stdin.readline()))  # expect: 'one\n'
for line in sys.stdin: print(repr(line))
# expect: 'two\n'
# expect: 'three\n'
print(repr(sys.stdin.read()))  # expect: ''
