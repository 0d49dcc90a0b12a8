import dis
import opcode

print(opcode.opmap == dis.opmap, dis.cmp_op)  # expect: True ('<', '<=', '==', '!=', '>', '>=')
print(all(dis.opname[code] == name for name, code in dis.opmap.items()))  # expect: True
for group in (dis.hasconst, dis.hasname, dis.haslocal, dis.hasfree, dis.hascompare):
    print(dis.opname[group[0]] in ("LOAD_CONST", "LOAD_NAME", "STORE_NAME", "LOAD_FAST", "MAKE_CELL", "COMPARE_OP"))
# expect: True
# expect: True
# expect: True
# expect: True
# expect: True
print(dis.opmap["FOR_ITER"] in dis.hasjrel + dis.hasjabs, dis.opmap["POP_TOP"] in dis.hasjrel + dis.hasjabs)
# expect: True False
