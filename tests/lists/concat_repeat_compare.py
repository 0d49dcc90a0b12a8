print([1] + [2], [1, 2] * 2, 2 * [0], [1] * 0, [1] * -1, [1, 2] == [1, 2], [1, 2] < [1, 3])
# expect: [1, 2] [1, 2, 1, 2] [0, 0] [] [] True True
print([1] < [1, 0], [] < [0], [2] > [1, 9], [1, 2] != [1, 2])  # expect: True True True False
rows = [[0] * 2] * 2
rows[0][0] = 5
print(rows, rows[0] is rows[1])  # expect: [[5, 0], [5, 0]] True
x = y = [1]
x += [2]
print(y, x is y)  # expect: [1, 2] True
x = x + [3]
print(y, x)  # expect: [1, 2] [1, 2, 3]
