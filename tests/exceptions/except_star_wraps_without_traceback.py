# A naked exception that except* takes comes in a group that was raised nowhere.
try:
    raise ValueError(1)
except* ValueError as group:
    print(repr(group), group.__traceback__, group.exceptions[0].__traceback__.tb_lineno)
# expect: ExceptionGroup('', (ValueError(1),)) None 3
