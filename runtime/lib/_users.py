"""What pwd and grp share: lines of fields between colons, and tuples whose fields have names."""
import operator


def structure(name, fields):
    """A tuple type with named fields, like those of CPython's C code."""
    module, short = name.split('.')
    names = fields.split()

    def __new__(cls, sequence, dict={}):
        sequence = tuple(sequence)
        if len(sequence) != len(names):
            raise TypeError(f'{name}() takes a {len(names)}-sequence ({len(sequence)}-sequence given)')
        return tuple.__new__(cls, sequence)

    def __repr__(self):
        return name + '(' + ', '.join(f'{each}={value!r}' for each, value in zip(names, self)) + ')'

    def __reduce__(self):
        return type(self), (tuple(self), {})

    body = {'__new__': __new__, '__repr__': __repr__, '__reduce__': __reduce__, '__module__': module,
            'n_fields': len(names), 'n_sequence_fields': len(names), 'n_unnamed_fields': 0,
            '__match_args__': tuple(names), '__slots__': ()}
    body.update((each, property(operator.itemgetter(place))) for place, each in enumerate(names))
    return type(short, (tuple,), body)


def records(path, count):
    """The lines of a file with at least so many fields."""
    with open(path, encoding='utf-8', errors='surrogateescape') as lines:
        for line in lines:
            fields = line.rstrip('\n').split(':')
            if len(fields) >= count and not line.startswith(('#', '+', '-')):
                yield fields


def find(entries, place, wanted, function, message):
    """The entry whose field at that place is the wanted name or number; CPython's errors where there is none."""
    if place == 0:
        if not isinstance(wanted, str):
            kind = 'None' if wanted is None else type(wanted).__name__
            argument = 'argument' if function == 'getpwnam' else "argument 'name'"
            raise TypeError(f'{function}() {argument} must be str, not {kind}')
        if '\0' in wanted:
            raise ValueError('embedded null byte')
    else:
        wanted = operator.index(wanted)
        if not -2**31 <= wanted < 2**32:
            raise KeyError(f'{function}(): {message}')
    for entry in entries:
        if entry[place] == wanted:
            return entry
    shown = repr(wanted) if place == 0 else wanted
    raise KeyError(f'{function}(): {message}: {shown}')
