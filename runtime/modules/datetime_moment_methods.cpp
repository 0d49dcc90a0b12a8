// datetime.datetime: what is done with moments. Making them: datetime_moment.cpp.
#include <ctime>
#include <iterator>

#include "runtime/bytes.h"
#include "runtime/float.h"
#include "runtime/int.h"
#include "runtime/interpreter.h"
#include "runtime/list.h"
#include "runtime/modules/datetime.h"
#include "runtime/str.h"

namespace gillab {
namespace {

using Args = const Value*;

int64_t microseconds_of(const Moment* moment) {
  return seconds_of(day_of(moment), clock_of(moment)) * kMillion + moment->microsecond;
}

Ref offset_of(Thread& thread, Value moment) {
  return ask_offset(thread, moment_of(moment)->zone.peek(), "utcoffset", moment);
}

Ref with_fold(Thread& thread, const Moment* moment, int64_t fold) {
  Clock clock = clock_of(moment);
  clock.fold = fold;
  return new_moment(thread, date_types(thread).moment, day_of(moment), clock, moment->zone.peek());
}

// --- parts

Ref moment_date(Thread& thread, Args args, uint32_t, Tuple*) {
  return new_date(thread, date_types(thread).date, day_of(date_of(args[0])));
}
Ref moment_time(Thread& thread, Args args, uint32_t, Tuple*) {
  return new_time(thread, date_types(thread).time, clock_of(moment_of(args[0])), Value::none());
}
Ref moment_timetz(Thread& thread, Args args, uint32_t, Tuple*) {
  return new_time(thread, date_types(thread).time, clock_of(moment_of(args[0])), moment_of(args[0])->zone.peek());
}

Ref moment_replace(Thread& thread, Args args, uint32_t, Tuple*) {
  const Moment* moment = moment_of(args[0]);
  Day day = day_of(moment);
  Clock clock = clock_of(moment);
  int64_t* const parts[] = {&day.year,     &day.month,    &day.day,          &clock.hour,
                            &clock.minute, &clock.second, &clock.microsecond};
  for (size_t i = 0; i < std::size(parts); ++i) {
    if (!read_part(thread, args[1 + i], parts[i])) return {};
  }
  if (!read_part(thread, args[9], &clock.fold)) return {};
  const Value zone = args[8].is_empty() ? moment->zone.peek() : args[8];
  if (!check_day(thread, day) || !check_clock(thread, clock) || !check_zone(thread, zone)) return {};
  return new_moment(thread, type_of(thread, args[0]), day, clock, zone);
}

// --- zones

Ref moment_offset(Thread& thread, Args args, uint32_t, Tuple*) { return offset_of(thread, args[0]); }
Ref moment_dst(Thread& thread, Args args, uint32_t, Tuple*) {
  return ask_offset(thread, moment_of(args[0])->zone.peek(), "dst", args[0]);
}
Ref moment_zone_name(Thread& thread, Args args, uint32_t, Tuple*) {
  return ask_zone_name(thread, moment_of(args[0])->zone.peek(), args[0]);
}

Ref moment_tuple(Thread& thread, Args args, uint32_t, Tuple*) {
  Ref dst = moment_dst(thread, args, 1, nullptr);
  if (!dst) return {};
  const int64_t summer = dst.get().is_none() ? -1 : total_of(delta_of(dst.get())) != 0;
  return time_tuple(thread, day_of(date_of(args[0])), clock_of(moment_of(args[0])), summer);
}

Ref moment_utc_tuple(Thread& thread, Args args, uint32_t, Tuple*) {
  Ref offset = offset_of(thread, args[0]);
  if (!offset) return {};
  Type* plain = date_types(thread).moment;
  Ref utc = moment_plus(thread, moment_of(args[0]), -offset_or_zero(offset.get()), plain);
  return utc ? time_tuple(thread, day_of(date_of(utc.get())), clock_of(moment_of(utc.get())), 0) : Ref();
}

constexpr int64_t kEpoch = kEpochOrdinal * kDaySeconds * kMillion;

Ref moment_timestamp(Thread& thread, Args args, uint32_t, Tuple*) {
  const Moment* moment = moment_of(args[0]);
  if (moment->zone.peek().is_none()) {
    int64_t seconds;
    if (!local_to_timestamp(thread, moment, &seconds)) return {};
    return make_float(thread, static_cast<double>(seconds) + moment->microsecond / 1e6);
  }
  Ref offset = offset_of(thread, args[0]);
  if (!offset) return {};
  if (offset.get().is_none()) {
    return raise(thread, Error::TypeError, "can't subtract offset-naive and offset-aware datetimes");
  }
  const Microseconds since = microseconds_of(moment) - kEpoch - offset_or_zero(offset.get());
  return int_true_divide(thread, Value::integer(static_cast<int64_t>(since)), Value::integer(kMillion));
}

// The machine's zone at a moment.
Ref local_zone(Thread& thread, int64_t timestamp) {
  tm parts;
  if (!local_time(thread, timestamp, false, &parts)) return {};
  Ref name = make_str(thread, parts.tm_zone ? parts.tm_zone : "");
  return name ? make_fixed_zone(thread, static_cast<Microseconds>(parts.tm_gmtoff) * kMillion, name.get()) : Ref();
}

int64_t floor_seconds(int64_t microseconds) {
  return microseconds / kMillion - (microseconds % kMillion < 0);
}

// The moment's distance from UTC: what its zone says, or where it has none the machine's.
Ref known_offset(Thread& thread, Value moment, Ref* zone) {
  *zone = moment_of(moment)->zone.take();
  Ref offset = offset_of(thread, moment);
  if (!offset || !offset.get().is_none()) return offset;
  int64_t timestamp;
  if (!local_to_timestamp(thread, moment_of(moment), &timestamp)) return {};
  *zone = local_zone(thread, timestamp);
  return *zone ? ask_offset(thread, zone->get(), "utcoffset", moment) : Ref();
}

Ref moment_as_zone(Thread& thread, Args args, uint32_t, Tuple*) {
  Ref target = args[1].is_empty() ? Ref::none() : Ref::share(args[1]);
  if (!target.get().is_none() && !is_zone(target.get())) {
    return raise(thread, Error::TypeError, "tzinfo argument must be None or of a tzinfo subclass, not type '{}'",
                 type_name(thread, target.get()));
  }
  if (moment_of(args[0])->zone.peek() == target.get() && !target.get().is_none()) return Ref::share(args[0]);
  Ref zone, offset = known_offset(thread, args[0], &zone);
  if (!offset) return {};
  if (zone.get() == target.get()) return Ref::share(args[0]);
  Type* plain = date_types(thread).moment;
  Ref utc = moment_plus(thread, moment_of(args[0]), -offset_or_zero(offset.get()), type_of(thread, args[0]));
  if (!utc) return {};
  if (!is_moment(utc.get())) return utc;
  if (target.get().is_none()) {
    target = local_zone(thread, floor_seconds(microseconds_of(moment_of(utc.get())) - kEpoch));
    if (!target) return {};
  }
  Type* cls = type_of(thread, args[0]);
  Clock clock = clock_of(moment_of(utc.get()));
  Ref there = cls == plain ? new_moment(thread, plain, day_of(date_of(utc.get())), clock, target.get())
                           : make_moment(thread, cls, day_of(date_of(utc.get())), clock, target.get());
  if (!there) return {};
  Value moment = there.get();
  return call_method(thread, target.get(), intern(thread, "fromutc"), &moment, 1);
}

// --- text

Ref iso_text(Thread& thread, Value self, char32_t separator, Value spec) {
  Pieces date, clock;
  add_date(&date, day_of(date_of(self)));
  if (!add_clock(thread, &clock, clock_of(moment_of(self)), spec)) return {};
  Ref offset = offset_of(thread, self);
  if (!offset) return {};
  if (!offset.get().is_none()) add_offset(&clock, total_of(delta_of(offset.get())), ":");
  if (separator < 128) {
    date.add(static_cast<char>(separator));
    for (size_t i = 0; i < clock.length; ++i) date.add(clock.text[i]);
    return date.finish(thread);
  }
  StrBuilder text(thread);
  text.add_ascii(date.text, date.length);
  text.add(separator);
  text.add_ascii(clock.text, clock.length);
  return text.finish();
}

Ref moment_iso(Thread& thread, Args args, uint32_t, Tuple*) {
  char32_t separator = 'T';
  if (!args[1].is_empty()) {
    if (!is<Str>(args[1]) || as<Str>(args[1])->length != 1) {
      return raise(thread, Error::TypeError, "isoformat() argument 1 must be a unicode character, not {}",
                   argument_name(thread, args[1]));
    }
    separator = as<Str>(args[1])->at(0);
  }
  return iso_text(thread, args[0], separator, args[2]);
}

Ref moment_str(Thread& thread, Args args, uint32_t, Tuple*) {
  if (type_of(thread, args[0]) == date_types(thread).moment) return iso_text(thread, args[0], ' ', Value::empty());
  Ref separator = make_str(thread, " ");
  Value argument = separator.get();
  return call_method(thread, args[0], intern(thread, "isoformat"), &argument, 1);
}

Ref moment_repr(Thread& thread, Args args, uint32_t, Tuple*) {
  const Day day = day_of(date_of(args[0]));
  const Clock clock = clock_of(moment_of(args[0]));
  const int64_t parts[] = {day.year,     day.month,    day.day,          clock.hour,
                           clock.minute, clock.second, clock.microsecond};
  return show_parts(thread, args[0], parts, std::size(parts), 5);
}

// --- comparison

// Whether the zone would say something else if fold were the other: then the moment equals none in another zone.
Truth depends_on_fold(Thread& thread, Value moment, Value offset) {
  Ref other = with_fold(thread, moment_of(moment), !moment_of(moment)->fold);
  Ref flipped = other ? offset_of(thread, other.get()) : Ref();
  if (!flipped) return Truth::Error;
  if (flipped.get().is_none() || offset.is_none()) return truth_of(flipped.get() != offset);
  return truth_of(offset_or_zero(flipped.get()) != offset_or_zero(offset));
}

template <Compare op>
Ref compare_in_zones(Thread& thread, Value left, Value right, int64_t distance) {
  constexpr bool kOfEquality = op == Compare::Equal || op == Compare::NotEqual;
  Ref mine = offset_of(thread, left), theirs = mine ? offset_of(thread, right) : Ref();
  if (!theirs) return {};
  if (mine.get().is_none() != theirs.get().is_none()) {
    if (kOfEquality) return Ref::boolean(op == Compare::NotEqual);
    return raise(thread, Error::TypeError, "can't compare offset-naive and offset-aware datetimes");
  }
  const Microseconds moved = distance - offset_or_zero(mine.get()) + offset_or_zero(theirs.get());
  if (kOfEquality && moved == 0) {
    Truth apart = depends_on_fold(thread, left, mine.get());
    if (apart == Truth::No) apart = depends_on_fold(thread, right, theirs.get());
    if (apart == Truth::Error) return {};
    if (apart == Truth::Yes) return Ref::boolean(op == Compare::NotEqual);
  }
  return answer(op, moved < 0, moved == 0);
}

template <Compare op>
Ref moment_compare(Thread& thread, Args args, uint32_t, Tuple*) {
  if (!is_moment(args[1])) {
    if (!is_date(args[1])) return Ref::not_implemented();
    if (op == Compare::Equal || op == Compare::NotEqual) return Ref::boolean(op == Compare::NotEqual);
    return raise(thread, Error::TypeError, "can't compare {} to {}", type_name(thread, args[0]),
                 type_name(thread, args[1]));
  }
  const int64_t distance = microseconds_of(moment_of(args[0])) - microseconds_of(moment_of(args[1]));
  if (moment_of(args[0])->zone.peek() == moment_of(args[1])->zone.peek()) return answer(op, distance);
  return compare_in_zones<op>(thread, args[0], args[1], distance);
}

Ref moment_hash(Thread& thread, Args args, uint32_t, Tuple*) {
  const Moment* moment = moment_of(args[0]);
  Ref plain;  // fold says nothing about which moment it is
  Value asked = args[0];
  if (moment->fold && !moment->zone.peek().is_none()) {
    plain = with_fold(thread, moment, 0);
    if (!plain) return {};
    asked = plain.get();
  }
  Ref offset = offset_of(thread, asked);
  if (!offset) return {};
  if (offset.get().is_none()) {
    const std::string state = date_state(moment) + clock_state(moment, false);
    return make_int(thread, hash_bytes(state.data(), state.size(), thread.interpreter->hash_seed));
  }
  return make_int(thread, hash_int(microseconds_of(moment) - static_cast<int64_t>(offset_or_zero(offset.get()))));
}

// --- arithmetic

Ref moment_add(Thread& thread, Args args, uint32_t, Tuple*) {
  if (!is_delta(args[1])) return Ref::not_implemented();
  return moment_plus(thread, moment_of(args[0]), total_of(delta_of(args[1])), type_of(thread, args[0]));
}

Ref moment_subtract(Thread& thread, Args args, uint32_t, Tuple*) {
  if (is_moment(args[1])) return moment_minus(thread, args[0], args[1]);
  if (!is_delta(args[1])) return Ref::not_implemented();
  return moment_plus(thread, moment_of(args[0]), -total_of(delta_of(args[1])), type_of(thread, args[0]));
}
Ref moment_subtract_from(Thread& thread, Args args, uint32_t, Tuple*) {
  return is_moment(args[1]) ? moment_minus(thread, args[1], args[0]) : Ref::not_implemented();
}

Ref reduce_with(Thread& thread, Value self, bool fold) {
  const Moment* moment = moment_of(self);
  std::string octets = date_state(moment) + clock_state(moment, false);
  if (fold && moment->fold) octets[2] = static_cast<char>(octets[2] | 0x80);
  Ref state = make_bytes(thread, octets), arguments;
  if (!state) return {};
  const Value zone = moment->zone.peek();
  arguments = zone.is_none() ? make_tuple_of(thread, state.get()) : make_tuple_of(thread, state.get(), zone);
  return arguments ? make_tuple_of(thread, Value::object(type_of(thread, self)), arguments.get()) : Ref();
}
Ref moment_reduce_ex(Thread& thread, Args args, uint32_t, Tuple*) {
  int64_t protocol;
  return read_part(thread, args[1], &protocol) ? reduce_with(thread, args[0], protocol > 3) : Ref();
}
Ref moment_reduce(Thread& thread, Args args, uint32_t, Tuple*) { return reduce_with(thread, args[0], false); }

template <auto part>
Ref get_part(Thread&, Value self) { return Ref::own(Value::integer(moment_of(self)->*part)); }
Ref get_zone(Thread&, Value self) { return moment_of(self)->zone.take(); }

constexpr MethodDef kMethods[] = {
    {"date", "(self, /)", moment_date},
    {"time", "(self, /)", moment_time},
    {"timetz", "(self, /)", moment_timetz},
    {"replace",
     "(self, /, year=None, month=None, day=None, hour=None, minute=None, second=None, microsecond=None, tzinfo=True, "
     "*, fold=None)", moment_replace},
    {"utcoffset", "(self, /)", moment_offset},
    {"dst", "(self, /)", moment_dst},
    {"tzname", "(self, /)", moment_zone_name},
    {"timetuple", "(self, /)", moment_tuple},
    {"utctimetuple", "(self, /)", moment_utc_tuple},
    {"timestamp", "(self, /)", moment_timestamp},
    {"astimezone", "(self, /, tz=None)", moment_as_zone},
    {"isoformat", "(self, /, sep='T', timespec='auto')", moment_iso},
    {"__str__", "(self, /)", moment_str},
    {"__repr__", "(self, /)", moment_repr},
    {"__add__", "(self, value, /)", moment_add},
    {"__radd__", "(self, value, /)", moment_add},
    {"__sub__", "(self, value, /)", moment_subtract},
    {"__rsub__", "(self, value, /)", moment_subtract_from},
    {"__lt__", "(self, value, /)", moment_compare<Compare::Less>},
    {"__le__", "(self, value, /)", moment_compare<Compare::LessEqual>},
    {"__eq__", "(self, value, /)", moment_compare<Compare::Equal>},
    {"__ne__", "(self, value, /)", moment_compare<Compare::NotEqual>},
    {"__gt__", "(self, value, /)", moment_compare<Compare::Greater>},
    {"__ge__", "(self, value, /)", moment_compare<Compare::GreaterEqual>},
    {"__hash__", "(self, /)", moment_hash},
    {"__reduce_ex__", "(self, protocol, /)", moment_reduce_ex},
    {"__reduce__", "(self, /)", moment_reduce},
};
constexpr GetSetDef kGetSets[] = {{"hour", get_part<&Moment::hour>},
                                  {"minute", get_part<&Moment::minute>},
                                  {"second", get_part<&Moment::second>},
                                  {"microsecond", get_part<&Moment::microsecond>},
                                  {"fold", get_part<&Moment::fold>},
                                  {"tzinfo", get_zone}};

}  // namespace

Ref moment_plus(Thread& thread, const Moment* moment, Microseconds distance, Type* cls) {
  const Microseconds total = microseconds_of(moment) + distance;
  if (total < kDayMicroseconds || total >= (kMaxOrdinal + 1) * static_cast<Microseconds>(kDayMicroseconds)) {
    return raise(thread, Error::OverflowError, "date value out of range");
  }
  const int64_t microseconds = static_cast<int64_t>(total), rest = microseconds % kDayMicroseconds;
  const int64_t seconds = rest / kMillion;
  const Clock clock{seconds / 3600, seconds / 60 % 60, seconds % 60, rest % kMillion, 0};
  const Day day = from_ordinal(microseconds / kDayMicroseconds);
  const Value zone = moment->zone.peek();
  if (cls == date_types(thread).moment) return new_moment(thread, cls, day, clock, zone);
  return make_moment(thread, cls, day, clock, zone);
}

Ref moment_minus(Thread& thread, Value left, Value right) {
  const int64_t distance = microseconds_of(moment_of(left)) - microseconds_of(moment_of(right));
  if (moment_of(left)->zone.peek() == moment_of(right)->zone.peek()) return make_delta(thread, distance);
  Ref mine = offset_of(thread, left), theirs = mine ? offset_of(thread, right) : Ref();
  if (!theirs) return {};
  if (mine.get().is_none() != theirs.get().is_none()) {
    return raise(thread, Error::TypeError, "can't subtract offset-naive and offset-aware datetimes");
  }
  return make_delta(thread, distance - offset_or_zero(mine.get()) + offset_or_zero(theirs.get()));
}

Type* make_moment_type(Thread& thread, Type* date) {
  Type* type = make_native_type(thread, {"datetime.datetime", "datetime", &kMomentLayout, kBaseType | kOwnGuards,
                                         Kind::Extension, "A day and a time of day."}, date);
  if (!type) return nullptr;
  add_moment_constructors(thread, type);
  add_methods(thread, type, kMethods);
  add_getsets(thread, type, kGetSets);
  finish_type(thread, type);
  return type;
}

bool add_moment_constants(Thread& thread) {
  Type* type = date_types(thread).moment;
  add_constant(thread, type, "min", new_moment(thread, type, {1, 1, 1}, {}, Value::none()));
  add_constant(thread, type, "max", new_moment(thread, type, {9999, 12, 31}, {23, 59, 59, 999999, 0}, Value::none()));
  add_constant(thread, type, "resolution", make_delta(thread, 1));
  return !thread.has_exception();
}

}  // namespace gillab
