"""A small numpy: arrays of bool, int64 and float64 and what is done with them most.

The arrays and all work on elements are in C++ (_numpy); what can be said with them is said here. Work on many elements
runs without the turn.
"""
from builtins import abs as _builtin_abs, max as _builtin_max, min as _builtin_min, sum as _builtin_sum

from _numpy import *
from _numpy import _select, _transpose
from math import e, inf, nan, pi

from . import linalg, random

newaxis = None
int_ = intp = int64
float_ = double = float64
Inf = Infinity = inf
NaN = NAN = nan
product = prod


# --- making arrays

def zeros_like(a, dtype=None):
    a = asarray(a)
    return zeros(a.shape, a.dtype if dtype is None else dtype)


def ones_like(a, dtype=None):
    a = asarray(a)
    return ones(a.shape, a.dtype if dtype is None else dtype)


empty_like = zeros_like


def full_like(a, fill_value, dtype=None):
    a = asarray(a)
    return full(a.shape, fill_value, a.dtype if dtype is None else dtype)


def copy(a):
    return array(a)


def eye(N, M=None, k=0, dtype=float64):
    made = zeros((N, N if M is None else M), dtype)
    rows = arange(_builtin_max(0, -k), _builtin_min(N, made.shape[1] - k))
    made[rows, rows + k] = 1
    return made


def identity(n, dtype=float64):
    return eye(n, dtype=dtype)


def diag(v, k=0):
    v = asarray(v)
    if v.ndim == 2:
        return diagonal(v, k)
    size = len(v) + _builtin_abs(k)
    made = zeros((size, size), v.dtype)
    rows = arange(len(v)) + _builtin_max(0, -k)
    made[rows, rows + k] = v
    return made


def diagonal(a, offset=0):
    a = asarray(a)
    rows = arange(_builtin_max(0, -offset), _builtin_min(a.shape[0], a.shape[1] - offset))
    return a[rows, rows + offset]


def trace(a, offset=0):
    return diagonal(a, offset).sum()


def tri(N, M=None, k=0, dtype=float64):
    return (arange(N)[:, None] >= arange(N if M is None else M) - k).astype(dtype)


def tril(m, k=0):
    m = asarray(m)
    return where(tri(*m.shape[-2:], k, bool_), m, zeros_like(m))


def triu(m, k=0):
    m = asarray(m)
    return where(tri(*m.shape[-2:], k - 1, bool_), zeros_like(m), m)


def linspace(start, stop, num=50, endpoint=True, retstep=False, dtype=None):
    if num < 0:
        raise ValueError(f"Number of samples, {num}, must be non-negative.")
    parts = num - 1 if endpoint else num
    start, stop = start * 1.0, stop * 1.0
    values, step = arange(num) * 1.0, nan
    if parts > 0:
        step = (stop - start) / parts
        values = values * step if step else values / parts * (stop - start)
    values += start
    if endpoint and num > 1:
        values[-1] = stop
    if dtype is not None:
        values = (floor(values) if dtype in (int, int64) else values).astype(dtype)
    return (values, step) if retstep else values


def logspace(start, stop, num=50, endpoint=True, base=10.0):
    return power(base, linspace(start, stop, num, endpoint))


def meshgrid(*xi, indexing="xy"):
    xi = [asarray(x).ravel() for x in xi]
    shape = [len(x) for x in xi]
    grids = [array(broadcast_to(x.reshape([-1 if k == place else 1 for k in range(len(xi))]), shape))
             for place, x in enumerate(xi)]
    return [swapaxes(grid, 0, 1) for grid in grids] if indexing == "xy" and len(xi) > 1 else grids


# --- joining and taking apart

