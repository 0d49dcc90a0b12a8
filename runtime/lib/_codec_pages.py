"""Encodings of one byte a character that differ little from another one: EBCDIC, and some of DOS and Macintosh."""

_EBCDIC = bytes.fromhex(
    "000102039c09867f978d8e0b0c0d0e0f101112139d8508871819928f1c1d1e1f80818283840a171b88898a8b8c05060790911693"
    "9495960498999a9b14159e1a20a0e2e4e0e1e3e5e7f1a22e3c282b7c26e9eaebe8edeeefecdf21242a293bac2d2fc2c4c0c1c3c5"
    "c7d1a62c255f3e3ff8c9cacbc8cdcecfcc603a2340273d22d8616263646566676869abbbf0fdfeb1b06a6b6c6d6e6f707172aaba"
    "e6b8c6a4b57e737475767778797aa1bfd0dddeae5ea3a5b7a9a7b6bcbdbe5b5dafa8b4d77b414243444546474849adf4f6f2f3f5"
    "7d4a4b4c4d4e4f505152b9fbfcf9faff5cf7535455565758595ab2d4d6d2d3d530313233343536373839b3dbdcd9da9f"
).decode("latin-1")

_NONE = "\ufffe"
# What the table is like, and the places from which it has other characters; U+FFFE where there is none.
_PAGES = {
    "cp037": (None, {}),
    "cp500": ("cp037", {0x4a: "[", 0x4f: "!", 0x5a: "]", 0x5f: "^", 0xb0: "\xa2", 0xba: "\xac|"}),
    "cp1140": ("cp037", {0x9f: "\u20ac"}),
    "cp273": ("cp500", {0x43: "{", 0x4a: "\xc4", 0x59: "~\xdc", 0x63: "[", 0x6a: "\xf6", 0x7c: "\xa7", 0xa1: "\xdf",
        0xb5: "@", 0xbc: "\u203e", 0xc0: "\xe4", 0xcc: "\xa6", 0xd0: "\xfc", 0xdc: "}", 0xe0: "\xd6", 0xec: "\\",
        0xfc: "]"}),
    "cp1026": ("cp500", {0x48: "{", 0x4a: "\xc7", 0x5a: "\u011e\u0130", 0x68: "[", 0x6a: "\u015f", 0x79: "\u0131",
        0x7b: "\xd6\u015e", 0x7f: "\xdc", 0x8c: "}`\xa6", 0xa1: "\xf6", 0xac: "]$@", 0xc0: "\xe7", 0xcc: "~",
        0xd0: "\u011f", 0xdc: "\\", 0xe0: "\xfc", 0xec: "#", 0xfc: "\""}),
    "cp424": ("cp037", {0x41: "\u05d0\u05d1\u05d2\u05d3\u05d4\u05d5\u05d6\u05d7\u05d8",
        0x51: "\u05d9\u05da\u05db\u05dc\u05dd\u05de\u05df\u05e0\u05e1",
        0x62: "\u05e2\u05e3\u05e4\u05e5\u05e6\u05e7\u05e8\u05e9",
        0x70: "\ufffe\u05ea\ufffe\ufffe\xa0\ufffe\ufffe\ufffe\u2017", 0x80: "\ufffe", 0x8c: _NONE * 3,
        0x9a: _NONE * 3, 0x9e: "\ufffe", 0xaa: _NONE * 5, 0xcb: _NONE * 5, 0xdb: _NONE * 5, 0xeb: _NONE * 5,
        0xfb: _NONE * 4}),
    "cp875": ("cp500", {0x41: "\u0391\u0392\u0393\u0394\u0395\u0396\u0397\u0398\u0399",
        0x51: "\u039a\u039b\u039c\u039d\u039e\u039f\u03a0\u03a1\u03a3",
        0x62: "\u03a4\u03a5\u03a6\u03a7\u03a8\u03a9\u03aa\u03ab|",
        0x70: "\xa8\u0386\u0388\u0389\xa0\u038a\u038c\u038e\u038f", 0x80: "\u0385",
        0x8a: "\u03b1\u03b2\u03b3\u03b4\u03b5\u03b6", 0x9a: "\u03b7\u03b8\u03b9\u03ba\u03bb\u03bc\xb4",
        0xaa: "\u03bd\u03be\u03bf\u03c0\u03c1\u03c3\xa3\u03ac\u03ad\u03ae\u03ca\u03af",
        0xb6: "\u03cc\u03cd\u03cb\u03ce\u03c2\u03c4\u03c5\u03c6\u03c7\u03c8",
        0xcb: "\u03c9\u0390\u03b0\u2018\u2015", 0xda: "\xb1\xbd\x1a\u0387\u2019\xa6", 0xe1: "\x1a",
        0xeb: "\xa7\x1a\x1a\xab\xac", 0xfb: "\xa9\x1a\x1a\xbb"}),
    "cp1125": ("cp866", {0xf2: "\u0490\u0491\u0404\u0454\u0406\u0456\u0407\u0457"}),
    "cp720": ("cp437", {0x80: "\x80\x81", 0x84: "\x84", 0x86: "\x86", 0x8d: "\x8d\x8e\x8f\x90\u0651\u0652",
        0x94: "\xa4\u0640", 0x98: "\u0621\u0622\u0623\u0624",
        0x9d: "\u0625\u0626\u0627\u0628\u0629\u062a\u062b\u062c\u062d\u062e\u062f\u0630",
        0xa9: "\u0631\u0632\u0633\u0634\u0635", 0xe0: "\u0636\u0637\u0638\u0639\u063a\u0641",
        0xe7: "\u0642\u0643\u0644\u0645\u0646\u0647\u0648\u0649\u064a",
        0xf1: "\u064b\u064c\u064d\u064e\u064f\u0650"}),
    "cp856": ("cp862", {0x9b: "\ufffe",
        0x9d: "\ufffe\xd7\ufffe\ufffe\ufffe\ufffe\ufffe\ufffe\ufffe\ufffe\ufffe\ufffe", 0xa9: "\xae",
        0xad: "\ufffe", 0xb5: "\ufffe\ufffe\ufffe\xa9", 0xbd: "\xa2\xa5", 0xc6: "\ufffe\ufffe",
        0xcf: "\xa4\ufffe\ufffe\ufffe\ufffe\ufffe\ufffe\ufffe\ufffe\ufffe", 0xdd: "\xa6\ufffe", 0xe0: _NONE * 6,
        0xe7: "\ufffe\ufffe\ufffe\ufffe\ufffe\ufffe\ufffe\xaf\xb4\xad", 0xf2: "\u2017\xbe\xb6\xa7", 0xf7: "\xb8",
        0xf9: "\xa8", 0xfb: "\xb9\xb3"}),
    "cp864": ("cp856", {0x25: "\u066a",
        0x80: "\xb0\xb7\u2219\u221a\u2592\u2500\u2502\u253c\u2524\u252c\u251c\u2534",
        0x8c: "\u2510\u250c\u2514\u2518\u03b2\u221e\u03c6\xb1\xbd\xbc\u2248\xab", 0x98: "\xbb\ufef7\ufef8",
        0x9c: "\ufffe\ufefb\ufefc", 0xa0: "\xa0\xad\ufe82\xa3\xa4\ufe84",
        0xa8: "\ufe8e\ufe8f\ufe95\ufe99\u060c\ufe9d\ufea1\ufea5\u0660\u0661\u0662\u0663",
        0xb4: "\u0664\u0665\u0666\u0667\u0668\u0669\ufed1\u061b\ufeb1\ufeb5\ufeb9\u061f",
        0xc0: "\xa2\ufe80\ufe81\ufe83\ufe85\ufeca\ufe8b\ufe8d\ufe91\ufe93\ufe97\ufe9b",
        0xcc: "\ufe9f\ufea3\ufea7\ufea9\ufeab\ufead\ufeaf\ufeb3\ufeb7\ufebb\ufebf\ufec1",
        0xd8: "\ufec5\ufecb\ufecf\xa6\xac\xf7\xd7\ufec9\u0640\ufed3\ufed7\ufedb",
        0xe4: "\ufedf\ufee3\ufee7\ufeeb\ufeed\ufeef\ufef3\ufebd\ufecc\ufece\ufecd\ufee1",
        0xf0: "\ufe7d\u0651\ufee5\ufee9\ufeec\ufef0\ufef2\ufed0\ufed5\ufef5\ufef6\ufedd", 0xfc: "\ufed9\ufef1",
        0xff: "\ufffe"}),
    "koi8-t": ("koi8_r", {0x80: "\u049b\u0493\u201a\u0492\u201e\u2026\u2020\u2021\ufffe\u2030\u04b3\u2039",
        0x8c: "\u04b2\u04b7\u04b6\ufffe\u049a\u2018\u2019\u201c\u201d\u2022\u2013\u2014",
        0x98: "\ufffe\u2122\ufffe\u203a\ufffe\ufffe\ufffe\ufffe\ufffe\u04ef\u04ee",
        0xa4: "\xa4\u04e3\xa6\xa7\ufffe\ufffe\ufffe\xab\xac\xad\xae\ufffe", 0xb0: "\xb0\xb1\xb2",
        0xb4: "\ufffe\u04e2\xb6\xb7\ufffe\u2116\ufffe\xbb\ufffe\ufffe\ufffe"}),
    "mac-croatian": ("mac_roman", {0xa9: "\u0160", 0xae: "\u017d", 0xb4: "\u2206", 0xb9: "\u0161", 0xbe: "\u017e",
        0xc6: "\u0106", 0xc8: "\u010c", 0xd0: "\u0110", 0xd8: "\uf8ff\xa9", 0xde: "\xc6\xbb\u2013", 0xe6: "\u0107",
        0xe8: "\u010d", 0xf0: "\u0111", 0xf9: "\u03c0\xcb", 0xfd: "\xca\xe6"}),
    "mac-iceland": ("mac_roman", {0xa0: "\xdd", 0xdc: "\xd0\xf0\xde\xfe\xfd"}),
    "mac-romanian": ("mac_roman", {0xae: "\u0102\u0218", 0xbe: "\u0103\u0219", 0xde: "\u021a\u021b"}),
    "mac-arabic": ("mac_croatian", {0x81: "\xa0", 0x8b: "\u06ba\xab", 0x93: "\u2026", 0x98: "\xbb", 0x9b: "\xf7",
        0xa0: " !\"#$\u066a&'()*+", 0xac: "\u060c-./\u0660\u0661\u0662\u0663\u0664\u0665\u0666\u0667",
        0xb8: "\u0668\u0669:\u061b<=>\u061f\u274a\u0621\u0622\u0623",
        0xc4: "\u0624\u0625\u0626\u0627\u0628\u0629\u062a\u062b\u062c\u062d\u062e\u062f",
        0xd0: "\u0630\u0631\u0632\u0633\u0634\u0635\u0636\u0637\u0638\u0639\u063a[",
        0xdc: "\\]^_\u0640\u0641\u0642\u0643\u0644\u0645\u0646\u0647",
        0xe8: "\u0648\u0649\u064a\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u067e",
        0xf4: "\u0679\u0686\u06d5\u06a4\u06af\u0688\u0691{|}\u0698\u06d2"}),
    "mac-farsi": ("mac_arabic", {0xb0: "\u06f0\u06f1\u06f2\u06f3\u06f4\u06f5\u06f6\u06f7\u06f8\u06f9"}),
    "palmos": ("cp1252", {0x81: "\x81", 0x8d: "\u2666\u2663\u2665\u2660", 0x9b: "\x9b", 0x9d: "\x9d\x9e"}),
}
OTHER_NAMES = {
    "cp037": "037 csibm037 ebcdic_cp_ca ebcdic_cp_nl ebcdic_cp_us ebcdic_cp_wt ibm037 ibm039",
    "cp500": "500 csibm500 ebcdic_cp_be ebcdic_cp_ch ibm500",
    "cp1140": "1140 ibm1140",
    "cp273": "273 csibm273 ibm273",
    "cp1026": "1026 csibm1026 ibm1026",
    "cp424": "424 csibm424 ebcdic_cp_he ibm424",
    "cp1125": "1125 cp866u ibm1125 ruscii",
    "cp864": "864 csibm864 ibm864",
    "mac-iceland": "maciceland",
}


def find(key):
    """The CodecInfo of a normalised name, or None."""
    from _codec_kinds import by_table
    for name in _PAGES:
        if key == name.replace("-", "_") or key in OTHER_NAMES.get(name, "").split():
            return by_table(name, _table(name))
    return None


def _table(name):
    base, changes = _PAGES[name]
    if base is None:
        return _EBCDIC
    if base in _PAGES or base.replace("_", "-") in _PAGES:
        table = _table(base.replace("_", "-"))
    else:
        table = bytes(range(256)).decode(base, "replace").replace("\ufffd", _NONE)
    for start, characters in changes.items():
        table = table[:start] + characters + table[start + len(characters):]
    return table
