# The first steps of a process that was started as a new interpreter.
import os
import pickle
import sys
import types

from . import process
from .context import _default_context

__all__ = ['set_executable', 'get_executable', 'get_command_line', 'get_preparation_data', 'spawn_main']

_python_exe = None


def set_executable(exe):
    global _python_exe
    _python_exe = os.fsdecode(exe)


def get_executable():
    return _python_exe or sys.executable


def get_command_line(**kwds):
    program = 'from multiprocessing.spawn import spawn_main; spawn_main(%s)'
    program %= ', '.join('%s=%r' % item for item in kwds.items())
    return [get_executable(), '-c', program, '--multiprocessing-fork']


def spawn_main(pipe_handle, parent_pid=None, tracker_fd=None):
    """What the new interpreter runs."""
    sentinel = os.dup(pipe_handle)
    if tracker_fd is not None:
        from . import resource_tracker
        resource_tracker._resource_tracker._fd = tracker_fd
    with open(pipe_handle, 'rb', closefd=True) as from_parent:
        process.current_process()._inheriting = True
        try:
            prepare(pickle.load(from_parent))
            self = pickle.load(from_parent)
        finally:
            del process.current_process()._inheriting
    code = self._bootstrap(sentinel)
    os._exit(code)


def get_preparation_data(name):
    """What the child must know before it can unpickle anything."""
    data = dict(name=name, authkey=process.current_process().authkey, sys_path=sys.path.copy(), sys_argv=sys.argv,
                orig_dir=process.ORIGINAL_DIR, dir=os.getcwd(), start_method=_default_context.get_start_method())
    main = sys.modules['__main__']
    main_name = getattr(getattr(main, '__spec__', None), 'name', None)
    main_path = getattr(main, '__file__', None)
    if main_name is not None:
        data['init_main_from_name'] = main_name
    elif main_path is not None:
        data['init_main_from_path'] = os.path.join(process.ORIGINAL_DIR, main_path)
    return data


def prepare(data):
    current = process.current_process()
    current.name = data['name']
    current.authkey = data['authkey']
    sys.path = data['sys_path']
    sys.argv = data['sys_argv']
    os.chdir(data['dir'])
    process.ORIGINAL_DIR = data['orig_dir']
    _default_context.set_start_method(data['start_method'], force=True)
    if 'init_main_from_name' in data:
        _make_main_from_name(data['init_main_from_name'])
    elif 'init_main_from_path' in data:
        _make_main_from_path(data['init_main_from_path'])


def _become_main(module):
    sys.modules['__main__'] = sys.modules['__mp_main__'] = module


def _make_main_from_name(name):
    import importlib
    if name != '__main__' and not name.endswith('.__main__'):
        _become_main(importlib.import_module(name))


def _make_main_from_path(path):
    """Runs the script once more, under another name, so that what it defines can be found."""
    if os.path.splitext(os.path.basename(path))[0] == 'ipython':
        return
    module = types.ModuleType('__mp_main__')
    module.__file__ = path
    _become_main(module)
    with open(path, 'rb') as file:
        code = compile(file.read(), path, 'exec')
    exec(code, module.__dict__)
