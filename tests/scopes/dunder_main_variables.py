print(__name__, __doc__, __package__, __spec__, type(__builtins__).__name__)
# expect: __main__ None None None module
print(__file__.endswith("dunder_main_variables.py"))  # expect: True
