# Patterns and subjects by chance, the same each time: all of what re says of them, as one checksum a hundred.
import random
import re
import warnings
import zlib

warnings.simplefilter("ignore")
chance = random.Random(20)
ATOMS = ["a", "b", "c", "ab", ".", r"\w", r"\d", r"\s", "[ab]", "[^a]", "[a-c]", r"\b", "^", "$", r"\B", r"[^\w]", r"\W", "é", "1", r"\n", " ", r"\A", r"\Z", "x", "(?=a)",
         "(?!b)", "(?<=a)", "(?<!b)", "(", "[", "*", "Ж"]
REPEATS = ["*", "+", "?", "*?", "+?", "??", "{2}", "{3}", "{0}", "*+", "++", "?+"]


def pattern(depth, groups):
    kind = chance.random()
    if depth == 0 or kind < 0.4:
        return chance.choice(ATOMS)
    if kind < 0.6:
        return pattern(depth - 1, groups) + pattern(depth - 1, groups)
    if kind < 0.7:
        return pattern(depth - 1, groups) + "|" + pattern(depth - 1, groups)
    if kind < 0.8:
        return "(?:" + chance.choice(["a", "b", "[ab]", r"\w", "ab|b", "c.", "."]) + ")" + chance.choice(REPEATS)
    if kind < 0.9:
        groups.append(1)
        return "(" + ("?P<g%d>" % len(groups) if chance.random() < 0.2 else "") + pattern(depth - 1, groups) + ")"
    if kind < 0.94 and groups:
        return r"\%d" % chance.randint(1, len(groups))
    if kind < 0.97:
        return "(?>" + pattern(depth - 1, groups) + ")"
    return "(?i:" + pattern(depth - 1, groups) + ")"


def results(source, flags, text):
    try:
        compiled = re.compile(source, flags)
    except re.error as error:
        return str(error)
    found = [(m.regs, m.lastindex) for m in compiled.finditer(text)]
    once = [m and m.regs for m in (compiled.match(text), compiled.search(text), compiled.fullmatch(text))]
    return repr((found, once, compiled.split(text), compiled.sub(r"<\g<0>>", text)))


for block in range(40):
    checksum = 0
    for _ in range(100):
        source = pattern(4, [])
        text = "".join(chance.choice("aaabbbcc 1\nxéAB") for _ in range(chance.randint(0, 9))) + chance.choice(["", "", "", "Ж", "😀"])
        flags = chance.choice([0, 0, re.I, re.M, re.S, re.A, re.I | re.M])
        checksum = zlib.crc32(results(source, flags, text).encode(), checksum)
    print(block, checksum)
# expect: 0 743340696
# expect: 1 433815217
# expect: 2 681698510
# expect: 3 410766398
# expect: 4 268536259
# expect: 5 1751164560
# expect: 6 641640524
# expect: 7 4171293286
# expect: 8 615814645
# expect: 9 2357091386
# expect: 10 1083068113
# expect: 11 1954641631
# expect: 12 1376794923
# expect: 13 1177835635
# expect: 14 160414529
# expect: 15 3475282306
# expect: 16 3825480542
# expect: 17 397282338
# expect: 18 2259297926
# expect: 19 3516533468
# expect: 20 2089320913
# expect: 21 3148798583
# expect: 22 3826325540
# expect: 23 2284077623
# expect: 24 1533049542
# expect: 25 3073294045
# expect: 26 514540135
# expect: 27 4276924561
# expect: 28 3921254763
# expect: 29 1770418356
# expect: 30 3778415675
# expect: 31 2581198975
# expect: 32 703601437
# expect: 33 1806045649
# expect: 34 3288704620
# expect: 35 4142113732
# expect: 36 3170191417
# expect: 37 4141771284
# expect: 38 4063993123
# expect: 39 3365121928
