// The module _datetime: all that datetime is. What the types do stands in datetime_*.cpp.
#include "runtime/modules/datetime.h"

#include "runtime/interpreter.h"
#include "runtime/modules/module_types.h"
#include "runtime/modules/modules.h"

namespace gillab {

DateTypes& date_types(Thread& thread) { return *module_types(thread).dates; }

namespace {

bool make_types(Thread& thread) {
  auto& slot = module_types(thread).dates;
  if (slot) return true;
  slot = std::make_shared<DateTypes>();
  DateTypes* types = slot.get();
  const bool made = (types->delta = make_delta_type(thread)) && make_zone_types(thread, types) &&
                    (types->date = make_date_type(thread)) && (types->iso_date = make_iso_date_type(thread)) &&
                    (types->time = make_time_type(thread)) &&
                    (types->moment = make_moment_type(thread, types->date));
  const bool complete = made && add_delta_constants(thread) && add_zone_constants(thread) &&
                        add_date_constants(thread) && add_time_constants(thread) && add_moment_constants(thread);
  if (!complete) slot.reset();
  return complete;
}

}  // namespace

bool init__datetime(Thread& thread, Module* module) {
  if (!make_types(thread)) return false;
  const DateTypes& types = date_types(thread);
  const struct {
    const char* name;
    Object* value;
  } values[] = {{"timedelta", types.delta}, {"date", types.date},         {"datetime", types.moment},
                {"time", types.time},       {"tzinfo", types.zone},       {"timezone", types.fixed_zone},
                {"UTC", types.utc}};
  for (const auto& value : values) {
    if (!add_value(thread, module, value.name, Ref::share(value.value))) return false;
  }
  return add_value(thread, module, "MINYEAR", Ref::own(Value::integer(1))) &&
         add_value(thread, module, "MAXYEAR", Ref::own(Value::integer(9999)));
}

}  // namespace gillab
