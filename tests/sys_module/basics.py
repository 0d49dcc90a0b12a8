import sys
print(sys.version_info[:2], sys.version_info.major, sys.maxsize, sys.byteorder in ("little", "big"))
# expect: (3, 11) 3 9223372036854775807 True
print(sys.getrecursionlimit(), sys.argv[1:], sys.maxunicode, sys.platform)  # expect: 1000 [] 1114111 linux
print(sys.float_info.max, sys.float_info.epsilon, sys.int_info.bits_per_digit > 0)
# expect: 1.7976931348623157e+308 2.220446049250313e-16 True
print(sys.hash_info.modulus, sys.version.startswith("3.11"))  # expect: 2305843009213693951 True
print(sys.implementation.name in ("cpython", "gillab"), isinstance(sys.path, list))  # expect: True True
print(sys.flags.optimize)  # expect: 0
print(sys.intern("abc") is sys.intern("ab" + "c"), sys.getswitchinterval() > 0)  # expect: True True
print(sys.getrefcount([]) > 0, sys.exc_info(), "sys" in sys.modules, type(sys.stdin).__name__)
# expect: True (None, None, None) True TextIOWrapper
