"""String methods and indexing: palindromes, a cipher, splitting and joining."""

TEXT = "a man a plan a canal panama never odd or even was it a car or a cat i saw step on no pets"
ROUNDS = 84_000


def is_palindrome(text):
    left, right = 0, len(text) - 1
    while left < right:
        if text[left] != text[right]:
            return False
        left += 1
        right -= 1
    return True


def shift(text, by):
    out = []
    for char in text:
        if "a" <= char <= "z":
            out.append(chr((ord(char) - 97 + by) % 26 + 97))
        else:
            out.append(char)
    return "".join(out)


def main():
    found = 0
    text = TEXT
    for round_number in range(ROUNDS):
        text = shift(text, 13)
        words = text.split()
        for word in words:
            found += is_palindrome(word)
        if text.replace(" ", "").upper().lower().startswith("q"):
            found += 1
        found += text.count("a") + text.find("z") + len("-".join(reversed(words)))
        found += is_palindrome("".join(words[:6]))
    return found, text == TEXT


result = main()
if result != (9030000, True):
    raise SystemExit("wrong answer")
print("strings", *result)
