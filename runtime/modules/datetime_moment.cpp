// datetime.datetime: making moments. What is done with them: datetime_moment_methods.cpp.
#include <algorithm>
#include <iterator>

#include "runtime/bytes.h"
#include "runtime/classes/construct.h"
#include "runtime/classes/layouts.h"
#include "runtime/dict.h"
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

constexpr size_t kStateLength = 10;

Ref moment_from_state(Thread& thread, Type* cls, Value state, Value zone) {
  if (zone.is_empty()) zone = Value::none();
  if (!zone.is_none() && !is_zone(zone)) return raise(thread, Error::TypeError, "bad tzinfo state arg");
  const std::string octets = octets_of(state);
  const auto part = [&](size_t i) { return static_cast<unsigned char>(octets[i]); };
  Clock clock = clock_of_state(octets, 4);
  clock.fold = part(2) >> 7;
  return new_moment(thread, cls, {part(0) * 256 + part(1), part(2) & 0x7F, part(3)}, clock, zone);
}

Ref moment_create(Thread& thread, Args args, uint32_t, Tuple*) {
  Type* cls = class_argument(thread, args[0], date_types(thread).moment);
  if (!cls) return {};
  if (args[1].is_object() && args[3].is_empty() && is_state(args[1], kStateLength, 2, 12)) {
    return moment_from_state(thread, cls, args[1], args[2]);
  }
  static constexpr const char* kNames[] = {"year", "month", "day"};
  int64_t parts[7] = {};
  for (int i = 0; i < 7; ++i) {
    if (i < 3 && args[1 + i].is_empty()) {
      return raise(thread, Error::TypeError, "function missing required argument '{}' (pos {})", kNames[i], i + 1);
    }
    if (!read_part(thread, args[1 + i], &parts[i])) return {};
  }
  const Day day{parts[0], parts[1], parts[2]};
  Clock clock{parts[3], parts[4], parts[5], parts[6], 0};
  const Value zone = args[8].is_empty() ? Value::none() : args[8];
  if (!read_part(thread, args[9], &clock.fold) || !check_day(thread, day) || !check_clock(thread, clock) ||
      !check_zone(thread, zone)) {
    return {};
  }
  return new_moment(thread, cls, day, clock, zone);
}

// The moment in UTC, moved by the zone to where it is.
Ref moment_in_zone(Thread& thread, Type* cls, int64_t seconds, int64_t microseconds, Value zone) {
  if (!check_zone(thread, zone)) return {};
  Ref made = moment_from_timestamp(thread, cls, seconds, microseconds, !zone.is_none(), zone);
  if (!made || zone.is_none()) return made;
  Value moment = made.get();
  return call_method(thread, zone, intern(thread, "fromutc"), &moment, 1);
}

Ref moment_now_in(Thread& thread, Value cls, Value zone) {
  const int64_t now = thread.interpreter->world->wall_nanoseconds() / 1000;
  return moment_in_zone(thread, as<Type>(cls), now / kMillion, now % kMillion, zone);
}
Ref moment_now(Thread& thread, Args args, uint32_t, Tuple*) {
  return moment_now_in(thread, args[0], args[1].is_empty() ? Value::none() : args[1]);
}
Ref moment_utcnow(Thread& thread, Args args, uint32_t, Tuple*) {
  const int64_t now = thread.interpreter->world->wall_nanoseconds() / 1000;
  return moment_from_timestamp(thread, as<Type>(args[0]), now / kMillion, now % kMillion, true, Value::none());
}
Ref moment_fromtimestamp(Thread& thread, Args args, uint32_t, Tuple*) {
  int64_t seconds, microseconds;
  if (!read_timestamp(thread, args[1], &seconds, &microseconds)) return {};
  return moment_in_zone(thread, as<Type>(args[0]), seconds, microseconds,
                        args[2].is_empty() ? Value::none() : args[2]);
}
Ref moment_utcfromtimestamp(Thread& thread, Args args, uint32_t, Tuple*) {
  int64_t seconds, microseconds;
  if (!read_timestamp(thread, args[1], &seconds, &microseconds)) return {};
  return moment_from_timestamp(thread, as<Type>(args[0]), seconds, microseconds, true, Value::none());
}

Ref moment_combine(Thread& thread, Args args, uint32_t, Tuple*) {
  if (!is_date(args[1])) {
    return raise(thread, Error::TypeError, "combine() argument 1 must be datetime.date, not {}",
                 argument_name(thread, args[1]));
  }
  if (!is_time(args[2])) {
    return raise(thread, Error::TypeError, "combine() argument 2 must be datetime.time, not {}",
                 argument_name(thread, args[2]));
  }
  const TimeOfDay* time = time_of(args[2]);
  return make_moment(thread, as<Type>(args[0]), day_of(date_of(args[1])), clock_of(time),
                     args[3].is_empty() ? time->zone.peek() : args[3]);
}

// The length of the character between date and time, in bytes; 0: there is nothing.
size_t separator_length(std::string_view text, size_t at) {
  if (at >= text.size()) return 0;
  size_t length = 1;
  while (at + length < text.size() && (text[at + length] & 0xC0) == 0x80) ++length;
  return length;
}

