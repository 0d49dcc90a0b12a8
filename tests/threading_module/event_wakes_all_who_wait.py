import threading

event = threading.Event()
answers = []
threads = [threading.Thread(target=lambda: answers.append(event.wait())) for _ in range(20)]
for thread in threads:
    thread.start()
event.set()
for thread in threads:
    thread.join()
print(answers == [True] * 20)                        # expect: True
