# Command lines as C's getopt reads them.
import os

__all__ = ["GetoptError", "error", "getopt", "gnu_getopt"]


class GetoptError(Exception):
    opt = ""
    msg = ""

    def __init__(self, msg, opt=""):
        self.msg = msg
        self.opt = opt
        Exception.__init__(self, msg, opt)

    def __str__(self):
        return self.msg


error = GetoptError


def getopt(args, shortopts, longopts=[]):
    """Options and their values, and the arguments from the first that is no option on."""
    longopts = [longopts] if isinstance(longopts, str) else list(longopts)
    options = []
    while args and args[0].startswith("-") and args[0] != "-":
        if args[0] == "--":
            return options, args[1:]
        args = _take(options, args, shortopts, longopts)
    return options, args


def gnu_getopt(args, shortopts, longopts=[]):
    """The same where options may stand between arguments."""
    longopts = [longopts] if isinstance(longopts, str) else list(longopts)
    options, rest = [], []
    stops = shortopts.startswith("+") or bool(os.environ.get("POSIXLY_CORRECT"))
    shortopts = shortopts.removeprefix("+")
    while args:
        if args[0] == "--":
            rest += args[1:]
            break
        if args[0].startswith("-") and args[0] != "-":
            args = _take(options, args, shortopts, longopts)
        elif stops:
            rest += args
            break
        else:
            rest.append(args[0])
            args = args[1:]
    return options, rest


def _take(options, args, shortopts, longopts):
    first, args = args[0], args[1:]
    if first.startswith("--"):
        return _take_long(options, first[2:], longopts, args)
    return _take_short(options, first[1:], shortopts, args)


def _take_long(options, opt, longopts, args):
    opt, equals, value = opt.partition("=")
    value = value if equals else None
    has_value, opt = _find_long(opt, longopts)
    if has_value:
        if value is None:
            if not args:
                raise GetoptError("option --%s requires argument" % opt, opt)
            value, args = args[0], args[1:]
    elif value is not None:
        raise GetoptError("option --%s must not have an argument" % opt, opt)
    options.append(("--" + opt, value or ""))
    return args


def _find_long(opt, longopts):
    possible = [name for name in longopts if name.startswith(opt)]
    if not possible:
        raise GetoptError("option --%s not recognized" % opt, opt)
    if opt in possible:
        return False, opt
    if opt + "=" in possible:
        return True, opt
    if len(possible) > 1:
        raise GetoptError("option --%s not a unique prefix" % opt, opt)
    return possible[0].endswith("="), possible[0].removesuffix("=")


def _take_short(options, letters, shortopts, args):
    while letters:
        opt, letters = letters[0], letters[1:]
        if not _has_value(opt, shortopts):
            options.append(("-" + opt, ""))
            continue
        if not letters:
            if not args:
                raise GetoptError("option -%s requires argument" % opt, opt)
            letters, args = args[0], args[1:]
        options.append(("-" + opt, letters))
        letters = ""
    return args


def _has_value(opt, shortopts):
    for i, letter in enumerate(shortopts):
        if opt == letter != ":":
            return shortopts.startswith(":", i + 1)
    raise GetoptError("option -%s not recognized" % opt, opt)
