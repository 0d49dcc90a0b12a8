import dis

for show in (dis.dis, dis.get_instructions, dis.Bytecode, dis.code_info):
    try:
        show(3)
    except TypeError as problem:
        print(problem)
# expect: don't know how to disassemble int objects
# expect: don't know how to disassemble int objects
# expect: don't know how to disassemble int objects
# expect: don't know how to disassemble int objects
try:
    dis.dis()
except RuntimeError as problem:
    print(problem)  # expect: no last traceback to disassemble
