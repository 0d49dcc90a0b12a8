-- Matrix multiplication over arrays of arrays of floats.
local SIZE = 230

local function make(size, seed)
  local rows = {}
  for i = 0, size - 1 do
    local row = {}
    for j = 0, size - 1 do
      row[j + 1] = (i * seed + j * 7) % 10 + 0.5
    end
    rows[i + 1] = row
  end
  return rows
end

local function multiply(a, b, size)
  local result = {}
  for i = 1, size do
    local a_row = a[i]
    local row = {}
    for j = 1, size do
      local total = 0.0
      for k = 1, size do
        total = total + a_row[k] * b[k][j]
      end
      row[j] = total
    end
    result[i] = row
  end
  return result
end

local function main()
  local product = multiply(make(SIZE, 3), make(SIZE, 11), SIZE)
  local trace = 0.0
  for i = 1, SIZE do
    trace = trace + product[i][i]
  end
  return trace
end

print(string.format("matrix_multiply %.2f", main()))
