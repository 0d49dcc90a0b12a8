"""Text processing: making lines, splitting, cleaning, counting, reporting."""

LINES = 240_000

WORDS = "the quick brown fox jumps over a lazy dog while Seven Wizards box (with) jolly, grumpy ogres; it's late!".split()


def make_text():
    lines = []
    state = 1
    for number in range(LINES):
        picked = []
        for _ in range(12):
            state = (state * 75 + 74) % 65537
            picked.append(WORDS[state % len(WORDS)])
        lines.append(f"{number}: " + " ".join(picked))
    return "\n".join(lines)


def clean(word):
    return word.strip(".,;:!()'").lower()


def main():
    counts = {}
    longest = ""
    numbers = 0
    for line in make_text().splitlines():
        label, _, rest = line.partition(": ")
        numbers += int(label)
        for word in rest.split():
            word = clean(word)
            if word.isalpha() and len(word) > len(longest):
                longest = word
            counts[word] = counts.get(word, 0) + 1
    ranking = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    report = [f"{word:<10}{count:>7}" for word, count in ranking[:5]]
    return sum(counts.values()), len(counts), longest, numbers, report[0]


result = main()
if result != (2880000, 19, "wizards", 28799880000, "jumps      151636"):
    raise SystemExit("wrong answer")
print("word_count", *result)
