# Frames that another thread runs, and generators it resumes, are looked at meanwhile.
import sys
from _hammer import beside

frames, generators = [], []


def below(n):
    frames[:] = [sys._getframe()]
    x = n
    for y in range(3):
        x += y
    return x


def steps():
    total = 0
    for i in range(100000):
        total += i
        yield total


def write():
    for i in range(2000):
        assert below(i) == i + 3
        generators[:] = [steps()]
        for _ in range(3):
            next(generators[0])


def read():
    for frame in list(frames):
        assert frame.f_code is below.__code__ and frame.f_globals is globals()
        assert frame.f_lineno is None or frame.f_lineno > 0
        assert set(frame.f_locals) <= {"n", "x", "y"} and "below" in repr(frame)
    for generator in list(generators):
        frame = generator.gi_frame
        assert generator.gi_code is steps.__code__ and generator.__name__ == "steps"
        if frame is not None:
            assert set(frame.f_locals) <= {"total", "i"} and frame.f_lasti >= -1


beside([write], [read, read])
print(len(frames), len(generators))  # expect: 1 1
