"""Runs random programs with threads under several engines and compares what they come to.

    python3 tests/stress/_compare_engines.py --seconds 1800 [--seed N] "build/release/engine-gil run" python3 ...

The programs: tests/stress/_random_programs.py. Stops at the first that differs, crashes or hangs, shows its seed and
exits 1.
"""

import argparse
import pathlib
import random
import subprocess
import sys
import time

SCRIPT = str(pathlib.Path(__file__).parent / "random_programs.py")


def outcome(engine, first, count, timeout):
    command = [*engine.split(), SCRIPT, str(first), str(count)]
    try:
        done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, timeout=timeout)
    except subprocess.TimeoutExpired as late:
        return f"hung; so far {late.stdout!r}"
    if done.returncode or done.stderr:
        return f"exit {done.returncode}\n{done.stdout}{done.stderr[-2000:]}"
    return done.stdout


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("engines", nargs="+", metavar="ENGINE")
    options.add_argument("--seconds", type=float, default=60)
    options.add_argument("--seed", type=int, default=random.SystemRandom().randrange(10**9))
    options.add_argument("--programs", type=int, default=20, help="programs a start of an engine runs")
    options.add_argument("--timeout", type=float, default=120)
    chosen = options.parse_args()
    end, seed = time.monotonic() + chosen.seconds, chosen.seed
    print("seed", seed, flush=True)
    while time.monotonic() < end:
        outcomes = {engine: outcome(engine, seed, chosen.programs, chosen.timeout) for engine in chosen.engines}
        if len(set(outcomes.values())) != 1 or any("None" in text or " " not in text for text in outcomes.values()):
            for engine, text in outcomes.items():
                print(f"--- {engine} {SCRIPT} {seed} {chosen.programs}\n{text}")
            return 1
        seed += chosen.programs
    print(seed - chosen.seed, "programs agree")
    return 0


sys.exit(main())
