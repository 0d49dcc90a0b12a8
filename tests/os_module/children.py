import os, signal, sys
def refuse(function):
    try:
        return function()
    except Exception as error:
        return f"{type(error).__name__}: {error}"

def child(work):
    pid = os.fork()
    if pid == 0:
        work()
        os._exit(99)
    return os.waitpid(pid, 0)[1]
status = child(lambda: os._exit(7))
print(os.WIFEXITED(status), os.WEXITSTATUS(status), os.WIFSIGNALED(status), os.waitstatus_to_exitcode(status))
status = child(lambda: os.kill(os.getpid(), signal.SIGKILL))
print(os.WIFSIGNALED(status), os.WTERMSIG(status), os.waitstatus_to_exitcode(status))
print(os.waitstatus_to_exitcode(child(lambda: os.execvp("sh", ["sh", "-c", "exit 3"]))))
print(os.waitstatus_to_exitcode(child(lambda: os.execve("/bin/sh", ["sh", "-c", "exit $N"], {"N": "5"}))))
print(refuse(lambda: os.waitpid(-1, 0)), refuse(os.wait), refuse(lambda: os.execv("/bin/ls", [])))
reader, writer = os.pipe()
pid = os.fork()
if pid == 0:
    os.read(reader, 1)
    os._exit(0)
print(os.waitpid(pid, os.WNOHANG), os.write(writer, b"x"), os.wait() == (pid, 0), os.getppid() > 0)
print(os.system("exit 3"), os.popen("echo hi").read(), os.popen("exit 3").close())
print(os.spawnlp(os.P_WAIT, "sh", "sh", "-c", "exit 6"), refuse(lambda: os.kill(2**22 + 5, 0)))
# expect: True 7 False 7
# expect: True 9 -9
# expect: 3
# expect: 5
# expect: ChildProcessError: [Errno 10] No child processes ChildProcessError: [Errno 10] No child processes ValueError: execv() arg 2 must not be empty
# expect: (0, 0) 1 True True
# expect: 768 hi
# expect:  768
# expect: 6 ProcessLookupError: [Errno 3] No such process
