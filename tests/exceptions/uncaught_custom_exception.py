class Broken(Exception):
    def __str__(self): return "custom text"
raise Broken(1, 2)
# expect error: Broken: custom text
# expect line: 3
