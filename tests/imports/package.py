import _package
import _package.inner
import _package.sub.deep as deep
from _package import inner, NAME
from _package.sub import deep as deep2
print(_package.NAME, inner.who(), deep.who(), deep is deep2, _package.sub.deep is deep)
# expect: package inner package deep inner True True
print(_package.__name__, inner.__package__, NAME, hasattr(_package, "__path__"))
# expect: _package _package package True
