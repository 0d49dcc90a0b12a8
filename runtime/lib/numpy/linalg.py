"""Linear algebra in small: norms, systems of equations, inverses, determinants."""


class LinAlgError(ValueError):
    """The matrix is of the wrong form, or singular."""


def norm(x, ord=None, axis=None, keepdims=False):
    import numpy as np
    x = np.asarray(x) * 1.0
    if ord is None or (ord == 2 and (x.ndim == 1 or axis is not None)) or ord == "fro":
        if axis is None and ord is None:
            flat = x.ravel()
            return np.sqrt(np.dot(flat, flat))
        return np.sqrt((np.absolute(x) ** 2).sum(axis, keepdims))
    if x.ndim > 1 and axis is None:
        raise ValueError("this norm of a matrix is not there")
    size = np.absolute(x)
    if ord == np.inf:
        return size.max(axis, keepdims)
    if ord == -np.inf:
        return size.min(axis, keepdims)
    if ord == 0:
        return (x != 0).astype(np.float64).sum(axis, keepdims)
    if ord == 1:
        return size.sum(axis, keepdims)
    return (size ** ord).sum(axis, keepdims) ** (1.0 / ord)


def _square(a):
    import numpy as np
    a = np.array(a, dtype=np.float64)
    if a.ndim != 2:
        raise LinAlgError(f"{a.ndim}-dimensional array given. Array must be at least two-dimensional")
    if a.shape[0] != a.shape[1]:
        raise LinAlgError("Last 2 dimensions of the array must be square")
    return a


def _eliminate(a, right):
    """Makes `a` triangular, doing the same to the rows of `right`. Returns the sign of the exchanges, 0: singular."""
    import numpy as np
    sign = 1
    for k in range(len(a)):
        best = k + int(np.absolute(a[k:, k]).argmax())
        if a[best, k] == 0:
            return 0
        if best != k:
            sign = -sign
            for rows in (a, right):
                rows[[k, best]] = rows[[best, k]]
        factors = a[k + 1:, k] / a[k, k]
        a[k + 1:, k:] -= factors[:, None] * a[k, k:]
        right[k + 1:] -= factors[:, None] * right[k]
    return sign


def solve(a, b):
    """x for a @ x == b."""
    import numpy as np
    a, b = _square(a), np.array(b, dtype=np.float64)
    right = b.reshape(len(a), -1)
    if not _eliminate(a, right):
        raise LinAlgError("Singular matrix")
    for k in range(len(a) - 1, -1, -1):
        right[k] = (right[k] - a[k, k + 1:] @ right[k + 1:]) / a[k, k]
    return right.reshape(b.shape)


def inv(a):
    import numpy as np
    a = _square(a)
    return solve(a, np.eye(len(a)))


def det(a):
    import numpy as np
    a = _square(a)
    sign = _eliminate(a, np.zeros((len(a), 1)))
    return np.float64(sign) * np.diagonal(a).prod()


def matrix_power(a, n):
    import numpy as np
    a = np.asarray(a)
    if n < 0:
        a, n = inv(a), -n
    result = np.eye(len(a), dtype=a.dtype)
    while n:
        if n & 1:
            result = result @ a
        a, n = a @ a, n >> 1
    return result
