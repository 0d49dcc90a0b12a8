"""How the two kinds of systems write paths, for pathlib: what is the drive, the root and the parts after them."""
import re
from sys import intern


class Flavour:
    """One way to write paths. A path in pieces is a triple: drive, root, parts after them."""

    def clean(self, parts):
        return [intern(part) for part in parts.split(self.sep) if part and part != "."]

    def split(self, text):
        drive, root, rest = self.splitroot(text.replace(self.altsep, self.sep) if self.altsep else text)
        return drive, root, self.clean(rest)

    def combine(self, pieces):
        """One path from several given at once: what is anchored replaces what is before, but for a drive it lacks."""
        drive, root, tail = "", "", []
        for new_drive, new_root, parts in pieces:
            if new_drive or new_root:
                drive, root, tail = new_drive or drive, new_root, list(parts)
            else:
                tail += parts
        return drive, root, tail

    def join(self, first, second):
        """The second path as seen from the first: one that only names the same drive goes on from it."""
        (drive, root, tail), (new_drive, new_root, parts) = first, second
        if new_root:
            return new_drive or drive, new_root, parts
        if new_drive and self.fold(new_drive) != self.fold(drive):
            return second
        return drive, root, [*tail, *parts]

    def parse_parts(self, texts):
        """Drive, root, and all parts, the anchor among them."""
        drive, root, tail = self.combine(map(self.split, texts))
        return drive, root, [drive + root] + tail if drive or root else tail

    def quoted(self, data):
        safe = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-~/"
        return "".join(chr(byte) if byte in safe else f"%{byte:02X}" for byte in data)


class PosixFlavour(Flavour):
    """Parts between slashes."""
    sep, altsep, has_drive = "/", "", False

    def splitroot(self, text):
        if not text.startswith("/"):
            return "", "", text
        return "", "//" if text.startswith("//") and not text.startswith("///") else "/", text.lstrip("/")

    def fold(self, text):
        return text

    def is_reserved(self, path):
        return False

    def make_uri(self, path):
        return "file://" + self.quoted(bytes(path))


class WindowsFlavour(Flavour):
    """Parts between backslashes or slashes, after a letter and a colon or the name of a share; case does not matter."""
    sep, altsep, has_drive = "\\", "/", True
    _share = re.compile(r"\\\\[^\\]+\\(?!\\)[^\\]*")
    _letter = re.compile("[A-Za-z]:")
    _devices = {"CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"} | {
        name + digit for name in ("COM", "LPT") for digit in "123456789\xb9\xb2\xb3"}

    def splitroot(self, text):
        prefix = ""
        if text.startswith("\\\\?\\"):
            prefix, text = text[:4], text[4:]
            if text.startswith("UNC\\"):
                prefix, text = prefix + "UNC", "\\" + text[3:]
        share = self._share.match(text)
        if share:
            name = share[0][1:] if prefix else share[0]
            return prefix + name, "\\", text[share.end() + 1:]
        letter = self._letter.match(text)
        rest = text[2:] if letter else text
        return prefix + (letter[0] if letter else ""), "\\" if rest.startswith("\\") else "", rest.lstrip("\\")

    def fold(self, text):
        return text.lower()

    def is_reserved(self, path):
        if not path.parts or path.parts[0].startswith("\\\\"):
            return False
        name = path.parts[-1].partition(".")[0].partition(":")[0].rstrip(" ")
        return name.upper() in self._devices

    def make_uri(self, path):
        text = path.as_posix()
        if self._letter.fullmatch(path.drive):
            return f"file:///{path.drive}/{self.quoted(text[2:].lstrip('/').encode())}"
        return "file:" + self.quoted(text.encode())
