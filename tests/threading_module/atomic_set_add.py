from _run import together

members = set()
together(lambda number: [members.add(n) for n in range(number, 8000, 2)])
print(len(members), members == set(range(8000)))     # expect: 8000 True
