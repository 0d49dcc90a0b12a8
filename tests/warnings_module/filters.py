# warnings: recording, filters, errors, once per place, stacklevel.
import io
import sys
import warnings


def old():
    warnings.warn("old is old", DeprecationWarning, stacklevel=2)


with warnings.catch_warnings(record=True) as log:
    warnings.simplefilter("always")
    warnings.warn("first")
    warnings.warn("second", RuntimeWarning)
    warnings.warn(UserWarning("third"))
    old()
for one in log:
    print(one.category.__name__, one.message, one.lineno)
# expect: UserWarning first 13
# expect: RuntimeWarning second 14
# expect: UserWarning third 15
# expect: DeprecationWarning old is old 16
with warnings.catch_warnings():
    warnings.simplefilter("error")
    try:
        warnings.warn("raised", FutureWarning)
    except FutureWarning as error:
        print("caught", error)  # expect: caught raised
with warnings.catch_warnings(record=True) as log:
    warnings.simplefilter("default")
    for _ in range(3):
        warnings.warn("in a loop")
    print(len(log))  # expect: 1
with warnings.catch_warnings(record=True) as log:
    warnings.simplefilter("once")
    warnings.warn("the same")
    warnings.warn("the same")
    print(len(log))  # expect: 1
with warnings.catch_warnings(record=True) as log:
    warnings.simplefilter("always")
    warnings.filterwarnings("ignore", message="noise")
    warnings.filterwarnings("ignore", category=ImportWarning)
    warnings.warn("Noise of some sort")
    warnings.warn("no more noise")
    warnings.warn("x", ImportWarning)
    print([str(one.message) for one in log])  # expect: ['no more noise']
try:
    warnings.warn("x", int)
except TypeError as error:
    print(error)  # expect: category must be a Warning subclass, not 'type'
print(warnings.formatwarning("text", UserWarning, "file.py", 7, "the line"), end="")
# expect: file.py:7: UserWarning: text
# expect:   the line
kept, sys.stderr = sys.stderr, io.StringIO()
warnings.warn("shown")
text, sys.stderr = sys.stderr.getvalue(), kept
print(text.replace(__file__, "FILE"), end="")
# expect: FILE:55: UserWarning: shown
# expect:   warnings.warn("shown")
