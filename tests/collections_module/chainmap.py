from collections import ChainMap
a, b = {"x": 1}, {"x": 2, "y": 3}
c = ChainMap(a, b)
c["z"] = 9
print(c["x"], c["y"], sorted(c), len(c), a, c.maps, c.new_child({"x": 0})["x"], c.parents["x"])
# expect: 1 3 ['x', 'y', 'z'] 3 {'x': 1, 'z': 9} [{'x': 1, 'z': 9}, {'x': 2, 'y': 3}] 0 2
print("y" in c, c.get("q", "none"))  # expect: True none
try:
    c["missing"]
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: KeyError: 'missing'
try:
    c.pop("y")
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: KeyError: "Key not found in the first mapping: 'y'"
