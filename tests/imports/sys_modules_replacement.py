import sys
class Fake: value = 5
sys.modules["fake_module"] = Fake
import fake_module
print(fake_module.value)  # expect: 5
del sys.modules["fake_module"]
sys.modules["blocked"] = None
try:
    import blocked
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: ModuleNotFoundError: import of blocked halted; None in sys.modules
