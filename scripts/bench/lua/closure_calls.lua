-- Closures over a variable they change.
local ROUNDS = 9000000

local function make_counter()
  local count = 0
  return function(by)
    count = count + by
    return count
  end
end

local function main()
  local first, second = make_counter(), make_counter()
  local total = 0
  for _ = 0, ROUNDS - 1 do
    first(1)
    total = second(2)
  end
  return first(0) + total
end

print("closure_calls " .. main())
