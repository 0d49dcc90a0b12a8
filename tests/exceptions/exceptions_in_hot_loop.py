caught = 0
for i in range(3000):
    try:
        if i % 3 == 0: raise ValueError(i)
        if i % 3 == 1: {}[i]
        [][i]
    except (ValueError, KeyError) as error:
        caught += error.args[0] == i
    except IndexError:
        caught += 1
print(caught)  # expect: 3000
