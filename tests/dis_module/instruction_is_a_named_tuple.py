import dis


def f(a):
    return a.b + 1


print(dis.Instruction._fields[:5])  # expect: ('opname', 'opcode', 'arg', 'argval', 'argrepr')
print(dis.Instruction._fields[5:])  # expect: ('offset', 'starts_line', 'is_jump_target', 'positions')
load = [i for i in dis.get_instructions(f) if i.opname == "LOAD_FAST"][0]
print(isinstance(load, tuple), load.opname == dis.opname[load.opcode], load.arg)  # expect: True True 0
print(load.argval, load.argrepr, load.starts_line, load.is_jump_target)  # expect: a a 5 False
print(load._replace(argval="z").argval)  # expect: z
constant = [i for i in dis.get_instructions(f) if i.opname == "LOAD_CONST"][0]
print(constant.argval, constant.argrepr)  # expect: 1 1
last = list(dis.get_instructions(f))[-1]
print(last.opname, last.arg, last.argval, repr(last.argrepr))  # expect: RETURN_VALUE None None ''
