-- Pancake flips over every permutation of a small array.
local N = 9

local function next_permutation(items, n)
  local i = n - 1
  while i >= 1 and items[i] >= items[i + 1] do
    i = i - 1
  end
  if i < 1 then
    return false
  end
  local j = n
  while items[j] <= items[i] do
    j = j - 1
  end
  items[i], items[j] = items[j], items[i]
  local low, high = i + 1, n
  while low < high do
    items[low], items[high] = items[high], items[low]
    low = low + 1
    high = high - 1
  end
  return true
end

local function count_flips(permutation, work, n)
  for i = 1, n do
    work[i] = permutation[i]
  end
  local flips = 0
  local first = work[1]
  while first ~= 1 do
    local low, high = 1, first
    while low < high do
      work[low], work[high] = work[high], work[low]
      low = low + 1
      high = high - 1
    end
    flips = flips + 1
    first = work[1]
  end
  return flips
end

local function main()
  local permutation, work = {}, {}
  for i = 1, N do
    permutation[i] = i
    work[i] = 0
  end
  local total = 0
  local going = true
  while going do
    total = total + count_flips(permutation, work, N)
    going = next_permutation(permutation, N)
  end
  return total
end

print("fannkuch " .. main())
