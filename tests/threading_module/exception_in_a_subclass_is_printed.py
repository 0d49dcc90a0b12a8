import threading

class Broken(threading.Thread):
    def run(self):
        try:
            {}["missing"]
        except KeyError:
            raise ValueError("in the handler")

thread = Broken(name="worker 7")
thread.start()
thread.join()
# expect stderr: Exception in thread worker 7:
# expect stderr: KeyError: 'missing'
# expect stderr: During handling of the above exception, another exception occurred:
# expect stderr: ValueError: in the handler
