import unicodedata as u
for c in 'a', 'É', '5', '½', '²', '€', '中', '각', '\u0301', '(', '٣', '\n', '😀':
    print(ascii(c), u.category(c), u.bidirectional(c), u.combining(c), u.east_asian_width(c), u.mirrored(c), u.decomposition(c), u.name(c, None), u.decimal(c, None), u.digit(c, None), u.numeric(c, None))
print(u.lookup('LATIN SMALL LETTER E WITH ACUTE'), u.lookup('greek small letter alpha'), u.unidata_version)
for t in 'é', 'e\u0301', 'ﬁ', 'Å', '각', 'a\u0323\u0307', 'a\u0307\u0323', '\u1e9b\u0323', '½':
    print([ascii(u.normalize(f, t)) for f in ('NFC', 'NFD', 'NFKC', 'NFKD')], u.is_normalized('NFC', t))
for f in (lambda: u.name('\n'), lambda: u.lookup('X Y'), lambda: u.decimal('a'), lambda: u.normalize('X', 'a'), lambda: u.category('ab')):
    try: f()
    except Exception as e: print(type(e).__name__, e)

# expect: 'a' Ll L 0 Na 0  LATIN SMALL LETTER A None None None
# expect: '\xc9' Lu L 0 N 0 0045 0301 LATIN CAPITAL LETTER E WITH ACUTE None None None
# expect: '5' Nd EN 0 Na 0  DIGIT FIVE 5 5 5.0
# expect: '\xbd' No ON 0 A 0 <fraction> 0031 2044 0032 VULGAR FRACTION ONE HALF None None 0.5
# expect: '\xb2' No EN 0 A 0 <super> 0032 SUPERSCRIPT TWO None 2 2.0
# expect: '\u20ac' Sc ET 0 A 0  EURO SIGN None None None
# expect: '\u4e2d' Lo L 0 W 0  CJK UNIFIED IDEOGRAPH-4E2D None None None
# expect: '\uac01' Lo L 0 W 0  HANGUL SYLLABLE GAG None None None
# expect: '\u0301' Mn NSM 230 A 0  COMBINING ACUTE ACCENT None None None
# expect: '(' Ps ON 0 Na 1  LEFT PARENTHESIS None None None
# expect: '\u0663' Nd AN 0 N 0  ARABIC-INDIC DIGIT THREE 3 3 3.0
# expect: '\n' Cc B 0 N 0  None None None None
# expect: '\U0001f600' So ON 0 W 0  GRINNING FACE None None None
# expect: é α 14.0.0
# expect: ["'\\xe9'", "'e\\u0301'", "'\\xe9'", "'e\\u0301'"] True
# expect: ["'\\xe9'", "'e\\u0301'", "'\\xe9'", "'e\\u0301'"] False
# expect: ["'\\ufb01'", "'\\ufb01'", "'fi'", "'fi'"] True
# expect: ["'\\xc5'", "'A\\u030a'", "'\\xc5'", "'A\\u030a'"] True
# expect: ["'\\uac01'", "'\\u1100\\u1161\\u11a8'", "'\\uac01'", "'\\u1100\\u1161\\u11a8'"] True
# expect: ["'\\u1ea1\\u0307'", "'a\\u0323\\u0307'", "'\\u1ea1\\u0307'", "'a\\u0323\\u0307'"] False
# expect: ["'\\u1ea1\\u0307'", "'a\\u0323\\u0307'", "'\\u1ea1\\u0307'", "'a\\u0323\\u0307'"] False
# expect: ["'\\u1e9b\\u0323'", "'\\u017f\\u0323\\u0307'", "'\\u1e69'", "'s\\u0323\\u0307'"] True
# expect: ["'\\xbd'", "'\\xbd'", "'1\\u20442'", "'1\\u20442'"] True
# expect: ValueError no such name
# expect: KeyError "undefined character name 'X Y'"
# expect: ValueError not a decimal
# expect: ValueError invalid normalization form
# expect: TypeError category() argument must be a unicode character, not str
