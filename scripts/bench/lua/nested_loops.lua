-- Nested counting loops.
local SIZE = 4500

local function main()
  local total = 0
  for i = 0, SIZE - 1 do
    for j = 0, SIZE - 1 do
      if i < j then
        total = total + (j - i)
      end
    end
  end
  return total
end

print(string.format("nested_loops %d", main()))
