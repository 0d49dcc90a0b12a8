# The frames of a traceback know the globals their code ran with.


def fail():
    return 1 / 0


try:
    fail()
except ZeroDivisionError as error:
    row = error.__traceback__
    while row is not None:
        frame = row.tb_frame
        print(frame.f_code.co_name, frame.f_globals is globals(), frame.f_globals["__name__"])
        row = row.tb_next
# expect: <module> True __main__
# expect: fail True __main__
