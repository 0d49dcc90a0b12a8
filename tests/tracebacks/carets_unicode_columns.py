é = {"日本": 1}
x = "日本語" + é["缺"]
# expect stderr: Traceback (most recent call last):
# expect stderr:   File "{file}", line 2, in <module>
# expect stderr:     x = "日本語" + é["缺"]
# expect error: KeyError: '缺'
# expect line: 2
