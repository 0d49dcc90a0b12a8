"""Threads that begin at the same moment; what one of them raises fails the test."""
import sys
import threading


def together(*functions):
    sys.setswitchinterval(0.0005)
    barrier = threading.Barrier(len(functions))
    problems = []

    def run(function):
        barrier.wait()
        try:
            function()
        except BaseException as problem:
            problems.append(problem)

    threads = [threading.Thread(target=run, args=(function,)) for function in functions]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if problems:
        raise problems[0]
