import sys
def hook(kind, value, trace):
    print("hook", kind.__name__, value)
sys.excepthook = hook
1 / 0
# expect: hook ZeroDivisionError division by zero
# exit: 1
