# -*- coding: latin-1 -*-
print(len("é"), ascii("é£"))  # expect: 1 '\xe9\xa3'
