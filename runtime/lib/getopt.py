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
        options, args = _take(options, args, shortopts, longopts)
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
            options, args = _take(options, args, shortopts, longopts)
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
        return do_longs(options, first[2:], longopts, args)
    return do_shorts(options, first[1:], shortopts, args)


def do_longs(opts, opt, longopts, args):
    opt, equals, value = opt.partition("=")
    value = value if equals else None
    has_value, opt = long_has_args(opt, longopts)
    if has_value:
        if value is None:
            if not args:
                raise GetoptError("option --%s requires argument" % opt, opt)
            value, args = args[0], args[1:]
    elif value is not None:
        raise GetoptError("option --%s must not have an argument" % opt, opt)
    opts.append(("--" + opt, value or ""))
    return opts, args


def long_has_args(opt, longopts):
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


def do_shorts(opts, optstring, shortopts, args):
    while optstring:
        opt, optstring = optstring[0], optstring[1:]
        if not short_has_arg(opt, shortopts):
            opts.append(("-" + opt, ""))
            continue
        if not optstring:
            if not args:
                raise GetoptError("option -%s requires argument" % opt, opt)
            optstring, args = args[0], args[1:]
        opts.append(("-" + opt, optstring))
        optstring = ""
    return opts, args


def short_has_arg(opt, shortopts):
    for i, letter in enumerate(shortopts):
        if opt == letter != ":":
            return shortopts.startswith(":", i + 1)
    raise GetoptError("option -%s not recognized" % opt, opt)
