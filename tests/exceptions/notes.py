e = ValueError("main")
e.add_note("first note")
e.add_note("second")
print(e.__notes__, str(e), hasattr(KeyError(), "__notes__"))  # expect: ['first note', 'second'] main False
try:
    e.add_note(5)
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: note must be a str, not 'int'
