// datetime.time.
#include <iterator>

#include "runtime/bytes.h"
#include "runtime/classes/construct.h"
#include "runtime/classes/layouts.h"
#include "runtime/int.h"
#include "runtime/interpreter.h"
#include "runtime/list.h"
#include "runtime/modules/datetime.h"
#include "runtime/str.h"

namespace gillab {
namespace {

using Args = const Value*;

constexpr size_t kStateLength = 6;

Ref offset_of(Thread& thread, const TimeOfDay* time) {
  return ask_offset(thread, time->zone.peek(), "utcoffset", Value::none());
}

int64_t microseconds_of(const TimeOfDay* time) {
  return (time->hour * 3600 + time->minute * 60 + time->second) * kMillion + time->microsecond;
}

// --- making them

Ref time_from_state(Thread& thread, Type* cls, Value state, Value zone) {
  if (zone.is_empty()) zone = Value::none();
  if (!zone.is_none() && !is_zone(zone)) return raise(thread, Error::TypeError, "bad tzinfo state arg");
  return new_time(thread, cls, clock_of_state(octets_of(state), 0), zone);
}

Ref time_create(Thread& thread, Args args, uint32_t, Tuple*) {
  Type* cls = class_argument(thread, args[0], date_types(thread).time);
  if (!cls) return {};
  if (args[1].is_object() && is_state(args[1], kStateLength, 0, 23)) {
    return time_from_state(thread, cls, args[1], args[2]);
  }
  Clock clock;
  const Value zone = args[5].is_empty() ? Value::none() : args[5];
  if (!read_part(thread, args[1], &clock.hour) || !read_part(thread, args[2], &clock.minute) ||
      !read_part(thread, args[3], &clock.second) || !read_part(thread, args[4], &clock.microsecond) ||
      !read_part(thread, args[6], &clock.fold) || !check_clock(thread, clock) || !check_zone(thread, zone)) {
    return {};
  }
  return new_time(thread, cls, clock, zone);
}

Ref time_from_iso(Thread& thread, Args args, uint32_t, Tuple*) {
  if (!is<Str>(args[1])) return raise(thread, Error::TypeError, "fromisoformat: argument must be str");
  const Str* text = as<Str>(args[1]);
  IsoClock read;
  if (!text->ascii) return raise_not_iso(thread, args[1]);
  std::string_view rest = text->ascii_view();
  if (!rest.empty() && rest[0] == 'T') rest.remove_prefix(1);
  if (!read_iso_clock(rest, &read)) return raise_not_iso(thread, args[1]);
  Ref zone = zone_of_iso(thread, read);
  return zone ? make_time(thread, as<Type>(args[0]), read.clock, zone.get()) : Ref();
}

Ref time_replace(Thread& thread, Args args, uint32_t, Tuple*) {
  const TimeOfDay* time = time_of(args[0]);
  Clock clock = clock_of(time);
  if (!read_part(thread, args[1], &clock.hour) || !read_part(thread, args[2], &clock.minute) ||
      !read_part(thread, args[3], &clock.second) || !read_part(thread, args[4], &clock.microsecond) ||
      !read_part(thread, args[6], &clock.fold)) {
    return {};
  }
  const Value zone = args[5].is_empty() ? time->zone.peek() : args[5];
  if (!check_clock(thread, clock) || !check_zone(thread, zone)) return {};
  return new_time(thread, type_of(thread, args[0]), clock, zone);
}

// --- text

Ref time_iso(Thread& thread, Args args, uint32_t count, Tuple*) {
  Pieces text;
  if (!add_clock(thread, &text, clock_of(time_of(args[0])), count > 1 ? args[1] : Value::empty())) return {};
  Ref offset = offset_of(thread, time_of(args[0]));
  if (!offset) return {};
  if (!offset.get().is_none()) add_offset(&text, total_of(delta_of(offset.get())), ":");
  return text.finish(thread);
}
Ref time_str(Thread& thread, Args args, uint32_t, Tuple*) {
  if (type_of(thread, args[0]) == date_types(thread).time) return time_iso(thread, args, 1, nullptr);
  return call_method(thread, args[0], intern(thread, "isoformat"));
}

Ref time_repr(Thread& thread, Args args, uint32_t, Tuple*) {
  const Clock clock = clock_of(time_of(args[0]));
  const int64_t parts[] = {clock.hour, clock.minute, clock.second, clock.microsecond};
  return show_parts(thread, args[0], parts, std::size(parts), 2);
}

// --- zones

Ref time_offset(Thread& thread, Args args, uint32_t, Tuple*) { return offset_of(thread, time_of(args[0])); }
Ref time_dst(Thread& thread, Args args, uint32_t, Tuple*) {
  return ask_offset(thread, time_of(args[0])->zone.peek(), "dst", Value::none());
}
Ref time_zone_name(Thread& thread, Args args, uint32_t, Tuple*) {
  return ask_zone_name(thread, time_of(args[0])->zone.peek(), Value::none());
}

// --- comparison

template <Compare op>
Ref time_compare(Thread& thread, Args args, uint32_t, Tuple*) {
  if (!is_time(args[1])) return Ref::not_implemented();
  const TimeOfDay *left = time_of(args[0]), *right = time_of(args[1]);
  const int64_t distance = microseconds_of(left) - microseconds_of(right);
  if (left->zone.peek() == right->zone.peek()) return answer(op, distance);
  Ref mine = offset_of(thread, left), theirs = mine ? offset_of(thread, right) : Ref();
  if (!theirs) return {};
  if (mine.get().is_none() == theirs.get().is_none()) {
    const Microseconds moved = distance - offset_or_zero(mine.get()) + offset_or_zero(theirs.get());
    return answer(op, moved < 0, moved == 0);
  }
  if (op == Compare::Equal || op == Compare::NotEqual) return Ref::boolean(op == Compare::NotEqual);
  return raise(thread, Error::TypeError, "can't compare offset-naive and offset-aware times");
}

Ref time_hash(Thread& thread, Args args, uint32_t, Tuple*) {
  const TimeOfDay* time = time_of(args[0]);
  Ref plain;  // without fold, which says nothing about which time it is
  if (time->fold) {
    Clock clock = clock_of(time);
    clock.fold = 0;
    plain = new_time(thread, date_types(thread).time, clock, time->zone.peek());
    if (!plain) return {};
    time = time_of(plain.get());
  }
  Ref offset = offset_of(thread, time);
  if (!offset) return {};
  if (offset.get().is_none()) {
    const std::string state = clock_state(time, false);
    return make_int(thread, hash_bytes(state.data(), state.size(), thread.interpreter->hash_seed));
  }
  return make_int(thread, hash_int(microseconds_of(time) - static_cast<int64_t>(offset_or_zero(offset.get()))));
}

Ref reduce_with(Thread& thread, Value self, bool with_fold) {
  const TimeOfDay* time = time_of(self);
  Ref state = make_bytes(thread, clock_state(time, with_fold)), arguments;
  if (!state) return {};
  const Value zone = time->zone.peek();
  arguments = zone.is_none() ? make_tuple_of(thread, state.get()) : make_tuple_of(thread, state.get(), zone);
  return arguments ? make_tuple_of(thread, Value::object(type_of(thread, self)), arguments.get()) : Ref();
}
Ref time_reduce_ex(Thread& thread, Args args, uint32_t, Tuple*) {
  int64_t protocol;
  return read_part(thread, args[1], &protocol) ? reduce_with(thread, args[0], protocol > 3) : Ref();
}
Ref time_reduce(Thread& thread, Args args, uint32_t, Tuple*) { return reduce_with(thread, args[0], false); }

template <auto part>
Ref get_part(Thread&, Value self) { return Ref::own(Value::integer(time_of(self)->*part)); }
Ref get_zone(Thread&, Value self) { return time_of(self)->zone.take(); }

constexpr MethodDef kMethods[] = {
    {"__new__", "(cls, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0)", time_create,
     MethodDef::Static},
    {"fromisoformat", "(cls, time_string, /)", time_from_iso, MethodDef::Class},
    {"__repr__", "(self, /)", time_repr},
    {"__str__", "(self, /)", time_str},
    {"__format__", "(self, format, /)", text_as_format},
    {"isoformat", "(self, /, timespec='auto')", time_iso},
    {"strftime", "(self, /, format)", datetime_strftime},
    {"replace", "(self, /, hour=None, minute=None, second=None, microsecond=None, tzinfo=True, *, fold=None)",
     time_replace},
    {"utcoffset", "(self, /)", time_offset},
    {"dst", "(self, /)", time_dst},
    {"tzname", "(self, /)", time_zone_name},
    {"__lt__", "(self, value, /)", time_compare<Compare::Less>},
    {"__le__", "(self, value, /)", time_compare<Compare::LessEqual>},
    {"__eq__", "(self, value, /)", time_compare<Compare::Equal>},
    {"__ne__", "(self, value, /)", time_compare<Compare::NotEqual>},
    {"__gt__", "(self, value, /)", time_compare<Compare::Greater>},
    {"__ge__", "(self, value, /)", time_compare<Compare::GreaterEqual>},
    {"__hash__", "(self, /)", time_hash},
    {"__reduce_ex__", "(self, protocol, /)", time_reduce_ex},
    {"__reduce__", "(self, /)", time_reduce},
};
constexpr GetSetDef kGetSets[] = {{"hour", get_part<&TimeOfDay::hour>},
                                  {"minute", get_part<&TimeOfDay::minute>},
                                  {"second", get_part<&TimeOfDay::second>},
                                  {"microsecond", get_part<&TimeOfDay::microsecond>},
                                  {"fold", get_part<&TimeOfDay::fold>},
                                  {"tzinfo", get_zone}};

}  // namespace

const Layout kTimeLayout = FieldLayout<TimeOfDay, &TimeOfDay::zone>::named("time");

Clock clock_of_state(const std::string& octets, size_t start) {
  const auto part = [&](size_t i) { return static_cast<unsigned char>(octets[start + i]); };
  return {part(0) & 0x7F, part(1), part(2), part(3) << 16 | part(4) << 8 | part(5), part(0) >> 7};
}

// The name of the class and its parts, of which zeros at the end are left out, but `least` stay.
Ref show_parts(Thread& thread, Value object, const int64_t* parts, size_t count, size_t least) {
  while (count > least && parts[count - 1] == 0) --count;
  StrBuilder text(thread);
  text.add(type_name(thread, object));
  for (size_t i = 0; i < count; ++i) {
    text.add(i == 0 ? "(" : ", ");
    text.add_integer(parts[i]);
  }
  const Value zone = is_time(object) ? time_of(object)->zone.peek() : moment_of(object)->zone.peek();
  const bool fold = is_time(object) ? time_of(object)->fold : moment_of(object)->fold;
  if (fold && is_moment(object)) text.add(", fold=1");
  if (!zone.is_none()) {
    text.add(", tzinfo=");
    if (!text.add_repr(zone)) return {};
  }
  if (fold && is_time(object)) text.add(", fold=1");
  text.add(")");
  return text.finish();
}

Ref new_time(Thread& thread, Type* cls, const Clock& clock, Value zone) {
  auto* time = static_cast<TimeOfDay*>(cls == date_types(thread).time ? allocate<TimeOfDay>(thread, cls->root)
                                                                      : allocate_instance(thread, cls, 0));
  if (!time) return {};
  time->hour = static_cast<uint8_t>(clock.hour);
  time->minute = static_cast<uint8_t>(clock.minute);
  time->second = static_cast<uint8_t>(clock.second);
  time->fold = static_cast<uint8_t>(clock.fold);
  time->microsecond = static_cast<uint32_t>(clock.microsecond);
  time->zone.init(Ref::share(zone));
  return Ref::own(time);
}

Ref make_time(Thread& thread, Type* cls, const Clock& clock, Value zone) {
  if (cls == date_types(thread).time) {
    return check_clock(thread, clock) && check_zone(thread, zone) ? new_time(thread, cls, clock, zone) : Ref();
  }
  const Value parts[] = {Value::integer(clock.hour), Value::integer(clock.minute), Value::integer(clock.second),
                         Value::integer(clock.microsecond), zone};
  Ref made = call(thread, Value::object(cls), parts, std::size(parts));
  if (made && clock.fold && is_time(made.get())) time_of(made.get())->fold = 1;
  return made;
}

Type* make_time_type(Thread& thread) {
  Type* type = make_native_type(thread, {"datetime.time", "datetime", &kTimeLayout, kBaseType | kOwnGuards,
                                         Kind::Extension, "A time of day."}, nullptr);
  if (!type) return nullptr;
  add_methods(thread, type, kMethods);
  add_getsets(thread, type, kGetSets);
  finish_type(thread, type);
  return type;
}

bool add_time_constants(Thread& thread) {
  Type* type = date_types(thread).time;
  add_constant(thread, type, "min", new_time(thread, type, {}, Value::none()));
  add_constant(thread, type, "max", new_time(thread, type, {23, 59, 59, 999999, 0}, Value::none()));
  add_constant(thread, type, "resolution", make_delta(thread, 1));
  return !thread.has_exception();
}

}  // namespace gillab
