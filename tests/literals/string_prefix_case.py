print(u"text", U"text", B"x", F"{1}", fR"{1}\n", Rf"{2}\t")  # expect: text text b'x' 1 1\n 2\t