def concatenate(arrays, axis=0):
    arrays = [asarray(a) for a in arrays]
    if not arrays:
        raise ValueError("need at least one array to concatenate")
    if axis is None:
        arrays, axis = [a.ravel() for a in arrays], 0
    first = arrays[0]
    if first.ndim == 0:
        raise ValueError("zero-dimensional arrays cannot be concatenated")
    axis = _axis(axis, first.ndim)
    for place, a in enumerate(arrays):
        if a.ndim != first.ndim:
            raise ValueError("all the input arrays must have same number of dimensions, but the array at index 0 has "
                             f"{first.ndim} dimension(s) and the array at index {place} has {a.ndim} dimension(s)")
        for k in range(a.ndim):
            if k != axis and a.shape[k] != first.shape[k]:
                raise ValueError("all the input array dimensions except for the concatenation axis must match exactly, "
                                 f"but along dimension {k}, the array at index 0 has size {first.shape[k]} and the "
                                 f"array at index {place} has size {a.shape[k]}")
    made = empty(first.shape[:axis] + (_builtin_sum(a.shape[axis] for a in arrays),) + first.shape[axis + 1:],
                 result_type(*arrays))
    at, before = 0, (slice(None),) * axis
    for a in arrays:
        made[before + (slice(at, at + a.shape[axis]),)] = a
        at += a.shape[axis]
    return made


def result_type(*arrays):
    """The type that elements of all of them fit in."""
    kinds = [a.kind if isinstance(a, dtype) else asarray(a).dtype.kind for a in arrays]
    return dtype(float64 if "f" in kinds else int64 if "i" in kinds else bool_)


def _axis(axis, dimensions):
    if not -dimensions <= axis < dimensions:
        raise AxisError(f"axis {axis} is out of bounds for array of dimension {dimensions}")
    return axis % dimensions


def stack(arrays, axis=0):
    arrays = [asarray(a) for a in arrays]
    if not arrays:
        raise ValueError("need at least one array to stack")
    if len({a.shape for a in arrays}) != 1:
        raise ValueError("all input arrays must have the same shape")
    place = (slice(None),) * _axis(axis, arrays[0].ndim + 1) + (None,)
    return concatenate([a[place] for a in arrays], axis)


def atleast_1d(a):
    a = asarray(a)
    return a if a.ndim else a.reshape(1)


def atleast_2d(a):
    a = asarray(a)
    return a if a.ndim >= 2 else a.reshape(1, -1)


def vstack(arrays):
    return concatenate([atleast_2d(a) for a in arrays])


def hstack(arrays):
    arrays = [atleast_1d(a) for a in arrays]
    return concatenate(arrays, 0 if arrays and arrays[0].ndim == 1 else 1)


def column_stack(arrays):
    return concatenate([a if a.ndim >= 2 else a.reshape(-1, 1) for a in map(asarray, arrays)], 1)


def append(arr, values, axis=None):
    return concatenate((arr, values), axis)


def split(ary, indices_or_sections, axis=0):
    ary = asarray(ary)
    length = ary.shape[axis]
    if isinstance(indices_or_sections, int):
        if length % indices_or_sections:
            raise ValueError("array split does not result in an equal division")
        return array_split(ary, indices_or_sections, axis)
    return _split_at(ary, list(indices_or_sections), axis)


def array_split(ary, indices_or_sections, axis=0):
    ary = asarray(ary)
    if not isinstance(indices_or_sections, int):
        return _split_at(ary, list(indices_or_sections), axis)
    size, longer = divmod(ary.shape[axis], indices_or_sections)
    ends = [(k + 1) * size + _builtin_min(k + 1, longer) for k in range(indices_or_sections - 1)]
    return _split_at(ary, ends, axis)


def _split_at(ary, ends, axis):
    before = (slice(None),) * _axis(axis, ary.ndim)
    bounds = [0, *ends, ary.shape[axis]]
    return [ary[before + (slice(start, end),)] for start, end in zip(bounds, bounds[1:])]


def tile(A, reps):
    A = asarray(A)
    reps = tuple(reps) if isinstance(reps, (tuple, list)) else (reps,)
    shape = (1,) * (len(reps) - A.ndim) + A.shape
    reps = (1,) * (len(shape) - len(reps)) + reps
    made = A.reshape(shape)
    for axis, times in enumerate(reps):
        made = concatenate([made] * times, axis) if times else made[(slice(None),) * axis + (slice(0, 0),)]
    return array(made)


