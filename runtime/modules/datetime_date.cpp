// datetime.date, and what date.isocalendar() returns.
#include <cmath>

#include "runtime/bytes.h"
#include "runtime/classes/construct.h"
#include "runtime/classes/layouts.h"
#include "runtime/float.h"
#include "runtime/int.h"
#include "runtime/interpreter.h"
#include "runtime/list.h"
#include "runtime/modules/datetime.h"
#include "runtime/str.h"
#include "runtime/world.h"

namespace gillab {
namespace {

using Args = const Value*;

constexpr size_t kStateLength = 4;

void destroy_date(Thread& thread, Object* object) { free_with_attributes(thread, object, sizeof(Date)); }

// --- making them

Ref date_new(Thread& thread, Args args, uint32_t, Tuple*) {
  Type* cls = class_argument(thread, args[0], date_types(thread).date);
  if (!cls) return {};
  if (args[2].is_empty() && !args[1].is_empty() && is_state(args[1], kStateLength, 2, 12)) {
    const std::string state = octets_of(args[1]);
    const auto part = [&](size_t i) { return static_cast<unsigned char>(state[i]); };
    return new_date(thread, cls, {part(0) * 256 + part(1), part(2), part(3)});
  }
  static constexpr const char* kNames[] = {"year", "month", "day"};
  int64_t parts[3];
  for (int i = 0; i < 3; ++i) {
    if (args[1 + i].is_empty()) {
      return raise(thread, Error::TypeError, "function missing required argument '{}' (pos {})", kNames[i], i + 1);
    }
    if (!read_part(thread, args[1 + i], &parts[i])) return {};
  }
  const Day day{parts[0], parts[1], parts[2]};
  return check_day(thread, day) ? new_date(thread, cls, day) : Ref();
}

Ref date_from_timestamp(Thread& thread, Args args, uint32_t, Tuple*) {
  int64_t seconds, microseconds;
  if (!read_timestamp(thread, args[1], &seconds, &microseconds)) return {};
  if (is_floating(args[1])) seconds = static_cast<int64_t>(std::floor(float_of(args[1])));
  tm parts;
  if (!local_time(thread, seconds, false, &parts)) return {};
  return make_date(thread, as<Type>(args[0]), {parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday});
}

Ref date_today(Thread& thread, Args args, uint32_t, Tuple*) {
  Ref now = make_float(thread, static_cast<double>(thread.interpreter->world->wall_nanoseconds()) / 1e9);
  Value moment = now.get();
  return call_method(thread, args[0], intern(thread, "fromtimestamp"), &moment, 1);
}

Ref date_from_ordinal(Thread& thread, Args args, uint32_t, Tuple*) {
  int64_t ordinal;
  if (!read_part(thread, args[1], &ordinal)) return {};
  if (ordinal < 1) return raise(thread, Error::ValueError, "ordinal must be >= 1");
  return make_date(thread, as<Type>(args[0]), from_ordinal(ordinal));
}

Ref date_from_iso(Thread& thread, Args args, uint32_t, Tuple*) {
  if (!is<Str>(args[1])) return raise(thread, Error::TypeError, "fromisoformat: argument must be str");
  const std::string text = to_utf8(as<Str>(args[1]));
  Day day;
  const bool fits = text.size() == 7 || text.size() == 8 || text.size() == 10;
  if (!fits || !read_iso_date(text, &day)) return raise_not_iso(thread, args[1]);
  return make_date(thread, as<Type>(args[0]), day);
}

bool read_week_part(Thread& thread, Value value, int64_t* part) {
  if (read_part(thread, value, part)) return true;
  if (!exception_matches(thread, Error::OverflowError)) return false;
  clear_exception(thread);
  return raise(thread, Error::ValueError, "ISO calendar component out of range");
}

Ref date_from_week(Thread& thread, Args args, uint32_t, Tuple*) {
  int64_t year, week, number;
  if (!read_week_part(thread, args[1], &year) || !read_week_part(thread, args[2], &week) ||
      !read_week_part(thread, args[3], &number)) {
    return {};
  }
  Day day;
  if (from_week(year, week, number, &day)) return make_date(thread, as<Type>(args[0]), day);
  if (year < 1 || year > 9999) return raise(thread, Error::ValueError, "Year is out of range: {}", year);
  if (week < 1 || week > 53 || (week == 53 && first_monday(year + 1) - first_monday(year) != 53 * 7)) {
    return raise(thread, Error::ValueError, "Invalid week: {}", week);
  }
  if (number >= 1 && number <= 7) return raise(thread, Error::ValueError, "year {} is out of range", year == 1 ? 0 : 10000);
  return raise(thread, Error::ValueError, "Invalid day: {} (range is [1, 7])", number);
}

// --- text

Ref date_repr(Thread& thread, Args args, uint32_t, Tuple*) {
  const Date* date = date_of(args[0]);
  StrBuilder text(thread);
  text.add(type_name(thread, args[0]));
  text.add("(");
  text.add_integer(date->year);
  text.add(", ");
  text.add_integer(date->month);
  text.add(", ");
  text.add_integer(date->day);
  text.add(")");
  return text.finish();
}

Ref date_iso(Thread& thread, Args args, uint32_t, Tuple*) {
  Pieces text;
  add_date(&text, day_of(date_of(args[0])));
  return text.finish(thread);
}
Ref date_str(Thread& thread, Args args, uint32_t, Tuple*) {
  if (type_of(thread, args[0]) == date_types(thread).date) return date_iso(thread, args, 1, nullptr);
  return call_method(thread, args[0], intern(thread, "isoformat"));
}

Ref date_ctime(Thread& thread, Args args, uint32_t, Tuple*) {
  static constexpr const char* kDays[] = {"Mon ", "Tue ", "Wed ", "Thu ", "Fri ", "Sat ", "Sun "};
  static constexpr const char* kMonths[] = {"Jan ", "Feb ", "Mar ", "Apr ", "May ", "Jun ",
                                            "Jul ", "Aug ", "Sep ", "Oct ", "Nov ", "Dec "};
  const Date* date = date_of(args[0]);
  const Clock clock = is_moment(args[0]) ? clock_of(moment_of(args[0])) : Clock();
  Pieces text;
  text.add(kDays[weekday_of(date)]);
  text.add(kMonths[date->month - 1]);
  if (date->day < 10) text.add(' ');
  text.add_number(date->day, 1);
  for (int64_t part : {clock.hour, clock.minute, clock.second}) {
    text.add(part == clock.hour && text.length < 11 ? ' ' : ':');
    text.add_number(part, 2);
  }
  text.add(' ');
  text.add_number(date->year, 4);
  return text.finish(thread);
}

// --- what it knows

Ref date_tuple(Thread& thread, Args args, uint32_t, Tuple*) {
  return time_tuple(thread, day_of(date_of(args[0])), Clock(), -1);
}
Ref date_ordinal(Thread&, Args args, uint32_t, Tuple*) {
  const Date* date = date_of(args[0]);
  return Ref::own(Value::integer(to_ordinal(date->year, date->month, date->day)));
}
Ref date_weekday(Thread&, Args args, uint32_t, Tuple*) {
  return Ref::own(Value::integer(weekday_of(date_of(args[0]))));
}
Ref date_iso_weekday(Thread&, Args args, uint32_t, Tuple*) {
  return Ref::own(Value::integer(weekday_of(date_of(args[0])) + 1));
}

Ref date_iso_calendar(Thread& thread, Args args, uint32_t, Tuple*) {
  const Date* date = date_of(args[0]);
  const int64_t today = to_ordinal(date->year, date->month, date->day);
  int64_t year = date->year;
  if (today < first_monday(year)) {
    --year;
  } else if (today >= first_monday(year + 1)) {
    ++year;
  }
  const int64_t days = today - first_monday(year);
  Tuple* tuple = new_tuple(thread, 3);
  if (!tuple) return {};
  tuple->items[0] = Value::integer(year);
  tuple->items[1] = Value::integer(days / 7 + 1);
  tuple->items[2] = Value::integer(days % 7 + 1);
  tuple->shape.set(date_types(thread).iso_date->root);
  return Ref::own(tuple);
}

Ref date_replace(Thread& thread, Args args, uint32_t, Tuple*) {
  Day day = day_of(date_of(args[0]));
  if (!read_part(thread, args[1], &day.year) || !read_part(thread, args[2], &day.month) ||
      !read_part(thread, args[3], &day.day)) {
    return {};
  }
  return check_day(thread, day) ? new_date(thread, type_of(thread, args[0]), day) : Ref();
}

Ref date_reduce(Thread& thread, Args args, uint32_t, Tuple*) {
  Ref state = make_bytes(thread, date_state(date_of(args[0])));
  Ref arguments = state ? make_tuple_of(thread, state.get()) : Ref();
  return arguments ? make_tuple_of(thread, Value::object(type_of(thread, args[0])), arguments.get()) : Ref();
}

// --- arithmetic, comparison

Ref move(Thread& thread, Value date, int64_t days) {
  const Day day = day_of(date_of(date));
  const int64_t ordinal = to_ordinal(day.year, day.month, day.day) + days;
  if (ordinal < 1 || ordinal > kMaxOrdinal) return raise(thread, Error::OverflowError, "date value out of range");
  return make_date(thread, type_of(thread, date), from_ordinal(ordinal));
}

Ref date_add(Thread& thread, Args args, uint32_t, Tuple*) {
  return is_delta(args[1]) ? move(thread, args[0], delta_of(args[1])->days) : Ref::not_implemented();
}

Ref difference(Thread& thread, Value left, Value right) {
  const Date *a = date_of(left), *b = date_of(right);
  const int64_t days = to_ordinal(a->year, a->month, a->day) - to_ordinal(b->year, b->month, b->day);
  return make_delta(thread, static_cast<Microseconds>(days) * kDayMicroseconds);
}

Ref date_subtract(Thread& thread, Args args, uint32_t, Tuple*) {
  if (is_delta(args[1])) return move(thread, args[0], -static_cast<int64_t>(delta_of(args[1])->days));
  const bool alike = is_date(args[1]) && is_moment(args[0]) == is_moment(args[1]);
  return alike ? difference(thread, args[0], args[1]) : Ref::not_implemented();
}
Ref date_subtract_from(Thread& thread, Args args, uint32_t, Tuple*) {
  const bool alike = is_date(args[1]) && is_moment(args[0]) == is_moment(args[1]);
  return alike ? difference(thread, args[1], args[0]) : Ref::not_implemented();
}

template <Compare op>
Ref date_compare(Thread&, Args args, uint32_t, Tuple*) {
  if (!is_date(args[1])) return Ref::not_implemented();
  const auto key = [](const Date* date) { return date->year * 512 + date->month * 32 + date->day; };
  return answer(op, key(date_of(args[0])) - key(date_of(args[1])));
}

Ref date_hash(Thread& thread, Args args, uint32_t, Tuple*) {
  const std::string state = date_state(date_of(args[0]));
  return make_int(thread, hash_bytes(state.data(), state.size(), thread.interpreter->hash_seed));
}

Ref get_year(Thread&, Value self) { return Ref::own(Value::integer(date_of(self)->year)); }
Ref get_month(Thread&, Value self) { return Ref::own(Value::integer(date_of(self)->month)); }
Ref get_day(Thread&, Value self) { return Ref::own(Value::integer(date_of(self)->day)); }

constexpr MethodDef kMethods[] = {
    {"__new__", "(cls, year=None, month=None, day=None)", date_new, MethodDef::Static},
    {"fromtimestamp", "(cls, timestamp, /)", date_from_timestamp, MethodDef::Class},
    {"today", "(cls, /)", date_today, MethodDef::Class},
    {"fromordinal", "(cls, ordinal, /)", date_from_ordinal, MethodDef::Class},
    {"fromisoformat", "(cls, date_string, /)", date_from_iso, MethodDef::Class},
    {"fromisocalendar", "(cls, year, week, day)", date_from_week, MethodDef::Class},
    {"__repr__", "(self, /)", date_repr},
    {"__str__", "(self, /)", date_str},
    {"__format__", "(self, format, /)", text_as_format},
    {"isoformat", "(self, /)", date_iso},
    {"ctime", "(self, /)", date_ctime},
    {"strftime", "(self, /, format)", datetime_strftime},
    {"timetuple", "(self, /)", date_tuple},
    {"toordinal", "(self, /)", date_ordinal},
    {"weekday", "(self, /)", date_weekday},
    {"isoweekday", "(self, /)", date_iso_weekday},
    {"isocalendar", "(self, /)", date_iso_calendar},
    {"replace", "(self, /, year=None, month=None, day=None)", date_replace},
    {"__reduce__", "(self, /)", date_reduce},
    {"__add__", "(self, value, /)", date_add},
    {"__radd__", "(self, value, /)", date_add},
    {"__sub__", "(self, value, /)", date_subtract},
    {"__rsub__", "(self, value, /)", date_subtract_from},
    {"__lt__", "(self, value, /)", date_compare<Compare::Less>},
    {"__le__", "(self, value, /)", date_compare<Compare::LessEqual>},
    {"__eq__", "(self, value, /)", date_compare<Compare::Equal>},
    {"__ne__", "(self, value, /)", date_compare<Compare::NotEqual>},
    {"__gt__", "(self, value, /)", date_compare<Compare::Greater>},
    {"__ge__", "(self, value, /)", date_compare<Compare::GreaterEqual>},
    {"__hash__", "(self, /)", date_hash},
};
constexpr GetSetDef kGetSets[] = {{"year", get_year}, {"month", get_month}, {"day", get_day}};

// --- IsoCalendarDate

template <uint32_t place>
Ref iso_part(Thread&, Value self) { return Ref::share(as<Tuple>(self)->items[place]); }

Ref iso_repr(Thread& thread, Args args, uint32_t, Tuple*) {
  const Value* items = as<Tuple>(args[0])->items;
  return format_text(thread, "datetime.IsoCalendarDate(year={}, week={}, weekday={})", {items[0], items[1], items[2]});
}
Ref iso_reduce(Thread& thread, Args args, uint32_t, Tuple*) {
  Ref plain = make_tuple(thread, as<Tuple>(args[0])->items, 3), arguments = make_tuple_of(thread, plain.get());
  return arguments ? make_tuple_of(thread, Value::object(thread.types().tuple), arguments.get()) : Ref();
}

constexpr MethodDef kIsoMethods[] = {{"__repr__", "(self, /)", iso_repr}, {"__reduce__", "(self, /)", iso_reduce}};
constexpr GetSetDef kIsoGetSets[] = {{"year", iso_part<0>}, {"week", iso_part<1>}, {"weekday", iso_part<2>}};

}  // namespace

const Layout kDateLayout = {"date", sizeof(Date), false, destroy_date};

Ref datetime_strftime(Thread& thread, Args args, uint32_t, Tuple*) {
  if (is<Str>(args[1])) return format_moment(thread, args[0], args[1]);
  return raise(thread, Error::TypeError, "strftime() argument 1 must be str, not {}", argument_name(thread, args[1]));
}

Ref new_date(Thread& thread, Type* cls, const Day& day) {
  auto* date = static_cast<Date*>(cls == date_types(thread).date ? allocate<Date>(thread, cls->root)
                                                                 : allocate_instance(thread, cls, 0));
  if (!date) return {};
  date->year = static_cast<uint16_t>(day.year);
  date->month = static_cast<uint8_t>(day.month);
  date->day = static_cast<uint8_t>(day.day);
  return Ref::own(date);
}

Ref make_date(Thread& thread, Type* cls, const Day& day) {
  if (cls == date_types(thread).date) return check_day(thread, day) ? new_date(thread, cls, day) : Ref();
  return call(thread, Value::object(cls), Value::integer(day.year), Value::integer(day.month),
              Value::integer(day.day));
}

Type* make_date_type(Thread& thread) {
  Type* type = make_native_type(thread, {"datetime.date", "datetime", &kDateLayout, kBaseType | kOwnGuards,
                                         Kind::Extension, "A day of the calendar."}, nullptr);
  if (!type) return nullptr;
  add_methods(thread, type, kMethods);
  add_getsets(thread, type, kGetSets);
  finish_type(thread, type);
  return type;
}

Type* make_iso_date_type(Thread& thread) {
  Type* type = make_native_type(
      thread, {.name = "datetime.IsoCalendarDate", .module = "datetime", .layout = nullptr, .flags = kNoInstances},
      thread.types().tuple);
  if (!type) return nullptr;
  add_methods(thread, type, kIsoMethods);
  add_getsets(thread, type, kIsoGetSets);
  finish_type(thread, type);
  return type;
}

bool add_date_constants(Thread& thread) {
  Type* type = date_types(thread).date;
  add_constant(thread, type, "min", new_date(thread, type, {1, 1, 1}));
  add_constant(thread, type, "max", new_date(thread, type, {9999, 12, 31}));
  add_constant(thread, type, "resolution", make_delta(thread, kDayMicroseconds));
  return !thread.has_exception();
}

}  // namespace gillab
