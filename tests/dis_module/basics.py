import dis
def f(x): return x + 1
print(len(list(dis.get_instructions(f))) > 2, dis.opmap["RETURN_VALUE"] > 0)  # expect: True True
print(dis.opname[dis.opmap["RETURN_VALUE"]])  # expect: RETURN_VALUE
print(any(i.opname == "RETURN_VALUE" for i in dis.get_instructions(f)))  # expect: True
print(any(i.argval == "x" for i in dis.get_instructions(f)))  # expect: True
