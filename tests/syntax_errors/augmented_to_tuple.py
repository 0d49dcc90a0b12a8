# expect stderr:   File "{file}", line 6
# expect stderr:     (a, b) += 1
# expect stderr:     ^^^^^^
# expect error: SyntaxError: 'tuple' is an illegal expression for augmented assignment
# expect line: 6
(a, b) += 1
