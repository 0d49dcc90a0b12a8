import io, pickle, pickletools

data = [1, 2.5, "text", b"bytes", (True, None), {"k": [3, -70000, 10 ** 30]}, {4}, "text", bytearray(b"a")]
for protocol in range(6):
    made = pickle.dumps(data, protocol)
    small = pickletools.optimize(made)
    print(protocol, pickle.loads(small) == data, len(small) < len(made), small == pickletools.optimize(small))
    print(*(opcode.name for opcode, *_ in pickletools.genops(small)))
large = pickle.dumps([b"x" * 100000, "y" * 70000, "z"], 4)
print(pickletools.optimize(large)[:11], len(pickletools.optimize(large)))


def shown(data, **keywords):
    out = io.StringIO()
    try:
        pickletools.dis(data, out, **keywords)
    except ValueError as error:
        out.write(f"ValueError: {error}\n")
    print(out.getvalue(), end="")


shown(pickle.dumps([(1, 2), {"a": "a"}], 0), indentlevel=2)
shown(pickle.dumps([(1, 2), {"a": "a"}, {3}], 4))
for bad in b"I1\n", b"I1", b"\x80\x04}h\x00.", b"0.", b"l.", b"(q\x00.", b"q\x00.", b"]q\x00q\x00.", b"NN.", b"\xffx.", b"U\x09ab.", b"S'a\n.":
    shown(bad)
