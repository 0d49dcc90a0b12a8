// datetime: numbers of days, weeks, the machine's local time, arguments.
#include <algorithm>
#include <cerrno>
#include <climits>
#include <cmath>
#include <ctime>

#include "runtime/float.h"
#include "runtime/int.h"
#include "runtime/modules/datetime.h"
#include "runtime/str.h"

namespace gillab {
namespace {

constexpr int kLengths[] = {0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
constexpr int kBefore[] = {0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334};
constexpr int64_t kDaysIn400 = 146097, kDaysIn100 = 36524, kDaysIn4 = 1461;

bool is_leap(int64_t year) { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }
int64_t days_before(int64_t year, int64_t month) { return kBefore[month] + (month > 2 && is_leap(year)); }

}  // namespace

int64_t month_length(int64_t year, int64_t month) { return month == 2 && is_leap(year) ? 29 : kLengths[month]; }

int64_t to_ordinal(int64_t year, int64_t month, int64_t day) {
  const int64_t before = year - 1;
  return before * 365 + before / 4 - before / 100 + before / 400 + days_before(year, month) + day;
}

Day from_ordinal(int64_t ordinal) {
  int64_t rest = ordinal - 1;
  const int64_t cycles = rest / kDaysIn400, centuries = (rest %= kDaysIn400) / kDaysIn100,
                fours = (rest %= kDaysIn100) / kDaysIn4, years = (rest %= kDaysIn4) / 365;
  rest %= 365;
  const int64_t year = cycles * 400 + centuries * 100 + fours * 4 + years + 1;
  if (years == 4 || centuries == 4) return {year - 1, 12, 31};
  int64_t month = (rest + 50) >> 5;
  if (days_before(year, month) > rest) --month;
  return {year, month, rest - days_before(year, month) + 1};
}

int64_t first_monday(int64_t year) {
  const int64_t first = to_ordinal(year, 1, 1), weekday = (first + 6) % 7, monday = first - weekday;
  return weekday > 3 ? monday + 7 : monday;
}

bool from_week(int64_t year, int64_t week, int64_t day, Day* result) {
  if (year < 1 || year > 9999 || week < 1 || week > 53 || day < 1 || day > 7) return false;
  const int64_t start = first_monday(year);
  if (week == 53 && first_monday(year + 1) - start != 53 * 7) return false;
  const int64_t ordinal = start + (week - 1) * 7 + day - 1;
  if (ordinal < 1 || ordinal > kMaxOrdinal) return false;
  *result = from_ordinal(ordinal);
  return true;
}

int64_t seconds_of(const Day& day, const Clock& clock) {
  const int64_t days = to_ordinal(day.year, day.month, day.day);
  return days * kDaySeconds + clock.hour * 3600 + clock.minute * 60 + clock.second;
}

// --- local time

bool local_time(Thread& thread, int64_t seconds, bool utc, tm* parts) {
  const time_t moment = seconds;
  errno = 0;
  if (utc ? ::gmtime_r(&moment, parts) : ::localtime_r(&moment, parts)) return true;
  return raise_errno(thread, errno ? errno : EINVAL);
}

namespace {

constexpr int64_t kMostFold = kDaySeconds;

bool shown_at(Thread& thread, int64_t seconds, int64_t* shown) {
  tm parts;
  if (!local_time(thread, seconds, false, &parts)) return false;
  const Day day{parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday};
  if (day.year < 1 || day.year > 9999) return raise(thread, Error::ValueError, "year {} is out of range", day.year);
  *shown = seconds_of(day, {parts.tm_hour, parts.tm_min, parts.tm_sec}) - kEpochOrdinal * kDaySeconds;
  return true;
}

}  // namespace

// Clocks may show a time twice or skip it: the two offsets around it are tried. A skipped time is taken with the offset
// before the gap, or, with fold, after it.
bool local_to_timestamp(Thread& thread, const Moment* moment, int64_t* seconds) {
  const int64_t wanted = seconds_of(day_of(moment), clock_of(moment)) - kEpochOrdinal * kDaySeconds;
  int64_t shown, second_offset;
  if (!shown_at(thread, wanted, &shown)) return false;
  const int64_t first = wanted - (shown - wanted);
  int64_t shown_first;
  if (!shown_at(thread, first, &shown_first)) return false;
  *seconds = first;
  if (shown_first == wanted) {
    const int64_t elsewhere = moment->fold ? first + kMostFold : first - kMostFold;
    if (!shown_at(thread, elsewhere, &shown)) return false;
    second_offset = shown - elsewhere;
    if (second_offset == wanted - first) return true;
  } else {
    second_offset = shown_first - first;
  }
  const int64_t second = wanted - second_offset;
  int64_t shown_second;
  if (!shown_at(thread, second, &shown_second)) return false;
  if (shown_second == wanted) {
    *seconds = second;
  } else if (shown_first != wanted) {
    *seconds = moment->fold ? std::min(first, second) : std::max(first, second);
  }
  return true;
}

bool fold_of_local(Thread& thread, int64_t timestamp, int64_t shown, int64_t* fold) {
  *fold = 0;
  if (timestamp <= kMostFold) return true;
  int64_t before;
  if (!shown_at(thread, timestamp - kMostFold, &before)) return false;
  const int64_t moved = shown - before - kMostFold;
  if (moved >= 0) return true;
  if (!shown_at(thread, timestamp + moved, &before)) return false;
  *fold = before == shown;
  return true;
}

// --- arguments

bool read_part(Thread& thread, Value value, int64_t* result) {
  if (value.is_empty()) return true;
  int64_t number;
  if (value.is_int()) {
    number = value.as_int();
  } else {
    Ref whole = index(thread, value);
    if (!whole) return false;
    if (!fits_int64(whole.get(), &number)) {
      return raise(thread, Error::OverflowError, "Python int too large to convert to C long");
    }
  }
  if (number > INT_MAX) return raise(thread, Error::OverflowError, "signed integer is greater than maximum");
  if (number < INT_MIN) return raise(thread, Error::OverflowError, "signed integer is less than minimum");
  *result = number;
  return true;
}

bool check_day(Thread& thread, const Day& day) {
  if (day.year < 1 || day.year > 9999) return raise(thread, Error::ValueError, "year {} is out of range", day.year);
  if (day.month < 1 || day.month > 12) return raise(thread, Error::ValueError, "month must be in 1..12");
  if (day.day >= 1 && day.day <= month_length(day.year, day.month)) return true;
  return raise(thread, Error::ValueError, "day is out of range for month");
}

bool check_clock(Thread& thread, const Clock& clock) {
  const struct {
    int64_t value, limit;
    const char* name;
  } parts[] = {{clock.hour, 23, "hour"}, {clock.minute, 59, "minute"}, {clock.second, 59, "second"},
               {clock.microsecond, 999999, "microsecond"}};
  for (const auto& part : parts) {
    if (part.value >= 0 && part.value <= part.limit) continue;
    return raise(thread, Error::ValueError, "{} must be in 0..{}", part.name, part.limit);
  }
  return clock.fold == 0 || clock.fold == 1 || raise(thread, Error::ValueError, "fold must be either 0 or 1");
}

bool check_zone(Thread& thread, Value zone) {
  if (zone.is_none() || is_zone(zone)) return true;
  return raise(thread, Error::TypeError, "tzinfo argument must be None or of a tzinfo subclass, not type '{}'",
               type_name(thread, zone));
}

bool read_timestamp(Thread& thread, Value value, int64_t* seconds, int64_t* microseconds) {
  *microseconds = 0;
  if (!is_floating(value)) {
    Ref whole = index(thread, value);
    if (!whole) return false;
    if (fits_int64(whole.get(), seconds)) return true;
    return raise(thread, Error::OverflowError, "timestamp out of range for platform time_t");
  }
  const double number = float_of(value);
  if (std::isnan(number)) return raise(thread, Error::ValueError, "Invalid value NaN (not a number)");
  double whole, fraction = std::modf(number, &whole);
  fraction = std::nearbyint(fraction * 1e6);  // to even
  if (fraction >= 1e6) {
    fraction -= 1e6;
    whole += 1;
  } else if (fraction < 0) {
    fraction += 1e6;
    whole -= 1;
  }
  if (!(whole >= -9.2e18 && whole <= 9.2e18)) {
    return raise(thread, Error::OverflowError, "timestamp out of range for platform time_t");
  }
  *seconds = static_cast<int64_t>(whole);
  *microseconds = static_cast<int64_t>(fraction);
  return true;
}

Ref answer(Compare op, int64_t difference) { return answer(op, difference < 0, difference == 0); }

Ref answer(Compare op, bool less, bool equal) {
  switch (op) {
    case Compare::Less: return Ref::boolean(less);
    case Compare::LessEqual: return Ref::boolean(less || equal);
    case Compare::Equal: return Ref::boolean(equal);
    case Compare::NotEqual: return Ref::boolean(!equal);
    case Compare::Greater: return Ref::boolean(!less && !equal);
    case Compare::GreaterEqual: return Ref::boolean(!less);
  }
  return {};
}

}  // namespace gillab
