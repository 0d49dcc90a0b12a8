calls = 0
def subject():
    global calls
    calls += 1
    return "zz"
match subject():
    case "a": print("a")
    case "b": print("b")
    case 1: print(1)
print(calls, "fell through")  # expect: 1 fell through
