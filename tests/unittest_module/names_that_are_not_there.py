# A name without a module or an attribute is a test that fails, and the loader notes why.
import unittest

loader = unittest.TestLoader()
for name in 'no_such_module_here', 'unittest.nothing', 'unittest.case.TestCase.nothing':
    suite = loader.loadTestsFromName(name)
    print(loader.errors[-1].splitlines()[0])
    result = unittest.TestResult()
    suite.run(result)
    print(len(result.errors), result.errors[0][1].strip().splitlines()[-1])
# expect: Failed to import test module: no_such_module_here
# expect: 1 ModuleNotFoundError: No module named 'no_such_module_here'
# expect: Failed to import test module: nothing
# expect: 1 ModuleNotFoundError: No module named 'unittest.nothing'
# expect: Failed to access attribute:
# expect: 1 AttributeError: type object 'TestCase' has no attribute 'nothing'