def repeat(a, repeats, axis=None):
    a = asarray(a)
    if axis is None:
        a, axis = a.ravel(), 0
    counts = asarray(repeats)
    if counts.ndim == 0:
        places = arange(a.shape[axis] * int(counts)) // _builtin_max(int(counts), 1)
    else:
        places = array([k for k, count in enumerate(counts.tolist()) for _ in range(count)], dtype=int64)
    return take(a, places, axis)


def take(a, indices, axis=None):
    a = asarray(a)
    if axis is None:
        a, axis = a.ravel(), 0
    return a[(slice(None),) * _axis(axis, a.ndim) + (asarray(indices),)]


# --- other forms

def transpose(a, axes=None):
    return _transpose(a) if axes is None else _transpose(a, axes)


def expand_dims(a, axis):
    a = asarray(a)
    return a[(slice(None),) * _axis(axis, a.ndim + 1) + (None,)]


def moveaxis(a, source, destination):
    a = asarray(a)
    order = [k for k in range(a.ndim) if k != _axis(source, a.ndim)]
    order.insert(_axis(destination, a.ndim), _axis(source, a.ndim))
    return _transpose(a, order)


def flip(m, axis=None):
    m = asarray(m)
    turned = slice(None, None, -1)
    if axis is None:
        return m[(turned,) * m.ndim]
    return m[(slice(None),) * _axis(axis, m.ndim) + (turned,)]


def flipud(m):
    return flip(m, 0)


def fliplr(m):
    return flip(m, 1)


def roll(a, shift, axis=None):
    a = asarray(a)
    if axis is None:
        return roll(a.ravel(), shift, 0).reshape(a.shape)
    shift %= a.shape[axis] or 1
    before = (slice(None),) * _axis(axis, a.ndim)
    if not shift:
        return a.copy()
    return concatenate((a[before + (slice(-shift, None),)], a[before + (slice(None, -shift),)]), axis)


def shape(a):
    return asarray(a).shape


def ndim(a):
    return asarray(a).ndim


def size(a, axis=None):
    return asarray(a).size if axis is None else asarray(a).shape[axis]


# --- choosing elements

def where(condition, *choices):
    if not choices:
        return nonzero(condition)
    if len(choices) != 2:
        raise ValueError("either both or neither of x and y should be given")
    return _select(condition, *choices)


def argwhere(a):
    return stack(nonzero(a), 1)


def flatnonzero(a):
    return nonzero(asarray(a).ravel())[0]


def count_nonzero(a, axis=None):
    return (asarray(a) != 0).sum(axis)


def unique(ar, return_index=False, return_inverse=False, return_counts=False):
    ar = asarray(ar).ravel()
    order = ar.argsort()
    ordered = ar[order]
    first = concatenate(([True], ordered[1:] != ordered[:-1])) if len(ar) else zeros(0, bool_)
    results = [ordered[first]]
    starts = nonzero(first)[0]
    if return_index:
        results.append(order[starts])
    if return_inverse:
        inverse = empty(len(ar), int64)
        inverse[order] = first.cumsum() - 1
        results.append(inverse)
    if return_counts:
        results.append(diff(concatenate((starts, [len(ar)]))))
    return results[0] if len(results) == 1 else tuple(results)


def isin(element, test_elements):
    element, wanted = asarray(element), unique(test_elements)
    if not wanted.size:
        return zeros(element.shape, bool_)
    places = minimum(searchsorted(wanted, element), wanted.size - 1)
    return wanted[places] == element


# --- numbers

def diff(a, n=1, axis=-1):
    a = asarray(a)
    before = (slice(None),) * _axis(axis, a.ndim)
    for _ in range(n):
        later, earlier = a[before + (slice(1, None),)], a[before + (slice(None, -1),)]
        a = later != earlier if a.dtype == bool_ else later - earlier
    return a


