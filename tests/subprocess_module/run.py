import subprocess
def refuse(function):
    try:
        return function()
    except Exception as error:
        return f"{type(error).__name__}: {error}"

run = subprocess.run
print(run(["echo", "hi"], capture_output=True))
print(run("echo a; exit 3", shell=True, capture_output=True, text=True))
print(run(["cat"], input="héé\n", text=True, stdout=subprocess.PIPE))
print(run(["cat"], input=b"x" * 200000, stdout=subprocess.PIPE).stdout == b"x" * 200000)
print(run(["sh", "-c", "echo o; echo e >&2"], stdout=subprocess.PIPE, stderr=subprocess.STDOUT).stdout)
print(run(["sh", "-c", "echo o; echo e >&2"], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True))
print(run(["sh", "-c", "echo $A"], env={"A": "5"}, stdout=subprocess.PIPE).stdout, run(["pwd"], cwd="/", stdout=subprocess.PIPE).stdout)
print(refuse(lambda: run(["false"], check=True)), refuse(lambda: run(["no-such-program"])), refuse(lambda: run(["ls"], cwd="/no/where")))
print(refuse(lambda: run(["/tmp"])), refuse(lambda: run(["cat"], input=b"", stdin=subprocess.PIPE)), refuse(lambda: run(["x"], capture_output=True, stdout=1)))
print(refuse(lambda: run(["cat"], input="text")), refuse(lambda: run("x", bufsize="a")))
print(run("cat", input="é", encoding="latin-1", stdout=subprocess.PIPE).stdout)
# expect: CompletedProcess(args=['echo', 'hi'], returncode=0, stdout=b'hi\n', stderr=b'')
# expect: CompletedProcess(args='echo a; exit 3', returncode=3, stdout='a\n', stderr='')
# expect: CompletedProcess(args=['cat'], returncode=0, stdout='héé\n')
# expect: True
# expect: b'o\ne\n'
# expect: CompletedProcess(args=['sh', '-c', 'echo o; echo e >&2'], returncode=0, stderr='e\n')
# expect: b'5\n' b'/\n'
# expect: CalledProcessError: Command '['false']' returned non-zero exit status 1. FileNotFoundError: [Errno 2] No such file or directory: 'no-such-program' FileNotFoundError: [Errno 2] No such file or directory: '/no/where'
# expect: PermissionError: [Errno 13] Permission denied: '/tmp' ValueError: stdin and input arguments may not both be used. ValueError: stdout and stderr arguments may not be used with capture_output.
# expect: TypeError: a bytes-like object is required, not 'str' TypeError: bufsize must be an integer
# expect: é
