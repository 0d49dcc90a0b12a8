import dis


def f(a):
    b = a
    return b


code = dis.Bytecode(f)
print([i.opname for i in code])  # expect: ['RESUME', 'LOAD_FAST', 'STORE_FAST', 'LOAD_FAST', 'RETURN_VALUE']
print(code.codeobj is f.__code__, code.first_line)  # expect: True 4
print([i.starts_line for i in dis.Bytecode(f, first_line=104)])  # expect: [104, 105, None, 106, None]
print([i.starts_line for i in dis.get_instructions(f, first_line=1)])  # expect: [1, 2, None, 3, None]
print(repr(dis.Bytecode("x")))  # expect: Bytecode('x')
print(code.info() == dis.code_info(f), code.dis().count("\n") >= 7)  # expect: True True
print(list(dis.findlinestarts(f.__code__))[1:] == [(2, 5), (6, 6)])  # expect: True
