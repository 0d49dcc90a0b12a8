import signal
import threading

def work():
    try:
        signal.signal(signal.SIGUSR1, signal.SIG_DFL)
    except ValueError as error:
        print(error)    # expect: signal only works in main thread of the main interpreter

thread = threading.Thread(target=work)
thread.start()
thread.join()
