# A whole run: marks, failures with their differences, subtests, skipping, fixtures, the summary.
import io
import unittest

order = []


class Numbers(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        order.append("class up")

    @classmethod
    def tearDownClass(cls):
        order.append("class down")

    def setUp(self):
        self.addCleanup(order.append, "cleaned")

    def test_pass(self):
        """Adds."""
        self.assertEqual(1 + 1, 2)
        with self.assertRaises(ZeroDivisionError) as caught:
            1 / 0
        self.assertEqual(str(caught.exception), "division by zero")
        self.assertRaises(ValueError, int, "x")
        self.assertAlmostEqual(0.1 + 0.2, 0.3)
        self.assertIn(1, [1])
        self.assertCountEqual([1, 2], [2, 1])

    def test_fail(self):
        self.assertEqual(1, 2, "not the same")

    def test_lists(self):
        self.assertEqual([1, 2, 3], [1, 5, 3, 4])

    def test_dicts(self):
        self.assertEqual({"a": 1}, {"a": 2})

    def test_texts(self):
        self.assertEqual("one\ntwo\n", "one\ntoo\n")

    def test_sets(self):
        self.assertEqual({1, 2}, {2, 3})

    def test_error(self):
        raise KeyError("oops")

    def test_not_raised(self):
        with self.assertRaises(ValueError):
            pass

    def test_subtests(self):
        for number in range(4):
            with self.subTest("even", number=number):
                self.assertEqual(number % 2, 0)

    @unittest.skip("later")
    def test_skipped(self):
        pass

    @unittest.expectedFailure
    def test_known(self):
        self.fail("known")

    @unittest.expectedFailure
    def test_surprise(self):
        pass

    def test_skips_itself(self):
        self.skipTest("not here")


@unittest.skipIf(True, "whole class")
class Other(unittest.TestCase):
    def test_x(self):
        pass


for verbosity in 1, 2:
    out = io.StringIO()
    suite = unittest.TestLoader().loadTestsFromNames(["Numbers", "Other"], __import__("__main__"))
    result = unittest.TextTestRunner(stream=out, verbosity=verbosity).run(suite)
    text = out.getvalue().replace(__file__, "FILE")
    lines = [line[:line.index(" in ")] if line.startswith("Ran ") else line for line in text.splitlines()]
    print("\n".join(lines))
print(order[:3], order[-1], result, result.wasSuccessful(), suite.countTestCases())
for action in (lambda case: case.assertTrue(0), lambda case: case.assertIs(1, None), lambda case: case.assertLess(2, 1),
               lambda case: case.assertIsNone(3), lambda case: case.assertIsInstance(3, str), lambda case: case.assertIn(4, [1]),
               lambda case: case.assertAlmostEqual(1, 1.1), lambda case: case.assertNotEqual(1, 1), lambda case: case.fail("f"),
               lambda case: case.assertRaises(ValueError, int, "3"), lambda case: case.assertCountEqual([1, 1], [1])):
    try:
        action(unittest.TestCase())
    except AssertionError as error:
        print(error)
with unittest.TestCase().assertWarns(UserWarning) as caught:
    import warnings
    warnings.warn("w")
print(caught.warning)
# expect: FEFxFF.FssFFuFs
# expect: ======================================================================
# expect: ERROR: test_error (__main__.Numbers.test_error)
# expect: ----------------------------------------------------------------------
# expect: Traceback (most recent call last):
# expect:   File "FILE", line 47, in test_error
# expect:     raise KeyError("oops")
# expect: KeyError: 'oops'
# expect: 
# expect: ======================================================================
# expect: FAIL: test_dicts (__main__.Numbers.test_dicts)
# expect: ----------------------------------------------------------------------
# expect: Traceback (most recent call last):
# expect:   File "FILE", line 38, in test_dicts
# expect:     self.assertEqual({"a": 1}, {"a": 2})
# expect: AssertionError: {'a': 1} != {'a': 2}
# expect: - {'a': 1}
# expect: ?       ^
# expect: 
# expect: + {'a': 2}
# expect: ?       ^
# expect: 
# expect: 
# expect: ======================================================================
# expect: FAIL: test_fail (__main__.Numbers.test_fail)
# expect: ----------------------------------------------------------------------
# expect: Traceback (most recent call last):
# expect:   File "FILE", line 32, in test_fail
# expect:     self.assertEqual(1, 2, "not the same")
# expect: AssertionError: 1 != 2 : not the same
# expect: 
# expect: ======================================================================
# expect: FAIL: test_lists (__main__.Numbers.test_lists)
# expect: ----------------------------------------------------------------------
# expect: Traceback (most recent call last):
# expect:   File "FILE", line 35, in test_lists
# expect:     self.assertEqual([1, 2, 3], [1, 5, 3, 4])
# expect: AssertionError: Lists differ: [1, 2, 3] != [1, 5, 3, 4]
# expect: 
# expect: First differing element 1:
# expect: 2
# expect: 5
# expect: 
# expect: Second list contains 1 additional elements.
# expect: First extra element 3:
# expect: 4
# expect: 
# expect: - [1, 2, 3]
# expect: ?     ^
# expect: 
# expect: + [1, 5, 3, 4]
# expect: ?     ^   +++
# expect: 
# expect: 
# expect: ======================================================================
# expect: FAIL: test_not_raised (__main__.Numbers.test_not_raised)
# expect: ----------------------------------------------------------------------
# expect: Traceback (most recent call last):
# expect:   File "FILE", line 50, in test_not_raised
# expect:     with self.assertRaises(ValueError):
# expect: AssertionError: ValueError not raised
# expect: 
# expect: ======================================================================
# expect: FAIL: test_sets (__main__.Numbers.test_sets)
# expect: ----------------------------------------------------------------------
# expect: Traceback (most recent call last):
# expect:   File "FILE", line 44, in test_sets
# expect:     self.assertEqual({1, 2}, {2, 3})
# expect: AssertionError: Items in the first set but not the second:
# expect: 1
# expect: Items in the second set but not the first:
# expect: 3
# expect: 
# expect: ======================================================================
# expect: FAIL: test_subtests (__main__.Numbers.test_subtests) [even] (number=1)
# expect: ----------------------------------------------------------------------
# expect: Traceback (most recent call last):
# expect:   File "FILE", line 56, in test_subtests
# expect:     self.assertEqual(number % 2, 0)
# expect: AssertionError: 1 != 0
# expect: 
# expect: ======================================================================
# expect: FAIL: test_subtests (__main__.Numbers.test_subtests) [even] (number=3)
# expect: ----------------------------------------------------------------------
# expect: Traceback (most recent call last):
# expect:   File "FILE", line 56, in test_subtests
# expect:     self.assertEqual(number % 2, 0)
# expect: AssertionError: 1 != 0
# expect: 
# expect: ======================================================================
# expect: FAIL: test_texts (__main__.Numbers.test_texts)
# expect: ----------------------------------------------------------------------
# expect: Traceback (most recent call last):
# expect:   File "FILE", line 41, in test_texts
# expect:     self.assertEqual("one\ntwo\n", "one\ntoo\n")
# expect: AssertionError: 'one\ntwo\n' != 'one\ntoo\n'
# expect:   one
# expect: - two
# expect: ?  ^
# expect: + too
# expect: ?  ^
# expect: 
# expect: 
# expect: ======================================================================
# expect: UNEXPECTED SUCCESS: test_surprise (__main__.Numbers.test_surprise)
# expect: ----------------------------------------------------------------------
# expect: Ran 14 tests
# expect: 
# expect: FAILED (failures=8, errors=1, skipped=3, expected failures=1, unexpected successes=1)
# expect: test_dicts (__main__.Numbers.test_dicts) ... FAIL
# expect: test_error (__main__.Numbers.test_error) ... ERROR
# expect: test_fail (__main__.Numbers.test_fail) ... FAIL
# expect: test_known (__main__.Numbers.test_known) ... expected failure
# expect: test_lists (__main__.Numbers.test_lists) ... FAIL
# expect: test_not_raised (__main__.Numbers.test_not_raised) ... FAIL
# expect: test_pass (__main__.Numbers.test_pass)
# expect: Adds. ... ok
# expect: test_sets (__main__.Numbers.test_sets) ... FAIL
# expect: test_skipped (__main__.Numbers.test_skipped) ... skipped 'later'
# expect: test_skips_itself (__main__.Numbers.test_skips_itself) ... skipped 'not here'
# expect: test_subtests (__main__.Numbers.test_subtests) ... 
# expect:   test_subtests (__main__.Numbers.test_subtests) [even] (number=1) ... FAIL
# expect:   test_subtests (__main__.Numbers.test_subtests) [even] (number=3) ... FAIL
# expect: test_surprise (__main__.Numbers.test_surprise) ... unexpected success
# expect: test_texts (__main__.Numbers.test_texts) ... FAIL
# expect: test_x (__main__.Other.test_x) ... skipped 'whole class'
# expect: 
# expect: ======================================================================
# expect: ERROR: test_error (__main__.Numbers.test_error)
# expect: ----------------------------------------------------------------------
# expect: Traceback (most recent call last):
# expect:   File "FILE", line 47, in test_error
# expect:     raise KeyError("oops")
# expect: KeyError: 'oops'
# expect: 
# expect: ======================================================================
# expect: FAIL: test_dicts (__main__.Numbers.test_dicts)
# expect: ----------------------------------------------------------------------
# expect: Traceback (most recent call last):
# expect:   File "FILE", line 38, in test_dicts
# expect:     self.assertEqual({"a": 1}, {"a": 2})
# expect: AssertionError: {'a': 1} != {'a': 2}
# expect: - {'a': 1}
# expect: ?       ^
# expect: 
# expect: + {'a': 2}
# expect: ?       ^
# expect: 
# expect: 
# expect: ======================================================================
# expect: FAIL: test_fail (__main__.Numbers.test_fail)
# expect: ----------------------------------------------------------------------
# expect: Traceback (most recent call last):
# expect:   File "FILE", line 32, in test_fail
# expect:     self.assertEqual(1, 2, "not the same")
# expect: AssertionError: 1 != 2 : not the same
# expect: 
# expect: ======================================================================
# expect: FAIL: test_lists (__main__.Numbers.test_lists)
# expect: ----------------------------------------------------------------------
# expect: Traceback (most recent call last):
# expect:   File "FILE", line 35, in test_lists
# expect:     self.assertEqual([1, 2, 3], [1, 5, 3, 4])
# expect: AssertionError: Lists differ: [1, 2, 3] != [1, 5, 3, 4]
# expect: 
# expect: First differing element 1:
# expect: 2
# expect: 5
# expect: 
# expect: Second list contains 1 additional elements.
# expect: First extra element 3:
# expect: 4
# expect: 
# expect: - [1, 2, 3]
# expect: ?     ^
# expect: 
# expect: + [1, 5, 3, 4]
# expect: ?     ^   +++
# expect: 
# expect: 
# expect: ======================================================================
# expect: FAIL: test_not_raised (__main__.Numbers.test_not_raised)
# expect: ----------------------------------------------------------------------
# expect: Traceback (most recent call last):
# expect:   File "FILE", line 50, in test_not_raised
# expect:     with self.assertRaises(ValueError):
# expect: AssertionError: ValueError not raised
# expect: 
# expect: ======================================================================
# expect: FAIL: test_sets (__main__.Numbers.test_sets)
# expect: ----------------------------------------------------------------------
# expect: Traceback (most recent call last):
# expect:   File "FILE", line 44, in test_sets
# expect:     self.assertEqual({1, 2}, {2, 3})
# expect: AssertionError: Items in the first set but not the second:
# expect: 1
# expect: Items in the second set but not the first:
# expect: 3
# expect: 
# expect: ======================================================================
# expect: FAIL: test_subtests (__main__.Numbers.test_subtests) [even] (number=1)
# expect: ----------------------------------------------------------------------
# expect: Traceback (most recent call last):
# expect:   File "FILE", line 56, in test_subtests
# expect:     self.assertEqual(number % 2, 0)
# expect: AssertionError: 1 != 0
# expect: 
# expect: ======================================================================
# expect: FAIL: test_subtests (__main__.Numbers.test_subtests) [even] (number=3)
# expect: ----------------------------------------------------------------------
# expect: Traceback (most recent call last):
# expect:   File "FILE", line 56, in test_subtests
# expect:     self.assertEqual(number % 2, 0)
# expect: AssertionError: 1 != 0
# expect: 
# expect: ======================================================================
# expect: FAIL: test_texts (__main__.Numbers.test_texts)
# expect: ----------------------------------------------------------------------
# expect: Traceback (most recent call last):
# expect:   File "FILE", line 41, in test_texts
# expect:     self.assertEqual("one\ntwo\n", "one\ntoo\n")
# expect: AssertionError: 'one\ntwo\n' != 'one\ntoo\n'
# expect:   one
# expect: - two
# expect: ?  ^
# expect: + too
# expect: ?  ^
# expect: 
# expect: 
# expect: ======================================================================
# expect: UNEXPECTED SUCCESS: test_surprise (__main__.Numbers.test_surprise)
# expect: ----------------------------------------------------------------------
# expect: Ran 14 tests
# expect: 
# expect: FAILED (failures=8, errors=1, skipped=3, expected failures=1, unexpected successes=1)
# expect: ['class up', 'cleaned', 'cleaned'] class down <unittest.runner.TextTestResult run=14 errors=1 failures=8> False 14
# expect: 0 is not true
# expect: 1 is not None
# expect: 2 not less than 1
# expect: 3 is not None
# expect: 3 is not an instance of <class 'str'>
# expect: 4 not found in [1]
# expect: 1 != 1.1 within 7 places (0.10000000000000009 difference)
# expect: 1 == 1
# expect: f
# expect: ValueError not raised by int
# expect: Element counts were not equal:
# expect: First has 2, Second has 1:  1
# expect: w
