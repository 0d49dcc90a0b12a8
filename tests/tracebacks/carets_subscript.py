data = {"a": {"b": [1]}}
print(data["a"]["b"][3])
# expect stderr: Traceback (most recent call last):
# expect stderr:   File "{file}", line 2, in <module>
# expect stderr:     print(data["a"]["b"][3])
# expect stderr:           ~~~~~~~~~~~~~~^^^
# expect error: IndexError: list index out of range
# expect line: 2
