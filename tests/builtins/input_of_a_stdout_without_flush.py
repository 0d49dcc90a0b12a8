import io, sys

class Writes:
    def write(self, text):
        pass

sys.stdin, real, sys.stdout = io.StringIO('line\n'), sys.stdout, Writes()
answer = input()
sys.stdout = real
print(answer)

# expect: line
