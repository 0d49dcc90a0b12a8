"""The assertions of a test case and their messages."""
import sys
import traceback
from unittest.util import common_shorten_repr, count_differences, safe_repr

__unittest = True

DIFF_OMITTED = '\nDiff is %s characters long. Set self.maxDiff to None to see it.'


class _RaisesBase:
    _kind = 'raise'

    def __init__(self, expected, test_case, expected_regex=None):
        self.expected, self.test_case = expected, test_case
        if expected_regex is not None:
            import re
            expected_regex = re.compile(expected_regex)
        self.expected_regex = expected_regex
        self.obj_name = self.msg = None
        kinds = expected if isinstance(expected, tuple) else (expected,)
        if not all(isinstance(kind, type) and issubclass(kind, self._base_type) for kind in kinds):
            raise TypeError(f'{self._method}() arg 1 must be {self._base_type_str}')

    @property
    def _method(self):
        name = 'assertRaises' if self._base_type is BaseException else 'assertWarns'
        return name if self.expected_regex is None else name + 'Regex'

    def _raiseFailure(self, standardMsg):
        raise self.test_case.failureException(self.test_case._formatMessage(self.msg, standardMsg))

    def handle(self, args, kwargs):
        """The context manager itself, or calls what it was given."""
        try:
            if not args:
                self.msg = kwargs.pop('msg', None)
                if kwargs:
                    raise TypeError(f'{next(iter(kwargs))!r} is an invalid keyword argument for this function')
                return self
            callable_obj, *args = args
            self.obj_name = getattr(callable_obj, '__name__', None) or str(callable_obj)
            with self:
                callable_obj(*args, **kwargs)
        finally:
            self = None

    def _expected_name(self):
        return getattr(self.expected, '__name__', None) or str(self.expected)

    def _fail_nothing_happened(self, what):
        by = f' by {self.obj_name}' if self.obj_name else ''
        self._raiseFailure(f"{self._expected_name()} not {what}{by}")


class _AssertRaisesContext(_RaisesBase):
    _base_type, _base_type_str = BaseException, 'an exception type or tuple of exception types'

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_value, tb):
        if exc_type is None:
            self._fail_nothing_happened('raised')
        traceback.clear_frames(tb)
        if not issubclass(exc_type, self.expected):
            return False
        self.exception = exc_value.with_traceback(None)
        if self.expected_regex is not None and not self.expected_regex.search(str(exc_value)):
            self._raiseFailure(f'"{self.expected_regex.pattern}" does not match "{exc_value}"')
        return True


class _AssertWarnsContext(_RaisesBase):
    _base_type, _base_type_str = Warning, 'a warning type or tuple of warning types'

    def __enter__(self):
        import warnings
        for module in list(sys.modules.values()):
            if getattr(module, '__warningregistry__', None):
                module.__warningregistry__ = {}
        self._catcher = warnings.catch_warnings(record=True)
        self.warnings = self._catcher.__enter__()
        warnings.simplefilter("always", self.expected)
        return self

    def __exit__(self, exc_type, exc_value, tb):
        self._catcher.__exit__(exc_type, exc_value, tb)
        if exc_type is not None:
            return
        first = None
        for one in self.warnings:
            if not isinstance(one.message, self.expected):
                continue
            first = first or one.message
            if self.expected_regex is not None and not self.expected_regex.search(str(one.message)):
                continue
            self.warning, self.filename, self.lineno = one.message, one.filename, one.lineno
            return
        if first is not None:
            self._raiseFailure(f'"{self.expected_regex.pattern}" does not match "{first}"')
        self._fail_nothing_happened('triggered')


