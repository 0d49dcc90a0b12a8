from _run import together

value = 0
text = "a"
wrong = []

def work(number):
    global value, text
    for n in range(2000):
        if number == 0:
            value = n
            text = "ab"[n % 2] * 3
        elif not (0 <= value < 2000 and set(text) <= {"a", "b"}):
            wrong.append((value, text))

together(work)
print(wrong, value)                                  # expect: [] 1999
