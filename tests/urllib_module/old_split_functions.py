# The old functions that take an address apart still work, with a warning.
import warnings
from urllib import parse

for name, text in (('splittype', 'HTTP://host'), ('splithost', '//host:80/path?q'), ('splithost', '//a#@b'),
                   ('splituser', 'me:pw@host'), ('splitpasswd', 'me:p:w'), ('splitport', 'host:80'),
                   ('splitport', 'host:eighty'), ('splitnport', 'host:eighty'), ('splitquery', 'a?b?c'),
                   ('splittag', 'a#b'), ('splitattr', 'p;a=1;b=2'), ('splitvalue', 'a=b=c'), ('to_bytes', 'abc')):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter('always')
        print(name, getattr(parse, name)(text), len(caught))
print(parse.unwrap(' <URL:scheme://host/path> '))
# expect: splittype ('http', '//host') 1
# expect: splithost ('host:80', '/path?q') 1
# expect: splithost ('a', '/#@b') 1
# expect: splituser ('me:pw', 'host') 1
# expect: splitpasswd ('me', 'p:w') 1
# expect: splitport ('host', '80') 1
# expect: splitport ('host:eighty', None) 1
# expect: splitnport ('host', None) 1
# expect: splitquery ('a?b', 'c') 1
# expect: splittag ('a', 'b') 1
# expect: splitattr ('p', ['a=1', 'b=2']) 1
# expect: splitvalue ('a', 'b=c') 1
# expect: to_bytes abc 1
# expect: scheme://host/path
