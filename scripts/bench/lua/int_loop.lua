-- A while loop over small integers.
local LIMIT = 25000000

local function main()
  local total, i = 0, 0
  while i < LIMIT do
    total = (total + i * 3) % 1000003
    i = i + 1
  end
  return total
end

print("int_loop " .. main())
