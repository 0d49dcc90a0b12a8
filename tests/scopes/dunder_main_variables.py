print(__name__, __doc__, __package__, __spec__, type(__builtins__).__name__, __file__.endswith("dunder_main_variables.py"))
# expect: __main__ None None None module True
