import dis

print([i.opname for i in dis.get_instructions("x + 1")])
# expect: ['RESUME', 'LOAD_NAME', 'LOAD_CONST', 'BINARY_OP', 'RETURN_VALUE']
print([i.argval for i in dis.get_instructions("a = b") if i.opname.endswith("_NAME")])  # expect: ['b', 'a']
try:
    dis.dis("a = = b")
except SyntaxError as problem:
    print(problem.filename, problem.msg)  # expect: <dis> invalid syntax
