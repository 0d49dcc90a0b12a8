import sys

def thrower():
    z = 3
    raise ValueError

def middle():
    y = 2
    thrower()

def catches():
    x = 1
    try:
        middle()
    except ValueError as error:
        row = error.__traceback__
        print(row.tb_frame is sys._getframe(), row.tb_lineno, row.tb_frame.f_lineno)
        while row:
            frame = row.tb_frame
            print(frame.f_code.co_name, sorted(frame.f_locals), frame.f_back.f_code.co_name)
            row = row.tb_next

catches()

# expect: True 14 17
# expect: catches ['error', 'frame', 'row', 'x'] <module>
# expect: middle ['y'] catches
# expect: thrower ['z'] middle
