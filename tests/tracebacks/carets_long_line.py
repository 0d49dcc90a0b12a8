data = {"key": [1, 2, 3]}
result = data["key"][0] + data["key"][1] + data["key"][2] + data["other"][0] + data["key"][1] + data["key"][2]
# expect stderr: Traceback (most recent call last):
# expect stderr:   File "{file}", line 2, in <module>
# expect stderr:     result = data["key"][0] + data["key"][1] + data["key"][2] + data["other"][0] + data["key"][1] + data["key"][2]
# expect stderr:                                                                 ~~~~^^^^^^^^^
# expect error: KeyError: 'other'
# expect line: 2
