"""Makes random expressions, by kinds: each is a function of a random.Random and gives source text."""
import string

ALPHABETS = (string.ascii_letters + ' ', ' \t\n\r\x0b\x0c\x1c\x85\u2028', 'aäßéñøŁžЖяñ中文字あ한😀𝔸İıǅſK', '0123456789+-._ ',
             'ab', '\0\x7f\xa0\u0301\ud800\ufffd\U0010ffff')


def integer(r):
    bits = r.choice((1, 4, 8, 30, 31, 60, 61, 62, 63, 64, 65, 100, 300))
    value = r.getrandbits(bits)
    return -value if r.random() < 0.4 else value


def small(r):
    return r.choice((0, 1, -1, 2, 3, -3, 5, 7, 10, 31, 64, -2, 17))


def number(r):
    kind = r.randrange(6)
    if kind == 0:
        return r.choice((0.0, -0.0, 1.0, 0.1, 1e16, 1e22, 1e-7, 123456789.125, 2.5, -3.5, 5e-324, 1.7976931348623157e308))
    if kind == 1:
        return r.uniform(-10, 10)
    if kind == 2:
        return round(r.uniform(-1000, 1000), r.randrange(6))
    if kind == 3:
        return r.uniform(1, 10) * 10.0 ** r.randrange(-308, 308)
    return float(integer(r))


def text(r, most=12):
    alphabet = r.choice(ALPHABETS[:5] if r.random() < 0.9 else ALPHABETS)
    return ''.join(r.choice(alphabet) for _ in range(r.randrange(most)))


def quoted(value):
    return ascii(value)


def numeral(r):
    value = integer(r) if r.random() < 0.5 else number(r)
    return f'({value!r})' if value == value and abs(value) != float('inf') else '1.0'


def arithmetic(r):
    op = r.choice('+ - * / // % == < >= & | ^ << >> ** divmod pow'.split())
    if op in ('&', '|', '^'):
        return f'({integer(r)}) {op} ({integer(r)})'
    if op in ('<<', '>>'):
        return f'({integer(r)}) {op} {r.randrange(200)}'
    if op == '**':
        return f'({integer(r) % 1000 - 500}) ** {r.randrange(40)}'
    if op == 'pow':
        return f'pow({integer(r)}, {abs(integer(r))}, {integer(r)})'
    if op == 'divmod':
        return f'divmod({numeral(r)}, {numeral(r)})'
    return f'{numeral(r)} {op} {numeral(r)}'


def integer_methods(r):
    value = integer(r)
    return r.choice((
        lambda: f'({value}).bit_length(), ({value}).bit_count()', lambda: f'hex({value}), oct({value}), bin({value})',
        lambda: f'int(str({value})[:20], 10)', lambda: f'hash({value}), float({value})',
        lambda: f'({value}).to_bytes({r.randrange(1, 40)}, {r.choice(("big", "little"))!r}, signed={r.random() < 0.5})',
        lambda: f'math.isqrt(abs({value})), math.gcd({value}, {integer(r)})',
        lambda: f'round({value}, {r.randrange(-12, 3)})', lambda: f'math.comb({r.randrange(60)}, {r.randrange(60)})',
        lambda: f'int({quoted(text(r))}, {r.choice((0, 2, 8, 10, 16, 36))})'))()


def float_methods(r):
    value = number(r)
    return r.choice((
        lambda: f'repr({value!r}), str({value!r}), ({value!r}).hex()', lambda: f'({value!r}).as_integer_ratio()',
        lambda: f'round({value!r}, {r.randrange(-5, 18)})', lambda: f'math.floor({value!r}), math.ceil({value!r}), int({value!r})',
        lambda: f'hash({value!r}), ({value!r}).is_integer()', lambda: f'math.frexp({value!r}), math.modf({value!r})',
        lambda: f'float({quoted(text(r))})', lambda: f'math.fsum([{value!r}, {number(r)!r}, {number(r)!r}])',
        lambda: f'F({value!r}).limit_denominator({r.randrange(1, 1000)})'))()


