import math
class Body:
    __slots__ = ("x", "y", "vx", "vy", "m")
    def __init__(self, x, y, vx, vy, m): self.x, self.y, self.vx, self.vy, self.m = x, y, vx, vy, m
def energy(bodies):
    total = 0.0
    for i, a in enumerate(bodies):
        total += 0.5 * a.m * (a.vx ** 2 + a.vy ** 2)
        for b in bodies[i + 1:]: total -= a.m * b.m / math.hypot(a.x - b.x, a.y - b.y)
    return total
bodies = [Body(0, 0, 0, -0.01, 100), Body(10, 0, 0, 3, 1), Body(0, 20, -2, 0, 0.5)]
before = energy(bodies)
for _ in range(2000):
    for i, a in enumerate(bodies):
        for b in bodies[i + 1:]:
            dx, dy = a.x - b.x, a.y - b.y
            f = 0.001 / (dx * dx + dy * dy) ** 1.5
            a.vx -= dx * b.m * f; a.vy -= dy * b.m * f
            b.vx += dx * a.m * f; b.vy += dy * a.m * f
    for b in bodies: b.x += 0.001 * b.vx; b.y += 0.001 * b.vy
print(f"{before:.6f} {energy(bodies):.6f} {bodies[1].x!r} {bodies[2].y!r}")
# expect: -7.017361 -7.017472 8.045038995225047 19.497041052864617
