import queue

queue.Queue().get_nowait()
# expect error: _queue.Empty
