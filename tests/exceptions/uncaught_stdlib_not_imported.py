sys.exit(1)
# expect error: NameError: name 'sys' is not defined
# expect line: 1
