print('ab' % b'x', 'ab' % [1], 'ab' % bytearray(b'x'))
print('%s' % b'x', b'%s' % b'x')
try:
    b'ab' % b'x'
except TypeError as error:
    print(error)

# expect: ab ab ab
# expect: b'x' b'x'
# expect: not all arguments converted during bytes formatting