def formatting(r):
    fill = r.choice(('', '', '', '*<', '0>', ' ^', '=', 'é>'))
    sign, alternative, zero = r.choice(('', '', '+', '-', ' ')), r.choice(('', '', '#')), r.choice(('', '', '0'))
    width, comma = r.choice(('', str(r.randrange(30)))), r.choice(('', '', ',', '_'))
    precision = r.choice(('', '.' + str(r.randrange(25))))
    kind = r.choice(('', *'bcdeEfFgGnosxX%'))
    if r.random() < 0.3:
        flags = ''.join(r.sample('#0- +', r.randrange(3)))
        value = r.choice((numeral(r), quoted(text(r))))
        return f'"%{flags}{width}{precision}{r.choice("diouxXeEfFgGcrsa%")}" % ({value},)'
    value = r.choice((str(integer(r)), repr(number(r)), quoted(text(r))))
    return f'format({value}, {fill + sign + alternative + zero + width + comma + precision + kind!r})'


def text_methods(r):
    value, other = quoted(text(r, 20)), quoted(text(r, 4))
    bounds = ', '.join(str(r.randrange(-8, 12)) for _ in range(r.randrange(3)))
    method = r.choice(('upper() lower() title() swapcase() capitalize() casefold() split() splitlines() strip() '
                       'isalpha() isdigit() isspace() isupper() isnumeric() isidentifier() istitle() isprintable() '
                       'expandtabs(4) splitlines(True) isdecimal() isalnum() islower() isascii()').split())
    return r.choice((
        lambda: f'{value}.{method}', lambda: f'{value}.{r.choice(("find", "rfind", "count", "index"))}({other}{bounds and ", " + bounds})',
        lambda: f'{value}.{r.choice(("split", "rsplit"))}({other}, {r.randrange(-1, 4)})',
        lambda: f'{value}.{r.choice(("partition", "rpartition", "strip", "lstrip", "rstrip", "removeprefix", "removesuffix"))}({other})',
        lambda: f'{value}.replace({other}, {quoted(text(r, 4))}, {r.randrange(-1, 4)})',
        lambda: f'{value}.{r.choice(("center", "ljust", "rjust"))}({r.randrange(30)}, "*")',
        lambda: f'{value}.zfill({r.randrange(30)})', lambda: f'{value}.join([{other}, {quoted(text(r))}])',
        lambda: f'{value}.{r.choice(("startswith", "endswith"))}({other}{bounds and ", " + bounds})',
        lambda: f'{value} {r.choice(("<", "==", "in", ">="))} {other}', lambda: f'repr({value}), ascii({value})',
        lambda: f'{value}.encode({r.choice(("utf-8", "utf-16", "latin-1", "ascii"))!r}, {r.choice(("strict", "replace", "ignore", "backslashreplace", "xmlcharrefreplace"))!r})',
        lambda: f'unicodedata.normalize({r.choice(("NFC", "NFD", "NFKC", "NFKD"))!r}, {value})'))()


def slicing(r):
    def bound():
        return r.choice(('', '', str(r.randrange(-12, 13)), '10**30', '-10**30'))
    value = r.choice((quoted(text(r)), f'b{text(r).encode("ascii", "replace").decode()!r}', f'list(range({r.randrange(10)}))',
                      f'tuple(range({r.randrange(10)}))', f'range({r.randrange(-9, 9)}, {r.randrange(-9, 20)}, {r.choice((1, 2, -1, -3))})'))
    return f'{value}[{bound()}:{bound()}:{r.choice(("", "", "1", "2", "-1", "-3", "0"))}]'


def items(r):
    return ', '.join(str(small(r)) for _ in range(r.randrange(8)))


def tables(r):
    left, right = f'dict.fromkeys([{items(r)}], {small(r)})', f'dict.fromkeys([{items(r)}])'
    first, second = f'{{*[{items(r)}]}}', f'{{*[{items(r)}]}}'
    return r.choice((
        lambda: f'{left} | {right}', lambda: f'{left} == {right}', lambda: f'{left}.keys() & {right}.keys() == set()',
        lambda: f'sorted({first} {r.choice("&|^-")} {second})', lambda: f'{first} {r.choice(("<", "<=", "==", ">"))} {second}',
        lambda: f'sorted({first}.symmetric_difference([{items(r)}]))', lambda: f'{first}.isdisjoint({second})',
        lambda: f'list({left}.items())', lambda: f'Counter([{items(r)}]).most_common()',
        lambda: f'{left}.pop({small(r)}, "none")'))()


