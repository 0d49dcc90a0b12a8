# sigwaitinfo(), sigtimedwait(): what came, as a tuple with names; the names of numbers that have two; errors.
import os
import signal

signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGUSR1])
os.kill(os.getpid(), signal.SIGUSR1)
facts = signal.sigwaitinfo([signal.SIGUSR1])
print(facts.si_signo == signal.SIGUSR1, facts.si_pid == os.getpid(), facts.si_uid == os.getuid(), len(facts))
# expect: True True True 7
os.kill(os.getpid(), signal.SIGUSR1)
print(signal.sigtimedwait({signal.SIGUSR1}, 5)[0] == signal.SIGUSR1)  # expect: True
print(signal.sigtimedwait({signal.SIGUSR1}, 0))  # expect: None
print(signal.struct_siginfo(range(7)))
# expect: signal.struct_siginfo(si_signo=0, si_code=1, si_errno=2, si_pid=3, si_uid=4, si_status=5, si_band=6)
print([signal.Signals(number).name for number in (signal.SIGCLD, signal.SIGIOT, signal.SIGPOLL)])
# expect: ['SIGCHLD', 'SIGABRT', 'SIGIO']


def wrong(function, *args):
    try:
        function(*args)
    except (ValueError, TypeError, OSError) as error:
        print(type(error).__name__, error)


wrong(signal.sigtimedwait, [10], -1)  # expect: ValueError timeout must be non-negative
wrong(signal.sigtimedwait, [10], "a")  # expect: TypeError 'str' object cannot be interpreted as an integer
wrong(signal.pthread_sigmask, signal.SIG_BLOCK, [0])  # expect: ValueError signal number 0 out of range [1; 64]
wrong(signal.pthread_sigmask, signal.SIG_BLOCK, [1 << 100])  # expect: ValueError signal number -1 out of range [1; 64]
wrong(signal.setitimer, 5, 1)  # expect: itimer_error [Errno 22] Invalid argument
wrong(signal.pidfd_send_signal, 99999, 0)  # expect: OSError [Errno 9] Bad file descriptor
print(issubclass(signal.ItimerError, OSError), signal.signal.__module__)  # expect: True signal
