TABLE = [(1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10,
        "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")]
def to_roman(n):
    out = ""
    for value, letters in TABLE:
        while n >= value:
            out += letters
            n -= value
    return out
def from_roman(text):
    total = 0
    values = {letters: value for value, letters in TABLE if len(letters) == 1}
    for a, b in zip(text, text[1:] + "I"):
        total += values[a] if values[a] >= values[b] else -values[a]
    return total
print([to_roman(n) for n in (1, 4, 9, 14, 40, 90, 400, 1994, 2026)])
# expect: ['I', 'IV', 'IX', 'XIV', 'XL', 'XC', 'CD', 'MCMXCIV', 'MMXXVI']
print(all(from_roman(to_roman(n)) == n for n in range(1, 4000)))  # expect: True
