# Nesting deeper than the recursion limit is a RecursionError in both directions, and a list inside itself a ValueError.
import json

for attempt in (lambda: json.loads('[' * 100000), lambda: json.loads('{"a":' * 100000)):
    try:
        attempt()
    except RecursionError:
        print('too deep')
# expect: too deep
# expect: too deep
nested = []
for _ in range(100000):
    nested = [nested]
try:
    json.dumps(nested)
except RecursionError:
    print('too deep')  # expect: too deep
own = []
own.append(own)
try:
    json.dumps(own)
except ValueError as error:
    print(error)  # expect: Circular reference detected
