"""What CPython has of warnings in C; here it is all in that module."""
from warnings import (_filters_mutated, defaultaction as _defaultaction, filters, onceregistry as _onceregistry, warn,
                      warn_explicit)
