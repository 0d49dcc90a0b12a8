import gc
import weakref
from _run import together

class Node:
    pass

watches = []

def work(number):
    for n in range(400):
        a, b = Node(), Node()
        a.other, b.other, a.text = b, a, [str(n)]
        watches.append(weakref.ref(a))
        if n % 50 == 0:
            gc.collect()

together(work)
gc.collect()
print(len(watches), {watch() for watch in watches})  # expect: 1600 {None}
