import sys, time

Version = type(sys.version_info)
match sys.version_info:
    case Version(major, minor):
        print(major, minor)
match time.gmtime(0):
    case time.struct_time(year, month):
        print(year, month)
print(time.struct_time.__match_args__[:2])

# expect: 3 11
# expect: 1970 1
# expect: ('tm_year', 'tm_mon')
