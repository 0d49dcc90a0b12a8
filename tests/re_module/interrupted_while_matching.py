# Patterns that would go on for years, and a signal.
import re
import signal


class Stop(Exception):
    pass


def stop(number, frame):
    raise Stop


signal.signal(signal.SIGALRM, stop)
for pattern, text in [(r"(a|b|ab)*(?=c)", "ab" * 60), (r"a*a*a*a*a*a*a*[bc]", "a" * 3000), (r"(?:a?){40}a{40}[bc]", "a" * 40),
                      (r"(\w+\s?)+[:;]", "word " * 300)]:
    signal.setitimer(signal.ITIMER_REAL, 0.05)
    try:
        print(re.search(pattern, text))
    except Stop:
        print("stopped")

calls = 0


def count(number, frame):
    global calls
    calls += 1
    print(re.sub("(x)", r"[\1]", "axb"))  # a match inside a match
    if calls == 2:
        raise Stop


signal.signal(signal.SIGALRM, count)
signal.setitimer(signal.ITIMER_REAL, 0.03, 0.03)
try:
    re.search(r"(a|b|ab)*(?=c)", "ab" * 60)
except Stop:
    print("stopped", calls)
signal.setitimer(signal.ITIMER_REAL, 0)
# expect: stopped
# expect: stopped
# expect: None
# expect: stopped
# expect: a[x]b
# expect: a[x]b
# expect: stopped 2
