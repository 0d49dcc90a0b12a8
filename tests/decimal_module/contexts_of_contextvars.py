# The running context belongs to the contextvars context: copies begin with it, and keep what they set to themselves.
import contextvars
import decimal
import threading

decimal.getcontext().prec = 7
copied = contextvars.copy_context()


def third():
    return str(decimal.Decimal(1) / 3)


def shorter():
    decimal.setcontext(decimal.Context(prec=3))
    return third()


print(copied.run(third))
# expect: 0.3333333
print(copied.run(shorter), copied.run(third), third())
# expect: 0.333 0.333 0.3333333
in_thread = []
thread = threading.Thread(target=lambda: in_thread.append(third()))
thread.start()
thread.join()
print(in_thread)
# expect: ['0.3333333333333333333333333333']
