# The exceptions of pickle. CPython's stand in _pickle.


class PickleError(Exception):
    __module__ = "_pickle"


class PicklingError(PickleError):
    """An object has no pickle."""

    __module__ = "_pickle"


class UnpicklingError(PickleError):
    """Bytes are no pickle."""

    __module__ = "_pickle"
