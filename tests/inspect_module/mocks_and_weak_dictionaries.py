# inspect takes an AsyncMock for a coroutine function; the weak containers are what collections.abc says.
import collections.abc
import inspect
import unittest.mock
import weakref

mock = unittest.mock.AsyncMock(return_value=3)
print(inspect.iscoroutinefunction(mock), inspect.iscoroutinefunction(unittest.mock.Mock()), mock.__name__)
print(inspect.signature(unittest.mock.Mock()))
print(isinstance(weakref.WeakKeyDictionary(), collections.abc.MutableMapping),
      isinstance(weakref.WeakValueDictionary(), collections.abc.MutableMapping),
      isinstance(weakref.WeakSet(), collections.abc.MutableSet))

# expect: True False AsyncMock
# expect: (*args, **kwargs)
# expect: True True True
