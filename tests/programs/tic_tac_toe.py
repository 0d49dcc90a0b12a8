LINES = [(0, 1, 2), (3, 4, 5), (6, 7, 8), (0, 3, 6), (1, 4, 7), (2, 5, 8), (0, 4, 8), (2, 4, 6)]
known = {}
def winner(b):
    for x, y, z in LINES:
        if b[x] != "." and b[x] == b[y] == b[z]: return b[x]
def score(b, player):
    if (b, player) in known: return known[b, player]
    if w := winner(b): return 1 if w == "X" else -1
    if "." not in b: return 0
    results = [score(b[:i] + player + b[i + 1:], "O" if player == "X" else "X") for i, c in enumerate(b) if c == "."]
    known[b, player] = max(results) if player == "X" else min(results)
    return known[b, player]
print(score("." * 9, "X"), score("X" + "." * 8, "O"), score("XX.OO....", "X"), len(known))  # expect: 0 0 1 4520
