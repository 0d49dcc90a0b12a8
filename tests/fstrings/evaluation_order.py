def t(x):
    print("eval", x)
    return x
print(f"{t(1)} {t(2):{t(5)}} {t(3)!r}")
# expect: eval 1
# expect: eval 2
# expect: eval 5
# expect: eval 3
# expect: 1     2 3
