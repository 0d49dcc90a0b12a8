// datetime.tzinfo and datetime.timezone, and what is asked of zones.
#include "runtime/classes/construct.h"
#include "runtime/classes/layouts.h"
#include "runtime/int.h"
#include "runtime/list.h"
#include "runtime/modules/datetime.h"
#include "runtime/str.h"

namespace gillab {
namespace {

using Args = const Value*;

struct Zone : Object {  // tzinfo
  static constexpr Kind kKind = Kind::Extension;
};

void destroy_zone(Thread& thread, Object* object) { free_with_attributes(thread, object, sizeof(Zone)); }
FixedZone* fixed_of(Value value) { return static_cast<FixedZone*>(value.as_object()); }

// --- tzinfo

Ref zone_new(Thread& thread, Args args, uint32_t count, Tuple*) {
  if (count == 0 || !is<Type>(args[0])) return raise(thread, Error::TypeError, "tzinfo.__new__(X): X is not a type object");
  return Ref::own(allocate_instance(thread, as<Type>(args[0]), 0));
}

template <char kWhat>
Ref zone_absent(Thread& thread, Args, uint32_t, Tuple*) {
  return raise(thread, Error::NotImplementedError, "a tzinfo subclass must implement {}()",
               kWhat == 'n' ? "tzname" : kWhat == 'o' ? "utcoffset" : "dst");
}

bool check_own_moment(Thread& thread, Value zone, Value moment) {
  if (!is_moment(moment)) return raise(thread, Error::TypeError, "fromutc: argument must be a datetime");
  return moment_of(moment)->zone.peek() == zone || raise(thread, Error::ValueError, "fromutc: dt.tzinfo is not self");
}

// Summer time is added after the rest: whether it is summer there is asked of the moment in standard time.
Ref zone_from_utc(Thread& thread, Args args, uint32_t, Tuple*) {
  if (!check_own_moment(thread, args[0], args[1])) return {};
  Ref offset = ask_offset(thread, args[0], "utcoffset", args[1]);
  if (!offset) return {};
  if (offset.get().is_none()) {
    return raise(thread, Error::ValueError, "fromutc: non-None utcoffset() result required");
  }
  Ref dst = ask_offset(thread, args[0], "dst", args[1]);
  if (!dst) return {};
  if (dst.get().is_none()) return raise(thread, Error::ValueError, "fromutc: non-None dst() result required");
  const Microseconds standard = offset_or_zero(offset.get()) - offset_or_zero(dst.get());
  Ref there = moment_plus(thread, moment_of(args[1]), standard, type_of(thread, args[1]));
  dst = there ? ask_offset(thread, args[0], "dst", there.get()) : Ref();
  if (!dst) return {};
  if (dst.get().is_none()) {
    return raise(thread, Error::ValueError, "fromutc: tz.dst() gave inconsistent results; cannot convert");
  }
  const Microseconds summer = offset_or_zero(dst.get());
  if (summer == 0 || !is_moment(there.get())) return there;
  return moment_plus(thread, moment_of(there.get()), summer, type_of(thread, there.get()));
}

Ref zone_reduce(Thread& thread, Args args, uint32_t, Tuple*) {
  Ref arguments, given = get_attribute_or_empty(thread, args[0], intern(thread, "__getinitargs__"));
  if (thread.has_exception()) return {};
  arguments = given ? call(thread, given.get()) : empty_tuple(thread);
  Ref state = arguments ? call_method(thread, args[0], thread.names().__getstate__) : Ref();
  if (!state) return {};
  return make_tuple_of(thread, Value::object(type_of(thread, args[0])), arguments.get(), state.get());
}

// --- timezone

Ref new_fixed_zone(Thread& thread, Type* cls, Value offset, Value name) {
  Object* object = allocate_instance(thread, cls, 0);
  if (!object) return {};
  auto* zone = static_cast<FixedZone*>(object);
  zone->offset.init(Ref::share(offset));
  zone->name.init(name.is_empty() ? Ref() : Ref::share(name));
  return Ref::own(zone);
}

Ref checked_fixed_zone(Thread& thread, Value offset, Value name) {
  const Microseconds total = total_of(delta_of(offset));
  if (total == 0 && name.is_empty()) return Ref::share(date_types(thread).utc);
  if (total > -kDayMicroseconds && total < kDayMicroseconds) {
    return new_fixed_zone(thread, date_types(thread).fixed_zone, offset, name);
  }
  Ref shown = repr(thread, offset);
  if (!shown) return {};
  return raise(thread, Error::ValueError,
               "offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24), not {}.",
               shown.get());
}

Ref fixed_new(Thread& thread, Args args, uint32_t, Tuple*) {
  if (!is_delta(args[1])) {
    return raise(thread, Error::TypeError, "timezone() argument 1 must be datetime.timedelta, not {}",
                 argument_name(thread, args[1]));
  }
  if (!args[2].is_empty() && !is<Str>(args[2])) {
    return raise(thread, Error::TypeError, "timezone() argument 2 must be str, not {}", argument_name(thread, args[2]));
  }
  return checked_fixed_zone(thread, args[1], args[2]);
}

bool check_asked(Thread& thread, Value moment, const char* method) {
  if (moment.is_none() || is_moment(moment)) return true;
  return raise(thread, Error::TypeError, "{}(dt) argument must be a datetime instance or None, not {}", method,
               type_name(thread, moment));
}

Ref fixed_offset(Thread& thread, Args args, uint32_t, Tuple*) {
  return check_asked(thread, args[1], "utcoffset") ? fixed_of(args[0])->offset.take() : Ref();
}
Ref fixed_dst(Thread& thread, Args args, uint32_t, Tuple*) {
  return check_asked(thread, args[1], "dst") ? Ref::none() : Ref();
}

Ref name_of(Thread& thread, const FixedZone* zone) {
  if (!zone->name.peek().is_empty()) return zone->name.take();
  const Microseconds offset = total_of(delta_of(zone->offset.peek()));
  Pieces text;
  text.add("UTC");
  if (offset != 0) add_offset(&text, offset, ":");
  return text.finish(thread);
}
Ref fixed_name(Thread& thread, Args args, uint32_t, Tuple*) {
  return check_asked(thread, args[1], "tzname") ? name_of(thread, fixed_of(args[0])) : Ref();
}
Ref fixed_str(Thread& thread, Args args, uint32_t, Tuple*) { return name_of(thread, fixed_of(args[0])); }

Ref fixed_repr(Thread& thread, Args args, uint32_t, Tuple*) {
  const FixedZone* zone = fixed_of(args[0]);
  if (zone == date_types(thread).utc) return make_str(thread, "datetime.timezone.utc");
  StrBuilder text(thread);
  text.add(type_name(thread, args[0]));
  text.add("(");
  if (!text.add_repr(zone->offset.peek())) return {};
  if (!zone->name.peek().is_empty()) {
    text.add(", ");
    if (!text.add_repr(zone->name.peek())) return {};
  }
  text.add(")");
  return text.finish();
}

Ref fixed_from_utc(Thread& thread, Args args, uint32_t, Tuple*) {
  if (!check_own_moment(thread, args[0], args[1])) return {};
  const Microseconds offset = total_of(delta_of(fixed_of(args[0])->offset.peek()));
  return moment_plus(thread, moment_of(args[1]), offset, type_of(thread, args[1]));
}

template <Compare op>
Ref fixed_compare(Thread&, Args args, uint32_t, Tuple*) {
  if (layout_of(args[1]) != &kFixedZoneLayout) return Ref::not_implemented();
  const bool same = total_of(delta_of(fixed_of(args[0])->offset.peek())) ==
                    total_of(delta_of(fixed_of(args[1])->offset.peek()));
  return answer(op, false, same);
}

Ref fixed_hash(Thread& thread, Args args, uint32_t, Tuple*) {
  int64_t result;
  return hash(thread, fixed_of(args[0])->offset.peek(), &result) ? make_int(thread, result) : Ref();
}

Ref fixed_arguments(Thread& thread, Args args, uint32_t, Tuple*) {
  const FixedZone* zone = fixed_of(args[0]);
  if (zone->name.peek().is_empty()) return make_tuple_of(thread, zone->offset.peek());
  return make_tuple_of(thread, zone->offset.peek(), zone->name.peek());
}

constexpr MethodDef kZoneMethods[] = {
    {"__new__", "*", zone_new, MethodDef::Static},
    {"tzname", "(self, dt, /)", zone_absent<'n'>},
    {"utcoffset", "(self, dt, /)", zone_absent<'o'>},
    {"dst", "(self, dt, /)", zone_absent<'d'>},
    {"fromutc", "(self, dt, /)", zone_from_utc},
    {"__reduce__", "(self, /)", zone_reduce},
};
constexpr MethodDef kFixedMethods[] = {
    {"__new__", "(cls, offset, name=None)", fixed_new, MethodDef::Static},
    {"tzname", "(self, dt, /)", fixed_name},
    {"utcoffset", "(self, dt, /)", fixed_offset},
    {"dst", "(self, dt, /)", fixed_dst},
    {"fromutc", "(self, dt, /)", fixed_from_utc},
    {"__getinitargs__", "(self, /)", fixed_arguments},
    {"__eq__", "(self, value, /)", fixed_compare<Compare::Equal>},
    {"__ne__", "(self, value, /)", fixed_compare<Compare::NotEqual>},
    {"__hash__", "(self, /)", fixed_hash},
    {"__repr__", "(self, /)", fixed_repr},
    {"__str__", "(self, /)", fixed_str},
};

}  // namespace

const Layout kZoneLayout = {"tzinfo", sizeof(Zone), false, destroy_zone};
const Layout kFixedZoneLayout = FieldLayout<FixedZone, &FixedZone::offset, &FixedZone::name>::named("timezone");

Ref ask_offset(Thread& thread, Value zone, const char* method, Value moment) {
  if (zone.is_none()) return Ref::none();
  if (type_of(thread, zone) == date_types(thread).fixed_zone) {
    return method[0] == 'd' ? Ref::none() : fixed_of(zone)->offset.take();
  }
  Ref offset = call_method(thread, zone, intern(thread, std::string_view(method)), &moment, 1);
  if (!offset || offset.get().is_none()) return offset;
  if (!is_delta(offset.get())) {
    return raise(thread, Error::TypeError, "tzinfo.{}() must return None or a timedelta, not '{}'", method,
                 type_name(thread, offset.get()));
  }
  const Microseconds total = total_of(delta_of(offset.get()));
  if (total > -kDayMicroseconds && total < kDayMicroseconds) return offset;
  return raise(thread, Error::ValueError,
               "offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24).");
}

Ref ask_zone_name(Thread& thread, Value zone, Value moment) {
  if (zone.is_none()) return Ref::none();
  if (type_of(thread, zone) == date_types(thread).fixed_zone) return name_of(thread, fixed_of(zone));
  Ref name = call_method(thread, zone, intern(thread, "tzname"), &moment, 1);
  if (!name || name.get().is_none() || is<Str>(name.get())) return name;
  return raise(thread, Error::TypeError, "tzinfo.tzname() must return None or a string, not '{}'",
               type_name(thread, name.get()));
}

Ref make_fixed_zone(Thread& thread, Microseconds offset, Value name) {
  Ref delta = make_delta(thread, offset);
  return delta ? checked_fixed_zone(thread, delta.get(), name) : Ref();
}

bool make_zone_types(Thread& thread, DateTypes* types) {
  types->zone = make_native_type(thread, {"datetime.tzinfo", "datetime", &kZoneLayout, kBaseType | kOwnGuards,
                                          Kind::Extension, "What time zones derive from."}, nullptr);
  if (!types->zone) return false;
  add_methods(thread, types->zone, kZoneMethods);
  finish_type(thread, types->zone);
  types->fixed_zone = make_native_type(thread, {"datetime.timezone", "datetime", &kFixedZoneLayout, kOwnGuards,
                                                Kind::Extension, "A fixed distance from UTC."}, types->zone);
  if (!types->fixed_zone) return false;
  add_methods(thread, types->fixed_zone, kFixedMethods);
  finish_type(thread, types->fixed_zone);
  return true;
}

bool add_zone_constants(Thread& thread) {
  DateTypes& types = date_types(thread);
  Ref zero = make_delta(thread, 0);
  Ref utc = zero ? new_fixed_zone(thread, types.fixed_zone, zero.get(), Value::empty()) : Ref();
  if (!utc) return false;
  types.utc = static_cast<FixedZone*>(utc.get().as_object());
  add_constant(thread, types.fixed_zone, "utc", std::move(utc));
  const Microseconds most = (23 * 60 + 59) * 60 * kMillion;
  add_constant(thread, types.fixed_zone, "min", make_fixed_zone(thread, -most, Value::empty()));
  add_constant(thread, types.fixed_zone, "max", make_fixed_zone(thread, most, Value::empty()));
  return !thread.has_exception();
}

}  // namespace gillab
