import sys
sys.stdout.write("no newline then exit\n")  # expect: no newline then exit
print("buffered", end="\n", flush=False)  # expect: buffered
sys.exit(0)
