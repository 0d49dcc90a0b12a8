"""A request a millisecond to a thread that answers beside one that computes: how late the answers are, what is left of
the computing."""

from convoy import beside_spinner, echo, report, spin_alone

SECONDS = 2.0
PAUSE = 0.001

alone = spin_alone()
times, lasted, share = beside_spinner(lambda: echo(SECONDS, PAUSE), alone)
report("a request a millisecond", times, lasted, share)
