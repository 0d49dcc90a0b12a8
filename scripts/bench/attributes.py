"""Reading and writing attributes of instances in a loop."""

ROUNDS = 25_000_000


class Particle:
    def __init__(self):
        self.position = 0
        self.speed = 1
        self.bounces = 0


def main():
    particle = Particle()
    for _ in range(ROUNDS):
        particle.position += particle.speed
        if particle.position > 1000 or particle.position < 0:
            particle.speed = -particle.speed
            particle.bounces += 1
    return particle.bounces, particle.position


result = main()
if result != (24950, 100):
    raise SystemExit("wrong answer")
print("attributes", *result)
