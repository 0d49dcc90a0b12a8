"""Compares the public names, the attributes of types and the signatures of every module here with CPython's.

usage: python3 _names.py ENGINE... DIFFERENCES   (ENGINE...: the words that run a script, DIFFERENCES: the page)
Prints what is missing here and not listed in the page's code block that begins with "missing:". Run by
names.session."""
import json
import re
import subprocess
import sys

SUBMODULES = ['collections.abc', 'concurrent.futures', 'email.charset', 'email.contentmanager', 'email.errors',
              'email.feedparser', 'email.generator', 'email.header', 'email.headerregistry', 'email.iterators',
              'email.message', 'email.mime.text', 'email.parser', 'email.policy', 'email.utils', 'html.entities',
              'html.parser', 'http.client', 'http.cookiejar', 'http.cookies', 'http.server', 'importlib.abc',
              'importlib.machinery', 'importlib.util', 'json.decoder', 'json.encoder', 'logging.config',
              'logging.handlers', 'os.path', 'unittest.mock', 'urllib.error', 'urllib.parse', 'urllib.request',
              'urllib.response', 'urllib.robotparser', 'wsgiref.handlers', 'wsgiref.headers', 'wsgiref.util',
              'xml.dom.minidom', 'xml.etree.ElementTree', 'xml.sax', 'xml.sax.handler', 'xml.sax.saxutils',
              'xml.sax.xmlreader', 'xmlrpc.client', 'xmlrpc.server']
NOT_ASKED = {'antigravity', 'this', 'idlelib', 'turtledemo', 'lib2to3', 'distutils', 'ensurepip', 'tkinter', 'msilib',
             'test'}

DESCRIBE = r'''
import importlib, inspect, json, sys, types, warnings
warnings.simplefilter("ignore")
IGNORED = {"__dict__", "__weakref__", "__module__", "__doc__", "__slots__", "__annotations__", "__firstlineno__",
           "__abstractmethods__", "__hash__", "__orig_bases__", "__parameters__", "__getstate__", "__match_args__",
           "__init__", "__new__", "__text_signature__", "__sizeof__", "__dictoffset__", "__basicsize__", "__itemsize__",
           "__flags__", "__weakrefoffset__", "__base__", "__static_attributes__", "__set_name__"}

def signature(value):
    try:
        parameters = inspect.signature(value).parameters.values()
    except (ValueError, TypeError, AttributeError, NameError, RecursionError):
        return None
    return [[each.name, int(each.kind), each.default is not each.empty] for each in parameters]

def attributes(kind):
    found = {}
    for name in dir(kind):
        if name in IGNORED or name.startswith("_") and not name.endswith("__"):
            continue
        try:
            value = getattr(kind, name)
        except Exception:
            value = None
        found[name] = signature(value) if inspect.isroutine(value) and not name.startswith("__") else None
    return found

def module_names(module):
    if hasattr(module, "__all__"):
        return list(module.__all__)
    names = []
    for name, value in vars(module).items():
        home = getattr(value, "__module__", None)
        foreign = isinstance(home, str) and home not in (module.__name__, "builtins") and not home.startswith("_") \
            and isinstance(value, (type, types.FunctionType))
        if not name.startswith("_") and not isinstance(value, types.ModuleType) and not foreign:
            names.append(name)
    return names

result = {}
for name in json.loads(sys.argv[1]):
    try:
        module = importlib.import_module(name)
    except Exception as error:
        continue
    described = result[name] = {}
    for each in module_names(module):
        try:
            value = getattr(module, each)
        except AttributeError:
            continue
        entry = described[each] = {}
        if isinstance(value, type):
            entry["attributes"] = attributes(value)
        if callable(value):
            entry["signature"] = signature(value)
json.dump(result, sys.stdout)
'''


def describe(command, modules):
    done = subprocess.run([*command, '-c', DESCRIBE, json.dumps(modules)], capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f'{command} ended with {done.returncode}: {done.stderr[-2000:]}')
    return json.loads(done.stdout)


def missing(theirs, ours):
    """'module', 'module.name', 'module.Type.attribute', and 'module.name()' where a signature differs."""
    for module, names in theirs.items():
        here = ours.get(module)
        if here is None:
            yield module
            continue
        for name, entry in names.items():
            if name not in here:
                yield f'{module}.{name}'
                continue
            yield from inside(f'{module}.{name}', entry, here[name])


def inside(path, entry, mine):
    if entry.get('signature') and mine.get('signature') is not None and entry['signature'] != mine['signature']:
        yield path + '()'
    attributes = mine.get('attributes', {})
    for name, signature in entry.get('attributes', {}).items():
        if name not in attributes:
            yield f'{path}.{name}'
        elif signature is not None and attributes[name] is not None and attributes[name] != signature:
            yield f'{path}.{name}()'


def listed(page):
    """The entries of the code block: 'module: name name', 'module.Type: name', lines that begin with a space go on."""
    with open(page, encoding='utf-8') as file:
        block = re.search(r'^    missing:\n((?:    .*\n)*)', file.read(), re.MULTILINE)
    found, prefix = set(), ''
    for word in (block.group(1) if block else '').split():
        if word.endswith(':'):
            prefix = word[:-1]
        else:
            found.add(prefix if word == '*' else f'{prefix}.{word}')
    return found


def main():
    *command, page = sys.argv[1:]
    modules = sorted(name for name in sys.stdlib_module_names if not name.startswith('_') and name not in NOT_ASKED)
    theirs = describe([sys.executable], modules + SUBMODULES)
    found = set(missing(theirs, describe(command, modules + SUBMODULES)))
    allowed = listed(page)
    for name in sorted(found - allowed):
        print('missing:', name)
    if found <= allowed:  # releases of 3.11 differ by some names: one may be listed that this CPython has not
        print('every name is here or listed')


if __name__ == '__main__':
    main()
