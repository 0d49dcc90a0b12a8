"""f_trace, f_trace_lines, f_trace_opcodes; a frame that had begun before."""
import sys

events = []


def tell(frame, event, arg):
    events.append(event)
    return None


def quiet(frame, event, arg):
    frame.f_trace_lines = False
    events.append(event)
    return quiet


def opcodes(frame, event, arg):
    frame.f_trace_opcodes = True
    events.append(event)
    return opcodes


def work():
    x = 1
    return x


for each in (tell, quiet, opcodes):
    sys.settrace(each)
    work()
    sys.settrace(None)
    print([event for event in events if event != 'opcode'], events.count('opcode') > 2)
    events.clear()


def begins_late():
    frame = sys._getframe()
    print(frame.f_trace, frame.f_trace_lines, frame.f_trace_opcodes)
    sys.settrace(lambda *args: None)
    frame.f_trace = lambda frame, event, arg: events.append((event, frame.f_lineno - frame.f_code.co_firstlineno))
    x = 1
    sys.settrace(None)
    y = 2
    del frame.f_trace
    return frame.f_trace


print(begins_late())
print(events)
try:
    sys._getframe().f_trace_lines = 1
except TypeError as error:
    print(error)


def nested(frame, event, arg):
    if event == 'call' and frame.f_code.co_name == 'outer':
        sys.call_tracing(again, ())
    events.append(frame.f_code.co_name)


def again():
    sys.settrace(nested)
    work()


def outer():
    pass


events.clear()
sys.settrace(nested)
outer()
sys.settrace(None)
print(events)

# expect: ['call'] False
# expect: ['call', 'return'] False
# expect: ['call', 'line', 'line', 'return'] True
# expect: None True False
# expect: None
# expect: [('line', 5), ('line', 6)]
# expect: attribute value type must be bool
# expect: ['work', 'outer']