def median(a, axis=None):
    a = sort(a, axis)
    axis = -1 if axis is None else axis
    length = a.shape[axis]
    middle = take(a, arange((length - 1) // 2, length // 2 + 1), axis)
    return mean(middle, axis)


def percentile(a, q, axis=None):
    return quantile(a, asarray(q) / 100, axis)


def quantile(a, q, axis=None):
    if axis is not None:
        raise TypeError("quantile() along an axis is not there")
    a, q = sort(a, None), asarray(q)
    place = q * (len(a) - 1)
    low = floor(place).astype(int64)
    high = minimum(low + 1, len(a) - 1)
    part = place - low
    return where(part < 0.5, a[low] + (a[high] - a[low]) * part, a[high] - (a[high] - a[low]) * (1 - part))[()]


def average(a, axis=None, weights=None):
    if weights is None:
        return mean(a, axis)
    a, weights = asarray(a), asarray(weights)
    if weights.ndim == 1 and a.ndim > 1 and axis is not None:
        weights = weights.reshape([-1 if k == _axis(axis, a.ndim) else 1 for k in range(a.ndim)])
    return (a * weights).sum(axis) / (weights + zeros_like(a)).sum(axis)


def ptp(a, axis=None):
    return max(a, axis) - min(a, axis)


def inner(a, b):
    return dot(a, asarray(b).T)


def outer(a, b):
    return asarray(a).ravel()[:, None] * asarray(b).ravel()


def vdot(a, b):
    return dot(asarray(a).ravel(), asarray(b).ravel())


def cross(a, b):
    a, b = asarray(a), asarray(b)
    turned = [1, 2, 0], [2, 0, 1]
    return a[..., turned[0]] * b[..., turned[1]] - a[..., turned[1]] * b[..., turned[0]]


def bincount(x, weights=None, minlength=0):
    x = asarray(x)
    length = _builtin_max(minlength, int(x.max()) + 1 if x.size else 0)
    if x.size and x.min() < 0:
        raise ValueError("'list' argument must have no negative elements")
    values, counts = [1] * x.size if weights is None else asarray(weights).tolist(), [0] * length
    for place, value in zip(x.tolist(), values):
        counts[place] += value
    return array(counts, dtype=int64 if weights is None else float64)


def histogram(a, bins=10, range=None):
    a = asarray(a).ravel()
    if isinstance(bins, int):
        low, high = range or ((a.min(), a.max()) if a.size else (0.0, 1.0))
        if low == high:
            low, high = low - 0.5, high + 0.5
        bins = linspace(low, high, bins + 1)
    bins = asarray(bins)
    ordered = sort(a)
    places = concatenate((searchsorted(ordered, bins[:-1]), [searchsorted(ordered, bins[-1], "right")]))
    return diff(places), bins


def trapz(y, x=None, dx=1.0):
    y = asarray(y)
    width = dx if x is None else diff(x)
    return (width * (y[1:] + y[:-1]) / 2.0).sum()


def interp(x, xp, fp):
    x, xp, fp = asarray(x) * 1.0, asarray(xp) * 1.0, asarray(fp) * 1.0
    high = clip(searchsorted(xp, x, "right"), 1, len(xp) - 1)
    low = high - 1
    slope = (fp[high] - fp[low]) / (xp[high] - xp[low])
    between = slope * (x - xp[low]) + fp[low]
    return where(x <= xp[0], fp[0], where(x >= xp[-1], fp[-1], between))[()]


# --- comparing whole arrays

def isclose(a, b, rtol=1e-05, atol=1e-08, equal_nan=False):
    a, b = asarray(a), asarray(b)
    near = where(isfinite(b), absolute(a - where(isfinite(b), b, 0)) <= atol + rtol * absolute(b), a == b)
    return where(isnan(a) & isnan(b), equal_nan, near)[()]


def allclose(a, b, rtol=1e-05, atol=1e-08, equal_nan=False):
    return bool(all(isclose(a, b, rtol, atol, equal_nan)))


def array_equal(a1, a2):
    a1, a2 = asarray(a1), asarray(a2)
    return a1.shape == a2.shape and bool((a1 == a2).all())


def nansum(a, axis=None):
    a = asarray(a)
    return where(isnan(a), 0, a).sum(axis)


def nanmean(a, axis=None):
    a = asarray(a)
    return nansum(a, axis) / (~isnan(a)).sum(axis)


def nanmin(a, axis=None):
    a = asarray(a)
    return where(isnan(a), inf, a).min(axis)


def nanmax(a, axis=None):
    a = asarray(a)
    return where(isnan(a), -inf, a).max(axis)


def array2string(a):
    return array_str(a)
