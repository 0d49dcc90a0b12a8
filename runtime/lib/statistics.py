"""Averages, spread, correlation and the normal distribution."""
import functools
import math
import random
from _exact_sums import exact_sums
from collections import Counter, namedtuple
from fractions import Fraction

__all__ = ['NormalDist', 'StatisticsError', 'correlation', 'covariance', 'fmean', 'geometric_mean', 'harmonic_mean',
           'linear_regression', 'mean', 'median', 'median_grouped', 'median_high', 'median_low', 'mode', 'multimode',
           'pstdev', 'pvariance', 'quantiles', 'stdev', 'variance', 'LinearRegression']


class StatisticsError(ValueError):
    """Data that do not allow the question."""


def _isfinite(value):
    try:
        return value.is_finite()
    except AttributeError:
        return math.isfinite(value)


def _exact_ratio(value):
    """Numerator and denominator of a number; the number and None where it has none."""
    try:
        return value.as_integer_ratio()
    except AttributeError:
        pass
    except (OverflowError, ValueError):
        return value, None
    try:
        return value.numerator, value.denominator
    except AttributeError:
        raise TypeError(f"can't convert type '{type(value).__name__}' to numerator/denominator") from None


def _exact(value):
    """A number as a Fraction; infinities and not-a-numbers stay what they are."""
    numerator, denominator = _exact_ratio(value)
    return numerator if denominator is None else Fraction(numerator, denominator)


def _coerce(T, S):
    """The type that what has both is given in."""
    assert T is not bool, "initial type T is bool"
    if T is S or S in (int, bool):
        return T
    if T is int or issubclass(S, T):
        return S
    if issubclass(T, S) or issubclass(S, int):
        return T
    if issubclass(T, int):
        return S
    for one, other in ((T, S), (S, T)):
        if issubclass(one, Fraction) and issubclass(other, float):
            return other
    raise TypeError("don't know how to coerce %s and %s" % (T.__name__, S.__name__))


def _kind(data):
    """The type that results are given in: what the numbers have in common."""
    return functools.reduce(_coerce, {type(value) for value in data}, int)


def _sum_of_ratios(ratios):
    numerators = {}  # by denominator: powers of two, so there are few
    for numerator, denominator in ratios:
        numerators[denominator] = numerators.get(denominator, 0) + numerator
    odd = numerators.pop(None, None)  # of infinities and not-a-numbers
    if odd is not None:
        return odd
    return sum([Fraction(numerator, denominator) for denominator, numerator in numerators.items()], Fraction(0))


def _total(data):
    """The exact sum."""
    sums = exact_sums(data)
    if sums is not None:
        return Fraction(sums[1], 1 << sums[2])
    return _sum_of_ratios(map(_exact_ratio, data))


def _sum(data):
    """The type of the sum, the exact sum and how many numbers there are."""
    data = list(data)
    return _kind(data), _total(data), len(data)


def _convert(value, kind):
    if type(value) is kind:
        return value
    if issubclass(kind, int) and getattr(value, 'denominator', 1) != 1:
        kind = float
    if kind is int and isinstance(value, float):
        return value
    try:
        return kind(value)
    except TypeError:
        if not hasattr(kind, 'as_tuple'):
            raise
        return kind(value.numerator) / kind(value.denominator)


def _fail_neg(values, errmsg='negative value'):
    for value in values:
        if value < 0:
            raise StatisticsError(errmsg)
        yield value


def _listed(data, what, least=1):
    data = list(data)
    if len(data) < least:
        raise StatisticsError(f'{what} requires at least {"one data point" if least == 1 else "two data points"}')
    return data


def _quotient(numerator, denominator, as_float):
    """The nearest float, or an int where it is one and no floats were given."""
    whole, rest = divmod(numerator, denominator)
    return numerator / denominator if as_float or rest else whole


def mean(data):
    """The average."""
    data = _listed(data, 'mean')
    sums = exact_sums(data)
    if sums is not None:
        floats, total, places, _ = sums
        return _quotient(total, len(data) << places, floats)
    return _convert(_total(data) / len(data), _kind(data))


