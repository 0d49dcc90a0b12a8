// time: clocks and sleep. Calendar functions are in time_calendar.cpp.
#include "gil/clock.h"
#include "runtime/audit.h"
#include "runtime/modules/duration.h"
#include "runtime/modules/time.h"

#include <ctime>

#include "runtime/float.h"
#include "runtime/function.h"
#include "runtime/int.h"
#include "runtime/interpreter.h"
#include "runtime/modules/modules.h"
#include "runtime/operations.h"
#include "runtime/classes/simple_namespace.h"
#include "runtime/str.h"

namespace gillab {

namespace {

constexpr int64_t kSecond = 1'000'000'000;

struct Clock {
  const char* name;
  const char* implementation;
  int64_t (World::*read)();
  bool monotonic;
  bool adjustable;
};
const Clock kClocks[] = {
    {"time", "clock_gettime(CLOCK_REALTIME)", &World::wall_nanoseconds, false, true},
    {"monotonic", "clock_gettime(CLOCK_MONOTONIC)", &World::monotonic_nanoseconds, true, false},
    {"perf_counter", "clock_gettime(CLOCK_MONOTONIC)", &World::monotonic_nanoseconds, true, false},
    {"process_time", "clock_gettime(CLOCK_PROCESS_CPUTIME_ID)", &World::process_nanoseconds, true, false},
    {"thread_time", "clock_gettime(CLOCK_THREAD_CPUTIME_ID)", &World::thread_nanoseconds, true, false},
};

template <int64_t (World::*kRead)()>
Ref seconds_of(Thread& thread, const Value*, uint32_t, Tuple*) {
  int64_t nanoseconds = (thread.interpreter->world.get()->*kRead)();
  return make_float(thread, static_cast<double>(nanoseconds) / 1e9);
}
template <int64_t (World::*kRead)()>
Ref nanoseconds_of(Thread& thread, const Value*, uint32_t, Tuple*) {
  return make_int(thread, (thread.interpreter->world.get()->*kRead)());
}

Ref time_get_clock_info(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Str* name = expect_str(thread, args[0], "get_clock_info() argument 1");
  if (!name) return {};
  for (const Clock& clock : kClocks) {
    if (!equals_ascii(name, clock.name)) continue;
    Ref implementation = make_str(thread, clock.implementation), resolution = make_float(thread, 1e-9);
    Ref facts = make_dict(thread);
    if (!implementation || !resolution || !facts) return {};
    auto set = [&](const char* key, Value value) {
      return dict_set_name(thread, facts.as<Dict>(), intern(thread, std::string_view(key)), Ref::share(value));
    };
    bool done = set("implementation", implementation.get()) && set("monotonic", Value::boolean(clock.monotonic)) &&
                set("adjustable", Value::boolean(clock.adjustable)) && set("resolution", resolution.get());
    return done ? make_simple_namespace(thread, facts.as<Dict>()) : Ref();
  }
  return raise(thread, Error::ValueError, "unknown clock");
}

Ref time_sleep(Thread& thread, const Value* args, uint32_t, Tuple*) {
  int64_t duration;
  if (!read_duration(thread, args[0], &duration)) return {};
  if (duration < 0) return raise(thread, Error::ValueError, "sleep length must be non-negative");
  World& world = *thread.interpreter->world;
  const int64_t end = gil::now() + duration;  // not world's clock: what the time is, the script does not learn
  for (int64_t left = duration;; left = end - gil::now()) {
    thread.interpreter->turn.detach(thread.attached, gil::Reason::Sleep);
    world.sleep_nanoseconds(std::max<int64_t>(left, 0));
    thread.interpreter->turn.attach(thread.attached);
    if (!check_signals(thread)) return {};
    if (gil::now() >= end) return Ref::none();
  }
}

bool clock_argument(Thread& thread, Value value, clockid_t* clock) {
  int64_t number;
  if (!index_as_int64(thread, value, &number)) return false;
  *clock = static_cast<clockid_t>(number);
  return true;
}

Ref clock_now(Thread& thread, Value value, bool whole, int (*read)(clockid_t, timespec*)) {
  clockid_t clock;
  timespec now{};
  if (!clock_argument(thread, value, &clock)) return {};
  if (read(clock, &now) != 0) return raise_errno(thread, errno);
  int64_t nanoseconds = int64_t{now.tv_sec} * kSecond + now.tv_nsec;
  return whole ? make_int(thread, nanoseconds) : make_float(thread, static_cast<double>(nanoseconds) / 1e9);
}
Ref time_clock_gettime(Thread& thread, const Value* args, uint32_t, Tuple*) {
  return clock_now(thread, args[0], false, ::clock_gettime);
}
Ref time_clock_gettime_ns(Thread& thread, const Value* args, uint32_t, Tuple*) {
  return clock_now(thread, args[0], true, ::clock_gettime);
}
Ref time_clock_getres(Thread& thread, const Value* args, uint32_t, Tuple*) {
  return clock_now(thread, args[0], false, ::clock_getres);
}

const MethodDef kFunctions[] = {
    {"time", "()", seconds_of<&World::wall_nanoseconds>},
    {"time_ns", "()", nanoseconds_of<&World::wall_nanoseconds>},
    {"monotonic", "()", seconds_of<&World::monotonic_nanoseconds>},
    {"monotonic_ns", "()", nanoseconds_of<&World::monotonic_nanoseconds>},
    {"perf_counter", "()", seconds_of<&World::monotonic_nanoseconds>},
    {"perf_counter_ns", "()", nanoseconds_of<&World::monotonic_nanoseconds>},
    {"process_time", "()", seconds_of<&World::process_nanoseconds>},
    {"process_time_ns", "()", nanoseconds_of<&World::process_nanoseconds>},
    {"thread_time", "()", seconds_of<&World::thread_nanoseconds>},
    {"thread_time_ns", "()", nanoseconds_of<&World::thread_nanoseconds>},
    {"sleep", "(secs, /)", audited<time_sleep, "time.sleep", Told{0}>},
    {"get_clock_info", "(name, /)", time_get_clock_info},
    {"clock_gettime", "(clk_id, /)", time_clock_gettime},
    {"clock_gettime_ns", "(clk_id, /)", time_clock_gettime_ns},
    {"clock_getres", "(clk_id, /)", time_clock_getres},
};

struct Constant {
  const char* name;
  int value;
};
const Constant kConstants[] = {
    {"_STRUCT_TM_ITEMS", 11},
    {"CLOCK_REALTIME", CLOCK_REALTIME},
    {"CLOCK_MONOTONIC", CLOCK_MONOTONIC},
    {"CLOCK_MONOTONIC_RAW", CLOCK_MONOTONIC_RAW},
    {"CLOCK_PROCESS_CPUTIME_ID", CLOCK_PROCESS_CPUTIME_ID},
    {"CLOCK_THREAD_CPUTIME_ID", CLOCK_THREAD_CPUTIME_ID},
    {"CLOCK_BOOTTIME", CLOCK_BOOTTIME},
};

}  // namespace

bool init_time(Thread& thread, Module* module) {
  for (const Constant& constant : kConstants) {
    if (!add_value(thread, module, constant.name, make_int(thread, constant.value))) return false;
  }
  return add_functions(thread, module, kFunctions) && add_calendar_functions(thread, module);
}

}  // namespace gillab
