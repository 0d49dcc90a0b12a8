"""importlib._bootstrap_external by the name it has before importlib is there."""
from importlib._bootstrap_external import *
from importlib._bootstrap_external import _get_sourcefile
