import sys
for value in (None, 0, 3, "text", (1, 2), True):
    try:
        sys.exit(value)
    except SystemExit as error:
        print(repr(error.code))
# expect: None
# expect: 0
# expect: 3
# expect: 'text'
# expect: (1, 2)
# expect: True
sys.exit(7)
# exit: 7
