print({1: 2} == {1: 2.0}, {1: 2, 3: 4} == {3: 4, 1: 2}, {1: 2} == {1: 3}, {1: 2} == {2: 2})
# expect: True True False False
print({} == {}, {} == [], {1: {2: 3}} == {1: {2: 3}}, {1: 2} != {1: 2})  # expect: True False True False
