class A:
    colour = 1
try:
    A().color
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: AttributeError: 'A' object has no attribute 'color'
