import sys
sys.displayhook(5)  # expect: 5
sys.displayhook(None)
print(_)  # expect: 5
def hook(kind, value, tb): print("hook:", kind.__name__, value, tb is not None)
sys.excepthook = hook
raise ValueError("to the hook")
# expect: hook: ValueError to the hook True
# exit: 1
