# A catalogue in memory: messages, plurals, contexts, fallbacks; formulas of plurals.
import gettext
import io
import struct

pairs = {"": "Content-Type: text/plain; charset=UTF-8\nPlural-Forms: nplurals=3; plural=n==1 ? 0 : n%10>=2 && "
             "n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2;\n",
         "hello": "h\xe9llo", "file\0files": "plik\0pliki\0plik\xf3w", "menu\4open": "otw\xf3rz"}


def catalogue(pairs):
    rows = sorted((key.encode(), value.encode()) for key, value in pairs.items())
    table, texts, start = [], b"", 28 + 16 * len(rows)
    for which in (0, 1):
        for row in rows:
            table.append(struct.pack("<II", len(row[which]), start + len(texts)))
            texts += row[which] + b"\0"
    return struct.pack("<7I", 0x950412de, 0, len(rows), 28, 28 + 8 * len(rows), 0, 0) + b"".join(table) + texts


found = gettext.GNUTranslations(io.BytesIO(catalogue(pairs)))
print(found.gettext("hello"), found.gettext("unknown"),
      [found.ngettext("file", "files", n) for n in (1, 2, 5, 22, 112)])
print(found.pgettext("menu", "open"), found.pgettext("x", "open"), found.npgettext("c", "a", "b", 2), found.charset())
print(sorted(found.info()))
empty = gettext.NullTranslations()
empty.add_fallback(found)
print(empty.gettext("hello"), empty.ngettext("file", "files", 3))
print(gettext.gettext("as it is"), gettext.ngettext("one", "many", 2), gettext.textdomain())
for formula in ("n != 1", "n%10==1 && n%100!=11 ? 0 : 1", "n>1", "n==0||!n", "(n", "n +", "n $ 1"):
    try:
        print(formula, [gettext.c2py(formula)(n) for n in (0, 1, 2, 11, 21)])
    except ValueError as error:
        print(formula, "ValueError", error)
for wrong in (lambda: gettext.GNUTranslations(io.BytesIO(b"\0" * 40)), lambda: gettext.translation("no such domain")):
    try:
        wrong()
    except OSError as error:
        print(type(error).__name__, error)
# expect: héllo unknown ['plik', 'pliki', 'plików', 'pliki', 'plików']
# expect: otwórz open b UTF-8
# expect: ['content-type', 'plural-forms']
# expect: héllo pliki
# expect: as it is many messages
# expect: n != 1 [1, 0, 1, 1, 1]
# expect: n%10==1 && n%100!=11 ? 0 : 1 [1, 0, 1, 1, 0]
# expect: n>1 [0, 0, 1, 1, 1]
# expect: n==0||!n [1, 0, 0, 0, 0]
# expect: (n ValueError unbalanced parenthesis in plural form
# expect: n + ValueError unexpected end of plural form
# expect: n $ 1 ValueError invalid token in plural form: $
# expect: OSError [Errno 0] Bad magic number: ''
# expect: FileNotFoundError [Errno 2] No translation file found for domain: 'no such domain'
