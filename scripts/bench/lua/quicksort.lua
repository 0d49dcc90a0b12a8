-- Quicksort of an array of integers.
local SIZE = 400000

local floor = math.floor

local function quicksort(items, low, high)
  while low < high do
    local pivot = items[floor((low + high) / 2) + 1]
    local left, right = low, high
    while left <= right do
      while items[left + 1] < pivot do
        left = left + 1
      end
      while items[right + 1] > pivot do
        right = right - 1
      end
      if left <= right then
        items[left + 1], items[right + 1] = items[right + 1], items[left + 1]
        left = left + 1
        right = right - 1
      end
    end
    quicksort(items, low, right)
    low = left
  end
end

local function main()
  local items = {}
  local state = 42
  for i = 1, SIZE do
    state = (state * 16807) % 2147483647
    items[i] = state
  end
  quicksort(items, 0, SIZE - 1)
  for i = 2, SIZE do
    if items[i - 1] > items[i] then
      error("wrong answer")
    end
  end
  return items[SIZE / 2 + 1]
end

print("quicksort " .. main())
