"""The names of io under the name that CPython gives its Python implementation: here there is one implementation."""
from io import *
from io import IncrementalNewlineDecoder, open_code, text_encoding
