group = ExceptionGroup('g', [ValueError(1), TypeError(2)])
group.__notes__ = 123
match, rest = group.split(TypeError)
print(hasattr(match, '__notes__'), hasattr(rest, '__notes__'))

# expect: False False