class Assertions:
    """Mixed into TestCase."""

    def assertLogs(self, logger=None, level=None):
        """A block logs something of that level or above to the logger; the watcher has records and output."""
        from unittest._logs import AssertLogs
        return AssertLogs(self, logger, level, no_logs=False)

    def assertNoLogs(self, logger=None, level=None):
        """A block logs nothing of that level or above."""
        from unittest._logs import AssertLogs
        return AssertLogs(self, logger, level, no_logs=True)

    def assertDictContainsSubset(self, subset, dictionary, msg=None):
        """Deprecated: the dictionary has all items of the subset."""
        import warnings
        warnings.warn('assertDictContainsSubset is deprecated', DeprecationWarning)
        missing = [key for key in subset if key not in dictionary]
        wrong = [f'{safe_repr(key)}, expected: {safe_repr(value)}, actual: {safe_repr(dictionary[key])}'
                 for key, value in subset.items() if key in dictionary and value != dictionary[key]]
        if missing or wrong:
            text = 'Missing: ' + ','.join(map(safe_repr, missing)) if missing else ''
            text += ('; ' if text else '') + 'Mismatched values: ' + ','.join(wrong) if wrong else ''
            self.fail(self._formatMessage(msg, text))

    def _formatMessage(self, msg, standardMsg):
        if not self.longMessage:
            return msg or standardMsg
        return standardMsg if msg is None else f'{standardMsg} : {msg}'

    def _fail(self, msg, standard):
        raise self.failureException(self._formatMessage(msg, standard))

    def fail(self, msg=None):
        raise self.failureException(msg)

    def assertFalse(self, expr, msg=None):
        if expr:
            self._fail(msg, f"{safe_repr(expr)} is not false")

    def assertTrue(self, expr, msg=None):
        if not expr:
            self._fail(msg, f"{safe_repr(expr)} is not true")

    def assertRaises(self, expected_exception, *args, **kwargs):
        return _AssertRaisesContext(expected_exception, self).handle(args, kwargs)

    def assertRaisesRegex(self, expected_exception, expected_regex, *args, **kwargs):
        return _AssertRaisesContext(expected_exception, self, expected_regex).handle(args, kwargs)

    def assertWarns(self, expected_warning, *args, **kwargs):
        return _AssertWarnsContext(expected_warning, self).handle(args, kwargs)

    def assertWarnsRegex(self, expected_warning, expected_regex, *args, **kwargs):
        return _AssertWarnsContext(expected_warning, self, expected_regex).handle(args, kwargs)

    def assertEqual(self, first, second, msg=None):
        function = self._baseAssertEqual
        if type(first) is type(second):
            special = self._type_equality_funcs.get(type(first))
            if special is not None:
                function = getattr(self, special) if isinstance(special, str) else special
        function(first, second, msg=msg)

    def _baseAssertEqual(self, first, second, msg=None):
        if not first == second:
            self._fail(msg, '%s != %s' % common_shorten_repr(first, second))

    def assertNotEqual(self, first, second, msg=None):
        if not first != second:
            self._fail(msg, f'{safe_repr(first)} == {safe_repr(second)}')

    def _almost(self, first, second, places, delta):
        """Whether the values are near, and how the message says what was asked for."""
        if delta is not None and places is not None:
            raise TypeError("specify delta or places not both")
        difference = abs(first - second)
        if delta is not None:
            return difference <= delta, difference, f'{safe_repr(delta)} delta'
        places = 7 if places is None else places
        return round(difference, places) == 0, difference, f'{places!r} places'

    def assertAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        if first == second:
            return
        near, difference, within = self._almost(first, second, places, delta)
        if not near:
            self._fail(msg, f'{safe_repr(first)} != {safe_repr(second)} within {within} ({safe_repr(difference)} '
                            f'difference)')

    def assertNotAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        near, difference, within = self._almost(first, second, places, delta)
        if delta is not None:
            if first == second or near:
                self._fail(msg, f'{safe_repr(first)} == {safe_repr(second)} within {within} ({safe_repr(difference)} '
                                f'difference)')
        elif first == second or near:
            self._fail(msg, f'{safe_repr(first)} == {safe_repr(second)} within {within}')

    def assertSequenceEqual(self, seq1, seq2, msg=None, seq_type=None):
        name = 'sequence' if seq_type is None else seq_type.__name__
        if seq_type is not None:
            for place, sequence in (('First', seq1), ('Second', seq2)):
                if not isinstance(sequence, seq_type):
                    raise self.failureException(f'{place} sequence is not a {name}: {safe_repr(sequence)}')
        lengths, problem = [], None
        for place, sequence in (('First', seq1), ('Second', seq2)):
            try:
                lengths.append(len(sequence))
            except (TypeError, NotImplementedError):
                problem = f'{place} {name} has no length.    Non-sequence?'
                break
        if problem is None:
            if seq1 == seq2:
                return
            problem = self._difference_of_sequences(seq1, seq2, lengths, name)
            if problem is None and seq_type is None and type(seq1) != type(seq2):
                return
        self._fail(msg, self._truncateMessage(problem or '', '\n' + self._diff_of(seq1, seq2)))

    def _difference_of_sequences(self, seq1, seq2, lengths, name):
        """What to say of the first items that differ and of what one has more; None if all items are equal."""
        text = '%ss differ: %s != %s\n' % ((name.capitalize(),) + common_shorten_repr(seq1, seq2))
        for place in range(min(lengths)):
            items = []
            for which, sequence in (('first', seq1), ('second', seq2)):
                try:
                    items.append(sequence[place])
                except (TypeError, IndexError, NotImplementedError):
                    return text + f'\nUnable to index element {place} of {which} {name}\n'
            if items[0] != items[1]:
                text += '\nFirst differing element %d:\n%s\n%s\n' % ((place,) + common_shorten_repr(*items))
                break
        else:
            if lengths[0] == lengths[1]:
                return text if name != 'sequence' or type(seq1) is type(seq2) else None
        for which, longer, length in (('First', seq1, lengths[1]), ('Second', seq2, lengths[0])):
            more = len(longer) - length
            if more > 0:
                text += f'\n{which} {name} contains {more} additional elements.\n'
                try:
                    text += f'First extra element {length}:\n{safe_repr(longer[length])}\n'
                except (TypeError, IndexError, NotImplementedError):
                    text += f'Unable to index element {length} of {which.lower()} {name}\n'
        return text

    def _diff_of(self, first, second):
        import difflib
        import pprint
        return '\n'.join(difflib.ndiff(pprint.pformat(first).splitlines(), pprint.pformat(second).splitlines()))

    def _truncateMessage(self, message, diff):
        if self.maxDiff is None or len(diff) <= self.maxDiff:
            return message + diff
        return message + (DIFF_OMITTED % len(diff))

    def assertListEqual(self, list1, list2, msg=None):
        self.assertSequenceEqual(list1, list2, msg, seq_type=list)

    def assertTupleEqual(self, tuple1, tuple2, msg=None):
        self.assertSequenceEqual(tuple1, tuple2, msg, seq_type=tuple)

    def assertSetEqual(self, set1, set2, msg=None):
        lines = []
        for place, one, other in (('first', set1, set2), ('second', set2, set1)):
            try:
                difference = one.difference(other)
            except TypeError as error:
                self.fail(f'invalid type when attempting set difference: {error}')
            except AttributeError as error:
                self.fail(f'{place} argument does not support set difference: {error}')
            if difference:
                lines.append(f'Items in the {place} set but not the {"second" if place == "first" else "first"}:')
                lines += [repr(item) for item in difference]
        if lines:
            self._fail(msg, '\n'.join(lines))

    def assertIn(self, member, container, msg=None):
        if member not in container:
            self._fail(msg, f'{safe_repr(member)} not found in {safe_repr(container)}')

    def assertNotIn(self, member, container, msg=None):
        if member in container:
            self._fail(msg, f'{safe_repr(member)} unexpectedly found in {safe_repr(container)}')

    def assertIs(self, expr1, expr2, msg=None):
        if expr1 is not expr2:
            self._fail(msg, f'{safe_repr(expr1)} is not {safe_repr(expr2)}')

    def assertIsNot(self, expr1, expr2, msg=None):
        if expr1 is expr2:
            self._fail(msg, f'unexpectedly identical: {safe_repr(expr1)}')

    def assertDictEqual(self, d1, d2, msg=None):
        self.assertIsInstance(d1, dict, 'First argument is not a dictionary')
        self.assertIsInstance(d2, dict, 'Second argument is not a dictionary')
        if d1 != d2:
            text = '%s != %s' % common_shorten_repr(d1, d2)
            self._fail(msg, self._truncateMessage(text, '\n' + self._diff_of(d1, d2)))

    def assertCountEqual(self, first, second, msg=None):
        differences = count_differences(first, second)
        if differences:
            lines = ['First has %d, Second has %d:  %r' % one for one in differences]
            self._fail(msg, self._truncateMessage('Element counts were not equal:\n', '\n'.join(lines)))

    def assertMultiLineEqual(self, first, second, msg=None):
        self.assertIsInstance(first, str, "First argument is not a string")
        self.assertIsInstance(second, str, "Second argument is not a string")
        if first == second:
            return
        if len(first) > self._diffThreshold or len(second) > self._diffThreshold:
            self._baseAssertEqual(first, second, msg)
        import difflib
        left, right = first.splitlines(keepends=True), second.splitlines(keepends=True)
        if len(left) == 1 and first.strip('\r\n') == first:
            left, right = [first + '\n'], [second + '\n']
        message = '%s != %s' % common_shorten_repr(first, second)
        self._fail(msg, self._truncateMessage(message, '\n' + ''.join(difflib.ndiff(left, right))))

    def assertLess(self, a, b, msg=None):
        if not a < b:
            self._fail(msg, f'{safe_repr(a)} not less than {safe_repr(b)}')

    def assertLessEqual(self, a, b, msg=None):
        if not a <= b:
            self._fail(msg, f'{safe_repr(a)} not less than or equal to {safe_repr(b)}')

    def assertGreater(self, a, b, msg=None):
        if not a > b:
            self._fail(msg, f'{safe_repr(a)} not greater than {safe_repr(b)}')

    def assertGreaterEqual(self, a, b, msg=None):
        if not a >= b:
            self._fail(msg, f'{safe_repr(a)} not greater than or equal to {safe_repr(b)}')

    def assertIsNone(self, obj, msg=None):
        if obj is not None:
            self._fail(msg, f'{safe_repr(obj)} is not None')

    def assertIsNotNone(self, obj, msg=None):
        if obj is None:
            self._fail(msg, 'unexpectedly None')

    def assertIsInstance(self, obj, cls, msg=None):
        if not isinstance(obj, cls):
            self._fail(msg, f'{safe_repr(obj)} is not an instance of {cls!r}')

    def assertNotIsInstance(self, obj, cls, msg=None):
        if isinstance(obj, cls):
            self._fail(msg, f'{safe_repr(obj)} is an instance of {cls!r}')

    def assertRegex(self, text, expected_regex, msg=None):
        import re
        pattern = re.compile(expected_regex) if isinstance(expected_regex, (str, bytes)) else expected_regex
        if not pattern.search(text):
            self._fail(msg, f"Regex didn't match: {pattern.pattern!r} not found in {text!r}")

    def assertNotRegex(self, text, unexpected_regex, msg=None):
        import re
        pattern = re.compile(unexpected_regex) if isinstance(unexpected_regex, (str, bytes)) else unexpected_regex
        match = pattern.search(text)
        if match:
            found = text[match.start():match.end()]
            self._fail(msg, f'Regex matched: {found!r} matches {pattern.pattern!r} in {text!r}')


def _deprecated(original_func):
    def deprecated_func(*args, **kwargs):
        import warnings
        warnings.warn(f'Please use {original_func.__name__} instead.', DeprecationWarning, 2)
        return original_func(*args, **kwargs)
    return deprecated_func


for _name, _instead in {'failUnlessEqual': 'assertEqual', 'assertEquals': 'assertEqual',
                        'failIfEqual': 'assertNotEqual', 'assertNotEquals': 'assertNotEqual',
                        'failUnless': 'assertTrue', 'assert_': 'assertTrue', 'failIf': 'assertFalse',
                        'failUnlessRaises': 'assertRaises', 'failUnlessAlmostEqual': 'assertAlmostEqual',
                        'assertAlmostEquals': 'assertAlmostEqual', 'failIfAlmostEqual': 'assertNotAlmostEqual',
                        'assertNotAlmostEquals': 'assertNotAlmostEqual', 'assertRegexpMatches': 'assertRegex',
                        'assertNotRegexpMatches': 'assertNotRegex', 'assertRaisesRegexp': 'assertRaisesRegex'}.items():
    setattr(Assertions, _name, _deprecated(getattr(Assertions, _instead)))
