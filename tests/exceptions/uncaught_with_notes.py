e = ValueError("main")
e.add_note("first note")
e.add_note("two\nlines")
raise e
# expect stderr: Traceback (most recent call last):
# expect stderr:   File "{file}", line 4, in <module>
# expect stderr:     raise e
# expect stderr: ValueError: main
# expect stderr: first note
# expect stderr: two
# expect error: lines
# expect line: 4
