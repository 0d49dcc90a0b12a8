import subprocess
try:
    subprocess.run("echo part; exec sleep 30", shell=True, timeout=0.5, stdout=subprocess.PIPE)
except subprocess.TimeoutExpired as error:
    print(error, error.stdout, error.timeout, error.cmd)
process = subprocess.Popen(["sleep", "30"])
try:
    process.wait(0.01)
except subprocess.TimeoutExpired as error:
    print(error)
print(process.poll(), process.terminate(), process.wait(), process.kill(), process)
process = subprocess.Popen(["cat"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
try:
    process.communicate(timeout=0)
except subprocess.TimeoutExpired:
    print("again")
print(process.communicate(), process.returncode)
# expect: Command 'echo part; exec sleep 30' timed out after 0.5 seconds b'part\n' 0.5 echo part; exec sleep 30
# expect: Command '['sleep', '30']' timed out after 0.01 seconds
# expect: None None -15 None <Popen: returncode: -15 args: ['sleep', '30']>
# expect: again
# expect: ('', None) 0
