text = "abc"
text.upper().lower().nothing().strip()
# expect stderr: Traceback (most recent call last):
# expect stderr:   File "{file}", line 2, in <module>
# expect stderr:     text.upper().lower().nothing().strip()
# expect stderr:     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
# expect error: AttributeError: 'str' object has no attribute 'nothing'
# expect line: 2
