name = 5
message = "hello " + name + "!"
# expect stderr: Traceback (most recent call last):
# expect stderr:   File "{file}", line 2, in <module>
# expect stderr:     message = "hello " + name + "!"
# expect stderr:               ~~~~~~~~~^~~~~~
# expect error: TypeError: can only concatenate str (not "int") to str
# expect line: 2