def fmean(data, weights=None):
    """The average as a float, quickly."""
    data = list(data)
    if weights is None:
        if not data:
            raise StatisticsError('fmean requires at least one data point')
        return math.fsum(data) / len(data)
    weights = list(weights)
    if len(data) != len(weights):
        raise StatisticsError('data and weights must be the same length')
    total = math.fsum(weights)
    if not total:
        raise StatisticsError('sum of weights must be non-zero')
    return math.fsum([value * weight for value, weight in zip(data, weights)]) / total


def geometric_mean(data):
    """The n-th root of the product."""
    try:
        return math.exp(fmean(map(math.log, data)))
    except ValueError:
        raise StatisticsError('geometric mean requires a non-empty dataset containing positive numbers') from None


def harmonic_mean(data, weights=None):
    """The reciprocal of the average of the reciprocals."""
    data = list(data)
    if not data:
        raise StatisticsError('harmonic_mean requires at least one data point')
    if len(data) == 1 and weights is None:
        if data[0] < 0:
            raise StatisticsError('harmonic mean does not support negative values')
        return data[0]
    weights = [1] * len(data) if weights is None else list(weights)
    if len(weights) != len(data):
        raise StatisticsError('Number of weights does not match data size')
    if any(value < 0 for value in data) or any(weight < 0 for weight in weights):
        raise StatisticsError('harmonic mean does not support negative values')
    if 0 in data:
        return 0
    terms = [weight / value if weight else 0 for value, weight in zip(data, weights)]
    total = _total(terms)
    if total <= 0:
        raise StatisticsError('Weighted sum must be positive')
    return _convert(_total(weights) / total, _kind(terms))


def _sorted(data):
    data = sorted(data)
    if not data:
        raise StatisticsError("no median for empty data")
    return data


def median(data):
    """The middle value, or the average of the two in the middle."""
    data = _sorted(data)
    half = len(data) // 2
    return data[half] if len(data) % 2 else (data[half - 1] + data[half]) / 2


