from _run import together

ended = []

class Thing:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        ended.append(self.name)

box = [None]

def work(number):
    for n in range(1500):
        box[0] = Thing((number, n))
        box[0]

together(work)
box.clear()
print(len(ended), len(set(ended)))                   # expect: 6000 6000
