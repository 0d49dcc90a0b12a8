state = 2
def rnd(n):
    global state
    state = (state * 1103515245 + 12345) % 2 ** 31
    return (state >> 8) % n
total = 0
for _ in range(1500):
    s = "".join("abé日🐍c "[rnd(7)] for _ in range(rnd(30)))
    t = "".join("abé日"[rnd(4)] for _ in range(rnd(3) + 1))
    i, j, k = rnd(40) - 20, rnd(40) - 20, (1, 2, -1, 3, -2)[rnd(5)]
    assert s[i:j:k] == "".join(list(s)[i:j:k]) and s[::-1] == "".join(reversed(s)) and (t in s) == (s.find(t) >= 0)
    assert t.join(s.split(t)) == s and s.replace(t, "") == "".join(s.split(t)) and s.count(t) == len(s.split(t)) - 1
    assert s.encode().decode() == s
    assert s.encode("utf-16").decode("utf-16") == s
    assert len(s.encode("utf-32-le")) == 4 * len(s)
    head, sep, tail = s.partition(t)
    assert head + sep + tail == s and s.rfind(t) == (len(s) - len(t) - s[::-1].find(t[::-1]) if t in s else -1)
    for ch in s[i:j:k] + s.title() + s.upper() + repr(s): total = (total * 31 + ord(ch)) % (2 ** 61 - 1)
print(total)  # expect: 2203708882377868504
