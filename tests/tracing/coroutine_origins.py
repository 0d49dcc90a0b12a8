"""Where a coroutine was made, as deep as asked for."""
import sys
import warnings


async def nothing():
    pass


def maker():
    return nothing()


print(sys.get_coroutine_origin_tracking_depth())
c = maker()
print(c.cr_origin)
c.close()
sys.set_coroutine_origin_tracking_depth(1)
c = maker()
print(len(c.cr_origin), c.cr_origin[0][1:])
c.close()
sys.set_coroutine_origin_tracking_depth(5)
c = maker()
print([row[1:] for row in c.cr_origin])
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter('always')
    del c
text = str(caught[0].message).replace(__file__, 'FILE')
print(text)
for depth in (-1, 'x'):
    try:
        sys.set_coroutine_origin_tracking_depth(depth)
    except (ValueError, TypeError) as error:
        print(error)
print(sys.get_coroutine_origin_tracking_depth())

# expect: 0
# expect: None
# expect: 1 (11, 'maker')
# expect: [(11, 'maker'), (23, '<module>')]
# expect: coroutine 'nothing' was never awaited
# expect: Coroutine created at (most recent call last)
# expect:   File "FILE", line 23, in <module>
# expect:     c = maker()
# expect:   File "FILE", line 11, in maker
# expect:     return nothing()
# expect: depth must be >= 0
# expect: 'str' object cannot be interpreted as an integer
# expect: 5
