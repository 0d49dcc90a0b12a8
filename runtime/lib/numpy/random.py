"""Random arrays: RandomState, which the functions here share one of, and the newer Generator."""
import _numpy

_BITS32 = 0xFFFFFFFF


def _system_words(count):
    import os
    content = os.urandom(4 * count)
    return [int.from_bytes(content[start:start + 4], "little") for start in range(0, len(content), 4)]


def _is_array(x):
    return isinstance(x, (_numpy.ndarray, list, tuple))


class _Drawing:
    """What both generators can, said with the bits they draw."""

    def _size(self, size, *arguments):
        """The shape drawn when arguments are arrays: theirs."""
        if size is not None or not any(map(_is_array, arguments)):
            return size
        return sum_of(arguments).shape

    def uniform(self, low=0.0, high=1.0, size=None):
        size = self._size(size, low, high)
        if size is None:
            return low + (high - low) * self._bits.random()
        return _numpy.asarray(low) + (_numpy.asarray(high) - low) * self._bits.random(size)

    def permutation(self, x):
        if isinstance(x, (int, _numpy.int64)):
            return self._bits.order(int(x))
        x = _numpy.asarray(x)
        return x[self._bits.order(len(x))]

    def shuffle(self, x):
        order = self._bits.order(len(x))
        if isinstance(x, _numpy.ndarray):
            x[...] = x[order]
        else:
            x[:] = [x[place] for place in order.tolist()]

    def _chosen(self, a, size, replace, p, integers):
        population = _numpy.arange(int(a)) if isinstance(a, (int, _numpy.int64)) else _numpy.asarray(a)
        if not len(population):
            raise ValueError("a must be greater than 0 unless no samples are taken")
        if p is not None:
            if not replace:
                raise TypeError("choice() with probabilities and without replacement is not there")
            totals = _numpy.asarray(p).cumsum()
            totals = totals / totals[-1]
            places = _numpy.searchsorted(totals, self._bits.random(size), "right")
        elif replace:
            places = integers(0, len(population), size)
        else:
            count = 1 if size is None else _numpy.zeros(size, bool).size
            if count > len(population):
                raise ValueError("Cannot take a larger sample than population when 'replace=False'")
            places = self._bits.order(len(population))[:count]
            places = places[0] if size is None else places.reshape(size)
        return population[places]


def sum_of(arguments):
    total = 0
    for argument in arguments:
        total = total + _numpy.asarray(argument)
    return total


class RandomState(_Drawing):
    """numpy's older generator, on the Mersenne Twister."""

    def __init__(self, seed=None):
        self._bits = _numpy.Bits(False, self._words(seed))

    @staticmethod
    def _words(seed):
        if seed is None:
            return _system_words(624)
        if _is_array(seed):
            return [int(word) for word in seed]
        seed = seed.__index__()
        if not 0 <= seed <= _BITS32:
            raise ValueError("Seed must be between 0 and 2**32 - 1")
        return seed

    def seed(self, seed=None):
        self._bits.seed(self._words(seed))

    def random_sample(self, size=None):
        return self._bits.random(size)

    random = random_sample

    def rand(self, *shape):
        return self._bits.random(shape or None)

    def randn(self, *shape):
        return self._bits.gauss(shape or None)

    def standard_normal(self, size=None):
        return self._bits.gauss(size)

    def normal(self, loc=0.0, scale=1.0, size=None):
        size = self._size(size, loc, scale)
        if size is None:
            return loc + scale * self._bits.gauss()
        return _numpy.asarray(loc) + _numpy.asarray(scale) * self._bits.gauss(size)

    def randint(self, low, high=None, size=None):
        if high is None:
            low, high = 0, low
        return self._bits.integers(low, high, size)

    def exponential(self, scale=1.0, size=None):
        return -_numpy.log(1.0 - self._bits.random(size)) * scale

    def choice(self, a, size=None, replace=True, p=None):
        return self._chosen(a, size, replace, p, self.randint)


class SeedSequence:
    """Spreads a seed over the words that a generator starts with."""

    def __init__(self, entropy=None):
        self.entropy = int.from_bytes(b"".join(word.to_bytes(4, "little") for word in _system_words(4)),
                                      "little") if entropy is None else entropy
        self.pool = self._mixed(self._entropy_words())

    def _entropy_words(self):
        numbers = self.entropy if _is_array(self.entropy) else [self.entropy]
        words = []
        for number in map(int, numbers):
            if number < 0:
                raise ValueError("expected non-negative integer")
            words.append(number & _BITS32)
            while number := number >> 32:
                words.append(number & _BITS32)
        return words

    @staticmethod
    def _mixed(words):
        factor = 0x43B0D7E5

        def hashed(value):
            nonlocal factor
            value ^= factor
            factor = factor * 0x931E8875 & _BITS32
            value = value * factor & _BITS32
            return value ^ value >> 16

        def joined(x, y):
            value = (0xCA01F9DD * x - 0x4973F715 * y) & _BITS32
            return value ^ value >> 16

        pool = [hashed(words[place] if place < len(words) else 0) for place in range(4)]
        for source in range(4):
            for target in range(4):
                if source != target:
                    pool[target] = joined(pool[target], hashed(pool[source]))
        for word in words[4:]:
            for target in range(4):
                pool[target] = joined(pool[target], hashed(word))
        return pool

    def _words(self, count):
        factor, words = 0x8B51F9DD, []
        for place in range(count):
            value = self.pool[place % 4] ^ factor
            factor = factor * 0x58F38DED & _BITS32
            value = value * factor & _BITS32
            words.append(value ^ value >> 16)
        return words


class Generator(_Drawing):
    """numpy's newer generator, on PCG64: default_rng() makes it."""

    def __init__(self, seed=None):
        sequence = seed if isinstance(seed, SeedSequence) else SeedSequence(seed)
        self._bits = _numpy.Bits(True, sequence._words(8))

    def __repr__(self):
        return f"Generator(PCG64) at 0x{id(self):X}"

    def random(self, size=None):
        return self._bits.random(size)

    def integers(self, low, high=None, size=None, endpoint=False):
        if high is None:
            low, high = 0, low
        return self._bits.integers(low, high + 1 if endpoint else high, size)

    def choice(self, a, size=None, replace=True, p=None):
        if not replace:
            raise TypeError("Generator.choice() without replacement is not there; RandomState's is")
        return self._chosen(a, size, replace, p, self.integers)


def default_rng(seed=None):
    return seed if isinstance(seed, Generator) else Generator(seed)


_shared = RandomState()
seed, rand, randn, randint, random_sample = (
    _shared.seed, _shared.rand, _shared.randn, _shared.randint, _shared.random_sample)
random = ranf = sample = random_sample
uniform, normal, standard_normal, exponential = (
    _shared.uniform, _shared.normal, _shared.standard_normal, _shared.exponential)
shuffle, permutation, choice = _shared.shuffle, _shared.permutation, _shared.choice
