import shlex

for text in ["a b  c", "'a b' \"c d\"", r"a\ b 'c'\''d'", 'x"y z"w', "a # b", "a=1;b|c&&d", '"open', "end\\", "''", "é ü", 'a"\\""']:
    for function in [shlex.split, lambda t: shlex.split(t, comments=True), lambda t: shlex.split(t, posix=False), lambda t: list(shlex.shlex(t)),
                     lambda t: list(shlex.shlex(t, posix=True, punctuation_chars=True))]:
        try:
            print(function(text))
        except ValueError as error:
            print(error)
    print(shlex.quote(text))
print(shlex.join(["a b", "c'd", ""]))
# expect: ['a', 'b', 'c']
# expect: ['a', 'b', 'c']
# expect: ['a', 'b', 'c']
# expect: ['a', 'b', 'c']
# expect: ['a', 'b', 'c']
# expect: 'a b  c'
# expect: ['a b', 'c d']
# expect: ['a b', 'c d']
# expect: ["'a b'", '"c d"']
# expect: ["'a b'", '"c d"']
# expect: ['a b', 'c d']
# expect: ''"'"'a b'"'"' "c d"'
# expect: ['a b', "c'd"]
# expect: ['a b', "c'd"]
# expect: ['a\\', 'b', "'c'", "\\''d'"]
# expect: ['a', '\\', 'b', "'c'", '\\', "''", "d'"]
# expect: ['a b', "c'd"]
# expect: 'a\ b '"'"'c'"'"'\'"'"''"'"'d'"'"''
# expect: ['xy zw']
# expect: ['xy zw']
# expect: ['x"y', 'z"w']
# expect: ['x"y', 'z"w']
# expect: ['xy zw']
# expect: 'x"y z"w'
# expect: ['a', '#', 'b']
# expect: ['a']
# expect: ['a', '#', 'b']
# expect: ['a']
# expect: ['a']
# expect: 'a # b'
# expect: ['a=1;b|c&&d']
# expect: ['a=1;b|c&&d']
# expect: ['a=1;b|c&&d']
# expect: ['a', '=', '1', ';', 'b', '|', 'c', '&', '&', 'd']
# expect: ['a=1', ';', 'b', '|', 'c', '&&', 'd']
# expect: 'a=1;b|c&&d'
# expect: No closing quotation
# expect: No closing quotation
# expect: No closing quotation
# expect: No closing quotation
# expect: No closing quotation
# expect: '"open'
# expect: No escaped character
# expect: No escaped character
# expect: ['end\\']
# expect: ['end', '\\']
# expect: No escaped character
# expect: 'end\'
# expect: ['']
# expect: ['']
# expect: ["''"]
# expect: ["''"]
# expect: ['']
# expect: ''"'"''"'"''
# expect: ['é', 'ü']
# expect: ['é', 'ü']
# expect: ['é', 'ü']
# expect: ['é', 'ü']
# expect: ['é', 'ü']
# expect: 'é ü'
# expect: ['a"']
# expect: ['a"']
# expect: ['a"\\""']
# expect: ['a"', '\\', '""']
# expect: ['a"']
# expect: 'a"\""'
# expect: 'a b' 'c'"'"'d' ''
