# Times in zones: offsets, folds and gaps, far years, caches, pickling.
import pickle
from datetime import datetime, timedelta, timezone
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

for key in ("Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu", "UTC", "Europe/Dublin"):
    zone = ZoneInfo(key)
    for moment in (datetime(1900, 1, 1), datetime(1985, 7, 1), datetime(2024, 1, 15, 12), datetime(2024, 7, 15),
                   datetime(2100, 7, 1)):
        here = moment.replace(tzinfo=zone)
        there = moment.replace(tzinfo=timezone.utc).astimezone(zone)
        print(here, here.dst(), here.tzname(), there)
zone = ZoneInfo("Europe/Berlin")
for fold in (0, 1):
    print(datetime(2024, 10, 27, 2, 30, fold=fold, tzinfo=zone), datetime(2024, 3, 31, 2, 30, fold=fold, tzinfo=zone))
start = datetime(2024, 10, 27, 0, 30, tzinfo=timezone.utc)
print([(start + timedelta(hours=n)).astimezone(zone).fold for n in range(-1, 3)])
print(zone is ZoneInfo("Europe/Berlin"), zone == ZoneInfo.no_cache("Europe/Berlin"), repr(zone), str(zone), zone.key)
print(pickle.loads(pickle.dumps(zone)) is zone, zone.utcoffset(None), ZoneInfo("UTC").utcoffset(None))
print("Europe/Paris" in available_timezones(), "posix/Europe/Paris" in available_timezones())
for wrong in ("No/Where", "/etc/passwd", "../x"):
    try:
        ZoneInfo(wrong)
    except (ZoneInfoNotFoundError, ValueError) as error:
        print(type(error).__name__, error)
# expect: 1900-01-01 00:00:00+01:00 0:00:00 CET 1900-01-01 01:00:00+01:00
# expect: 1985-07-01 00:00:00+02:00 1:00:00 CEST 1985-07-01 02:00:00+02:00
# expect: 2024-01-15 12:00:00+01:00 0:00:00 CET 2024-01-15 13:00:00+01:00
# expect: 2024-07-15 00:00:00+02:00 1:00:00 CEST 2024-07-15 02:00:00+02:00
# expect: 2100-07-01 00:00:00+02:00 1:00:00 CEST 2100-07-01 02:00:00+02:00
# expect: 1900-01-01 00:00:00-05:00 0:00:00 EST 1899-12-31 19:00:00-05:00
# expect: 1985-07-01 00:00:00-04:00 1:00:00 EDT 1985-06-30 20:00:00-04:00
# expect: 2024-01-15 12:00:00-05:00 0:00:00 EST 2024-01-15 07:00:00-05:00
# expect: 2024-07-15 00:00:00-04:00 1:00:00 EDT 2024-07-14 20:00:00-04:00
# expect: 2100-07-01 00:00:00-04:00 1:00:00 EDT 2100-06-30 20:00:00-04:00
# expect: 1900-01-01 00:00:00+10:00 0:00:00 AEST 1900-01-01 10:00:00+10:00
# expect: 1985-07-01 00:00:00+10:30 0:00:00 +1030 1985-07-01 10:30:00+10:30
# expect: 2024-01-15 12:00:00+11:00 0:30:00 +11 2024-01-15 23:00:00+11:00
# expect: 2024-07-15 00:00:00+10:30 0:00:00 +1030 2024-07-15 10:30:00+10:30
# expect: 2100-07-01 00:00:00+10:30 0:00:00 +1030 2100-07-01 10:30:00+10:30
# expect: 1900-01-01 00:00:00+05:41:16 0:00:00 LMT 1900-01-01 05:41:16+05:41:16
# expect: 1985-07-01 00:00:00+05:30 0:00:00 +0530 1985-07-01 05:30:00+05:30
# expect: 2024-01-15 12:00:00+05:45 0:00:00 +0545 2024-01-15 17:45:00+05:45
# expect: 2024-07-15 00:00:00+05:45 0:00:00 +0545 2024-07-15 05:45:00+05:45
# expect: 2100-07-01 00:00:00+05:45 0:00:00 +0545 2100-07-01 05:45:00+05:45
# expect: 1900-01-01 00:00:00+00:00 0:00:00 UTC 1900-01-01 00:00:00+00:00
# expect: 1985-07-01 00:00:00+00:00 0:00:00 UTC 1985-07-01 00:00:00+00:00
# expect: 2024-01-15 12:00:00+00:00 0:00:00 UTC 2024-01-15 12:00:00+00:00
# expect: 2024-07-15 00:00:00+00:00 0:00:00 UTC 2024-07-15 00:00:00+00:00
# expect: 2100-07-01 00:00:00+00:00 0:00:00 UTC 2100-07-01 00:00:00+00:00
# expect: 1900-01-01 00:00:00-00:25:21 0:00:00 DMT 1899-12-31 23:34:39-00:25:21
# expect: 1985-07-01 00:00:00+01:00 0:00:00 IST 1985-07-01 01:00:00+01:00
# expect: 2024-01-15 12:00:00+00:00 -1 day, 23:00:00 GMT 2024-01-15 12:00:00+00:00
# expect: 2024-07-15 00:00:00+01:00 0:00:00 IST 2024-07-15 01:00:00+01:00
# expect: 2100-07-01 00:00:00+01:00 0:00:00 IST 2100-07-01 01:00:00+01:00
# expect: 2024-10-27 02:30:00+02:00 2024-03-31 02:30:00+01:00
# expect: 2024-10-27 02:30:00+01:00 2024-03-31 02:30:00+02:00
# expect: [0, 0, 1, 0]
# expect: True False zoneinfo.ZoneInfo(key='Europe/Berlin') Europe/Berlin Europe/Berlin
# expect: True None 0:00:00
# expect: True False
# expect: ZoneInfoNotFoundError 'No time zone found with key No/Where'
# expect: ValueError ZoneInfo keys may not be absolute paths, got: /etc/passwd
# expect: ValueError ZoneInfo keys must refer to subdirectories of TZPATH, got: ../x
