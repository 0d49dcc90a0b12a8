"""Random expressions, evaluated here and by CPython, which must agree on every one.

usage: python3 _compare.py [--cases N] [--seed N] [--kind NAME] ENGINE...   (ENGINE...: the words that run a script)
Prints the seed where it chose one, each case that differs, and how many there were. Run by property.session with few
cases; `--cases 1000000` is the long form. The cases themselves are made in _cases.py."""
import argparse
import json
import os
import random
import subprocess
import sys
import tempfile

import _cases

BATCH = 20_000
EVALUATE = r'''
import collections, decimal, fractions, json, math, re, statistics, string, struct, sys, textwrap, unicodedata
decimal.getcontext().prec = 20
names = {name: value for name, value in globals().items() if isinstance(value, type(sys))}
names.update(D=decimal.Decimal, F=fractions.Fraction, Counter=collections.Counter)
with open(sys.argv[1], encoding="utf-8", errors="surrogatepass") as file:
    cases = json.load(file)
answers = []
for case in cases:
    try:
        answers.append(repr(eval(case, names)))
    except Exception as error:
        answers.append(type(error).__name__ + ": " + str(error))
with open(sys.argv[2], "w", encoding="utf-8", errors="surrogatepass") as file:
    json.dump(answers, file)
'''


def evaluate(command, script, cases, folder):
    given, answered = os.path.join(folder, 'cases.json'), os.path.join(folder, 'answers.json')
    with open(given, 'w', encoding='utf-8', errors='surrogatepass') as file:
        json.dump(cases, file)
    done = subprocess.run([*command, script, given, answered], capture_output=True, text=True,
                          env={**os.environ, 'PYTHONHASHSEED': '0'})
    if done.returncode != 0:
        sys.exit(f'{command} ended with {done.returncode}:\n{done.stderr[-3000:]}')
    with open(answered, encoding='utf-8', errors='surrogatepass') as file:
        return json.load(file)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('--cases', type=int, default=10_000)
    parser.add_argument('--seed', type=int)
    parser.add_argument('--kind', choices=_cases.KINDS)
    parser.add_argument('engine', nargs='+')
    options = parser.parse_args()
    seed = random.SystemRandom().randrange(2**32) if options.seed is None else options.seed
    if options.seed is None:
        print('seed', seed)
    maker, left, differences = random.Random(seed), options.cases, 0
    with tempfile.TemporaryDirectory() as folder:
        script = os.path.join(folder, 'evaluate.py')
        with open(script, 'w', encoding='utf-8') as file:
            file.write(EVALUATE)
        while left > 0:
            cases = [_cases.make(maker, options.kind) for _ in range(min(left, BATCH))]
            left -= len(cases)
            ours = evaluate(options.engine, script, cases, folder)
            theirs = evaluate([sys.executable], script, cases, folder)
            for case, mine, wanted in zip(cases, ours, theirs):
                if mine != wanted:
                    differences += 1
                    if differences <= 20:
                        print(f'{case}\n  CPython: {wanted[:500]}\n  gillab:  {mine[:500]}')
    print(options.cases, 'cases,', differences, 'differ')
    sys.exit(differences != 0)


if __name__ == '__main__':
    main()
