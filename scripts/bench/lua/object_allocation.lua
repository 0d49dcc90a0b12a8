-- Tables with a metatable that are made and dropped.
local ROUNDS = 4000000

local Vector = {}
Vector.__index = Vector

local function new_vector(x, y)
  return setmetatable({ x = x, y = y }, Vector)
end

function Vector:plus(other)
  return new_vector(self.x + other.x, self.y + other.y)
end

local function main()
  local total = new_vector(0, 0)
  local step = new_vector(1, 2)
  for _ = 1, ROUNDS do
    total = total:plus(step)
  end
  return total.x + total.y
end

print("object_allocation " .. main())
