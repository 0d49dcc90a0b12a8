# Subprocesses: communicate, streams, exit codes, signals, the shell; refusals.
import asyncio
import signal

PIPE = asyncio.subprocess.PIPE


async def main():
    process = await asyncio.create_subprocess_exec('cat', stdin=PIPE, stdout=PIPE)
    print(await process.communicate(b'to and fro'), process.returncode)
    process = await asyncio.create_subprocess_shell('echo out; echo err >&2; exit 3', stdout=PIPE, stderr=PIPE)
    print(await process.communicate(), process.returncode)
    process = await asyncio.create_subprocess_shell('echo both; echo err >&2', stdout=PIPE, stderr=asyncio.subprocess.STDOUT)
    print(await process.stdout.read(), await process.wait())
    process = await asyncio.create_subprocess_exec('cat', stdin=PIPE, stdout=PIPE)
    process.stdin.write(b'line\n')
    await process.stdin.drain()
    print(await process.stdout.readline(), process.returncode)
    process.send_signal(signal.SIGTERM)
    print(await process.wait() == -signal.SIGTERM)
    process = await asyncio.create_subprocess_exec('sleep', '100')
    process.kill()
    print(await process.wait())
    codes = await asyncio.gather(*[run_shell(f'exit {n}') for n in range(5)])
    print(codes)
    try:
        await asyncio.create_subprocess_exec('/no/such/program')
    except FileNotFoundError as e:
        print(e)
    for options in ({'text': True}, {'universal_newlines': True}, {'bufsize': 5}, {'shell': True}):
        try:
            await asyncio.create_subprocess_exec('true', **options)
        except ValueError as e:
            print(e)


async def run_shell(command):
    return await (await asyncio.create_subprocess_shell(command)).wait()


asyncio.run(main())
# expect: (b'to and fro', None) 0
# expect: (b'out\n', b'err\n') 3
# expect: b'both\nerr\n' 0
# expect: b'line\n' None
# expect: True
# expect: -9
# expect: [0, 1, 2, 3, 4]
# expect: [Errno 2] No such file or directory: '/no/such/program'
# expect: text must be False
# expect: universal_newlines must be False
# expect: bufsize must be 0
# expect: shell must be False
