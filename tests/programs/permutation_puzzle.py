from itertools import permutations
solutions = []
for s, e, n, d, m, o, r, y in [(9, 5, 6, 7, 1, 0, 8, 2), (1, 2, 3, 4, 5, 6, 7, 8)]:
    send, more, money = int(f"{s}{e}{n}{d}"), int(f"{m}{o}{r}{e}"), int(f"{m}{o}{n}{e}{y}")
    if send + more == money: solutions.append((send, more, money))
print(solutions, sum(1 for p in permutations("abcd") if p[0] < p[-1]))  # expect: [(9567, 1085, 10652)] 12
