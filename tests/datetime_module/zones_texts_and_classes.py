# Datetimes: arithmetic to the microsecond, zones, folds, ISO texts that are right and wrong, classes derived from them.
import copy
import pickle
from datetime import date, datetime, time, timedelta, timezone, tzinfo


def outcome(function):
    try:
        return repr(function())
    except Exception as error:
        return f"{type(error).__name__}: {error}"


print(timedelta(microseconds=0.5), timedelta(microseconds=1.5), timedelta(days=-1, hours=1.1))
print(timedelta(1) / 7, timedelta(1) // timedelta(minutes=7), timedelta(5) % timedelta(2), timedelta(1) * 0.3)
print(outcome(lambda: timedelta(10**10)), outcome(lambda: timedelta(1) / 0), outcome(lambda: timedelta(days="1")))
print(outcome(lambda: datetime.max + timedelta(1)), outcome(lambda: date(2021, 2, 29)), outcome(lambda: time(25)))
for text in ("2020-01-02", "20200102T0304", "2020-W05-3 12:34:56.789", "2020W053", "2020-01-02T03:04:05+05:30",
             "2020-01-02T03:04Z", "2020-01-02T", "2020-13-01", "2020-1-1", "x"):
    print(text, outcome(lambda: datetime.fromisoformat(text)))


class Summer(tzinfo):
    def utcoffset(self, moment):
        return timedelta(hours=2 if moment and moment.month in (6, 7) and not moment.fold else 1)

    def dst(self, moment):
        return self.utcoffset(moment) - timedelta(hours=1)

    def tzname(self, moment):
        return "S%T"


here = datetime(2020, 7, 1, 12, tzinfo=Summer())
print(here.astimezone(timezone.utc), here.strftime("%H:%M %z %Z %f %%"), here.timetuple().tm_isdst)
print(here == here.astimezone(timezone.utc), here < datetime(2020, 7, 1, 10, 30, tzinfo=timezone.utc))
print(outcome(lambda: here < datetime(2020, 7, 1)), here == datetime(2020, 7, 1, 12))
print(outcome(lambda: datetime(2020, 1, 1) < date(2020, 1, 1)), outcome(lambda: date(2020, 1, 2) - datetime(2020, 1, 1)))
print(repr(time(1, 2, fold=1, tzinfo=timezone.utc)), repr(datetime(2020, 1, 1, fold=1, tzinfo=timezone.utc)))
print(timezone(timedelta(minutes=-90)), repr(timezone(timedelta(hours=1), "x")), outcome(lambda: timezone(timedelta(1))))


class Day(date):
    def __new__(cls, *parts):
        print("new", parts if len(parts) == 3 else "state")
        return super().__new__(cls, *parts)


day = Day(2020, 2, 28)
print(type(day + timedelta(2)).__name__, day.replace(day=1).isocalendar(), pickle.loads(pickle.dumps(day)) == day)
for value in (here.replace(tzinfo=timezone.utc), time(1, 2, 3, 4, fold=1), timedelta(1, 2, 3), date(1, 2, 3)):
    print(copy.deepcopy(value) == value, hash(copy.copy(value)) == hash(value), pickle.loads(pickle.dumps(value)))

# expect: 0:00:00 0:00:00.000002 -1 day, 1:06:00
# expect: 3:25:42.857143 205 1 day, 0:00:00 7:12:00
# expect: OverflowError: Python int too large to convert to C int ZeroDivisionError: integer division or modulo by zero TypeError: unsupported type for timedelta days component: str
# expect: OverflowError: date value out of range ValueError: day is out of range for month ValueError: hour must be in 0..23
# expect: 2020-01-02 datetime.datetime(2020, 1, 2, 0, 0)
# expect: 20200102T0304 datetime.datetime(2020, 1, 2, 3, 4)
# expect: 2020-W05-3 12:34:56.789 datetime.datetime(2020, 1, 29, 12, 34, 56, 789000)
# expect: 2020W053 datetime.datetime(2020, 1, 29, 0, 0)
# expect: 2020-01-02T03:04:05+05:30 datetime.datetime(2020, 1, 2, 3, 4, 5, tzinfo=datetime.timezone(datetime.timedelta(seconds=19800)))
# expect: 2020-01-02T03:04Z datetime.datetime(2020, 1, 2, 3, 4, tzinfo=datetime.timezone.utc)
# expect: 2020-01-02T ValueError: Invalid isoformat string: '2020-01-02T'
# expect: 2020-13-01 ValueError: month must be in 1..12
# expect: 2020-1-1 ValueError: Invalid isoformat string: '2020-1-1'
# expect: x ValueError: Invalid isoformat string: 'x'
# expect: 2020-07-01 10:00:00+00:00 12:00 +0200 S%T 000000 % 1
# expect: False True
# expect: TypeError: can't compare offset-naive and offset-aware datetimes False
# expect: TypeError: can't compare datetime.datetime to datetime.date TypeError: unsupported operand type(s) for -: 'datetime.date' and 'datetime.datetime'
# expect: datetime.time(1, 2, tzinfo=datetime.timezone.utc, fold=1) datetime.datetime(2020, 1, 1, 0, 0, fold=1, tzinfo=datetime.timezone.utc)
# expect: UTC-01:30 datetime.timezone(datetime.timedelta(seconds=3600), 'x') ValueError: offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24), not datetime.timedelta(days=1).
# expect: new (2020, 2, 28)
# expect: new (2020, 3, 1)
# expect: new state
# expect: Day datetime.IsoCalendarDate(year=2020, week=5, weekday=6) True
# expect: True True 2020-07-01 12:00:00+00:00
# expect: True True 01:02:03.000004
# expect: True True 1 day, 0:00:02.000003
# expect: True True 0001-02-03
