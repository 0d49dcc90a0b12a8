"""Shows an address in a browser: the one that $BROWSER names, or one that is installed."""
import os
import shlex
import shutil
import subprocess
import sys
import threading

__all__ = ["Error", "open", "open_new", "open_new_tab", "get", "register"]


class Error(Exception):
    """There is no browser that could be run."""


_lock = threading.RLock()
_browsers = {}  # {name in lower case: [class, instance]}
_tryorder = None  # names, the best first
_os_preferred_browser = None


def register(name, klass, instance=None, *, preferred=False):
    """A kind of browser; get() makes it with klass() unless there is an instance."""
    with _lock:
        if _tryorder is None:
            register_standard_browsers()
        _browsers[name.lower()] = [klass, instance]
        if preferred or (_os_preferred_browser and name in _os_preferred_browser):
            _tryorder.insert(0, name)
        else:
            _tryorder.append(name)


def get(using=None):
    """A controller of the browser with that name, or of the best one."""
    if _tryorder is None:
        with _lock:
            if _tryorder is None:
                register_standard_browsers()
    for name in [using] if using is not None else _tryorder:
        if "%s" in name:  # a command
            words = shlex.split(name)
            return BackgroundBrowser(words[:-1]) if words[-1] == "&" else GenericBrowser(words)
        try:
            command = _browsers[name.lower()]
        except KeyError:
            command = _synthesize(name)
        if command[1] is not None:
            return command[1]
        if command[0] is not None:
            return command[0]()
    raise Error("could not locate runnable browser")


def open(url, new=0, autoraise=True):
    """new: 0 the same window, 1 a new one, 2 a new tab. False: nothing showed it."""
    if _tryorder is None:
        with _lock:
            if _tryorder is None:
                register_standard_browsers()
    return any(get(name).open(url, new, autoraise) for name in _tryorder)


def open_new(url):
    return open(url, 1)


def open_new_tab(url):
    return open(url, 2)


def _synthesize(browser, *, preferred=False):
    """An entry for a command that is like one that is known."""
    command = browser.split()[0]
    if not shutil.which(command):
        return [None, None]
    name = os.path.basename(command)
    try:
        kind, controller = _browsers[name.lower()]
    except KeyError:
        return [None, None]
    if controller and name.lower() == controller.basename:
        import copy
        controller = copy.copy(controller)
        controller.name = browser
        controller.basename = os.path.basename(browser)
        register(browser, None, instance=controller, preferred=preferred)
        return [None, controller]
    return [None, None]


class BaseBrowser:
    args = ["%s"]

    def __init__(self, name=""):
        self.name = name
        self.basename = name

    def open(self, url, new=0, autoraise=True):
        raise NotImplementedError

    def open_new(self, url):
        return self.open(url, 1)

    def open_new_tab(self, url):
        return self.open(url, 2)

    @staticmethod
    def _check_url(url):
        """An address may not be an option of the command."""
        if url and url.lstrip().startswith("-"):
            raise ValueError(f"Invalid URL: {url}")


class GenericBrowser(BaseBrowser):
    """A command, which is waited for; %s is the address."""

    def __init__(self, name):
        if isinstance(name, str):
            self.name = name
            self.args = ["%s"]
        else:
            self.name, *self.args = name
        self.basename = os.path.basename(self.name)

    def _command(self, url):
        self._check_url(url)
        return [self.name] + [word.replace("%s", url) for word in self.args]

    def open(self, url, new=0, autoraise=True):
        try:
            return not subprocess.Popen(self._command(url), close_fds=True).wait()
        except OSError:
            return False


class BackgroundBrowser(GenericBrowser):
    """A command that goes on by itself."""

    def open(self, url, new=0, autoraise=True):
        try:
            child = subprocess.Popen(self._command(url), close_fds=True, start_new_session=True)
            return child.poll() is None
        except OSError:
            return False


class UnixBrowser(BaseBrowser):
    """A browser that can tell one that runs already what to show."""

    raise_opts = None
    background = False
    redirect_stdout = True
    remote_args = ["%action", "%s"]
    remote_action = None
    remote_action_newwin = None
    remote_action_newtab = None

    def _invoke(self, args, remote, autoraise, url=None):
        options = []
        if remote and self.raise_opts:
            if option := self.raise_opts[int(autoraise)]:
                options = [option]
        silent = subprocess.DEVNULL if remote or self.background else None
        child = subprocess.Popen([self.name] + options + args, close_fds=True, stdin=silent,
                                 stdout=(self.redirect_stdout and silent or None), stderr=silent,
                                 start_new_session=True)
        if not remote:
            return not child.poll() if self.background else not child.wait()
        try:  # five seconds: who still runs then is the browser itself
            return not child.wait(5)
        except subprocess.TimeoutExpired:
            return True

    def open(self, url, new=0, autoraise=True):
        self._check_url(url)
        actions = {0: self.remote_action, 1: self.remote_action_newwin,
                   2: self.remote_action_newwin if self.remote_action_newtab is None else self.remote_action_newtab}
        if new not in actions:
            raise Error("Bad 'new' parameter to open(); expected 0, 1, or 2, got %s" % new)
        args = [word.replace("%s", url).replace("%action", actions[new]) for word in self.remote_args]
        args = [word for word in args if word]
        if self._invoke(args, True, autoraise, url):
            return True
        return self._invoke([word.replace("%s", url) for word in self.args], False, False)


