import sys

class Bad:
    def __del__(self):
        raise ValueError("in __del__")

def hook(args):
    print(args.exc_type.__name__, args.exc_value, args.exc_traceback is not None, args.err_msg, args.object.__name__)
    print(len(args), args[1] is args.exc_value)

sys.unraisablehook = hook
Bad()
# expect: ValueError in __del__ True None __del__
# expect: 5 True

def failing(args):
    raise KeyError("the hook")

sys.unraisablehook = failing
Bad()
sys.unraisablehook = sys.__unraisablehook__
Bad()
try:
    sys.unraisablehook(5)
except TypeError as error:
    print(error)                           # expect: sys.unraisablehook argument type must be UnraisableHookArgs
# expect stderr: KeyError: 'the hook'
# expect stderr: Traceback (most recent call last):
# expect stderr: ValueError: in __del__