def median_low(data):
    data = _sorted(data)
    return data[(len(data) - 1) // 2]


def median_high(data):
    data = _sorted(data)
    return data[len(data) // 2]


def median_grouped(data, interval=1):
    """The middle of grouped data, by interpolation."""
    from bisect import bisect_left, bisect_right
    data = _sorted(data)
    count = len(data)
    if count == 1:
        return data[0]
    middle = data[count // 2]
    before = bisect_left(data, middle)
    within = bisect_right(data, middle, lo=before) - before
    try:
        interval, low = float(interval), float(middle) - float(interval) / 2.0
    except ValueError:
        raise TypeError('Value cannot be converted to a float')
    return low + interval * (count / 2 - before) / within


def mode(data):
    """The most common value, the first of equals."""
    common = Counter(iter(data)).most_common(1)
    if not common:
        raise StatisticsError('no mode for empty data')
    return common[0][0]


def multimode(data):
    """All of the most common values."""
    counts = Counter(iter(data))
    highest = max(counts.values(), default=0)
    return [value for value, count in counts.items() if count == highest]


def quantiles(data, *, n=4, method='exclusive'):
    """The points that cut the data into n parts of equal size."""
    if n < 1:
        raise StatisticsError('n must be at least 1')
    data = sorted(data)
    count = len(data)
    if count < 2:
        raise StatisticsError('must have at least two data points')
    result = []
    if method == 'inclusive':
        for i in range(1, n):
            j, delta = divmod(i * (count - 1), n)
            result.append((data[j] * (n - delta) + data[j + 1] * delta) / n)
        return result
    if method != 'exclusive':
        raise ValueError(f'Unknown method: {method!r}')
    for i in range(1, n):
        j = min(max(i * (count + 1) // n, 1), count - 1)
        delta = i * (count + 1) - j * n
        result.append((data[j - 1] * (n - delta) + data[j] * delta) / n)
    return result


def _quick_squares(data, center):
    """Whether there are floats, and the exact sum of squared deviations as a quotient; None: not so quickly."""
    sums = exact_sums(data) if center is None else None
    if sums is None:
        return None
    floats, total, places, squares = sums
    return floats, len(data) * squares - total * total, len(data) << 2 * places


def _squares(data, center=None):
    """The exact sum of squared deviations."""
    if center is None:
        total = _total(data)
        if not isinstance(total, Fraction):
            return total  # infinite, or not a number
        center = total / len(data)
    else:
        center = _exact(center)
    return sum(((_exact(value) - center) ** 2 for value in data), start=Fraction(0))


def variance(data, xbar=None):
    """The variance of a sample."""
    data = _listed(data, 'variance', 2)
    quick = _quick_squares(data, xbar)
    if quick:
        return _quotient(quick[1], quick[2] * (len(data) - 1), quick[0])
    return _convert(_squares(data, xbar) / (len(data) - 1), _kind(data))


def pvariance(data, mu=None):
    """The variance of a population."""
    data = _listed(data, 'pvariance')
    quick = _quick_squares(data, mu)
    if quick:
        return _quotient(quick[1], quick[2] * len(data), quick[0])
    return _convert(_squares(data, mu) / len(data), _kind(data))


def _root(numerator, denominator):
    """The square root of a quotient as the nearest float."""
    if not numerator:
        return 0.0
    shift = (numerator.bit_length() - denominator.bit_length() - 109) // 2
    if shift >= 0:
        scaled_n, scaled_d = numerator, denominator << 2 * shift
    else:
        scaled_n, scaled_d = numerator << -2 * shift, denominator
    root = math.isqrt(scaled_n // scaled_d)
    root |= root * root * scaled_d != scaled_n
    return math.ldexp(root, shift)


def _root_of(value):
    return _root(value.numerator, value.denominator)


def stdev(data, xbar=None):
    """The square root of the variance of a sample."""
    data = _listed(data, 'stdev', 2)
    quick = _quick_squares(data, xbar)
    if quick:
        return _root(quick[1], quick[2] * (len(data) - 1))
    return _root_of(_squares(data, xbar) / (len(data) - 1))


def pstdev(data, mu=None):
    """The square root of the variance of a population."""
    data = _listed(data, 'pstdev')
    quick = _quick_squares(data, mu)
    if quick:
        return _root(quick[1], quick[2] * len(data))
    return _root_of(_squares(data, mu) / len(data))


def _pairs(x, y, what):
    count = len(x)
    if len(y) != count:
        raise StatisticsError(f'{what} requires that both inputs have same number of data points')
    if count < 2:
        raise StatisticsError(f'{what} requires at least two data points')
    return count, math.fsum(x) / count, math.fsum(y) / count


def covariance(x, y, /):
    count, xbar, ybar = _pairs(x, y, 'covariance')
    return math.fsum((xi - xbar) * (yi - ybar) for xi, yi in zip(x, y)) / (count - 1)


def correlation(x, y, /):
    """Pearson's coefficient."""
    count, xbar, ybar = _pairs(x, y, 'correlation')
    sxy = math.fsum((xi - xbar) * (yi - ybar) for xi, yi in zip(x, y))
    sxx = math.fsum((d := xi - xbar) * d for xi in x)
    syy = math.fsum((d := yi - ybar) * d for yi in y)
    try:
        return sxy / math.sqrt(sxx * syy)
    except ZeroDivisionError:
        raise StatisticsError('at least one of the inputs is constant')


LinearRegression = namedtuple('LinearRegression', ('slope', 'intercept'))


def linear_regression(x, y, /, *, proportional=False):
    """Slope and intercept of the line nearest to the points."""
    count, xbar, ybar = _pairs(x, y, 'linear regression')
    if proportional:
        sxy, sxx = math.fsum(xi * yi for xi, yi in zip(x, y)), math.fsum(xi * xi for xi in x)
    else:
        sxy = math.fsum((xi - xbar) * (yi - ybar) for xi, yi in zip(x, y))
        sxx = math.fsum((d := xi - xbar) * d for xi in x)
    try:
        slope = sxy / sxx
    except ZeroDivisionError:
        raise StatisticsError('x is constant')
    return LinearRegression(slope=slope, intercept=0.0 if proportional else ybar - slope * xbar)


# Coefficients of Wichura's rational approximations to the normal quantile (AS 241), the highest power first.
_MIDDLE = ((2.50908_09287_30122_6727e+3, 3.34305_75583_58812_8105e+4, 6.72657_70927_00870_0853e+4,
            4.59219_53931_54987_1457e+4, 1.37316_93765_50946_1125e+4, 1.97159_09503_06551_4427e+3,
            1.33141_66789_17843_7745e+2, 3.38713_28727_96366_6080e+0),
           (5.22649_52788_52854_5610e+3, 2.87290_85735_72194_2674e+4, 3.93078_95800_09271_0610e+4,
            2.12137_94301_58659_5867e+4, 5.39419_60214_24751_1077e+3, 6.87187_00749_20579_0830e+2,
            4.23133_30701_60091_1252e+1, 1.0))
_NEAR = ((7.74545_01427_83414_07640e-4, 2.27238_44989_26918_45833e-2, 2.41780_72517_74506_11770e-1,
          1.27045_82524_52368_38258e+0, 3.64784_83247_63204_60504e+0, 5.76949_72214_60691_40550e+0,
          4.63033_78461_56545_29590e+0, 1.42343_71107_49683_57734e+0),
         (1.05075_00716_44416_84324e-9, 5.47593_80849_95344_94600e-4, 1.51986_66563_61645_71966e-2,
          1.48103_97642_74800_74590e-1, 6.89767_33498_51000_04550e-1, 1.67638_48301_83803_84940e+0,
          2.05319_16266_37758_82187e+0, 1.0))
_FAR = ((2.01033_43992_92288_13265e-7, 2.71155_55687_43487_57815e-5, 1.24266_09473_88078_43860e-3,
         2.65321_89526_57612_30930e-2, 2.96560_57182_85048_91230e-1, 1.78482_65399_17291_33580e+0,
         5.46378_49111_64114_36990e+0, 6.65790_46435_01103_77720e+0),
        (2.04426_31033_89939_78564e-15, 1.42151_17583_16445_88870e-7, 1.84631_83175_10054_68180e-5,
         7.86869_13114_56132_59100e-4, 1.48753_61290_85061_48525e-2, 1.36929_88092_27358_05310e-1,
         5.99832_20655_58879_37690e-1, 1.0))


def _ratio_at(r, polynomials):
    top = bottom = 0.0
    for a, b in zip(*polynomials):
        top, bottom = top * r + a, bottom * r + b
    return top, bottom


def _normal_dist_inv_cdf(p, mu, sigma):
    """The x at which a normal distribution has reached p."""
    return mu + sigma * _normal_quantile(p)


def _normal_quantile(p):
    """The quantile of the standard normal distribution."""
    q = p - 0.5
    if math.fabs(q) <= 0.425:
        top, bottom = _ratio_at(0.180625 - q * q, _MIDDLE)
        return top * q / bottom
    r = math.sqrt(-math.log(p if q <= 0.0 else 1.0 - p))
    top, bottom = _ratio_at(r - 1.6, _NEAR) if r <= 5.0 else _ratio_at(r - 5.0, _FAR)
    return -top / bottom if q < 0.0 else top / bottom


class NormalDist:
    """A normal distribution with a mean and a standard deviation."""
    __slots__ = ('_mu', '_sigma')

    def __getstate__(self):
        return self._mu, self._sigma

    def __setstate__(self, state):
        self._mu, self._sigma = state

    def __init__(self, mu=0.0, sigma=1.0):
        if sigma < 0.0:
            raise StatisticsError('sigma must be non-negative')
        self._mu, self._sigma = float(mu), float(sigma)

    @classmethod
    def from_samples(cls, data):
        data = list(data)
        return cls(fmean(data), stdev(data))

    mean = median = mode = property(lambda self: self._mu)
    stdev = property(lambda self: self._sigma)
    variance = property(lambda self: self._sigma * self._sigma)

    def samples(self, n, *, seed=None):
        gauss = random.gauss if seed is None else random.Random(seed).gauss
        return [gauss(self._mu, self._sigma) for _ in range(n)]

    def pdf(self, x):
        variance = self._sigma * self._sigma
        if not variance:
            raise StatisticsError('pdf() not defined when sigma is zero')
        difference = x - self._mu
        return math.exp(difference * difference / (-2.0 * variance)) / math.sqrt(2 * math.pi * variance)

    def cdf(self, x):
        if not self._sigma:
            raise StatisticsError('cdf() not defined when sigma is zero')
        return 0.5 * (1.0 + math.erf((x - self._mu) / (self._sigma * math.sqrt(2.0))))

    def inv_cdf(self, p):
        """The x with cdf(x) == p."""
        if p <= 0.0 or p >= 1.0:
            raise StatisticsError('p must be in the range 0.0 < p < 1.0')
        if self._sigma <= 0.0:
            raise StatisticsError('cdf() not defined when sigma at or below zero')
        return _normal_dist_inv_cdf(p, self._mu, self._sigma)

    def quantiles(self, n=4):
        """The cut points between n parts of equal probability."""
        return [self.inv_cdf(i / n) for i in range(1, n)]

    def overlap(self, other):
        """How much of the two densities is common."""
        if not isinstance(other, NormalDist):
            raise TypeError('Expected another NormalDist instance')
        X, Y = (self, other) if (self._sigma, self._mu) <= (other._sigma, other._mu) else (other, self)
        if not X.variance or not Y.variance:
            raise StatisticsError('overlap() not defined when sigma is zero')
        difference, distance = Y.variance - X.variance, math.fabs(Y._mu - X._mu)
        if not difference:
            return 1.0 - math.erf(distance / (2.0 * X._sigma * math.sqrt(2.0)))
        a = X._mu * Y.variance - Y._mu * X.variance
        b = X._sigma * Y._sigma * math.sqrt(distance * distance + difference * math.log(Y.variance / X.variance))
        low, high = (a + b) / difference, (a - b) / difference
        return 1.0 - (math.fabs(Y.cdf(low) - X.cdf(low)) + math.fabs(Y.cdf(high) - X.cdf(high)))

    def zscore(self, x):
        if not self._sigma:
            raise StatisticsError('zscore() not defined when sigma is zero')
        return (x - self._mu) / self._sigma

    def __add__(x1, x2):
        if isinstance(x2, NormalDist):
            return NormalDist(x1._mu + x2._mu, math.hypot(x1._sigma, x2._sigma))
        return NormalDist(x1._mu + x2, x1._sigma)

    def __sub__(x1, x2):
        if isinstance(x2, NormalDist):
            return NormalDist(x1._mu - x2._mu, math.hypot(x1._sigma, x2._sigma))
        return NormalDist(x1._mu - x2, x1._sigma)

    def __mul__(x1, x2):
        return NormalDist(x1._mu * x2, x1._sigma * math.fabs(x2))

    def __truediv__(x1, x2):
        return NormalDist(x1._mu / x2, x1._sigma / math.fabs(x2))

    def __pos__(x1):
        return NormalDist(x1._mu, x1._sigma)

    def __neg__(x1):
        return NormalDist(-x1._mu, x1._sigma)

    __radd__, __rmul__ = __add__, __mul__

    def __rsub__(x1, x2):
        return -(x1 - x2)

    def __eq__(x1, x2):
        if not isinstance(x2, NormalDist):
            return NotImplemented
        return x1._mu == x2._mu and x1._sigma == x2._sigma

    def __hash__(self):
        return hash((self._mu, self._sigma))

    def __repr__(self):
        return f'{type(self).__name__}(mu={self._mu!r}, sigma={self._sigma!r})'
