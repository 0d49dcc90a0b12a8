"""Planets that attract each other: float attributes of instances, pairs of objects."""

import math

STEPS = 330_000
SOLAR_MASS = 4 * math.pi ** 2
DAYS = 365.24


class Body:
    def __init__(self, position, velocity, mass):
        self.x, self.y, self.z = position
        self.vx, self.vy, self.vz = (component * DAYS for component in velocity)
        self.mass = mass * SOLAR_MASS


def solar_system():
    return [
        Body((0.0, 0.0, 0.0), (0.0, 0.0, 0.0), 1.0),
        Body((4.84, -1.16, -0.10), (0.00166, 0.00770, -0.0000690), 0.000955),
        Body((8.34, 4.12, -0.40), (-0.00277, 0.00500, 0.0000230), 0.000286),
        Body((12.89, -15.11, -0.22), (0.00296, 0.00238, -0.0000297), 0.0000437),
        Body((15.38, -25.92, 0.18), (0.00268, 0.00163, -0.0000952), 0.0000515),
    ]


def advance(pairs, bodies, dt):
    for a, b in pairs:
        dx, dy, dz = a.x - b.x, a.y - b.y, a.z - b.z
        distance = math.sqrt(dx * dx + dy * dy + dz * dz)
        magnitude = dt / (distance * distance * distance)
        a.vx -= dx * b.mass * magnitude
        a.vy -= dy * b.mass * magnitude
        a.vz -= dz * b.mass * magnitude
        b.vx += dx * a.mass * magnitude
        b.vy += dy * a.mass * magnitude
        b.vz += dz * a.mass * magnitude
    for body in bodies:
        body.x += dt * body.vx
        body.y += dt * body.vy
        body.z += dt * body.vz


def energy(pairs, bodies):
    total = 0.0
    for body in bodies:
        total += 0.5 * body.mass * (body.vx ** 2 + body.vy ** 2 + body.vz ** 2)
    for a, b in pairs:
        total -= a.mass * b.mass / math.sqrt((a.x - b.x) ** 2 + (a.y - b.y) ** 2 + (a.z - b.z) ** 2)
    return total


def main():
    bodies = solar_system()
    pairs = [(a, b) for i, a in enumerate(bodies) for b in bodies[i + 1:]]
    before = energy(pairs, bodies)
    for _ in range(STEPS):
        advance(pairs, bodies, 0.01)
    return before, energy(pairs, bodies)


before, after = main()
if abs(after - before) > 1e-3 * abs(before):
    raise SystemExit("wrong answer")
print("nbody", round(after, 6))
