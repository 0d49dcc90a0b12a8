PUZZLE = "530070000600195000098000060800060003400803001700020006060000280000419005000080079"
def candidates(grid, i):
    row, column = divmod(i, 9)
    used = set(grid[row * 9:row * 9 + 9]) | set(grid[column::9])
    for r in range(row // 3 * 3, row // 3 * 3 + 3):
        used |= set(grid[r * 9 + column // 3 * 3:r * 9 + column // 3 * 3 + 3])
    return [d for d in "123456789" if d not in used]
def solve(grid):
    open_cells = [(len(candidates(grid, i)), i) for i, c in enumerate(grid) if c == "0"]
    if not open_cells: return grid
    _, i = min(open_cells)
    for digit in candidates(grid, i):
        solution = solve(grid[:i] + [digit] + grid[i + 1:])
        if solution: return solution
    return None
solution = solve(list(PUZZLE))
for r in range(9): print("".join(solution[r * 9:r * 9 + 9]))
# expect: 534678912
# expect: 672195348
# expect: 198342567
# expect: 859761423
# expect: 426853791
# expect: 713924856
# expect: 961537284
# expect: 287419635
# expect: 345286179
