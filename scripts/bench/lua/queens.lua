-- The queens problem by backtracking.
local SIZE = 12

local function place(row, size, columns, rising, falling)
  if row == size then
    return 1
  end
  local ways = 0
  for column = 0, size - 1 do
    if not (columns[column + 1] or rising[row + column + 1] or falling[row - column + size + 1]) then
      columns[column + 1] = true
      rising[row + column + 1] = true
      falling[row - column + size + 1] = true
      ways = ways + place(row + 1, size, columns, rising, falling)
      columns[column + 1] = false
      rising[row + column + 1] = false
      falling[row - column + size + 1] = false
    end
  end
  return ways
end

local function main()
  local columns, rising, falling = {}, {}, {}
  for i = 1, 2 * SIZE + 1 do
    columns[i] = false
    rising[i] = false
    falling[i] = false
  end
  return place(0, SIZE, columns, rising, falling)
end

print("queens " .. main())
