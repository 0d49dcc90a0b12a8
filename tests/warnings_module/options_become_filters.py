import subprocess, sys

program = 'import warnings, sys; print(sys.warnoptions); warnings.warn("text", DeprecationWarning)'
for options in ['-Wignore'], ['-W', 'error::DeprecationWarning'], ['-Wnonsense', '-Wi']:
    done = subprocess.run([sys.executable, *options, '-c', program], capture_output=True, text=True)
    print(done.stdout.strip(), done.stderr.strip().splitlines()[-1:])

# expect: ['ignore'] []
# expect: ['error::DeprecationWarning'] ['DeprecationWarning: text']
# expect: ['nonsense', 'i'] ["Invalid -W option ignored: invalid action: 'nonsense'"]