class Mozilla(UnixBrowser):
    remote_action = ""
    remote_action_newwin = "-new-window"
    remote_action_newtab = "-new-tab"
    background = True


class Netscape(UnixBrowser):
    raise_opts = ["-noraise", "-raise"]
    remote_args = ["-remote", "openURL(%s%action)"]
    remote_action = ""
    remote_action_newwin = ",new-window"
    remote_action_newtab = ",new-tab"
    background = True


class Galeon(UnixBrowser):
    raise_opts = ["-noraise", ""]
    remote_action = "-n"
    remote_action_newwin = "-w"
    background = True


class Chrome(UnixBrowser):
    remote_action = ""
    remote_action_newwin = "--new-window"
    remote_action_newtab = ""
    background = True


Chromium = Chrome


class Opera(UnixBrowser):
    remote_action = ""
    remote_action_newwin = "--new-window"
    remote_action_newtab = ""
    background = True


class Elinks(UnixBrowser):
    remote_args = ["-remote", "openURL(%s%action)"]
    remote_action = ""
    remote_action_newwin = ",new-window"
    remote_action_newtab = ",new-tab"
    background = False
    redirect_stdout = False  # it draws there


class Konqueror(BaseBrowser):
    """KDE's, asked by kfmclient, or started, or kfm."""

    def open(self, url, new=0, autoraise=True):
        self._check_url(url)
        action = "newTab" if new == 2 else "openURL"
        silent = subprocess.DEVNULL
        try:
            child = subprocess.Popen(["kfmclient", action, url], close_fds=True, stdin=silent, stdout=silent,
                                     stderr=silent)
        except OSError:
            pass
        else:
            child.wait()
            return True
        for command in (["konqueror", "--silent", url], ["kfm", "-d", url]):
            try:
                child = subprocess.Popen(command, close_fds=True, stdin=silent, stdout=silent, stderr=silent,
                                         start_new_session=True)
            except OSError:
                continue
            return child.poll() is None
        return False


def register_X_browsers():
    for command, environment in (("xdg-open", None), ("gvfs-open", "GNOME_DESKTOP_SESSION_ID")):
        if shutil.which(command) and (environment is None or environment in os.environ):
            register(command, None, BackgroundBrowser(command))
    if "KDE_FULL_SESSION" in os.environ and shutil.which("kfmclient"):
        register("kfmclient", Konqueror, Konqueror("kfmclient"))
    if shutil.which("x-www-browser"):
        register("x-www-browser", None, BackgroundBrowser("x-www-browser"))
    for names, kind in ((("firefox", "iceweasel", "iceape", "seamonkey"), Mozilla), (("mozilla-firefox",), Mozilla),
                        (("netscape",), Netscape), (("mozilla",), Mozilla)):
        for name in names:
            if shutil.which(name):
                register(name, None, kind(name))
    if shutil.which("kfm"):
        register("kfm", Konqueror, Konqueror("kfm"))
    elif shutil.which("konqueror"):
        register("konqueror", Konqueror, Konqueror("konqueror"))
    for name in ("galeon", "epiphany"):
        if shutil.which(name):
            register(name, None, Galeon(name))
    for name in ("google-chrome", "chrome", "chromium", "chromium-browser"):
        if shutil.which(name):
            register(name, None, Chrome(name))
    if shutil.which("opera"):
        register("opera", None, Opera("opera"))
    if shutil.which("microsoft-edge"):
        register("microsoft-edge", None, Chrome("microsoft-edge"))


def _preferred_browser():
    """What xdg-settings says."""
    try:
        command = ["xdg-settings", "get", "default-web-browser"]
        return subprocess.check_output(command, stderr=subprocess.DEVNULL).decode().strip()
    except (FileNotFoundError, subprocess.CalledProcessError, PermissionError, NotADirectoryError):
        return None


def register_standard_browsers():
    global _tryorder, _os_preferred_browser
    _tryorder = []
    if os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"):
        _os_preferred_browser = _preferred_browser()
        register_X_browsers()
    if os.environ.get("TERM"):
        if shutil.which("www-browser"):
            register("www-browser", None, GenericBrowser("www-browser"))
        for name, kind in (("links", GenericBrowser), ("elinks", Elinks), ("lynx", GenericBrowser),
                           ("w3m", GenericBrowser)):
            if shutil.which(name):
                register(name, None, kind(name))
    # What $BROWSER names comes first, in its order.
    for name in reversed(os.environ.get("BROWSER", "").split(os.pathsep)):
        if name:
            entry = _synthesize(name, preferred=True)
            if entry[1] is None:
                _tryorder.insert(0, name)


def main():
    import getopt
    usage = """Usage: %s [-n | -t] url
    -n: open new window
    -t: open new tab""" % sys.argv[0]
    try:
        options, args = getopt.getopt(sys.argv[1:], "ntdh")
    except getopt.error as message:
        print(message, file=sys.stderr)
        print(usage, file=sys.stderr)
        sys.exit(1)
    new = 0
    for option, _ in options:
        if option in ("-n", "-t"):
            new = 1 if option == "-n" else 2
        elif option == "-h":
            print(usage, file=sys.stderr)
            sys.exit()
    if len(args) != 1:
        print(usage, file=sys.stderr)
        sys.exit(1)
    open(args[0], new)
    print("\a")


if __name__ == "__main__":
    main()