print(len(pickletools.opcodes), pickletools.code2op["."].name, pickletools.code2op["u"].stack_before)
# expect: 0 True True True
# expect: MARK LIST INT APPEND FLOAT APPEND UNICODE PUT APPEND GLOBAL PUT MARK UNICODE UNICODE PUT TUPLE REDUCE APPEND MARK INT NONE TUPLE APPEND MARK DICT UNICODE MARK LIST INT APPEND INT APPEND LONG APPEND SETITEM APPEND GLOBAL MARK MARK LIST INT APPEND TUPLE REDUCE APPEND GET APPEND GLOBAL MARK GET MARK UNICODE GET TUPLE REDUCE TUPLE REDUCE APPEND STOP
# expect: 1 True True True
# expect: EMPTY_LIST MARK BININT1 BINFLOAT BINUNICODE BINPUT GLOBAL BINPUT MARK BINUNICODE BINUNICODE BINPUT TUPLE REDUCE MARK INT NONE TUPLE EMPTY_DICT BINUNICODE EMPTY_LIST MARK BININT1 BININT LONG APPENDS SETITEM GLOBAL MARK EMPTY_LIST BININT1 APPEND TUPLE REDUCE BINGET GLOBAL MARK BINGET MARK BINUNICODE BINGET TUPLE REDUCE TUPLE REDUCE APPENDS STOP
# expect: 2 True True True
# expect: PROTO EMPTY_LIST MARK BININT1 BINFLOAT BINUNICODE BINPUT GLOBAL BINPUT BINUNICODE BINUNICODE BINPUT TUPLE2 REDUCE NEWTRUE NONE TUPLE2 EMPTY_DICT BINUNICODE EMPTY_LIST MARK BININT1 BININT LONG1 APPENDS SETITEM GLOBAL EMPTY_LIST BININT1 APPEND TUPLE1 REDUCE BINGET GLOBAL BINGET BINUNICODE BINGET TUPLE2 REDUCE TUPLE1 REDUCE APPENDS STOP
# expect: 3 True True True
# expect: PROTO EMPTY_LIST MARK BININT1 BINFLOAT BINUNICODE BINPUT SHORT_BINBYTES NEWTRUE NONE TUPLE2 EMPTY_DICT BINUNICODE EMPTY_LIST MARK BININT1 BININT LONG1 APPENDS SETITEM GLOBAL EMPTY_LIST BININT1 APPEND TUPLE1 REDUCE BINGET GLOBAL SHORT_BINBYTES TUPLE1 REDUCE APPENDS STOP
# expect: 4 True True True
# expect: PROTO FRAME EMPTY_LIST MARK BININT1 BINFLOAT SHORT_BINUNICODE MEMOIZE SHORT_BINBYTES NEWTRUE NONE TUPLE2 EMPTY_DICT SHORT_BINUNICODE EMPTY_LIST MARK BININT1 BININT LONG1 APPENDS SETITEM EMPTY_SET MARK BININT1 ADDITEMS BINGET SHORT_BINUNICODE SHORT_BINUNICODE STACK_GLOBAL SHORT_BINBYTES TUPLE1 REDUCE APPENDS STOP
# expect: 5 True True True
# expect: PROTO FRAME EMPTY_LIST MARK BININT1 BINFLOAT SHORT_BINUNICODE MEMOIZE SHORT_BINBYTES NEWTRUE NONE TUPLE2 EMPTY_DICT SHORT_BINUNICODE EMPTY_LIST MARK BININT1 BININT LONG1 APPENDS SETITEM EMPTY_SET MARK BININT1 ADDITEMS BINGET BYTEARRAY8 APPENDS STOP
# expect: b'\x80\x04](B\xa0\x86\x01\x00xx' 170028
# expect:     0: (    MARK
# expect:     1: l      LIST       (MARK at 0)
# expect:     2: p    PUT        0
# expect:     5: (    MARK
# expect:     6: I      INT        1
# expect:     9: I      INT        2
# expect:    12: t      TUPLE      (MARK at 5)
# expect:    13: p    PUT        1
# expect:    16: a    APPEND
# expect:    17: (    MARK
# expect:    18: d      DICT       (MARK at 17)
# expect:    19: p    PUT        2
# expect:    22: V    UNICODE    'a'
# expect:    25: p    PUT        3
# expect:    28: g    GET        3
# expect:    31: s    SETITEM
# expect:    32: a    APPEND
# expect:    33: .    STOP
# expect: highest protocol among opcodes = 0
# expect:     0: \x80 PROTO      4
# expect:     2: \x95 FRAME      26
# expect:    11: ]    EMPTY_LIST
# expect:    12: \x94 MEMOIZE    (as 0)
# expect:    13: (    MARK
# expect:    14: K        BININT1    1
# expect:    16: K        BININT1    2
# expect:    18: \x86     TUPLE2
# expect:    19: \x94     MEMOIZE    (as 1)
# expect:    20: }        EMPTY_DICT
# expect:    21: \x94     MEMOIZE    (as 2)
# expect:    22: \x8c     SHORT_BINUNICODE 'a'
# expect:    25: \x94     MEMOIZE    (as 3)
# expect:    26: h        BINGET     3
# expect:    28: s        SETITEM
# expect:    29: \x8f     EMPTY_SET
# expect:    30: \x94     MEMOIZE    (as 4)
# expect:    31: (        MARK
# expect:    32: K            BININT1    3
# expect:    34: \x90         ADDITEMS   (MARK at 31)
# expect:    35: e        APPENDS    (MARK at 13)
# expect:    36: .    STOP
# expect: highest protocol among opcodes = 4
# expect:     0: I    INT        1
# expect: ValueError: pickle exhausted before seeing STOP
# expect: ValueError: no newline found when trying to read stringnl
# expect:     0: \x80 PROTO      4
# expect:     2: }    EMPTY_DICT
# expect:     3: h    BINGET     0
# expect: ValueError: memo key 0 has never been stored into
# expect:     0: 0    POP
# expect: ValueError: tries to pop 1 items from stack with only 0 items
# expect:     0: l    LIST       no MARK exists on stack
# expect: ValueError: no MARK exists on stack
# expect:     0: (    MARK
# expect:     1: q        BINPUT     0
# expect: ValueError: can't store markobject in the memo
# expect:     0: q    BINPUT     0
# expect: ValueError: stack is empty -- can't store into memo
# expect:     0: ]    EMPTY_LIST
# expect:     1: q    BINPUT     0
# expect:     3: q    BINPUT     0
# expect: ValueError: memo key 0 already defined
# expect:     0: N    NONE
# expect:     1: N    NONE
# expect:     2: .    STOP
# expect: highest protocol among opcodes = 0
# expect: ValueError: stack not empty after STOP: [None]
# expect: ValueError: at position 0, opcode b'\xff' unknown
# expect: ValueError: expected 9 bytes in a string1, but only 3 remain
# expect: ValueError: strinq quote b"'" not found at both ends of b"'a"
# expect: 68 STOP [dict, mark, stackslice]
