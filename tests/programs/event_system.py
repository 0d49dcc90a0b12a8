class Event:
    def __init__(self): self.handlers = []
    def __iadd__(self, f):
        self.handlers.append(f)
        return self
    def __isub__(self, f):
        self.handlers.remove(f)
        return self
    def __call__(self, *a, **k): return [f(*a, **k) for f in list(self.handlers)]
class Button:
    def __init__(self, label):
        self.label, self.clicked = label, Event()
    def click(self, times=1): return [self.clicked(self, n) for n in range(times)]
log = []
def on_click(button, n): log.append((button.label, n))
b = Button("ok")
b.clicked += on_click
b.clicked += lambda button, n: n * 10
print(b.click(2), log)  # expect: [[None, 0], [None, 10]] [('ok', 0), ('ok', 1)]
b.clicked -= on_click
print(b.click(), len(log))  # expect: [[0]] 2
