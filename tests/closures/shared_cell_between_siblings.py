def make():
    state = []
    return state.append, lambda: list(state), lambda: state.clear()
add, show, clear = make()
add(1); add(2)
print(show())  # expect: [1, 2]
clear()
print(show())  # expect: []
