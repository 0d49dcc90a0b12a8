# expect stderr:   File "{file}", line 6
# expect stderr:     x = 1 + \ 
# expect stderr:              ^
# expect error: SyntaxError: unexpected character after line continuation character
# expect line: 6
x = 1 + \ 
    2
