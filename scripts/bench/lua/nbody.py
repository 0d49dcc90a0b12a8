"""Bodies that attract each other: float attributes of instances."""

import math

STEPS = 130_000


class Body:
    def __init__(self, x, y, z, vx, vy, vz, mass):
        self.x = x
        self.y = y
        self.z = z
        self.vx = vx
        self.vy = vy
        self.vz = vz
        self.mass = mass


def advance(bodies, count, dt):
    for i in range(count):
        a = bodies[i]
        for j in range(i + 1, count):
            b = bodies[j]
            dx = a.x - b.x
            dy = a.y - b.y
            dz = a.z - b.z
            square = dx * dx + dy * dy + dz * dz
            magnitude = dt / (square * math.sqrt(square))
            a.vx -= dx * b.mass * magnitude
            a.vy -= dy * b.mass * magnitude
            a.vz -= dz * b.mass * magnitude
            b.vx += dx * a.mass * magnitude
            b.vy += dy * a.mass * magnitude
            b.vz += dz * a.mass * magnitude
    for i in range(count):
        body = bodies[i]
        body.x += dt * body.vx
        body.y += dt * body.vy
        body.z += dt * body.vz


def main():
    bodies = [
        Body(0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 39.0),
        Body(4.8, -1.1, -0.1, 0.6, 2.8, 0.0, 0.04),
        Body(8.3, 4.1, -0.4, -1.0, 1.8, 0.0, 0.01),
        Body(12.9, -15.1, -0.2, 1.1, 0.9, 0.0, 0.002),
        Body(15.4, -25.9, 0.2, 1.0, 0.6, 0.0, 0.002),
    ]
    for _ in range(STEPS):
        advance(bodies, 5, 0.001)
    return bodies[1].x


print(f"nbody {main():.6f}")
