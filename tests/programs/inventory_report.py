ORDERS = """widget,4,3.50
gadget,10,12.00
widget,6,3.25
doohickey,1,99.99
broken line
gadget,-3,12.00"""
totals, errors = {}, []
for number, line in enumerate(ORDERS.splitlines(), 1):
    try:
        name, count, price = line.split(",")
        count, price = int(count), float(price)
        if count < 0: raise ValueError(f"negative count {count}")
    except ValueError as error:
        errors.append(f"line {number}: {error}")
        continue
    have = totals.setdefault(name, {"count": 0, "value": 0.0})
    have["count"] += count
    have["value"] += count * price
print(f"{'item':<12}{'count':>6}{'value':>10}")  # expect: item         count     value
for name, row in sorted(totals.items(), key=lambda i: -i[1]["value"]):
    print(f"{name:<12}{row['count']:>6}{row['value']:>10.2f}")
# expect: gadget          10    120.00
# expect: doohickey        1     99.99
# expect: widget          10     33.50
print(*errors, sep="\n")
# expect: line 5: not enough values to unpack (expected 3, got 1)
# expect: line 6: negative count -3
