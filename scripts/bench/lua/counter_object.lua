-- Fields of a table, read and written through a method.
local ROUNDS = 10000000

local Counter = {}
Counter.__index = Counter

local function new_counter(step)
  return setmetatable({ count = 0, step = step }, Counter)
end

function Counter:advance()
  self.count = self.count + self.step
  return self.count
end

local function main()
  local counter = new_counter(3)
  for _ = 1, ROUNDS do
    counter:advance()
  end
  return counter.count
end

print("counter_object " .. main())
