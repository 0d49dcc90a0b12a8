import os
path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../scripts/lessons/reference_counts.py")
exec(compile(open(path).read(), path, "exec"))
# expect: 1. A name is a reference. Rebinding the only name kills the object at once:
# expect:     first is lit
# expect:     second is lit
# expect:     first goes out
# expect: 2. A second name keeps it alive:
# expect:     still there: second
# expect:     second goes out
# expect: 3. So does a container, until the place in it is overwritten:
# expect:     third is lit
# expect:     fourth is lit
# expect:     third goes out
# expect:     the shelf is cleared
# expect:     fourth goes out
# expect: 4. A local variable ends with its function:
# expect:     fifth is lit
# expect:     inside the function
# expect:     fifth goes out
# expect:     after the function
# expect: 5. A value nobody keeps dies before the next line:
# expect:     sixth is lit
# expect:     sixth goes out
# expect: 6. The count itself:
# expect:     three more references, the count grew by 3
# expect:     all dropped again, it grew by 0
