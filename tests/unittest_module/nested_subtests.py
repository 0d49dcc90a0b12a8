# Subtests in subtests: who is reported, in which order, with which parameters.
import unittest


class Case(unittest.TestCase):
    def test(self):
        for i in 1, 2:
            with self.subTest(i=i):
                for j in 1, 2:
                    with self.subTest('pair', j=j, i=i):
                        self.assertNotEqual(i * j, 2)
        with self.subTest(skipped=True):
            self.skipTest('not now')

    @unittest.expectedFailure
    def test_expected(self):
        with self.subTest(i=1):
            self.fail('so it is')
        print('not reached')


class Result(unittest.TestResult):
    def addSubTest(self, test, subtest, err):
        print('subtest', subtest.id(), err and err[0].__name__)
        super().addSubTest(test, subtest, err)

    def addSkip(self, test, reason):
        print('skip', test.id(), reason)

    def addSuccess(self, test):
        print('success', test.id())

    def addExpectedFailure(self, test, err):
        print('expected', test.id(), err[1])


result = Result()
unittest.defaultTestLoader.loadTestsFromTestCase(Case).run(result)
print(len(result.failures), len(result.errors), result.wasSuccessful())


class Debugged(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        print('setUpClass')

    def test(self):
        with self.subTest(i=1):
            print('test', self.id())

    @classmethod
    def tearDownClass(cls):
        print('tearDownClass')


unittest.TestSuite([Debugged('test')]).debug()
try:
    Case('test').debug()
except AssertionError as error:
    print(error)

# expect: subtest __main__.Case.test [pair] (j=1, i=1) None
# expect: subtest __main__.Case.test [pair] (j=2, i=1) AssertionError
# expect: subtest __main__.Case.test [pair] (j=1, i=2) AssertionError
# expect: subtest __main__.Case.test [pair] (j=2, i=2) None
# expect: skip __main__.Case.test (skipped=True) not now
# expect: expected __main__.Case.test_expected so it is
# expect: 2 0 False
# expect: setUpClass
# expect: test __main__.Debugged.test
# expect: tearDownClass
# expect: 2 == 2
