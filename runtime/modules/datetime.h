// datetime in C++. datetime_delta.cpp: timedelta; datetime_zone.cpp: tzinfo, timezone; datetime_date.cpp: date;
// datetime_time.cpp: time; datetime_moment*.cpp: datetime; datetime_calendar.cpp: numbers of days and local time;
// datetime_iso.cpp, datetime_text.cpp: what is read and written. None of the objects ever changes.
#pragma once

#include <string>

#include "runtime/native.h"
#include "runtime/operations.h"

namespace gillab {

using Microseconds = __int128;  // of a timedelta: up to 8.64e19

inline constexpr int64_t kDaySeconds = 86400;
inline constexpr int64_t kMillion = 1000000;
inline constexpr int64_t kDayMicroseconds = kDaySeconds * kMillion;
inline constexpr int64_t kMaxOrdinal = 3652059;
inline constexpr int64_t kEpochOrdinal = 719163;  // of 1970-01-01

struct Day {
  int64_t year, month, day;
};
struct Clock {
  int64_t hour = 0, minute = 0, second = 0, microsecond = 0;
  int64_t fold = 0;
};

struct Delta : Object {  // timedelta
  static constexpr Kind kKind = Kind::Extension;
  int32_t days, seconds, microseconds;
};
struct Date : Object {  // date, and the first part of datetime
  static constexpr Kind kKind = Kind::Extension;
  uint16_t year;
  uint8_t month, day;
};
struct Moment : Date {  // datetime
  uint8_t hour, minute, second, fold;
  uint32_t microsecond;
  Field zone;  // None, or a tzinfo
};
struct TimeOfDay : Object {  // time
  static constexpr Kind kKind = Kind::Extension;
  uint8_t hour, minute, second, fold;
  uint32_t microsecond;
  Field zone;
};
struct FixedZone : Object {  // timezone
  static constexpr Kind kKind = Kind::Extension;
  Field offset;
  Field name;  // empty: none was given
};

struct DateTypes {
  Type *delta, *date, *moment, *time, *zone, *fixed_zone, *iso_date;
  FixedZone* utc;  // timezone.utc, which its type holds
};
DateTypes& date_types(Thread& thread);

extern const Layout kDeltaLayout, kDateLayout, kMomentLayout, kTimeLayout, kZoneLayout, kFixedZoneLayout;
inline const Layout* layout_of(Value value) { return value.is_object() ? type_of(value.as_object())->layout : nullptr; }
inline bool is_delta(Value value) { return layout_of(value) == &kDeltaLayout; }
inline bool is_moment(Value value) { return layout_of(value) == &kMomentLayout; }
inline bool is_date(Value value) { return layout_of(value) == &kDateLayout || is_moment(value); }
inline bool is_time(Value value) { return layout_of(value) == &kTimeLayout; }
inline bool is_zone(Value value) { return layout_of(value) == &kZoneLayout || layout_of(value) == &kFixedZoneLayout; }
inline Delta* delta_of(Value value) { return static_cast<Delta*>(value.as_object()); }
inline Date* date_of(Value value) { return static_cast<Date*>(value.as_object()); }
inline Moment* moment_of(Value value) { return static_cast<Moment*>(value.as_object()); }
inline TimeOfDay* time_of(Value value) { return static_cast<TimeOfDay*>(value.as_object()); }

// --- numbers of days, seconds since the year 0 (datetime_calendar.cpp)
int64_t month_length(int64_t year, int64_t month);
int64_t to_ordinal(int64_t year, int64_t month, int64_t day);  // the first of January of year 1 is 1
Day from_ordinal(int64_t ordinal);
int64_t first_monday(int64_t year);  // of the first week
bool from_week(int64_t year, int64_t week, int64_t day, Day* result);  // false: there is none, nothing is raised
inline int64_t weekday_of(const Date* date) { return (to_ordinal(date->year, date->month, date->day) + 6) % 7; }
int64_t seconds_of(const Day& day, const Clock& clock);
inline Day day_of(const Date* date) { return {date->year, date->month, date->day}; }
template <class T>
Clock clock_of(const T* object) {
  return {object->hour, object->minute, object->second, object->microsecond, object->fold};
}
// Seconds since 1970 as the machine's clock shows them, as if that were UTC. False: an error is set.
bool local_time(Thread& thread, int64_t seconds, bool utc, tm* parts);
bool local_to_timestamp(Thread& thread, const Moment* moment, int64_t* seconds);
bool fold_of_local(Thread& thread, int64_t timestamp, int64_t shown, int64_t* fold);

// --- arguments
bool read_part(Thread& thread, Value value, int64_t* result);  // an int; absent: unchanged
bool check_day(Thread& thread, const Day& day);
bool check_clock(Thread& thread, const Clock& clock);
bool check_zone(Thread& thread, Value zone);
// Seconds and microseconds, rounded to even. `function` is for nothing but messages.
bool read_timestamp(Thread& thread, Value value, int64_t* seconds, int64_t* microseconds);

// --- objects. `cls`: the type itself or a class of a script, which is called
Ref make_delta(Thread& thread, Microseconds total, Type* cls = nullptr);
Microseconds total_of(const Delta* delta);
Ref make_date(Thread& thread, Type* cls, const Day& day);
Ref new_date(Thread& thread, Type* cls, const Day& day);  // without calling cls; day is right
Ref make_moment(Thread& thread, Type* cls, const Day& day, const Clock& clock, Value zone);
Ref new_moment(Thread& thread, Type* cls, const Day& day, const Clock& clock, Value zone);
Ref make_time(Thread& thread, Type* cls, const Clock& clock, Value zone);
Ref new_time(Thread& thread, Type* cls, const Clock& clock, Value zone);
Ref show_parts(Thread& thread, Value object, const int64_t* parts, size_t count, size_t least);  // repr
Ref make_fixed_zone(Thread& thread, Microseconds offset, Value name);  // name: a str, or empty
Ref moment_from_timestamp(Thread& thread, Type* cls, int64_t seconds, int64_t microseconds, bool utc, Value zone);
Ref iso_calendar(Thread& thread, const Date* date);
Ref time_tuple(Thread& thread, const Day& day, const Clock& clock, int64_t dst);
Ref moment_minus(Thread& thread, Value left, Value right);  // of two datetimes: a timedelta
Ref moment_plus(Thread& thread, const Moment* moment, Microseconds distance, Type* cls);

// --- zones. What a zone says about a moment (None for times): a timedelta or None. Empty: an error is set
Ref ask_offset(Thread& thread, Value zone, const char* method, Value moment);
Ref ask_zone_name(Thread& thread, Value zone, Value moment);
inline Microseconds offset_or_zero(Value offset) { return offset.is_none() ? 0 : total_of(delta_of(offset)); }

// --- text
struct Pieces {  // a short text of ASCII characters
  char text[64];
  size_t length = 0;
  void add(char c) { text[length++] = c; }
  void add(const char* more);
  void add_number(int64_t number, int digits);
  Ref finish(Thread& thread) const;
};
void add_date(Pieces* pieces, const Day& day);
bool add_clock(Thread& thread, Pieces* pieces, const Clock& clock, Value spec);  // spec: timespec, or empty
void add_offset(Pieces* pieces, Microseconds offset, const char* colon);
Ref datetime_strftime(Thread& thread, const Value* args, uint32_t count, Tuple* names);
Ref format_moment(Thread& thread, Value object, Value format);  // strftime. format: a str
Ref text_as_format(Thread& thread, const Value* args, uint32_t count, Tuple* names);  // __format__
struct IsoClock {
  Clock clock;
  bool has_zone = false;
  Microseconds offset = 0;
};
bool read_iso_date(std::string_view text, Day* day);  // false: it is none; nothing is raised
bool read_iso_clock(std::string_view text, IsoClock* clock);
size_t iso_date_length(std::string_view text);  // of the date at the start of date and time
Ref zone_of_iso(Thread& thread, const IsoClock& clock);  // None, or a timezone
Failed raise_not_iso(Thread& thread, Value text);

// --- states in pickles
bool is_state(Value value, size_t length, size_t at, int most);  // whether it may be one; `at`: the part that says so
std::string octets_of(Value value);  // of a bytes or str
std::string date_state(const Date* date);
template <class T>
std::string clock_state(const T* object, bool with_fold) {
  const uint32_t micro = object->microsecond;
  return {static_cast<char>(object->hour | (with_fold && object->fold ? 0x80 : 0)), static_cast<char>(object->minute),
          static_cast<char>(object->second), static_cast<char>(micro >> 16), static_cast<char>(micro >> 8),
          static_cast<char>(micro)};
}
Clock clock_of_state(const std::string& octets, size_t start);  // datetime_time.cpp

// --- comparison
Ref answer(Compare op, int64_t difference);  // of two values, which is below, at or above zero
Ref answer(Compare op, bool less, bool equal);

Type* make_delta_type(Thread& thread);
bool make_zone_types(Thread& thread, DateTypes* types);
Type* make_date_type(Thread& thread);
Type* make_iso_date_type(Thread& thread);
Type* make_time_type(Thread& thread);
Type* make_moment_type(Thread& thread, Type* date);
bool add_delta_constants(Thread& thread);
bool add_zone_constants(Thread& thread);
bool add_date_constants(Thread& thread);
bool add_time_constants(Thread& thread);
bool add_moment_constants(Thread& thread);

void add_moment_constructors(Thread& thread, Type* type);

}  // namespace gillab
