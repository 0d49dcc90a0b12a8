import sys

print(exit, quit)
for leave in exit, quit:
    try:
        leave(3)
    except SystemExit as error:
        print(error.code)
sys.breakpointhook = lambda *args, **keywords: print(args, keywords)
breakpoint(1, two=2)
print(float.__getformat__("double"))
value = 1j
print(complex(value) is value)

# expect: Use exit() or Ctrl-D (i.e. EOF) to exit Use quit() or Ctrl-D (i.e. EOF) to exit
# expect: 3
# expect: 3
# expect: (1,) {'two': 2}
# expect: IEEE, little-endian
# expect: True
