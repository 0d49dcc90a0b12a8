import threading

condition = threading.Condition()
value = 0

def work():
    with condition:
        print("got", condition.wait_for(lambda: value == 4 and "four"))   # expect: got four

thread = threading.Thread(target=work)
thread.start()
for n in (1, 2, 3, 4):
    with condition:
        value = n
        condition.notify()
thread.join()
asked = []
with condition:
    print(condition.wait_for(lambda: asked.append(1), timeout=0.001), len(asked))  # expect: None 2
    print(condition.wait_for(lambda: 7, timeout=0))        # expect: 7
    print(condition.wait_for(lambda: 0, timeout=-1))       # expect: 0
print(condition.wait_for(lambda: "no lock needed"))        # expect: no lock needed
