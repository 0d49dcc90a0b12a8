import sys
sys.stdout.write("written\n")  # expect: written
print(sys.stdout.write("abc\n"))
# expect: abc
# expect: 4
old = sys.stdout
class Catch:
    def __init__(self): self.text = ""
    def write(self, t): self.text += t
sys.stdout = Catch()
print("captured", 5)
caught, sys.stdout = sys.stdout, old
print(repr(caught.text))  # expect: 'captured 5\n'
