# What the program runs on.
import os
import sys
from collections import namedtuple

class uname_result(namedtuple("uname_result_base", "system node release version machine")):
    """The system's name and the like; the processor comes last and is not known."""

    _fields = "system", "node", "release", "version", "machine", "processor"
    processor = ""

    @classmethod
    def _make(cls, iterable):
        """Of the five that are stored, or of all six."""
        values = tuple(iterable)
        if len(values) not in (5, 6):
            raise TypeError(f"Expected 5 arguments, got {len(values)}")
        return cls(*values[:5])

    def __reduce__(self):
        return uname_result, tuple(self)[:5]

    def __iter__(self):
        yield from tuple.__iter__(self)
        yield self.processor

    def __len__(self):
        return 6

    def __getitem__(self, key):
        return tuple(iter(self))[key]

_uname = None


def uname():
    global _uname
    if _uname is None:
        _uname = uname_result(*os.uname())
    return _uname


def system():
    return uname().system


def node():
    return uname().node


def release():
    return uname().release


def version():
    return uname().version


def machine():
    return uname().machine


def processor():
    return ""


def architecture(executable=sys.executable, bits="", linkage=""):
    return bits or ("64bit" if sys.maxsize > 2 ** 32 else "32bit"), linkage or "ELF"


def libc_ver(executable=None, lib="", version="", chunksize=16384):
    name = os.confstr("CS_GNU_LIBC_VERSION") if hasattr(os, "confstr") else ""
    parts = (name or "").split()
    return tuple(parts) if len(parts) == 2 else (lib, version)


def platform(aliased=False, terse=False):
    name = "-".join((system(), release()))
    if terse:
        libc = "".join(libc_ver())
        return f"{name}-with-{libc}" if libc else name
    libc = "".join(libc_ver())
    return "-".join(part for part in (name, machine(), "with-" + libc if libc else "") if part)


def python_version():
    return "%d.%d.%d" % sys.version_info[:3]


def python_version_tuple():
    return tuple(str(part) for part in sys.version_info[:3])


def python_implementation():
    return sys.implementation.name


def python_branch():
    return ""


def python_revision():
    return ""


def python_build():
    return "default", ""


def python_compiler():
    return ""


def win32_is_iot():
    return win32_edition() in ("IoTUAP", "NanoServer", "WindowsCoreHeadless", "IoTEdgeOS")


def win32_edition():
    return None


def win32_ver(release="", version="", csd="", ptype=""):
    return release, version, csd, ptype


def mac_ver(release="", versioninfo=("", "", ""), machine=""):
    return release, versioninfo, machine


def java_ver(release="", vendor="", vminfo=("", "", ""), osinfo=("", "", "")):
    return release, vendor, vminfo, osinfo


def system_alias(system, release, version):
    """The names that people know SunOS by; others stay as they are."""
    if system == "SunOS" and release >= "5":
        major, dot, minor = release.partition(".")
        if major.isdigit():
            return "Solaris", str(int(major) - 3) + dot + minor, version
    return system, release, version


def freedesktop_os_release():
    """What /etc/os-release says of the system."""
    for path in ("/etc/os-release", "/usr/lib/os-release"):
        try:
            with open(path, encoding="utf-8") as file:
                lines = file.read().splitlines()
            break
        except OSError:
            continue
    else:
        raise OSError(2, "Unable to read files /etc/os-release, /usr/lib/os-release")
    found = {"NAME": "Linux", "ID": "linux", "PRETTY_NAME": "Linux"}
    for line in lines:
        key, equals, value = line.partition("=")
        if equals and not key.startswith("#"):
            found[key] = value.strip().strip("\"'")
    return found
