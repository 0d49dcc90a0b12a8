# expect stderr:   File "{file}", line 6
# expect stderr:     (a, b): int = 1
# expect stderr:     ^^^^^^
# expect error: SyntaxError: only single target (not tuple) can be annotated
# expect line: 6
(a, b): int = 1
