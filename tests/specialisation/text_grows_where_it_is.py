def grow(count):
    text = ""
    kept = []
    for i in range(count):
        text += chr(97 + i % 26)
        if i % 1000 == 0:
            kept.append(text)
    return text, kept


def others_see_nothing():
    text = "x" * 600
    same = text
    text += chr(98) * 2
    last = text
    text += str(1) + "c"
    return same[-2:], last[-2:], text[-2:], len(same), len(last), len(text)


def itself():
    text = "ab" * 300
    text += text[:1] + text
    return len(text), text[600:603]


def wrong_type():
    text = "a" * 600
    try:
        text += len(text)
    except TypeError as problem:
        print(problem, len(text))


text, kept = grow(100_000)
print(len(text), [len(t) for t in kept[:3]], all(text.startswith(t) for t in kept))  # expect: 100000 [1, 1001, 2001] True
print(others_see_nothing())  # expect: ('xx', 'bb', '1c', 600, 602, 604)
print(itself())  # expect: (1201, 'aab')
wrong_type()  # expect: can only concatenate str (not "int") to str 600
