text = "a"
(text
 .upper()
 .missing()
 .lower())
# expect stderr: Traceback (most recent call last):
# expect stderr:   File "{file}", line 4, in <module>
# expect stderr:     .missing()
# expect stderr:      ^^^^^^^
# expect error: AttributeError: 'str' object has no attribute 'missing'
# expect line: 4
