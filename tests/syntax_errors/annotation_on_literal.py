# expect stderr:   File "{file}", line 6
# expect stderr:     5: int = 1
# expect stderr:     ^
# expect error: SyntaxError: illegal target for annotation
# expect line: 6
5: int = 1
