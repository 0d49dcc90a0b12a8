import threading

seen = {}

def work():
    me = threading.current_thread()
    seen.update(ident=threading.get_ident(), native=threading.get_native_id(), me=me, alive=me.is_alive())

thread = threading.Thread(target=work)
print(thread.ident, thread.native_id, thread.is_alive(), thread.daemon)   # expect: None None False False
thread.start()
thread.join()
print(thread.is_alive(), thread.ident == seen["ident"], thread.native_id == seen["native"])   # expect: False True True
print(seen["me"] is thread, seen["alive"])           # expect: True True
print(thread.ident != threading.get_ident(), thread.native_id != threading.get_native_id())   # expect: True True
main = threading.main_thread()
print(main is threading.current_thread(), main.ident == threading.get_ident(), main.is_alive())  # expect: True True True
