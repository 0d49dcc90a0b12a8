"""gillab -m tarfile: lists, extracts, makes and tests tar archives."""
import os
import sys
import tarfile

_ENDINGS = {".gz": "gz", ".tgz": "gz", ".xz": "xz", ".txz": "xz", ".bz2": "bz2", ".tbz": "bz2", ".tbz2": "bz2",
            ".tb2": "bz2"}


def _arguments():
    import argparse
    parser = argparse.ArgumentParser(description="A simple command-line interface for tarfile module.")
    parser.add_argument("-v", "--verbose", action="store_true", default=False, help="Verbose output")
    parser.add_argument("--filter", metavar="<filtername>", choices=("fully_trusted", "tar", "data"),
                        help="Filter for extraction")
    group = parser.add_mutually_exclusive_group(required=True)
    group.add_argument("-l", "--list", metavar="<tarfile>", help="Show listing of a tarfile")
    group.add_argument("-e", "--extract", nargs="+", metavar=("<tarfile>", "<output_dir>"),
                       help="Extract tarfile into target dir")
    group.add_argument("-c", "--create", nargs="+", metavar=("<name>", "<file>"), help="Create tarfile from sources")
    group.add_argument("-t", "--test", metavar="<tarfile>", help="Test if a tarfile is valid")
    args = parser.parse_args()
    if args.filter and args.extract is None:
        parser.exit(1, "--filter is only valid for extraction\n")
    return parser, args


def _checked(parser, name):
    if not tarfile.is_tarfile(name):
        parser.exit(1, f"{name!r} is not a tar archive.\n")
    return name


def _test(parser, args):
    with tarfile.open(_checked(parser, args.test), "r") as archive:
        archive.getmembers()
        print(archive.getmembers(), file=sys.stderr)
    if args.verbose:
        print(f"{args.test!r} is a tar archive.")


def _list(parser, args):
    with tarfile.open(_checked(parser, args.list), "r:*") as archive:
        archive.list(verbose=args.verbose)


def _extract(parser, args):
    if len(args.extract) > 2:
        parser.exit(1, parser.format_help())
    name, folder = (*args.extract, os.curdir)[:2]
    with tarfile.open(_checked(parser, name), "r:*") as archive:
        archive.extractall(path=folder, filter=args.filter)
    if args.verbose:
        print(f"{name!r} file is extracted" + ("." if folder == "." else f" into {folder!r} directory."))


def _create(parser, args):
    name = args.create.pop(0)
    kind = _ENDINGS.get(os.path.splitext(name)[1])
    with tarfile.open(name, f"w:{kind}" if kind else "w") as archive:
        for each in args.create:
            archive.add(each)
    if args.verbose:
        print(f"{name!r} file created.")


def main():
    parser, args = _arguments()
    for given, work in (args.test, _test), (args.list, _list), (args.extract, _extract), (args.create, _create):
        if given is not None:
            work(parser, args)
            return


if __name__ == "__main__":
    main()
