"""Threads that share nothing but code: each works on objects of its own, so N processors should do N times as much.

    scale.py KIND 1,2,4
"""

import math
import sys
import threading

import together

FACTOR = 3
local = threading.local()


def identity(x):
    return x


def add(a, b=1):
    return a + b


def calls(rounds):
    x = 0
    for i in range(rounds):
        x = add(identity(i), FACTOR)
    return x


class Counter:
    def __init__(self):
        self.value = 0

    def up(self, step):
        self.value += step


def methods(rounds):
    counter = Counter()
    for i in range(rounds):
        counter.up(i)
    return counter.value


def make_adder(step):
    def adder(x):
        return x + step

    return adder


def closures(rounds):
    x = 0
    for i in range(rounds):
        x = make_adder(i)(1)
    return x


class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y


def object_creation(rounds):
    point = None
    for i in range(rounds):
        point = Point(i, FACTOR)
    return point


def dict_and_list_creation(rounds):
    row = None
    for i in range(rounds):
        row = [i, {"number": i, "double": [i, i]}]
    return row


def numbers(n):
    for i in range(n):
        yield i


def generators(rounds):
    total = 0
    for _ in range(rounds // 10):
        for i in numbers(10):
            total += i
    return total


def attribute_access(rounds):
    point = Point(1, 2)
    for _ in range(rounds):
        point.x = point.y
        point.y = point.x + 1
    return point.y


def module_and_c_functions(rounds):
    total = 0
    for i in range(rounds):
        total += math.gcd(i, 12) + abs(-i) + len("text")
    return total


def constants(rounds):
    row = None
    for _ in range(rounds):
        row = "text"
        row = (1, 2, "three")
        row = b"bytes"
        row = None
        row = 1.5
    return row


def thread_local_reads(rounds):
    local.value = 1
    total = 0
    for _ in range(rounds):
        total += local.value
    return total


def exceptions(rounds):
    caught = 0
    for i in range(rounds):
        try:
            raise ValueError(i)
        except ValueError:
            caught += 1
    return caught


def string_building(rounds):
    parts = []
    for i in range(rounds):
        parts.append(f"{i}: {i + 1}, ")
        if i % 100 == 99:
            "".join(parts).upper()
            parts.clear()
    return len(parts)


KINDS = [calls, methods, closures, object_creation, dict_and_list_creation, generators, attribute_access,
         module_and_c_functions, constants, thread_local_reads, exceptions, string_building]

for kind in KINDS:
    if kind.__name__ == sys.argv[1]:
        together.print_speed_up(kind.__name__.replace("_", " "), kind)
