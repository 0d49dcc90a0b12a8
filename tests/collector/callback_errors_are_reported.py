# expect stderr: ZeroDivisionError: division by zero
import gc


def fails(phase, info):
    if phase == "start":
        1 / 0


gc.disable()
gc.callbacks.append(fails)
print(gc.collect() >= 0, gc.callbacks[0] is fails)  # expect: True True
gc.callbacks.clear()
