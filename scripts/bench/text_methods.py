"""The methods of str: split, join, replace, strip, find, case, startswith, format."""

ROUNDS = 10000

TEXT = """The quick brown fox jumps over the lazy dog.
  Pack my box with five dozen liquor jugs;
How vexingly quick daft zebras jump!
	Sphinx of black quartz, judge my vow.
"""


def work(text, number):
    total = 0
    for line in text.splitlines():
        line = line.strip().replace(",", "").replace(";", ".").rstrip(".!")
        words = line.split()
        titled = [word.capitalize() for word in words if not word.startswith("q")]
        joined = "-".join(titled).lower()
        head, dash, tail = joined.partition("-")
        fields = f"{number}:{head}:{len(tail)}:{line.upper()}".split(":")
        total += line.find("quick") + joined.count("o") + len(fields[3]) + len(dash)
        total += "jump" in line
        total += sum(1 for word in words if word.isalpha() and word.islower())
        line = "{:>12}|{:<8}|{:05d}".format(words[0], words[-1], number)
        total += len(line) + int(line[-5:]) - number
        total += "%s=%d;%s" % (head, number, dash) < "p"
        total += line.endswith(str(number % 10)) + len(line.zfill(40).title().center(50))
    return total


def main():
    total = 0
    for number in range(ROUNDS):
        total += work(TEXT, number) + work(TEXT + TEXT, number)
    return total


total = main()
if total != 15660000:
    raise SystemExit(f"wrong answer {total}")
print("text_methods", total)
