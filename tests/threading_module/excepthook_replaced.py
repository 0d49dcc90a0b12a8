import sys
import threading

def hook(args):
    print(args.exc_type.__name__, args.exc_value, args.exc_traceback is not None, args.thread.name)
    print(len(args), args[0] is args.exc_type, type(args) is threading.ExceptHookArgs)

def work():
    raise KeyError("k")

threading.excepthook = hook
thread = threading.Thread(target=work, name="w")
thread.start()
thread.join()
# expect: KeyError 'k' True w
# expect: 4 True True
thread = threading.Thread(target=sys.exit, name="e")
thread.start()
thread.join()
# expect: SystemExit  True e
# expect: 4 True True
print(threading.__excepthook__ is not hook)          # expect: True
threading.excepthook = threading.__excepthook__
