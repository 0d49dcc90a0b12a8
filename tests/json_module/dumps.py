# json.dumps: texts, numbers, containers, indentation, separators, keys, default, errors.
import enum
import io
import json
from collections import OrderedDict, namedtuple

print(json.dumps([1, 2.5, -3, 1e100, 10**20, True, False, None, "x"]))
# expect: [1, 2.5, -3, 1e+100, 100000000000000000000, true, false, null, "x"]
print(json.dumps({"a": [], "b": {}, "c": (1, [2]), 3: 4, 2.5: 1, None: 0, True: 1}))
# expect: {"a": [], "b": {}, "c": [1, [2]], "3": 4, "2.5": 1, "null": 0, "true": 1}
print(json.dumps("quote\" back\\ new\n tab\t null\0 del\x7f é € 😀 \u2028"))
# expect: "quote\" back\\ new\n tab\t null\u0000 del\u007f \u00e9 \u20ac \ud83d\ude00 \u2028"
print(json.dumps("é😀\n", ensure_ascii=False))  # expect: "é😀\n"
print(json.dumps({"b": 1, "a": [1, {"k": "v"}], "e": [], "f": {}}, indent=2, sort_keys=True))
# expect: {
# expect:   "a": [
# expect:     1,
# expect:     {
# expect:       "k": "v"
# expect:     }
# expect:   ],
# expect:   "b": 1,
# expect:   "e": [],
# expect:   "f": {}
# expect: }
print(json.dumps([1, {"a": 2}], separators=(",", ":")), repr(json.dumps([1, [2]], indent="\t")))
# expect: [1,{"a":2}] '[\n\t1,\n\t[\n\t\t2\n\t]\n]'
print(repr(json.dumps([1], indent=0)))  # expect: '[\n1\n]'
print(json.dumps([float("nan"), float("inf"), -float("inf")]))  # expect: [NaN, Infinity, -Infinity]


class Level(enum.IntEnum):
    LOW = 1


class Text(str):
    pass


print(json.dumps([Level.LOW, Text("t"), OrderedDict(z=1, a=2), namedtuple("P", "x y")(1, 2)]))
# expect: [1, "t", {"z": 1, "a": 2}, [1, 2]]
print(json.dumps({1, 2}, default=sorted), json.dumps([2j], default=lambda value: [value.real, value.imag]))
# expect: [1, 2] [[0.0, 2.0]]
print(json.dumps({(1, 2): 3, "a": 1}, skipkeys=True))  # expect: {"a": 1}


class Encoder(json.JSONEncoder):
    def default(self, o):
        return f"<{type(o).__name__}>" if isinstance(o, set) else super().default(o)


print(json.dumps([set()], cls=Encoder))  # expect: ["<set>"]
loop = []
loop.append(loop)
for action in (lambda: json.dumps(loop), lambda: json.dumps(object()), lambda: json.dumps({(1,): 2}),
               lambda: json.dumps(float("nan"), allow_nan=False), lambda: json.dumps(b"x"),
               lambda: json.dumps({1: 1, "a": 2}, sort_keys=True), lambda: json.dumps([1j], cls=Encoder)):
    try:
        action()
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
# expect: ValueError Circular reference detected
# expect: TypeError Object of type object is not JSON serializable
# expect: TypeError keys must be str, int, float, bool or None, not tuple
# expect: ValueError Out of range float values are not JSON compliant
# expect: TypeError Object of type bytes is not JSON serializable
# expect: TypeError '<' not supported between instances of 'str' and 'int'
# expect: TypeError Object of type complex is not JSON serializable
out = io.StringIO()
json.dump({"a": [1, 2]}, out)
print(out.getvalue(), "".join(json.JSONEncoder().iterencode([1, {"b": None}])))  # expect: {"a": [1, 2]} [1, {"b": null}]
