class Named:
    def __init__(self, name): self.name = name
    def __del__(self): print("gone", self.name, helper)
helper = "names are still there"
first = Named("first")
_second = Named("second")
third = [Named("third")]
# expect: gone first names are still there
# expect: gone second names are still there
# expect: gone third names are still there
