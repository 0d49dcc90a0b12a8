"""python -m unittest: the tests in the modules, classes and methods that are named."""
import sys
from unittest.main import main

__unittest = True

if sys.argv[0].endswith("__main__.py"):
    sys.argv[0] = "python -m unittest"
main(module=None)
