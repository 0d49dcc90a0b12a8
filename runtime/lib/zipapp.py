"""Archives of Python code that can be run: a zip file, perhaps behind a line that names the interpreter."""
import contextlib
import os
import pathlib
import shutil
import stat
import sys
import zipfile

__all__ = ["ZipAppError", "create_archive", "get_interpreter"]

MAIN_TEMPLATE = """\
# -*- coding: utf-8 -*-
import {module}
{module}.{fn}()
"""
_ENCODING = "utf-8"


class ZipAppError(ValueError):
    """An archive that cannot be made."""


@contextlib.contextmanager
def _opened(archive, mode):
    """The archive as a file: opened here when it is a path, left open when it is a file."""
    if isinstance(archive, (str, os.PathLike)):
        with open(archive, mode) as file:
            yield file
    else:
        yield archive


def _write_prefix(file, interpreter):
    if interpreter:
        file.write(b"#!" + interpreter.encode(_ENCODING) + b"\n")


def _copy(archive, target, interpreter):
    """The archive with another first line."""
    with _opened(archive, "rb") as source:
        start = source.read(2)
        if start == b"#!":
            source.readline()
            start = b""
        with _opened(target, "wb") as copy:
            _write_prefix(copy, interpreter)
            copy.write(start)
            shutil.copyfileobj(source, copy)
    if interpreter and isinstance(target, str):
        os.chmod(target, os.stat(target).st_mode | stat.S_IEXEC)


def _main_text(source, main):
    """What __main__.py shall be; None: the folder has one."""
    has_main = (source / "__main__.py").is_file()
    if main and has_main:
        raise ZipAppError("Cannot specify entry point if the source has __main__.py")
    if not main and not has_main:
        raise ZipAppError("Archive has no entry point")
    if not main:
        return None
    module, colon, function = main.partition(":")
    names = [*module.split("."), *function.split(".")]
    if not colon or not all(name.isidentifier() for name in names):
        raise ZipAppError("Invalid entry point: " + main)
    return MAIN_TEMPLATE.format(module=module, fn=function)


def create_archive(source, target=None, interpreter=None, main=None, filter=None, compressed=False):
    """Makes an archive of a folder, or of an archive with another interpreter."""
    is_file = hasattr(source, "read") and hasattr(source, "readline")
    if not is_file:
        source = pathlib.Path(source)
        is_file = source.is_file()
    if is_file:
        _copy(source, target, interpreter)
        return
    if not source.exists():
        raise ZipAppError("Source does not exist")
    text = _main_text(source, main)
    if target is None:
        target = source.with_suffix(".pyz")
    elif not hasattr(target, "write"):
        target = pathlib.Path(target)
    with _opened(target, "wb") as file:
        _write_prefix(file, interpreter)
        kind = zipfile.ZIP_DEFLATED if compressed else zipfile.ZIP_STORED
        with zipfile.ZipFile(file, "w", compression=kind) as archive:
            for child in sorted(source.rglob("*")):
                name = child.relative_to(source)
                if filter is None or filter(name):
                    archive.write(child, name.as_posix())
            if text:
                archive.writestr("__main__.py", text.encode(_ENCODING))
    if interpreter and not hasattr(target, "write"):
        target.chmod(target.stat().st_mode | stat.S_IEXEC)


def get_interpreter(archive):
    """The interpreter that the first line names, or None."""
    with _opened(archive, "rb") as file:
        if file.read(2) == b"#!":
            return file.readline().strip().decode(_ENCODING)
    return None


def main(args=None):
    """gillab -m zipapp SOURCE [-o OUTPUT] [-p INTERPRETER] [-m MAIN] [-c] [--info]"""
    import argparse
    parser = argparse.ArgumentParser()
    parser.add_argument("--output", "-o", default=None,
                        help="The name of the output archive. Required if SOURCE is an archive.")
    parser.add_argument("--python", "-p", default=None,
                        help="The name of the Python interpreter to use (default: no shebang line).")
    parser.add_argument("--main", "-m", default=None,
                        help="The main function of the application (default: use an existing __main__.py).")
    parser.add_argument("--compress", "-c", action="store_true",
                        help="Compress files with the deflate method. Files are stored uncompressed by default.")
    parser.add_argument("--info", default=False, action="store_true", help="Display the interpreter from the archive.")
    parser.add_argument("source", help="Source directory (or existing archive).")
    args = parser.parse_args(args)
    if args.info:
        if not os.path.isfile(args.source):
            raise SystemExit("Can only get info for an archive file")
        print("Interpreter: {}".format(get_interpreter(args.source) or "<none>"))
        sys.exit(0)
    if os.path.isfile(args.source):
        same = args.output is not None and os.path.exists(args.output) and os.path.samefile(args.source, args.output)
        if args.output is None or same:
            raise SystemExit("In-place editing of archives is not supported")
        if args.main:
            raise SystemExit("Cannot change the main function when copying")
    create_archive(args.source, args.output, interpreter=args.python, main=args.main, compressed=args.compress)


if __name__ == "__main__":
    main()
