# One compiled pattern, its templates and the cache of patterns, used by all threads from the first match on.
import re
from _hammer import each

words = re.compile(r"(?P<first>[a-z]+)-(?P<second>[a-zé]+)")
narrow, wide, wider = "ab-cd ef-gh", "ab-cé ef-gh \u4e00", "ab-cd ef-gh \U0001f600"


def work(number):
    for i in range(600):
        for text in (narrow, wide, wider):
            assert [m["first"] for m in words.finditer(text)] == ["ab", "ef"]
            assert words.sub(r"\2-\g<first>", text).endswith(text[11:]) and words.sub(str(number), text)[0] == str(number)
            assert words.match(text).expand(r"\1") == "ab"
        assert re.findall(rf"{i % 40}\d+", f"{i % 40}55 {i % 40}66") == [f"{i % 40}55", f"{i % 40}66"]
        assert re.split(r"[,;]\s*", "a, b;c") == ["a", "b", "c"]
        assert re.fullmatch(b"[0-9]+", bytearray(b"123")).group() == b"123"
        if i % 200 == 0:
            re.purge()
            assert re.compile(f"x{i}{number}+").pattern == f"x{i}{number}+"


each(4, work)
print(words.sub(r"\2", narrow))  # expect: cd gh
