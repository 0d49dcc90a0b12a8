import subprocess, sys

program = 'import sys; f = sys.flags; print(f.optimize, f.ignore_environment, f.isolated, f.bytes_warning, f.safe_path)'
for options in [], ['-O', '-E'], ['-I'], ['-bb', '-P'], ['-sE', '-OO']:
    print(subprocess.run([sys.executable, *options, '-c', program], capture_output=True, text=True).stdout.strip())
environment = {'PYTHONPATH': '/first:/second'}
program = 'import sys; print([p for p in sys.path if p in ("/first", "/second")])'
for options in [], ['-E']:
    done = subprocess.run([sys.executable, *options, '-c', program], capture_output=True, text=True, env=environment)
    print(done.stdout.strip())

# expect: 0 0 0 0 False
# expect: 1 1 0 0 False
# expect: 0 1 1 0 True
# expect: 0 0 0 2 True
# expect: 2 1 0 0 False
# expect: ['/first', '/second']
# expect: []