def sorting(r):
    pairs = ', '.join(f'({small(r)}, {place})' for place in range(r.randrange(30)))
    return r.choice((f'sorted([{pairs}], key=lambda pair: pair[0], reverse={r.random() < 0.5})',
                     f'sorted([{items(r)}], key=abs)', f'min([{items(r)}], key=lambda x: x % 3, default=None)',
                     f'sorted([{", ".join(repr(number(r)) for _ in range(9))}])',
                     f'sorted([{", ".join(quoted(text(r)) for _ in range(9))}])', f'sum([{items(r)}, {number(r)!r}])'))


def patterns(r):
    def atom():
        return r.choice(('a', 'b', '.', r'\w', r'\d', r'\s', '[ab]', '[^a]', '(a|b)', '(?:ab)', r'\b', '^', '$', '(a)', 'é', '(?=a)'))
    pattern = ''.join(atom() + r.choice(('', '', '*', '+', '?', '{1,2}', '*?', '+?')) if r.random() < 0.8 else r.choice(('|', 'a'))
                      for _ in range(r.randrange(1, 5)))
    subject = quoted(''.join(r.choice('aab é1 ') for _ in range(r.randrange(12))))
    return r.choice((f'[m.span() for m in re.finditer({quoted(pattern)}, {subject})]', f're.findall({quoted(pattern)}, {subject})',
                     f're.sub({quoted(pattern)}, "<\\\\g<0>>", {subject})', f're.split({quoted(pattern)}, {subject})',
                     f'(m := re.match({quoted(pattern)}, {subject})) and (m.group(), m.groups())'))


def value_text(r, depth=0):
    kind = r.randrange(8 if depth < 3 else 5)
    if kind == 5:
        return '[' + ', '.join(value_text(r, depth + 1) for _ in range(r.randrange(4))) + ']'
    if kind >= 6:
        return '{' + ', '.join(f'{quoted(text(r, 5))}: {value_text(r, depth + 1)}' for _ in range(r.randrange(4))) + '}'
    return (quoted(text(r)), str(integer(r)), repr(number(r)), 'None', 'True')[kind]


def json_texts(r):
    value = value_text(r)
    return r.choice((f'json.dumps({value})', f'json.loads(json.dumps({value})) == {value}',
                     f'json.dumps({value}, indent=2, sort_keys=True, ensure_ascii={r.random() < 0.5})',
                     f'json.loads({quoted(text(r))})'))


def structs(r):
    code = r.choice('bBhHiIlLqQ')
    order = r.choice('<>=!@')
    return r.choice((f'struct.pack({order + code!r}, {integer(r)})', f'struct.pack({order + "d"!r}, {number(r)!r})',
                     f'struct.unpack({order + code!r}, struct.pack({order + code!r}, {r.randrange(128)}))',
                     f'struct.pack({order + "e"!r}, {r.uniform(-70000, 70000)!r})', f'struct.calcsize({order + "bhid"!r})'))


def decimals(r):
    def one():
        return r.choice((f'D({number(r)!r})', f"D('{integer(r)}e{r.randrange(-20, 20)}')", f"D('{round(r.uniform(-99, 99), 3)}')",
                         f'D({integer(r)})'))
    return r.choice((lambda: f'{one()} {r.choice(("+", "-", "*", "/", "//", "%", "<", "=="))} {one()}', lambda: f'str({one()})',
                     lambda: f'{one()}.quantize(D("0.01"))', lambda: f'abs({one()}).sqrt()', lambda: f'{one()}.normalize()',
                     lambda: f'round({one()}, {r.randrange(5)})', lambda: f'{one()}.to_eng_string(), hash({one()})',
                     lambda: f'format({one()}, ".{r.randrange(9)}{r.choice("feg")}")', lambda: f'{one()} ** {r.randrange(9)}'))()


KINDS = {'arithmetic': arithmetic, 'integers': integer_methods, 'floats': float_methods, 'formatting': formatting,
         'texts': text_methods, 'slicing': slicing, 'tables': tables, 'sorting': sorting, 'patterns': patterns,
         'json': json_texts, 'structs': structs, 'decimals': decimals}


def make(r, kind=None):
    """One expression, of that kind or of any."""
    return KINDS[kind or r.choice(tuple(KINDS))](r)
