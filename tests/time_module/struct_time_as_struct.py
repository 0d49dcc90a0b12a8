# struct_time: fields that are no items, what it can be made of, how it is pickled.
import copy
import pickle
import time

now = time.struct_time(range(9))
print(now.tm_zone, now.tm_gmtoff, len(now), now[2:4], now == tuple(range(9)))
full = time.struct_time((2000, 1, 2, 3, 4, 5, 6, 7, 0), {'tm_zone': 'XYZ', 'tm_gmtoff': 60})
print(full.tm_zone, full.tm_gmtoff, full)
for again in copy.copy(full), pickle.loads(pickle.dumps(full)), time.struct_time((*full, 'XYZ', 60)):
    print(again == full, again.tm_zone, again.tm_gmtoff)
print(full.__reduce__())
print(time.struct_time.n_fields, time.struct_time.n_sequence_fields, time.struct_time.n_unnamed_fields)
print(time.struct_time.__match_args__)
print(time.strptime('2001 +0530', '%Y %z').tm_gmtoff, time.strptime('2001', '%Y').tm_gmtoff)
for arguments in (), (1,), (range(8),), (range(12),), (range(9), 5), (range(9), None):
    try:
        time.struct_time(*arguments)
    except TypeError as error:
        print(error)
# expect: None None 9 (2, 3) True
# expect: XYZ 60 time.struct_time(tm_year=2000, tm_mon=1, tm_mday=2, tm_hour=3, tm_min=4, tm_sec=5, tm_wday=6, tm_yday=7, tm_isdst=0)
# expect: True XYZ 60
# expect: True XYZ 60
# expect: True XYZ 60
# expect: (<class 'time.struct_time'>, ((2000, 1, 2, 3, 4, 5, 6, 7, 0), {'tm_zone': 'XYZ', 'tm_gmtoff': 60}))
# expect: 11 9 0
# expect: ('tm_year', 'tm_mon', 'tm_mday', 'tm_hour', 'tm_min', 'tm_sec', 'tm_wday', 'tm_yday', 'tm_isdst')
# expect: 19800 None
# expect: structseq() missing required argument 'sequence' (pos 1)
# expect: constructor requires a sequence
# expect: time.struct_time() takes an at least 9-sequence (8-sequence given)
# expect: time.struct_time() takes an at most 11-sequence (12-sequence given)
# expect: time.struct_time() takes a dict as second arg, if any
# expect: time.struct_time() takes a dict as second arg, if any
