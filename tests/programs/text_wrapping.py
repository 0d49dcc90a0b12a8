TEXT = "The quick brown fox jumps over the lazy dog and then it runs away from the dog because the dog woke up"
def wrap(text, width):
    lines, line = [], ""
    for word in text.split():
        if line and len(line) + 1 + len(word) > width:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}" if line else word
    return lines + [line]
def justify(line, width):
    words = line.split()
    if len(words) == 1: return line
    gaps, spaces = len(words) - 1, width - sum(map(len, words))
    return "".join(w + " " * (spaces // gaps + (i < spaces % gaps)) for i, w in enumerate(words[:-1])) + words[-1]
for line in wrap(TEXT, 28): print(f"|{justify(line, 28)}|")
# expect: |The  quick  brown  fox jumps|
# expect: |over  the  lazy dog and then|
# expect: |it  runs  away  from the dog|
# expect: |because   the  dog  woke  up|
