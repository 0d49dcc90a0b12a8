name, n, d = "Bo", 5, {"k": [1, 2]}
print(f"{name} {n + 1} {d['k'][0]} {name.upper()} {n if n else 0} {len(name)} {(lambda x: x * 2)(n)}")
# expect: Bo 6 1 BO 5 2 10
print(f"{[i for i in range(3)]}")  # expect: [0, 1, 2]
print(f"{{}} {{{n}}} {n}{n} {'nested ' + f'{n}'} {n!r} {name!r} {name!s:>5} {'é'!a}")
# expect: {} {5} 55 nested 5 5 'Bo'    Bo '\xe9'
print(f"""multi
{n
 + 1}""")
# expect: multi
# expect: 6
print(rf"\d{n}", f'{"a" "b"}', f"{n:>{n}}|{n:{'0'}{n}}|{3.14159:.{2}f}", f"{ {'a': 1}['a'] }")
# expect: \d5 ab     5|00005|3.14 1
print(f"{(1, 2)}", f"{1,}", f"{*[1, 2], 3}")  # expect: (1, 2) (1,) (1, 2, 3)
