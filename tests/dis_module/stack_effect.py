import dis

for name, argument in (("POP_TOP", None), ("BUILD_TUPLE", 3), ("LOAD_CONST", 0), ("BINARY_SUBSCR", None), ("SWAP", 2)):
    print(name, dis.stack_effect(dis.opmap[name], argument))
# expect: POP_TOP -1
# expect: BUILD_TUPLE -2
# expect: LOAD_CONST 1
# expect: BINARY_SUBSCR -1
# expect: SWAP 0
print(dis.stack_effect(dis.opmap["FOR_ITER"], 1, jump=True), dis.stack_effect(dis.opmap["FOR_ITER"], 1, jump=False))
# expect: -1 1
print(dis.stack_effect(dis.opmap["FOR_ITER"], 1))  # expect: 1
for arguments in ((dis.opmap["BUILD_TUPLE"],), (dis.opmap["POP_TOP"], 1), (999, 1)):
    try:
        dis.stack_effect(*arguments)
    except ValueError as problem:
        print(problem)
# expect: stack_effect: opcode requires oparg but oparg was not specified
# expect: stack_effect: opcode does not permit oparg but oparg was specified
# expect: invalid opcode or oparg
