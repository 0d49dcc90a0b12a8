# `s += x` grows a text where it is only while nobody else has it.
from _hammer import together

ROUNDS = 4000
published = [""]


def build():
    text = ""
    for i in range(ROUNDS):
        text += "x"
        published[0] = text
        kept = text
        text += "y"
        assert len(kept) == 2 * i + 1 and kept[-1] == "x"


def read():
    for _ in range(ROUNDS):
        text = published[0]
        before = len(text)
        again = text + "!"
        assert len(text) == before and again[-1] == "!"
        assert not text or (text[0] == "x" and text[-1] == "x")


together(build, read, read)
print(len(published[0]))  # expect: 7999
