"""The file .netrc: names and passwords by machine."""
import os
import stat

__all__ = ['netrc', 'NetrcParseError']


class NetrcParseError(Exception):
    """The file is not what it should be."""

    def __init__(self, msg, filename=None, lineno=None):
        self.filename, self.lineno, self.msg = filename, lineno, msg
        Exception.__init__(self, msg)

    def __str__(self):
        return f'{self.msg} ({self.filename}, line {self.lineno})'


class _Words:
    """The words of a file, with the number of the line each stands in."""

    def __init__(self, file):
        self.lineno, self._file, self._waiting = 1, file, []
        self.whitespace = '\n\t\r '

    def _character(self):
        character = self._file.read(1)
        if character == '\n':
            self.lineno += 1
        return character

    def get_token(self):
        """The next word; '' at the end."""
        if self._waiting:
            return self._waiting.pop(0)
        word = ''
        while character := self._character():
            if character in self.whitespace:
                continue
            if character == '"':
                while character := self._character():
                    if character == '"':
                        return word
                    if character == '\\':
                        character = self._character()
                    word += character
                return word
            if character == '\\':
                character = self._character()
            word += character
            while (character := self._character()) and character not in self.whitespace:
                if character == '\\':
                    character = self._character()
                word += character
            return word
        return word

    def push_token(self, token):
        self._waiting.append(token)


class netrc:
    """The file of that name, or the one in the home folder: `hosts` and `macros`."""

    def __init__(self, file=None):
        default = file is None
        if default:
            file = os.path.join(os.path.expanduser('~'), '.netrc')
        self.hosts, self.macros = {}, {}
        try:
            with open(file, encoding='utf-8') as opened:
                self._parse(file, opened, default)
        except UnicodeDecodeError:
            with open(file, encoding='locale') as opened:
                self._parse(file, opened, default)

    def _parse(self, file, fp, default_netrc):
        words = _Words(fp)
        while True:
            before = words.lineno
            word = words.get_token()
            if not word:
                break
            if word[0] == '#':
                if words.lineno == before:
                    fp.readline()
                    words.lineno += 1
                continue
            if word == 'machine':
                name = words.get_token()
            elif word == 'default':
                name = 'default'
            elif word == 'macdef':
                self._read_macro(words.get_token(), fp, words, file)
                continue
            else:
                raise NetrcParseError('bad toplevel token %r' % word, file, words.lineno)
            if not name:
                raise NetrcParseError('missing %r name' % word, file, words.lineno)
            self._read_entry(name, words, fp, file, default_netrc)

    def _read_macro(self, name, fp, words, file):
        lines = self.macros[name] = []
        while True:
            line = fp.readline()
            if not line:
                raise NetrcParseError('Macro definition missing null line terminator.', file, words.lineno)
            if line == '\n':
                return
            lines.append(line)

    def _read_entry(self, name, words, fp, file, default_netrc):
        login = account = password = ''
        self.hosts[name] = {}
        while True:
            before = words.lineno
            word = words.get_token()
            if word.startswith('#'):
                if words.lineno == before:
                    fp.readline()
                    words.lineno += 1
                continue
            if word in ('', 'machine', 'default', 'macdef'):
                words.push_token(word)
                break
            if word in ('login', 'user'):
                login = words.get_token()
            elif word == 'account':
                account = words.get_token()
            elif word == 'password':
                password = words.get_token()
            else:
                raise NetrcParseError('bad follower token %r' % word, file, words.lineno)
        self.hosts[name] = login, account, password
        self._security_check(fp, default_netrc, login)

    def _security_check(self, fp, default_netrc, login):
        """The usual file may hold passwords only if nobody else can read it."""
        if os.name != 'posix' or not default_netrc or login == 'anonymous':
            return
        facts = os.fstat(fp.fileno())
        if facts.st_uid != os.getuid():
            raise NetrcParseError(f'~/.netrc file owner ({_user(facts.st_uid)}) does not match current user '
                                  f'({_user(os.getuid())})')
        if facts.st_mode & (stat.S_IRWXG | stat.S_IRWXO):
            raise NetrcParseError('~/.netrc access too permissive: access permissions must restrict access to only the '
                                  'owner')

    def authenticators(self, host):
        """(login, account, password) for a machine, the default's, or None."""
        return self.hosts.get(host, self.hosts.get('default'))

    def __repr__(self):
        """The file's text."""
        text = ''
        for host, (login, account, password) in self.hosts.items():
            text += f'machine {host}\n\tlogin {login}\n'
            if account:
                text += f'\taccount {account}\n'
            text += f'\tpassword {password}\n'
        for name, lines in self.macros.items():
            text += f'macdef {name}\n' + ''.join(lines) + '\n'
        return text


def _user(number):
    import pwd
    try:
        return pwd.getpwuid(number)[0]
    except (KeyError, LookupError):
        return f'uid {number}'


if __name__ == '__main__':
    print(netrc())
