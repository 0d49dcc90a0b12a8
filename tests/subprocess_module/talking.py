import os, subprocess, sys
process = subprocess.Popen(["cat"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1)
process.stdin.write("line\n")
print(repr(process.stdout.readline()), process.poll(), process.pid > 0)
process.stdin.close()
print(process.wait(), repr(process.stdout.read()), process.returncode)
process.stdout.close()
with subprocess.Popen("cat; echo err >&2", shell=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
    print(process.communicate("a\r\nb"), process.args, process.returncode)
print(process.stdin.closed, process.stdout.closed)
reader, writer = os.pipe()
print(subprocess.run(["sh", "-c", f"echo kept >&{writer}"], pass_fds=[writer]).returncode, os.read(reader, 9))
print(subprocess.run(["sh", "-c", f"(echo lost >&{writer}) 2>/dev/null"]).returncode != 0)
print(subprocess.run(["echo", "after"], stdout=subprocess.PIPE, preexec_fn=lambda: os.write(1, b"before ")).stdout)
first = subprocess.Popen(["echo", "through"], stdout=subprocess.PIPE)
second = subprocess.Popen(["cat"], stdin=first.stdout, stdout=subprocess.PIPE)
first.stdout.close()
print(second.communicate(), first.wait())
code = "import os; print(os.getsid(0) == os.getpid())"
print(subprocess.run([sys.executable, "-c", code], start_new_session=True, stdout=subprocess.PIPE).stdout)
# expect: 'line\n' None True
# expect: 0 '' 0
# expect: ('a\nb', 'err\n') cat; echo err >&2 0
# expect: True True
# expect: 0 b'kept\n'
# expect: True
# expect: b'before after\n'
# expect: (b'through\n', None) 0
# expect: b'True\n'
