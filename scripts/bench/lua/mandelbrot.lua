-- The Mandelbrot set with floats.
local SIZE = 500
local ITERATIONS = 100

local function main()
  local inside = 0
  for row = 0, SIZE - 1 do
    local imaginary = 2.0 * row / SIZE - 1.0
    for column = 0, SIZE - 1 do
      local real = 3.0 * column / SIZE - 2.0
      local x, y = 0.0, 0.0
      local count = 0
      while count < ITERATIONS do
        local x2 = x * x
        local y2 = y * y
        if x2 + y2 > 4.0 then
          break
        end
        y = 2.0 * x * y + imaginary
        x = x2 - y2 + real
        count = count + 1
      end
      if count == ITERATIONS then
        inside = inside + 1
      end
    end
  end
  return inside
end

print("mandelbrot " .. main())
