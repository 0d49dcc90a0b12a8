import configparser
import io


def t(f):
    try: return f()
    except Exception as e: return (type(e).__name__, str(e), e.args)
S='''[DEFAULT]
base = /x
[a]
path = %(base)s/y
multi = one
   two

   three
# comment
empty =
colon: val ; not comment
Key With Space = 5
[b]
n = 42
f=1.5
b = yes
pct = 50%%
bad = %(nope)s
loop = %(loop)s
syn = %x
'''
c=configparser.ConfigParser(); c.read_string(S)
print(c.sections(), dict(c['a']), list(c), c['b'].getint('n'), c.getfloat('b','f'), c.getboolean('b','b'), c['b']['pct'], len(c), c['a'])
for f in (lambda: c['b']['bad'], lambda: c['b']['loop'], lambda: c['b']['syn'], lambda: c['zz'], lambda: c.get('zz','x'), lambda: c.get('a','x'), lambda: c.get('a','x',fallback='fb'), lambda: c['a'].get('q','d'), lambda: c.getint('a','path'), lambda: c.getboolean('b','n'), lambda: c.add_section('a'), lambda: c.add_section('DEFAULT'), lambda: c.set('a','x',5), lambda: c.set('a','x','%'), lambda: c.read_string('x=1'), lambda: c.read_string('[q]\nnonsense\n'), lambda: c.read_string('[q]\na=1\na=2'), lambda: c.read_string('[r]\n[r]'), lambda: c.items('zz'), lambda: c.read('/nonexistent'), lambda: c.has_option('a','PATH'), lambda: c.remove_option('a','multi'), lambda: c.options('a'), lambda: c.items('a'), lambda: c.remove_section('b'), lambda: c.defaults()): print(t(f))
c['new']={'X':'1','y':'multi\nline'}; o=io.StringIO(); c.write(o); print(o.getvalue()); o=io.StringIO(); c.write(o,False); print(o.getvalue())
e=configparser.ConfigParser(interpolation=configparser.ExtendedInterpolation(), allow_no_value=True, inline_comment_prefixes=('#',';'), delimiters=('=',))
e.read_string('[s]\na=1 # c\nb=${a}2 ${t:z}\nnov\nc=$$\n[t]\nz=9:8\nbad=${s:q}\nb2=${x\n'); print(dict(e['s']), t(lambda: e['t']['bad']), t(lambda: e['t']['b2']), e['t']['z'])
r=configparser.RawConfigParser(strict=False, converters={'list': lambda v: v.split(',')}); r.optionxform=str; r.read_string('[X]\nAb=1,2\n[X]\nAb=3,4'); print(r.getlist('X','Ab'), r['X'].getlist('Ab'), r['X'].getlist('q'), r.get('X','Ab'))
r.read_dict({'d':{'k':1,'n':None}}); print(dict(r['d']))
p=configparser.ConfigParser({'dflt':'1'}); p.read_string('[s]\n'); print(p['s']['dflt'], p.get('s','dflt',vars={'dflt':'2'}), 'dflt' in p['s'], list(p['s']))
# expect: ['a', 'b'] {'path': '/x/y', 'multi': 'one\ntwo\n\nthree', 'empty': '', 'colon': 'val ; not comment', 'key with space': '5', 'base': '/x'} ['DEFAULT', 'a', 'b'] 42 1.5 True 50% 3 <Section: a>
# expect: ('InterpolationMissingOptionError', "Bad value substitution: option 'bad' in section 'b' contains an interpolation key 'nope' which is not a valid option name. Raw value: '%(nope)s'", ('bad', 'b', '%(nope)s', 'nope'))
# expect: ('InterpolationDepthError', "Recursion limit exceeded in value substitution: option 'loop' in section 'b' contains an interpolation key which cannot be substituted in 10 steps. Raw value: '%(loop)s'", ('loop', 'b', '%(loop)s'))
# expect: ('InterpolationSyntaxError', "'%' must be followed by '%' or '(', found: '%x'", ('syn', 'b', "'%' must be followed by '%' or '(', found: '%x'"))
# expect: ('KeyError', "'zz'", ('zz',))
# expect: ('NoSectionError', "No section: 'zz'", ('zz',))
# expect: ('NoOptionError', "No option 'x' in section: 'a'", ('x', 'a'))
# expect: fb
# expect: d
# expect: ('ValueError', "invalid literal for int() with base 10: '/x/y'", ("invalid literal for int() with base 10: '/x/y'",))
# expect: ('ValueError', 'Not a boolean: 42', ('Not a boolean: 42',))
# expect: ('DuplicateSectionError', "Section 'a' already exists", ('a', None, None))
# expect: ('ValueError', "Invalid section name: 'DEFAULT'", ("Invalid section name: 'DEFAULT'",))
# expect: ('TypeError', 'option values must be strings', ('option values must be strings',))
# expect: ('ValueError', "invalid interpolation syntax in '%' at position 0", ("invalid interpolation syntax in '%' at position 0",))
# expect: ('MissingSectionHeaderError', "File contains no section headers.\nfile: '<string>', line: 1\n'x=1'", ('<string>', 1, 'x=1'))
# expect: ('ParsingError', "Source contains parsing errors: '<string>'\n\t[line  2]: 'nonsense\\n'", ('<string>',))
# expect: ('DuplicateOptionError', "While reading from '<string>' [line  3]: option 'a' in section 'q' already exists", ('q', 'a', '<string>', 3))
# expect: ('DuplicateSectionError', "While reading from '<string>' [line  2]: section 'r' already exists", ('r', '<string>', 2))
# expect: ('NoSectionError', "No section: 'zz'", ('zz',))
# expect: []
# expect: True
# expect: True
# expect: ['path', 'empty', 'colon', 'key with space', 'base']
# expect: [('base', '/x'), ('path', '/x/y'), ('empty', ''), ('colon', 'val ; not comment'), ('key with space', '5')]
# expect: True
# expect: {'base': '/x'}
# expect: [DEFAULT]
# expect: base = /x
# expect:
# expect: [a]
# expect: path = %(base)s/y
# expect: empty = 
# expect: colon = val ; not comment
# expect: key with space = 5
# expect:
# expect: [q]
# expect: a = ['1']
# expect:
# expect: [r]
# expect:
# expect: [new]
# expect: x = 1
# expect: y = multi
# expect: 	line
# expect:
# expect:
# expect: [DEFAULT]
# expect: base=/x
# expect:
# expect: [a]
# expect: path=%(base)s/y
# expect: empty=
# expect: colon=val ; not comment
# expect: key with space=5
# expect:
# expect: [q]
# expect: a=['1']
# expect:
# expect: [r]
# expect:
# expect: [new]
# expect: x=1
# expect: y=multi
# expect: 	line
# expect:
# expect:
# expect: {'a': '1', 'b': '12 9:8', 'nov': None, 'c': '$'} ('InterpolationMissingOptionError', "Bad value substitution: option 'bad' in section 't' contains an interpolation key 's:q' which is not a valid option name. Raw value: '${s:q}'", ('bad', 't', '${s:q}', 's:q')) ('InterpolationSyntaxError', "bad interpolation variable reference '${x'", ('b2', 't', "bad interpolation variable reference '${x'")) 9:8
# expect: ['3', '4'] ['3', '4'] None 3,4
# expect: {'k': '1', 'n': None}
# expect: 1 2 True ['dflt']
