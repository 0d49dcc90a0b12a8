# Modules that all threads import for the first time, and whose names they then use and set.
from _hammer import each


def work(number):
    import decimal, fractions, statistics, string, textwrap, uuid
    assert decimal.Decimal("1.5") + 1 == decimal.Decimal("2.5")
    assert fractions.Fraction(1, 3) * 3 == 1 and statistics.mean([1, 2, 3]) == 2
    assert string.ascii_lowercase[:3] == "abc" and textwrap.dedent(" a") and uuid.UUID(int=1).int == 1
    for i in range(2000):
        setattr(string, f"extra_{number}", i)
        assert getattr(string, f"extra_{number}") == i and string.digits == "0123456789"


each(4, work)
import string
print([getattr(string, f"extra_{n}") for n in range(4)])  # expect: [1999, 1999, 1999, 1999]
