from collections import Counter
import heapq
def codes(text):
    heap = [(n, i, ch) for i, (ch, n) in enumerate(sorted(Counter(text).items()))]
    heapq.heapify(heap)
    serial = len(heap)
    while len(heap) > 1:
        (n, _, a), (m, _, b) = heapq.heappop(heap), heapq.heappop(heap)
        heapq.heappush(heap, (n + m, serial, (a, b)))
        serial += 1
    table = {}
    def walk(node, prefix):
        if isinstance(node, tuple):
            walk(node[0], prefix + "0")
            walk(node[1], prefix + "1")
        else: table[node] = prefix or "0"
    walk(heap[0][2], "")
    return table
text = "abracadabra alakazam"
table = codes(text)
bits = "".join(table[c] for c in text)
decode, out, part = {v: k for k, v in table.items()}, "", ""
for bit in bits:
    part += bit
    if part in decode:
        out += decode[part]
        part = ""
print(sorted(table.items()), len(bits), out == text)
# expect: [(' ', '11110'), ('a', '0'), ('b', '1101'), ('c', '11111'), ('d', '1000'), ('k', '1001'), ('l', '1010'), ('m', '1011'), ('r', '1110'), ('z', '1100')] 55 True
