import _warnings, warnings

print(_warnings.filters is warnings.filters, callable(_warnings.warn_explicit), _warnings._defaultaction)

# expect: True True default
