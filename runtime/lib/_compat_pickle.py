"""How pickles of Python 2 name modules and things in them, and the way back."""
from pickle._names import _old_modules as REVERSE_IMPORT_MAPPING
from pickle._names import _old_names as REVERSE_NAME_MAPPING
from pickle._names import modules as IMPORT_MAPPING
from pickle._names import names as NAME_MAPPING
