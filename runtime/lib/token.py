"""The kinds of tokens of Python's text, as numbers."""

__all__ = ['tok_name', 'ISTERMINAL', 'ISNONTERMINAL', 'ISEOF']

_NAMES = ('ENDMARKER NAME NUMBER STRING NEWLINE INDENT DEDENT LPAR RPAR LSQB RSQB COLON COMMA SEMI PLUS MINUS STAR '
          'SLASH VBAR AMPER LESS GREATER EQUAL DOT PERCENT LBRACE RBRACE EQEQUAL NOTEQUAL LESSEQUAL GREATEREQUAL '
          'TILDE CIRCUMFLEX LEFTSHIFT RIGHTSHIFT DOUBLESTAR PLUSEQUAL MINEQUAL STAREQUAL SLASHEQUAL PERCENTEQUAL '
          'AMPEREQUAL VBAREQUAL CIRCUMFLEXEQUAL LEFTSHIFTEQUAL RIGHTSHIFTEQUAL DOUBLESTAREQUAL DOUBLESLASH '
          'DOUBLESLASHEQUAL AT ATEQUAL RARROW ELLIPSIS COLONEQUAL OP AWAIT ASYNC TYPE_IGNORE TYPE_COMMENT '
          'SOFT_KEYWORD ERRORTOKEN COMMENT NL ENCODING N_TOKENS').split()
_SIGNS = ('( ) [ ] : , ; + - * / | & < > = . % { } == != <= >= ~ ^ << >> ** += -= *= /= %= &= |= ^= <<= >>= **= // '
          '//= @ @= -> ... :=').split()

NT_OFFSET = 256
tok_name = {number: name for number, name in enumerate(_NAMES)}
tok_name[NT_OFFSET] = 'NT_OFFSET'
EXACT_TOKEN_TYPES = {sign: number for number, sign in enumerate(_SIGNS, _NAMES.index('LPAR'))}
EXACT_TOKEN_TYPES = {sign: EXACT_TOKEN_TYPES[sign] for sign in sorted(EXACT_TOKEN_TYPES)}
globals().update({name: number for number, name in enumerate(_NAMES)})
__all__ += [*_NAMES, 'NT_OFFSET', 'EXACT_TOKEN_TYPES']


def ISTERMINAL(x):
    """Whether the number is a token's."""
    return x < NT_OFFSET


def ISNONTERMINAL(x):
    """Whether the number is a grammar rule's."""
    return x >= NT_OFFSET


def ISEOF(x):
    """Whether the number is that of the end."""
    return x == 0
