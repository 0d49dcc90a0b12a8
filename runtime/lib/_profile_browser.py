"""python -m pstats: looks at files of profiles, command by command."""
import cmd
import sys

from pstats import Stats


class ProfileBrowser(cmd.Cmd):
    def __init__(self, profile=None):
        cmd.Cmd.__init__(self)
        self.prompt = '% '
        self.stats = None
        self.stream = sys.stdout
        if profile is not None:
            self.do_read(profile)

    def _say(self, *words):
        print(*words, file=self.stream)

    def generic(self, fn, line):
        """Calls a method of the statistics with what the line selects."""
        selections = []
        for word in line.split():
            try:
                selections.append(int(word))
                continue
            except ValueError:
                pass
            try:
                fraction = float(word)
                if 0 <= fraction <= 1:
                    selections.append(fraction)
                else:
                    self._say('Fraction argument must be in [0, 1]')
                continue
            except ValueError:
                selections.append(word)
        if self.stats:
            getattr(self.stats, fn)(*selections)
        else:
            self._say('No statistics object is loaded.')
        return 0

    def generic_help(self):
        self._say('Arguments may be:')
        self._say('* An integer maximum number of entries to print.')
        self._say('* A decimal fractional number between 0 and 1, controlling')
        self._say('  what fraction of selected entries to print.')
        self._say('* A regular expression; only entries with function names')
        self._say('  that match it are printed.')

    def do_add(self, line):
        if not self.stats:
            self._say('No statistics object is loaded.')
            return 0
        try:
            self.stats.add(line)
        except OSError as error:
            self._say('Failed to load statistics for %s: %s' % (line, error))
        return 0

    def help_add(self):
        self._say('Add profile info from given file to current statistics object.')

    def do_callees(self, line):
        return self.generic('print_callees', line)

    def help_callees(self):
        self._say('Print callees statistics from the current stat object.')
        self.generic_help()

    def do_callers(self, line):
        return self.generic('print_callers', line)

    def help_callers(self):
        self._say('Print callers statistics from the current stat object.')
        self.generic_help()

    def do_EOF(self, line):
        self._say('')
        return 1

    def help_EOF(self):
        self._say('Leave the profile browser.')

    def do_quit(self, line):
        return 1

    def help_quit(self):
        self._say('Leave the profile browser.')

    def do_read(self, line):
        if not line:
            if len(self.prompt) <= 2:
                self._say('No statistics object is current -- cannot reload.')
                return 0
            line = self.prompt[:-2]
        try:
            self.stats = Stats(line)
        except OSError as error:
            self._say(error.args[1])
            return 0
        except Exception as error:
            self._say(error.__class__.__name__ + ':', error)
            return 0
        self.prompt = line + '% '
        return 0

    def help_read(self):
        self._say('Read in profile data from a specified file.')
        self._say('Without argument, reload the current file.')

    def do_reverse(self, line):
        if self.stats:
            self.stats.reverse_order()
        else:
            self._say('No statistics object is loaded.')
        return 0

    def help_reverse(self):
        self._say('Reverse the sort order of the profiling report.')

    def do_sort(self, line):
        if not self.stats:
            self._say('No statistics object is loaded.')
            return 0
        orders = self.stats.get_sort_arg_defs()
        if line and all(word in orders for word in line.split()):
            self.stats.sort_stats(*line.split())
        else:
            self._say('Valid sort keys (unique prefixes are accepted):')
            for name, (_, text) in Stats.sort_arg_dict_default.items():
                self._say('%s -- %s' % (name, text))
        return 0

    def help_sort(self):
        self._say('Sort profile data according to specified keys.')
        self._say('(Typing `sort\' without arguments lists valid keys.)')

    def complete_sort(self, text, *args):
        return [name for name in Stats.sort_arg_dict_default if name.startswith(text)]

    def do_stats(self, line):
        return self.generic('print_stats', line)

    def help_stats(self):
        self._say('Print statistics from the current stat object.')
        self.generic_help()

    def do_strip(self, line):
        if self.stats:
            self.stats.strip_dirs()
        else:
            self._say('No statistics object is loaded.')
        return 0

    def help_strip(self):
        self._say('Strip leading path information from filenames in the report.')

    def help_help(self):
        self._say('Show help for a given command.')

    def postcmd(self, stop, line):
        return stop or None


def main():
    browser = ProfileBrowser(sys.argv[1] if len(sys.argv) > 1 else None)
    for name in sys.argv[2:]:
        browser.do_add(name)
    try:
        print('Welcome to the profile statistics browser.', file=browser.stream)
        browser.cmdloop()
        print('Goodbye.', file=browser.stream)
    except KeyboardInterrupt:
        pass
