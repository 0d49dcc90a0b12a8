# A finder may stand in sys.meta_path before anything of importlib has been imported.
import sys


class Nowhere:
    asked = []

    @classmethod
    def find_spec(cls, name, path, target=None):
        cls.asked.append(name)
        return None


sys.meta_path.insert(0, Nowhere)
import colorsys

print(colorsys.__name__, "colorsys" in Nowhere.asked)  # expect: colorsys True
