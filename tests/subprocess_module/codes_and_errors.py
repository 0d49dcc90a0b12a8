import subprocess
def refuse(function):
    try:
        return function()
    except Exception as error:
        return f"{type(error).__name__}: {error}"

print(subprocess.call(["sh", "-c", "exit 4"]), subprocess.check_call(["true"]), subprocess.check_output(["echo", "x"]))
print(refuse(lambda: subprocess.check_call(["sh", "-c", "kill -9 $$"])))
try:
    subprocess.check_output("echo out; echo err >&2; exit 1", shell=True, stderr=subprocess.STDOUT, text=True)
except subprocess.CalledProcessError as error:
    print(error, error.returncode, repr(error.output), error.stdout == error.output, error.stderr, repr(error.cmd))
print(subprocess.getoutput("echo a; echo b"), subprocess.getstatusoutput("exit 2"), subprocess.list2cmdline(["a b", 'c"d', "e"]))
result = subprocess.run(["sh", "-c", "exit 9"])
print(result, refuse(result.check_returncode), subprocess.CompletedProcess(["a"], 0, "out").check_returncode())
print(refuse(lambda: subprocess.check_output(["x"], stdout=1)), issubclass(subprocess.TimeoutExpired, subprocess.SubprocessError))
# expect: 4 0 b'x\n'
# expect: CalledProcessError: Command '['sh', '-c', 'kill -9 $$']' died with <Signals.SIGKILL: 9>.
# expect: Command 'echo out; echo err >&2; exit 1' returned non-zero exit status 1. 1 'out\nerr\n' True None 'echo out; echo err >&2; exit 1'
# expect: a
# expect: b (2, '') "a b" c\"d e
# expect: CompletedProcess(args=['sh', '-c', 'exit 9'], returncode=9) CalledProcessError: Command '['sh', '-c', 'exit 9']' returned non-zero exit status 9. None
# expect: ValueError: stdout argument not allowed, it will be overridden. True
