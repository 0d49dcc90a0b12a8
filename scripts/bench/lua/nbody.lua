-- Bodies that attract each other: float fields of tables.
local STEPS = 130000

local sqrt = math.sqrt

local function new_body(x, y, z, vx, vy, vz, mass)
  return { x = x, y = y, z = z, vx = vx, vy = vy, vz = vz, mass = mass }
end

local function advance(bodies, count, dt)
  for i = 1, count do
    local a = bodies[i]
    for j = i + 1, count do
      local b = bodies[j]
      local dx = a.x - b.x
      local dy = a.y - b.y
      local dz = a.z - b.z
      local square = dx * dx + dy * dy + dz * dz
      local magnitude = dt / (square * sqrt(square))
      a.vx = a.vx - dx * b.mass * magnitude
      a.vy = a.vy - dy * b.mass * magnitude
      a.vz = a.vz - dz * b.mass * magnitude
      b.vx = b.vx + dx * a.mass * magnitude
      b.vy = b.vy + dy * a.mass * magnitude
      b.vz = b.vz + dz * a.mass * magnitude
    end
  end
  for i = 1, count do
    local body = bodies[i]
    body.x = body.x + dt * body.vx
    body.y = body.y + dt * body.vy
    body.z = body.z + dt * body.vz
  end
end

local function main()
  local bodies = {
    new_body(0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 39.0),
    new_body(4.8, -1.1, -0.1, 0.6, 2.8, 0.0, 0.04),
    new_body(8.3, 4.1, -0.4, -1.0, 1.8, 0.0, 0.01),
    new_body(12.9, -15.1, -0.2, 1.1, 0.9, 0.0, 0.002),
    new_body(15.4, -25.9, 0.2, 1.0, 0.6, 0.0, 0.002),
  }
  for _ = 1, STEPS do
    advance(bodies, 5, 0.001)
  end
  return bodies[2].x
end

print(string.format("nbody %.6f", main()))
