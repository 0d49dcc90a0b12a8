"""The name of CPython's C half of bisect, which here is the whole."""
from bisect import bisect, bisect_left, bisect_right, insort, insort_left, insort_right
