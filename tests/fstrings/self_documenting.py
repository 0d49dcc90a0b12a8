x, y = 5, "s"
print(f"{x=} {y=} {x + 1=} {x=:>4} {y=!s} { x = } {len(y)=}", f"{x=!r:^5}", f"{3 * 4 = :.1f}")
# expect: x=5 y='s' x + 1=6 x=   5 y=s  x = 5 len(y)=1 x=  5   3 * 4 = 12.0
