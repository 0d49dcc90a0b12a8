# expect stderr:   File "{file}", line 8
# expect stderr:     except:
# expect stderr:     ^^^^^^^
# expect error: SyntaxError: default 'except:' must be last
# expect line: 8
try:
    pass
except:
    pass
except ValueError:
    pass
