# only: gillab
# numpy is no part of CPython; what is expected here numpy 1.24 printed.
import numpy as np

print((np.ones((2, 1, 3)) + np.ones((4, 1))).shape, (np.arange(3) + np.zeros((2, 3))).shape)
whole = np.arange(3)


def attempt(text):
    try:
        print(eval(text))
    except (ValueError, TypeError, IndexError) as error:
        print(isinstance(error, ValueError), str(error).rstrip())


attempt("np.ones((2, 3)) + np.ones(4)")
attempt("np.array([1, 2]) ** -1")
attempt("np.array([True]) - np.array([True])")
attempt("-np.array([True])")
attempt("np.array([1]) & 1.5")
attempt("whole.__iadd__(1.5)")
attempt("whole.__itruediv__(2)")
attempt("whole.__iadd__(np.ones((2, 3), int))")
attempt("bool(whole)")
attempt("hash(whole)")
attempt("np.array([[1, 2], [3]])")
attempt("whole.reshape(2, 2)")
attempt("whole.sum(1)")
# expect: (2, 4, 3) (2, 3)
# expect: True operands could not be broadcast together with shapes (2,3) (4,)
# expect: True Integers to negative integer powers are not allowed.
# expect: False numpy boolean subtract, the `-` operator, is not supported, use the bitwise_xor, the `^` operator, or the logical_xor function instead.
# expect: False The numpy boolean negative, the `-` operator, is not supported, use the `~` operator or the logical_not function instead.
# expect: False ufunc 'bitwise_and' not supported for the input types, and the inputs could not be safely coerced to any supported types according to the casting rule ''safe''
# expect: False Cannot cast ufunc 'add' output from dtype('float64') to dtype('int64') with casting rule 'same_kind'
# expect: False Cannot cast ufunc 'divide' output from dtype('float64') to dtype('int64') with casting rule 'same_kind'
# expect: True non-broadcastable output operand with shape (3,) doesn't match the broadcast shape (2,3)
# expect: True The truth value of an array with more than one element is ambiguous. Use a.any() or a.all()
# expect: False unhashable type: 'numpy.ndarray'
# expect: True setting an array element with a sequence. The requested array has an inhomogeneous shape after 1 dimensions. The detected shape was (2,) + inhomogeneous part.
# expect: True cannot reshape array of size 3 into shape (2,2)
# expect: True axis 1 is out of bounds for array of dimension 1
