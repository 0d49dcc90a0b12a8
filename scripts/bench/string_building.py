"""Building strings: += in a loop, f-strings, join, repetition, slices."""

ROUNDS = 2_200_000


def main():
    text = ""
    lines = []
    for i in range(ROUNDS):
        text += chr(97 + i % 26)
        line = f"{i}:{text[i - 3:i]}|{i * 2:>6}"
        lines.append(line)
        if len(line) > 30:
            raise SystemExit("wrong answer")
    whole = "\n".join(lines)
    banner = "=" * 40 + whole[:40] + "-" * 40
    return len(text), len(whole), banner.count("=")


result = main()
if result != (2200000, 42388881, 40):
    raise SystemExit("wrong answer")
print("string_building", *result)
