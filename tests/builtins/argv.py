# args: one --two three
import sys
print(sys.argv[1:], len(sys.argv), sys.argv[0].endswith("argv.py"))  # expect: ['one', '--two', 'three'] 4 True
