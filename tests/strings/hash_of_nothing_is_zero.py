print(hash(''), hash(b''), hash(memoryview(b'')))
print({'': 1, b'': 2}[''], len({'', b'', ()}))

# expect: 0 0 0
# expect: 1 3
