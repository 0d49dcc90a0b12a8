# stat_result is a tuple of ten whose last three have no name, and has nine more fields by name.
import os
import pickle

found = os.stat('/')
print(isinstance(found, tuple), len(found), found[0] == found.st_mode, found[7] == int(found.st_atime))
print(os.stat_result.n_fields >= 19, os.stat_result.n_sequence_fields, os.stat_result.n_unnamed_fields)
print(os.stat_result.__match_args__)
made = os.stat_result(range(10))
print(made, made.st_atime, made.st_mtime, made.st_ctime, made.st_atime_ns, made.st_blksize)
again = pickle.loads(pickle.dumps(found))
print(again == found, again.st_mtime_ns == found.st_mtime_ns)
print(hash(found) == hash(tuple(found)), sorted([found, (0,) * 10])[0][0])
try:
    os.stat_result(range(5))
except TypeError as error:
    print(error)
# expect: True 10 True True
# expect: True 10 3
# expect: ('st_mode', 'st_ino', 'st_dev', 'st_nlink', 'st_uid', 'st_gid', 'st_size')
# expect: os.stat_result(st_mode=0, st_ino=1, st_dev=2, st_nlink=3, st_uid=4, st_gid=5, st_size=6, st_atime=7, st_mtime=8, st_ctime=9) 7 8 9 None None
# expect: True True
# expect: True 0
# expect: os.stat_result() takes an at least 10-sequence (5-sequence given)
