"""Completes names, and attributes of what a dotted name leads to: for readline."""
import builtins
import inspect
import keyword
import re

import __main__

__all__ = ['Completer']


class Completer:
    def __init__(self, namespace=None):
        if namespace and not isinstance(namespace, dict):
            raise TypeError('namespace must be a dictionary')
        self.use_main_ns = namespace is None
        if namespace is not None:
            self.namespace = namespace

    def complete(self, text, state):
        """The state-th completion of the text, or None."""
        if self.use_main_ns:
            self.namespace = __main__.__dict__
        if not text.strip():
            if state != 0:
                return None
            try:
                import readline
            except ImportError:
                return '\t'
            readline.insert_text('\t')
            readline.redisplay()
            return ''
        if state == 0:
            self.matches = self.attr_matches(text) if '.' in text else self.global_matches(text)
        return self.matches[state] if state < len(self.matches) else None

    def _callable_postfix(self, val, word):
        if not callable(val):
            return word
        try:
            return word + ('()' if not inspect.signature(val).parameters else '(')
        except ValueError:
            return word + '('

    def global_matches(self, text):
        """Keywords, built-in names and names of the namespace that begin with the text."""
        found, seen = [], {'__builtins__'}
        for word in keyword.kwlist + keyword.softkwlist:
            if word.startswith(text):
                seen.add(word)
                if word in ('finally', 'try', 'else', '_'):
                    word += '' if word == '_' else ':'
                elif word not in ('False', 'None', 'True', 'break', 'continue', 'pass'):
                    word += ' '
                found.append(word)
        for names in self.namespace, builtins.__dict__:
            for word, value in names.items():
                if word.startswith(text) and word not in seen:
                    seen.add(word)
                    found.append(self._callable_postfix(value, word))
        return found

    def attr_matches(self, text):
        """Attributes; those with underscores only when the text begins with one or there are no others."""
        split = re.match(r'(\w+(\.\w+)*)\.(\w*)', text)
        if not split:
            return []
        expression, _, start = split.groups()
        try:
            thing = eval(expression, self.namespace)
        except Exception:
            return []
        words = set(dir(thing))
        words.discard('__builtins__')
        if hasattr(thing, '__class__'):
            words.add('__class__')
            words.update(get_class_members(thing.__class__))
        for hidden in {'': '_', '_': '__'}.get(start), None:
            found = [self._match(thing, expression, word) for word in words
                     if word.startswith(start) and not (hidden and word.startswith(hidden))]
            if found or not hidden:
                break
        return sorted(found)

    def _match(self, thing, expression, word):
        match = f'{expression}.{word}'
        if isinstance(getattr(type(thing), word, None), property):
            return match
        value = getattr(thing, word, None)
        return match if value is None else self._callable_postfix(value, match)


def get_class_members(klass):
    """The names of a class and its bases."""
    names = dir(klass)
    for base in getattr(klass, '__bases__', ()):
        names = names + get_class_members(base)
    return names
