-- The sieve of Eratosthenes over an array.
local LIMIT = 6000000

local function main()
  local prime = {}
  for n = 0, LIMIT do
    prime[n + 1] = true
  end
  local count = 0
  for n = 2, LIMIT do
    if prime[n + 1] then
      count = count + 1
      local multiple = n * n
      while multiple <= LIMIT do
        prime[multiple + 1] = false
        multiple = multiple + n
      end
    end
  end
  return count
end

print("list_sieve " .. main())