Ref moment_from_iso(Thread& thread, Args args, uint32_t, Tuple*) {
  if (!is<Str>(args[1])) return raise(thread, Error::TypeError, "fromisoformat: argument must be str");
  const std::string text = to_utf8(as<Str>(args[1]));
  if (text.size() < 7) return raise_not_iso(thread, args[1]);
  const size_t end = iso_date_length(text);
  Day day;
  IsoClock read;
  if (end > text.size() || !read_iso_date(std::string_view(text).substr(0, end), &day)) {
    return raise_not_iso(thread, args[1]);
  }
  const size_t start = end + separator_length(text, end);
  if (end < text.size() && !read_iso_clock(std::string_view(text).substr(start), &read)) return raise_not_iso(thread, args[1]);
  Ref zone = zone_of_iso(thread, read);
  return zone ? make_moment(thread, as<Type>(args[0]), day, read.clock, zone.get()) : Ref();
}

Ref moment_strptime(Thread& thread, Args args, uint32_t, Tuple*) {
  for (int i = 1; i < 3; ++i) {
    if (is<Str>(args[i])) continue;
    return raise(thread, Error::TypeError, "strptime() argument {} must be str, not {}", i,
                 argument_name(thread, args[i]));
  }
  Ref import = dict_get_name(thread.interpreter->builtins, thread.names().__import__);
  Ref name = make_str(thread, "_strptime"), module = call(thread, import.get(), name.get());
  return module ? call_method(thread, module.get(), intern(thread, "_strptime_datetime"), args, 3) : Ref();
}

constexpr MethodDef kMethods[] = {
    {"__new__",
     "(cls, year=None, month=None, day=None, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0)",
     moment_create, MethodDef::Static},
    {"now", "(cls, /, tz=None)", moment_now, MethodDef::Class},
    {"utcnow", "(cls, /)", moment_utcnow, MethodDef::Class},
    {"fromtimestamp", "(cls, /, timestamp, tz=None)", moment_fromtimestamp, MethodDef::Class},
    {"utcfromtimestamp", "(cls, timestamp, /)", moment_utcfromtimestamp, MethodDef::Class},
    {"combine", "(cls, /, date, time, tzinfo=True)", moment_combine, MethodDef::Class},
    {"fromisoformat", "(cls, date_string, /)", moment_from_iso, MethodDef::Class},
    {"strptime", "(cls, date_string, format, /)", moment_strptime, MethodDef::Class},
};

}  // namespace

const Layout kMomentLayout = FieldLayout<Moment, &Moment::zone>::named("datetime");

void add_moment_constructors(Thread& thread, Type* type) { add_methods(thread, type, kMethods); }

Ref new_moment(Thread& thread, Type* cls, const Day& day, const Clock& clock, Value zone) {
  auto* moment = static_cast<Moment*>(cls == date_types(thread).moment ? allocate<Moment>(thread, cls->root)
                                                                       : allocate_instance(thread, cls, 0));
  if (!moment) return {};
  moment->year = static_cast<uint16_t>(day.year);
  moment->month = static_cast<uint8_t>(day.month);
  moment->day = static_cast<uint8_t>(day.day);
  moment->hour = static_cast<uint8_t>(clock.hour);
  moment->minute = static_cast<uint8_t>(clock.minute);
  moment->second = static_cast<uint8_t>(clock.second);
  moment->fold = static_cast<uint8_t>(clock.fold);
  moment->microsecond = static_cast<uint32_t>(clock.microsecond);
  moment->zone.init(Ref::share(zone));
  return Ref::own(moment);
}

Ref make_moment(Thread& thread, Type* cls, const Day& day, const Clock& clock, Value zone) {
  if (cls == date_types(thread).moment) {
    const bool right = check_day(thread, day) && check_clock(thread, clock) && check_zone(thread, zone);
    return right ? new_moment(thread, cls, day, clock, zone) : Ref();
  }
  const Value parts[] = {Value::integer(day.year),    Value::integer(day.month),     Value::integer(day.day),
                         Value::integer(clock.hour),  Value::integer(clock.minute),  Value::integer(clock.second),
                         Value::integer(clock.microsecond), zone};
  Ref made = call(thread, Value::object(cls), parts, std::size(parts));
  if (made && clock.fold && is_moment(made.get())) moment_of(made.get())->fold = 1;
  return made;
}

Ref moment_from_timestamp(Thread& thread, Type* cls, int64_t seconds, int64_t microseconds, bool utc, Value zone) {
  tm parts;
  if (!local_time(thread, seconds, utc, &parts)) return {};
  const Day day{parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday};
  Clock clock{parts.tm_hour, parts.tm_min, std::min(parts.tm_sec, 59), microseconds, 0};
  if (!check_day(thread, day)) return {};
  const int64_t shown = seconds_of(day, clock) - kEpochOrdinal * kDaySeconds;
  if (!utc && zone.is_none() && !fold_of_local(thread, seconds, shown, &clock.fold)) return {};
  return make_moment(thread, cls, day, clock, zone);
}

}  // namespace gillab
