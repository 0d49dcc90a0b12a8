"""Counting words in a shared dict: each single operation of the dict is safe, `d[k] += 1` is two of them.

A thread fetches the old number, another stores a new one, and the first writes its own over it.
"""
#: expect words == {"lock": 4} : every word counted
#: interesting words["lock"] < 4 : a count was overwritten
#: forbid words["lock"] < 2 : the last write of each thread follows a read of at least 1
import threading

words = {"lock": 0}


def count(text):
    for word in text.split():
        words[word] += 1


threads = [threading.Thread(target=count, args=("lock lock",)) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(words)
