# What Python 2 calls modules and names that protocols 0 to 2 speak of.

# Python 2's module: today's.
modules = {"__builtin__": "builtins", "copy_reg": "copyreg", "Queue": "queue", "SocketServer": "socketserver",
           "ConfigParser": "configparser", "repr": "reprlib", "thread": "_thread", "httplib": "http.client",
           "HTMLParser": "html.parser", "htmlentitydefs": "html.entities", "BaseHTTPServer": "http.server",
           "SimpleHTTPServer": "http.server", "CGIHTTPServer": "http.server", "commands": "subprocess",
           "urlparse": "urllib.parse", "urllib2": "urllib.request", "_abcoll": "collections.abc", "cPickle": "pickle",
           "UserDict": "collections", "UserList": "collections", "UserString": "collections", "StringIO": "io",
           "cStringIO": "io"}

names = {("__builtin__", "xrange"): ("builtins", "range"), ("__builtin__", "reduce"): ("functools", "reduce"),
         ("__builtin__", "intern"): ("sys", "intern"), ("__builtin__", "unichr"): ("builtins", "chr"),
         ("__builtin__", "unicode"): ("builtins", "str"), ("__builtin__", "long"): ("builtins", "int"),
         ("__builtin__", "basestring"): ("builtins", "str"), ("itertools", "izip"): ("builtins", "zip"),
         ("itertools", "imap"): ("builtins", "map"), ("itertools", "ifilter"): ("builtins", "filter"),
         ("itertools", "ifilterfalse"): ("itertools", "filterfalse"),
         ("itertools", "izip_longest"): ("itertools", "zip_longest"),
         ("UserDict", "UserDict"): ("collections", "UserDict"),
         ("UserDict", "IterableUserDict"): ("collections", "UserDict"),
         ("UserList", "UserList"): ("collections", "UserList"),
         ("UserString", "UserString"): ("collections", "UserString"),
         ("urllib", "quote"): ("urllib.parse", "quote"), ("urllib", "unquote"): ("urllib.parse", "unquote"),
         ("urllib", "quote_plus"): ("urllib.parse", "quote_plus"),
         ("urllib", "unquote_plus"): ("urllib.parse", "unquote_plus"),
         ("urllib", "urlencode"): ("urllib.parse", "urlencode"),
         ("whichdb", "whichdb"): ("dbm", "whichdb"), ("exceptions", "StandardError"): ("builtins", "Exception")}

_not_in_python_2 = {"BlockingIOError", "BrokenPipeError", "ChildProcessError", "ConnectionAbortedError",
                    "ConnectionError", "ConnectionRefusedError", "ConnectionResetError", "FileExistsError",
                    "FileNotFoundError", "InterruptedError", "IsADirectoryError", "NotADirectoryError",
                    "PermissionError", "ProcessLookupError", "TimeoutError", "ModuleNotFoundError", "RecursionError",
                    "StopAsyncIteration", "ResourceWarning", "EncodingWarning", "BaseExceptionGroup",
                    "ExceptionGroup", "EnvironmentError", "IOError"}

_old_modules = {"builtins": "__builtin__", "copyreg": "copy_reg", "queue": "Queue", "socketserver": "SocketServer",
                "configparser": "ConfigParser", "reprlib": "repr", "_thread": "thread", "http.client": "httplib",
                "html.parser": "HTMLParser", "html.entities": "htmlentitydefs", "subprocess": "commands",
                "urllib.parse": "urlparse", "urllib.request": "urllib2", "collections.abc": "_abcoll"}

_here = {("_functools", "reduce"): ("__builtin__", "reduce"), ("dbm", "whichdb"): ("whichdb", "whichdb"),
         ("builtins", "ModuleNotFoundError"): ("exceptions", "ImportError")}
_here |= {("builtins", name): ("exceptions", "OSError") for name in (
    "BrokenPipeError", "ChildProcessError", "ConnectionAbortedError", "ConnectionError", "ConnectionRefusedError",
    "ConnectionResetError", "FileExistsError", "FileNotFoundError", "InterruptedError", "IsADirectoryError",
    "NotADirectoryError", "PermissionError", "ProcessLookupError", "TimeoutError")}
_old_names = _here | {now: old for old, now in names.items()
              if old not in {("__builtin__", "basestring"), ("UserDict", "UserDict"), ("exceptions", "StandardError")}}


def to_today(module, name):
    if module == "exceptions" and (module, name) not in names:
        return "builtins", name
    if (module, name) in names:
        return names[module, name]
    return modules.get(module, module), name


def to_python_2(module, name):
    if (module, name) in _old_names:
        return _old_names[module, name]
    if module == "builtins":
        import builtins
        found = getattr(builtins, name, None)
        if isinstance(found, type) and issubclass(found, BaseException):
            return "exceptions", "OSError" if name in _not_in_python_2 - {"BlockingIOError"} and issubclass(
                found, OSError) else name
    return _old_modules.get(module, module), name
