"""Pipelines of shell commands, put together from templates."""
import os
import tempfile
import warnings
from shlex import quote

warnings._deprecated(__name__, remove=(3, 13))

__all__ = ["Template"]

# What a command does with its input and output: f a file whose name is in $IN or $OUT, - the standard stream, . none.
FILEIN_FILEOUT, STDIN_FILEOUT, FILEIN_STDOUT, STDIN_STDOUT = 'ff', '-f', 'f-', '--'
SOURCE, SINK = '.-', '-.'
stepkinds = [FILEIN_FILEOUT, STDIN_FILEOUT, FILEIN_STDOUT, STDIN_STDOUT, SOURCE, SINK]


class Template:
    """Commands that follow each other in a pipeline."""

    def __init__(self):
        self.debugging = 0
        self.reset()

    def __repr__(self):
        return f'<Template instance, steps={self.steps!r}>'

    def reset(self):
        self.steps = []

    def clone(self):
        """A template with the same commands."""
        made = Template()
        made.steps = self.steps[:]
        made.debugging = self.debugging
        return made

    def debug(self, flag):
        self.debugging = flag

    @staticmethod
    def _check(name, cmd, kind):
        if not isinstance(cmd, str):
            raise TypeError(f'Template.{name}: cmd must be a string')
        if kind not in stepkinds:
            raise ValueError(f'Template.{name}: bad kind {kind!r}')
        for mark, variable in zip(kind, ('IN', 'OUT')):
            if mark == 'f' and '$' + variable not in cmd:
                raise ValueError(f'Template.{name}: missing ${variable} in cmd')

    def append(self, cmd, kind):
        """A command at the end."""
        self._check('append', cmd, kind)
        if kind == SOURCE:
            raise ValueError('Template.append: SOURCE can only be prepended')
        if self.steps and self.steps[-1][1] == SINK:
            raise ValueError('Template.append: already ends with SINK')
        self.steps.append((cmd, kind))

    def prepend(self, cmd, kind):
        """A command in front."""
        self._check('prepend', cmd, kind)
        if kind == SINK:
            raise ValueError('Template.prepend: SINK can only be appended')
        if self.steps and self.steps[0][1] == SOURCE:
            raise ValueError('Template.prepend: already begins with SOURCE')
        self.steps.insert(0, (cmd, kind))

    def open(self, file, rw):
        """A file that is read or written through the pipeline."""
        if rw == 'r':
            return self.open_r(file)
        if rw == 'w':
            return self.open_w(file)
        raise ValueError(f"Template.open: rw must be 'r' or 'w', not {rw!r}")

    def open_r(self, file):
        """What comes out of the pipeline for this file."""
        if not self.steps:
            return open(file, 'r')
        if self.steps[-1][1] == SINK:
            raise ValueError('Template.open_r: pipeline ends width SINK')
        return os.popen(self.makepipeline(file, ''), 'r')

    def open_w(self, file):
        """What is written goes through the pipeline into this file."""
        if not self.steps:
            return open(file, 'w')
        if self.steps[0][1] == SOURCE:
            raise ValueError('Template.open_w: pipeline begins with SOURCE')
        return os.popen(self.makepipeline('', file), 'w')

    def copy(self, infile, outfile):
        """Sends a file through the pipeline; the exit status of the shell."""
        return os.system(self.makepipeline(infile, outfile))

    def makepipeline(self, infile, outfile):
        """The text for the shell."""
        text = makepipeline(infile, self.steps, outfile)
        if self.debugging:
            print(text)
            text = 'set -x; ' + text
        return text


def makepipeline(infile, steps, outfile):
    """The text for the shell that runs the commands from one file into another."""
    rows = [['', cmd, kind, ''] for cmd, kind in steps] or [['', 'cat', '--', '']]
    if rows[0][2][0] == 'f' and not infile:
        rows.insert(0, ['', 'cat', '--', ''])
    rows[0][0] = infile
    if rows[-1][2][1] == 'f' and not outfile:
        rows.append(['', 'cat', '--', ''])
    rows[-1][-1] = outfile
    garbage = []
    for before, after in zip(rows, rows[1:]):
        if before[2][1] == 'f' or after[2][0] == 'f':
            descriptor, name = tempfile.mkstemp()
            os.close(descriptor)
            garbage.append(name)
            before[-1] = after[0] = name
    commands = []
    for infile, cmd, kind, outfile in rows:
        if kind[1] == 'f':
            cmd = f'OUT={quote(outfile)}; {cmd}'
        if kind[0] == 'f':
            cmd = f'IN={quote(infile)}; {cmd}'
        if kind[0] == '-' and infile:
            cmd = f'{cmd} <{quote(infile)}'
        if kind[1] == '-' and outfile:
            cmd = f'{cmd} >{quote(outfile)}'
        commands.append(cmd)
    text = commands[0]
    for cmd, row in zip(commands[1:], rows[1:]):
        if row[0] == '':
            if 'f' in row[2]:
                cmd = '{ ' + cmd + '; }'
            text = f'{text} |\n{cmd}'
        else:
            text = f'{text}\n{cmd}'
    if garbage:
        remove = 'rm -f ' + ' '.join([quote(name) for name in garbage])
        text = f'trap {quote(remove + "; exit")} 1 2 3 13 14 15\n{text}\n{remove}'
    return text
