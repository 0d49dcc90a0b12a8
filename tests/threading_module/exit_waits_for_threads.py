# What is started and not joined still finishes, and so does what such a thread starts.
import threading

main_is_over = threading.main_thread().join

def child():
    print("the child, after its parent")

def parent():
    main_is_over()
    print("main is over:", not threading.main_thread().is_alive())
    threading.Thread(target=child).start()

threading.Thread(target=parent).start()
print("main ends")
# expect: main ends
# expect: main is over: True
# expect: the child, after its parent
