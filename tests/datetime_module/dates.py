# Dates and times: making, texts, arithmetic, comparison, zones, errors.
from datetime import date, datetime, time, timedelta, timezone, tzinfo, UTC

d = date(2024, 2, 29)
print(d, repr(d), d.weekday(), d.isoweekday(), d.isocalendar(), d.toordinal(), d.timetuple().tm_yday, d.ctime())
print(d + timedelta(days=366), d - timedelta(1), d - date(2023, 12, 25), date(2024, 1, 1) < d, d == date(2024, 2, 29), d.replace(day=1))
print(d.strftime("%Y/%m/%d %A %B %j %y %%"), f"{d:%d.%m.%Y}", f"{d}", date.fromisoformat("2024-02-29"), date.fromordinal(738945), date.fromisocalendar(2024, 9, 4))
print(date.min, date.max, date.fromisoformat("20240229"), date.fromisoformat("2024-W09-4"))
m = datetime(2023, 3, 4, 5, 6, 7, 89)
print(m, repr(m), m.isoformat(), m.isoformat(" ", "minutes"), m.isoformat(timespec="milliseconds"), m.ctime())
print(m.date(), m.time(), m.replace(hour=23, microsecond=0), m + timedelta(hours=20, microseconds=-90), m - datetime(2023, 1, 1), m.strftime("%H:%M:%S.%f|%I %p|%z|%Z"))
print(datetime.strptime("21/11/06 16:30", "%d/%m/%y %H:%M"), repr(datetime.strptime("2020-01-02T03:04:05.678+0200", "%Y-%m-%dT%H:%M:%S.%f%z")))
print(datetime.fromisoformat("2011-11-04T00:05:23.283+04:00"), datetime.fromisoformat("2011-11-04"), repr(datetime.fromisoformat("2011-11-04T00:05:23Z")), datetime.fromisoformat("20111104T000523"))
zone = timezone(timedelta(hours=5, minutes=30), "IST")
aware = datetime(2023, 1, 1, 12, tzinfo=zone)
print(aware, repr(aware), aware.astimezone(UTC), aware.utcoffset(), aware.tzname(), aware.timestamp(), aware == aware.astimezone(UTC), hash(aware) == hash(aware.astimezone(UTC)))
print(timezone.utc, repr(timezone.utc), timezone(timedelta(hours=-3)), repr(zone), datetime.fromtimestamp(0, timezone.utc), datetime.utcfromtimestamp(86400.5), aware.strftime("%z %Z"))
t = time(13, 5)
print(t, repr(t), t.isoformat("microseconds"), time(1, 2, 3, 4), time.fromisoformat("04:23:01.000384"), t < time(14), t.replace(second=9), time(1, tzinfo=UTC), f"{t:%H h %M}")
span = timedelta(days=1, hours=2, minutes=3, seconds=4, milliseconds=5, microseconds=6)
print(span, repr(span), -span, span.total_seconds(), span * 2, span / 2, span // timedelta(hours=1), span % timedelta(hours=1), abs(-span), span / timedelta(days=1), span * 0.5)
print(timedelta(0.5), timedelta(weeks=1, seconds=-1), timedelta(seconds=90061), repr(timedelta()), bool(timedelta()), timedelta(1) > timedelta(hours=23), timedelta(microseconds=1.5), timedelta.max, sum([span, span], timedelta()))
print(datetime.combine(d, t), datetime(2024, 1, 31, 12).weekday(), max(d, date(2020, 1, 1)), isinstance(m, date), m == d, {d: 1}[date(2024, 2, 29)])


class Fixed(tzinfo):
    def utcoffset(self, dt):
        return timedelta(hours=1)

    def dst(self, dt):
        return timedelta(0)

    def tzname(self, dt):
        return "FIX"


print(datetime(2020, 1, 1, tzinfo=Fixed()), datetime(2020, 1, 1, tzinfo=UTC).astimezone(Fixed()).hour, datetime(2020, 1, 1, tzinfo=Fixed()).tzname())
for action in (lambda: date(2023, 2, 29), lambda: date(0, 1, 1), lambda: date(2023, 13, 1), lambda: datetime(2023, 1, 1, 24), lambda: time(1, 60),
               lambda: m < aware, lambda: m - aware, lambda: m < d, lambda: date.fromisoformat("nope"), lambda: datetime.strptime("x", "%Y"),
               lambda: date.max + timedelta(1), lambda: timezone(timedelta(days=1)), lambda: timedelta("1"), lambda: date(2020, 1),
               lambda: datetime.fromisoformat("2020-13-01"), lambda: date("2020", 1, 1), lambda: datetime(2020, 1, 1, tzinfo=5)):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
now = datetime.now()
print(abs(datetime.now() - now) < timedelta(minutes=1), date.today() == datetime.today().date(), datetime.now(UTC).tzinfo)
# expect: 2024-02-29 datetime.date(2024, 2, 29) 3 4 datetime.IsoCalendarDate(year=2024, week=9, weekday=4) 738945 60 Thu Feb 29 00:00:00 2024
# expect: 2025-03-01 2024-02-28 66 days, 0:00:00 True True 2024-02-01
# expect: 2024/02/29 Thursday February 060 24 % 29.02.2024 2024-02-29 2024-02-29 2024-02-29 2024-02-29
# expect: 0001-01-01 9999-12-31 2024-02-29 2024-02-29
# expect: 2023-03-04 05:06:07.000089 datetime.datetime(2023, 3, 4, 5, 6, 7, 89) 2023-03-04T05:06:07.000089 2023-03-04 05:06 2023-03-04T05:06:07.000 Sat Mar  4 05:06:07 2023
# expect: 2023-03-04 05:06:07.000089 2023-03-04 23:06:07 2023-03-05 01:06:06.999999 62 days, 5:06:07.000089 05:06:07.000089|05 AM||
# expect: 2006-11-21 16:30:00 datetime.datetime(2020, 1, 2, 3, 4, 5, 678000, tzinfo=datetime.timezone(datetime.timedelta(seconds=7200)))
# expect: 2011-11-04 00:05:23.283000+04:00 2011-11-04 00:00:00 datetime.datetime(2011, 11, 4, 0, 5, 23, tzinfo=datetime.timezone.utc) 2011-11-04 00:05:23
# expect: 2023-01-01 12:00:00+05:30 datetime.datetime(2023, 1, 1, 12, 0, tzinfo=datetime.timezone(datetime.timedelta(seconds=19800), 'IST')) 2023-01-01 06:30:00+00:00 5:30:00 IST 1672554600.0 True True
# expect: UTC datetime.timezone.utc UTC-03:00 datetime.timezone(datetime.timedelta(seconds=19800), 'IST') 1970-01-01 00:00:00+00:00 1970-01-02 00:00:00.500000 +0530 IST
# expect: 13:05:00 datetime.time(13, 5) 13:05:00.000000 01:02:03.000004 04:23:01.000384 True 13:05:09 01:00:00+00:00 13 h 05
# expect: 1 day, 2:03:04.005006 datetime.timedelta(days=1, seconds=7384, microseconds=5006) -2 days, 21:56:55.994994 93784.005006 2 days, 4:06:08.010012 13:01:32.002503 26 0:03:04.005006 1 day, 2:03:04.005006 1.0854630209027778 13:01:32.002503
# expect: 12:00:00 6 days, 23:59:59 1 day, 1:01:01 datetime.timedelta(0) False True 0:00:00.000002 999999999 days, 23:59:59.999999 2 days, 4:06:08.010012
# expect: 2024-02-29 13:05:00 2 2024-02-29 True False 1
# expect: 2020-01-01 00:00:00+01:00 1 FIX
# expect: ValueError day is out of range for month
# expect: ValueError year 0 is out of range
# expect: ValueError month must be in 1..12
# expect: ValueError hour must be in 0..23
# expect: ValueError minute must be in 0..59
# expect: TypeError can't compare offset-naive and offset-aware datetimes
# expect: TypeError can't subtract offset-naive and offset-aware datetimes
# expect: TypeError can't compare datetime.datetime to datetime.date
# expect: ValueError Invalid isoformat string: 'nope'
# expect: ValueError time data 'x' does not match format '%Y'
# expect: OverflowError date value out of range
# expect: ValueError offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24), not datetime.timedelta(days=1).
# expect: TypeError unsupported type for timedelta days component: str
# expect: TypeError function missing required argument 'day' (pos 3)
# expect: ValueError month must be in 1..12
# expect: TypeError 'str' object cannot be interpreted as an integer
# expect: TypeError tzinfo argument must be None or of a tzinfo subclass, not type 'int'
# expect: True True UTC
