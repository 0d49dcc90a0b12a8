import os, subprocess
def refuse(function):
    try:
        return function()
    except Exception as error:
        return f"{type(error).__name__}: {error}"

os.environ["GILLAB_A"] = "bär"
print(os.getenv("GILLAB_A"), "GILLAB_A" in os.environ, os.environb[b"GILLAB_A"], os.system('test "$GILLAB_A" = bär'))
del os.environ["GILLAB_A"]
print(os.getenv("GILLAB_A", "gone"), refuse(lambda: os.environ["GILLAB_A"]), os.system('test -z "$GILLAB_A"'))
print(refuse(lambda: os.environ.__setitem__("a", 3)), refuse(lambda: os.environ.__setitem__(3, "a")), os.environ.pop("GILLAB_A", 5))
print(os.environ.setdefault("GILLAB_B", "x"), os.environ.get("GILLAB_B"), type(os.environ.copy()).__name__, type(os.environ | {}).__name__)
os.environ.update({"GILLAB_C": "1"}, GILLAB_D="2")
print({k: v for k, v in os.environ.items() if k in ("GILLAB_B", "GILLAB_C", "GILLAB_D")} == {"GILLAB_B": "x", "GILLAB_C": "1", "GILLAB_D": "2"})
os.environ.clear()
print(len(os.environ), os.environ, os.get_exec_path())
# expect: bär True b'b\xc3\xa4r' 0
# expect: gone KeyError: 'GILLAB_A' 0
# expect: TypeError: str expected, not int TypeError: str expected, not int 5
# expect: x x dict dict
# expect: True
# expect: 0 environ({}) ['/bin', '/usr/bin']
