# expect error: SyntaxError: encoding problem: no-such-encoding
# -*- coding: no-such-encoding -*-
x = 1
