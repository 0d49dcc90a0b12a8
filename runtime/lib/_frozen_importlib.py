"""importlib._bootstrap by the name it has before importlib is there."""
from importlib._bootstrap import *
from importlib._bootstrap import _load, _load_unlocked
