"""What functions announce to audit hooks, before they do it."""
import glob
import os
import shutil
import socket
import subprocess
import sys
import tempfile

heard = []
listening = False
WANTED = ('open', 'os.', 'exec', 'compile', 'import', 'shutil.', 'subprocess.', 'socket.', 'glob.', 'tempfile.', 'builtins.',
          'sys.', 'time.')


def hook(event, args):
    global listening
    if listening and event.startswith(WANTED):
        listening = False  # what it calls itself is not asked for
        shown = [repr(each).replace(folder, 'FOLDER') if isinstance(each, (str, int, type(None), tuple)) else type(each).__name__
                 for each in args]
        heard.append(event + '(' + ', '.join(shown) + ')')
        listening = True


sys.addaudithook(hook)


def show(function, *args, only=None):
    global listening
    heard.clear()
    listening = True
    try:
        function(*args)
    except OSError as error:
        pass
    listening = False
    for each in heard:
        if only is None or each.startswith(only):
            print(each)


with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, 'file')
    show(lambda: open(path, 'w').close())
    show(lambda: open(path, 'rb').close())
    show(lambda: open(path, 'a+').close())
    show(lambda: os.close(os.open(path, os.O_RDONLY)))
    show(os.listdir, folder)
    show(os.mkdir, path + 'd')
    show(os.rename, path, path + '2')
    show(os.chmod, path + '2', 0o600)
    show(os.remove, path + '2')
    show(os.rmdir, path + 'd')
    show(os.chdir, folder)
    show(os.putenv, 'A_NAME', 'value')
    show(lambda: list(os.walk(folder)), only='os.walk')
    show(glob.glob, folder + '/*', only='glob')
    show(shutil.copyfile, path + 'none', path, only='shutil')
    show(subprocess.Popen, [path + 'none'], only='subprocess')
    os.chdir('/')
show(os.kill, 0, 0)
show(os.system, 'true')
show(eval, '1')
show(compile, '1', 'name', 'eval')
show(exec, compile('1', 'name', 'exec'))
show(__import__, 'colorsys', only='import')
show(sys._getframe)
with socket.socket() as made:
    show(made.bind, ('127.0.0.1', 0))
show(sys.settrace, None)
show(sys.setprofile, None)


def refuses(event, args):
    if event == 'os.mkdir':
        raise RuntimeError('not allowed')


sys.addaudithook(refuses)
try:
    os.mkdir('/tmp/never made')
except RuntimeError as error:
    print(error)

# expect: open('FOLDER/file', 'w', 524865)
# expect: open('FOLDER/file', 'r', 524288)
# expect: open('FOLDER/file', 'a+', 525378)
# expect: open('FOLDER/file', None, 524288)
# expect: os.listdir('FOLDER')
# expect: os.mkdir('FOLDER/filed', 511, -1)
# expect: os.rename('FOLDER/file', 'FOLDER/file2', -1, -1)
# expect: os.chmod('FOLDER/file2', 384, -1)
# expect: os.remove('FOLDER/file2', -1)
# expect: os.rmdir('FOLDER/filed', -1)
# expect: os.chdir('FOLDER')
# expect: os.putenv(bytes, bytes)
# expect: os.walk('FOLDER', True, None, False)
# expect: glob.glob('FOLDER/*', False)
# expect: glob.glob/2('FOLDER/*', False, None, None)
# expect: shutil.copyfile('FOLDER/filenone', 'FOLDER/file')
# expect: subprocess.Popen('FOLDER/filenone', list, None, None)
# expect: os.kill(0, 0)
# expect: os.system(bytes)
# expect: compile(bytes, '<string>')
# expect: exec(code)
# expect: compile(bytes, 'name')
# expect: exec(code)
# expect: import('colorsys', None, list, list, list)
# expect: sys._getframe(frame)
# expect: socket.bind(socket, ('127.0.0.1', 0))
# expect: sys.settrace()
# expect: sys.setprofile()
# expect: not allowed
