import selectors, socket
def refuse(function):
    try:
        return function()
    except Exception as error:
        return f"{type(error).__name__}: {error}"

for kind in selectors.DefaultSelector, selectors.SelectSelector, selectors.PollSelector, selectors.EpollSelector:
    a, b = socket.socketpair()
    with kind() as selector:
        key = selector.register(a, selectors.EVENT_READ, "data")
        print(kind.__name__, key.data, key.fd == a.fileno(), key.fileobj is a, key.events, selector.select(0))
        b.send(b"1")
        print([(k.data, events) for k, events in selector.select()], selector.modify(a, 3, "new").data)
        print([(k.data, events) for k, events in selector.select(1)], selector.get_key(a).events, len(selector.get_map()))
        print(refuse(lambda: selector.register(a, 1)).split("(")[-1].split(")")[-1], refuse(lambda: selector.register(b, 8)))
        print(a in selector.get_map(), selector.unregister(a).data, refuse(lambda: selector.unregister(a))[-22:], refuse(lambda: selector.register("x", 1)))
    print(selector.get_map(), refuse(lambda: selector.get_key(a)))
    a.close()
    b.close()
# expect: EpollSelector data True True 1 []
# expect: [('data', 1)] new
# expect: [('new', 3)] 3 1
# expect:  is already registered' ValueError: Invalid events: 8
# expect: True new =0> is not registered' ValueError: Invalid file object: 'x'
# expect: None RuntimeError: Selector is closed
# expect: SelectSelector data True True 1 []
# expect: [('data', 1)] new
# expect: [('new', 3)] 3 1
# expect:  is already registered' ValueError: Invalid events: 8
# expect: True new =0> is not registered' ValueError: Invalid file object: 'x'
# expect: None RuntimeError: Selector is closed
# expect: PollSelector data True True 1 []
# expect: [('data', 1)] new
# expect: [('new', 3)] 3 1
# expect:  is already registered' ValueError: Invalid events: 8
# expect: True new =0> is not registered' ValueError: Invalid file object: 'x'
# expect: None RuntimeError: Selector is closed
# expect: EpollSelector data True True 1 []
# expect: [('data', 1)] new
# expect: [('new', 3)] 3 1
# expect:  is already registered' ValueError: Invalid events: 8
# expect: True new =0> is not registered' ValueError: Invalid file object: 'x'
# expect: None RuntimeError: Selector is closed
