# stdin: first line
# stdin:  second
name = input("prompt>")
print()  # expect: prompt>
print(repr(name), repr(input()))  # expect: 'first line' ' second'
try:
    input()
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: EOFError: EOF when reading a line
