"""os.posix_spawn and os.posix_spawnp: what they are given is checked here, the C library does the rest."""
import posix

_OPEN, _CLOSE, _COPY = posix.POSIX_SPAWN_OPEN, posix.POSIX_SPAWN_CLOSE, posix.POSIX_SPAWN_DUP2


def _action(action):
    if not isinstance(action, tuple) or not action:
        raise TypeError("Each file_actions element must be a non-empty tuple")
    kind, *rest = action
    if kind == _OPEN:
        if len(rest) != 4:
            raise TypeError("A open file_action tuple must have 5 elements")
        descriptor, path, flags, mode = rest
        return 0, _number(descriptor), path, _number(flags), _number(mode)
    if kind == _CLOSE:
        if len(rest) != 1:
            raise TypeError("A close file_action tuple must have 2 elements")
        return 1, _number(*rest)
    if kind == _COPY:
        if len(rest) != 2:
            raise TypeError("A dup2 file_action tuple must have 3 elements")
        return 2, _number(rest[0]), _number(rest[1])
    raise TypeError("Unknown file_actions identifier")


def _number(value):
    if not isinstance(value, int):
        raise TypeError(f"{type(value).__name__!r} object cannot be interpreted as an integer")
    return value


def _signals(function, signals):
    if signals is None:
        return None
    numbers = list(signals)
    for number in numbers:
        if not 0 < _number(number) < 65:
            raise ValueError(f"signal number {number} out of range [1; 64]")
    return [int(number) for number in numbers]


def _schedule(function, scheduler):
    if scheduler is None:
        return None, None
    if not isinstance(scheduler, tuple) or len(scheduler) != 2:
        raise TypeError(f"{function}: scheduler must have two elements")
    policy, parameter = scheduler
    from os import sched_param
    if not isinstance(parameter, sched_param):
        raise TypeError("must have a sched_param object")
    return policy, parameter.sched_priority


def spawn(searches, path, argv, env, *, file_actions=None, setpgroup=None, resetids=False, setsid=False,
          setsigmask=None, setsigdef=None, scheduler=None):
    function = "posix_spawnp" if searches else "posix_spawn"
    if not isinstance(argv, (list, tuple)):
        raise TypeError(f"{function}: argv must be a tuple or list")
    if not argv:
        raise ValueError(f"{function}: argv must not be empty")
    if not hasattr(env, "keys") or not hasattr(env, "__getitem__"):
        raise TypeError(f"{function}: environment must be a mapping object")
    if not argv[0]:
        raise ValueError(f"{function}: argv first element cannot be empty")
    if file_actions is not None and not hasattr(file_actions, "__iter__"):
        raise TypeError("file_actions must be a sequence or None")
    actions = [_action(action) for action in file_actions or ()]
    group = setpgroup if setpgroup is None else _number(setpgroup)
    attributes = (group, bool(_number(resetids)), bool(_number(setsid)),
                  _signals(function, setsigmask), _signals(function, setsigdef), *_schedule(function, scheduler))
    return posix._posix_spawn(searches, path, argv, env, actions, attributes)
