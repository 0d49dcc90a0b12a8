# Bytes have no lines: who asks for line buffering is warned and gets the usual buffer.
import warnings

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    with open("/dev/null", "wb", 1) as file:
        print(type(file).__name__)                   # expect: BufferedWriter
print([(each.category.__name__, str(each.message)) for each in caught])
# expect: [('RuntimeWarning', "line buffering (buffering=1) isn't supported in binary mode, the default buffer size will be used")]
