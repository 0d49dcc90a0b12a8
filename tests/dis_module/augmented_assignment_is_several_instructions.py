import dis
count = 0
def up():
    global count
    count += 1
names = [i.opname for i in dis.get_instructions(up)]
print(names.index("LOAD_GLOBAL") < names.index("BINARY_OP") < names.index("STORE_GLOBAL"))  # expect: True
