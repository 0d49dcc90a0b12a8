// time: struct_time, conversions between seconds and calendar, text of dates.
#include <climits>
#include <cmath>
#include <cstdio>
#include <ctime>
#include <string>

#include "runtime/dict.h"
#include "runtime/float.h"
#include "runtime/function.h"
#include "runtime/int.h"
#include "runtime/interpreter.h"
#include "runtime/list.h"
#include "runtime/modules/time.h"
#include "runtime/operations.h"
#include "runtime/str.h"
#include "runtime/text/struct_sequence.h"

namespace gillab {
namespace {

constexpr uint32_t kItems = 9;
constexpr uint32_t kFields = 11;
const char* const kNames[kFields] = {"tm_year", "tm_mon",  "tm_mday",  "tm_hour", "tm_min",   "tm_sec",
                                     "tm_wday", "tm_yday", "tm_isdst", "tm_zone", "tm_gmtoff"};

Type* struct_time(Thread& thread) { return thread.interpreter->struct_time; }

// The zone is what the machine says of that moment.
Ref struct_of(Thread& thread, const tm& parts) {
  const int64_t numbers[kItems] = {parts.tm_year + 1900,    parts.tm_mon + 1,  parts.tm_mday,
                                   parts.tm_hour,           parts.tm_min,      parts.tm_sec,
                                   (parts.tm_wday + 6) % 7, parts.tm_yday + 1, parts.tm_isdst};
  Ref values[kFields];
  for (uint32_t i = 0; i < kItems; ++i) values[i] = Ref::own(Value::integer(numbers[i]));
  values[kItems] = make_str(thread, parts.tm_zone ? parts.tm_zone : "");
  values[kItems + 1] = Ref::own(Value::integer(parts.tm_gmtoff));
  return values[kItems] ? make_struct(thread, struct_time(thread), values, kFields) : Ref();
}

// The fields of a struct_time or of a tuple of nine.
bool parts_of(Thread& thread, Value value, const char* function, tm* parts) {
  if (!is<Tuple>(value)) return raise(thread, Error::TypeError, "Tuple or struct_time argument required");
  Tuple* tuple = as<Tuple>(value);
  int64_t fields[kItems];
  if (tuple->length != kItems) {
    return raise(thread, Error::TypeError, "{}(): illegal time tuple argument", function);
  }
  for (uint32_t i = 0; i < kItems; ++i) {
    if (!index_as_int64(thread, tuple->items[i], &fields[i])) return false;
  }
  if (fields[0] < int64_t{INT_MIN} + 1900 || fields[0] > INT_MAX) {
    return raise(thread, Error::OverflowError, "year out of range");
  }
  for (int64_t field : fields) {
    if (field < INT_MIN || field > INT_MAX) {
      return raise(thread, Error::OverflowError, "Python int too large to convert to C int");
    }
  }
  *parts = {};
  parts->tm_year = static_cast<int>(fields[0] - 1900);
  parts->tm_mon = static_cast<int>(fields[1] - 1);
  parts->tm_mday = static_cast<int>(fields[2]);
  parts->tm_hour = static_cast<int>(fields[3]);
  parts->tm_min = static_cast<int>(fields[4]);
  parts->tm_sec = static_cast<int>(fields[5]);
  parts->tm_wday = static_cast<int>((fields[6] + 1) % 7);
  parts->tm_yday = static_cast<int>(fields[7] - 1);
  parts->tm_isdst = static_cast<int>(fields[8]);
  return true;
}

// Ranges, with CPython's leniency: 0 stands for the first month, day and day of the year.
bool check_parts(Thread& thread, tm* parts) {
  if (parts->tm_mon == -1) parts->tm_mon = 0;
  if (parts->tm_mday == 0) parts->tm_mday = 1;
  if (parts->tm_yday == -1) parts->tm_yday = 0;
  const char* what = nullptr;
  if (parts->tm_mon < 0 || parts->tm_mon > 11)
    what = "month";
  else if (parts->tm_mday < 0 || parts->tm_mday > 31)
    what = "day of month";
  else if (parts->tm_hour < 0 || parts->tm_hour > 23)
    what = "hour";
  else if (parts->tm_min < 0 || parts->tm_min > 59)
    what = "minute";
  else if (parts->tm_sec < 0 || parts->tm_sec > 61)
    what = "seconds";
  else if (parts->tm_wday < 0)
    what = "day of week";
  else if (parts->tm_yday < 0 || parts->tm_yday > 365)
    what = "day of year";
  return !what || raise(thread, Error::ValueError, "{} out of range", what);
}

bool seconds_argument(Thread& thread, Value value, time_t* seconds) {
  if (value.is_empty() || value.is_none()) {
    int64_t now = thread.interpreter->world->wall_nanoseconds();
    *seconds = static_cast<time_t>(now / 1'000'000'000);
    return true;
  }
  int64_t whole;
  if (is_floating(value)) {
    double number = float_of(value);
    if (std::isnan(number)) return raise(thread, Error::ValueError, "Invalid value NaN (not a number)");
    if (std::fabs(number) >= 9.2e18) {
      return raise(thread, Error::OverflowError, "timestamp out of range for platform time_t");
    }
    whole = static_cast<int64_t>(std::floor(number));
  } else if (!index_as_int64(thread, value, &whole)) {
    return false;
  }
  *seconds = static_cast<time_t>(whole);
  return true;
}

Ref broken_down(Thread& thread, Value value, tm* (*convert)(const time_t*, tm*)) {
  time_t seconds;
  tm parts{};
  if (!seconds_argument(thread, value, &seconds)) return {};
  if (!convert(&seconds, &parts)) return raise_errno(thread, EOVERFLOW);
  return struct_of(thread, parts);
}
Ref time_gmtime(Thread& thread, const Value* args, uint32_t, Tuple*) {
  return broken_down(thread, args[0], ::gmtime_r);
}
Ref time_localtime(Thread& thread, const Value* args, uint32_t, Tuple*) {
  return broken_down(thread, args[0], ::localtime_r);
}

Ref time_mktime(Thread& thread, const Value* args, uint32_t, Tuple*) {
  tm parts;
  if (!parts_of(thread, args[0], "mktime", &parts)) return {};
  parts.tm_wday = -1;  // mktime fills it in when it succeeds
  time_t seconds = ::mktime(&parts);
  if (seconds == -1 && parts.tm_wday == -1) return raise(thread, Error::OverflowError, "mktime argument out of range");
  return make_float(thread, static_cast<double>(seconds));
}

// The argument, or now in local time.
bool parts_or_now(Thread& thread, Value value, const char* function, tm* parts) {
  if (!value.is_empty()) return parts_of(thread, value, function, parts) && check_parts(thread, parts);
  time_t seconds;
  seconds_argument(thread, Value::none(), &seconds);
  ::localtime_r(&seconds, parts);
  return true;
}

Ref text_of(Thread& thread, const tm& parts) {
  static const char kDays[] = "SunMonTueWedThuFriSat";
  static const char kMonths[] = "JanFebMarAprMayJunJulAugSepOctNovDec";
  char text[80];
  std::snprintf(text, sizeof text, "%.3s %.3s%3d %.2d:%.2d:%.2d %d", kDays + 3 * parts.tm_wday,
                kMonths + 3 * parts.tm_mon, parts.tm_mday, parts.tm_hour, parts.tm_min, parts.tm_sec,
                1900 + parts.tm_year);
  return make_str(thread, text);
}

Ref time_asctime(Thread& thread, const Value* args, uint32_t, Tuple*) {
  tm parts;
  return parts_or_now(thread, args[0], "asctime", &parts) ? text_of(thread, parts) : Ref();
}

Ref time_ctime(Thread& thread, const Value* args, uint32_t, Tuple*) {
  time_t seconds;
  tm parts{};
  if (!seconds_argument(thread, args[0], &seconds)) return {};
  if (!::localtime_r(&seconds, &parts)) return raise_errno(thread, EOVERFLOW);
  return text_of(thread, parts);
}

Ref time_strftime(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Str* format = expect_str(thread, args[0], "strftime() argument 1");
  tm parts{};
  if (!format || !parts_or_now(thread, args[1], "strftime", &parts)) return {};
  if (to_utf8(format).find('\0') != std::string::npos) {
    return raise(thread, Error::ValueError, "embedded null character");
  }
  std::string wanted = to_utf8(format) + ' ';  // never an empty result: that means no room
  for (size_t size = 256;; size *= 2) {
    std::string text(size, '\0');
    size_t length = ::strftime(text.data(), size, wanted.c_str(), &parts);
    if (length > 0) return make_str(thread, std::string_view(text).substr(0, length - 1));
    if (size > 256 * wanted.size()) return make_str(thread, {});
  }
}

Ref time_strptime(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Value name = Value::object(intern(thread, std::string_view("_strptime")));
  Ref import = dict_get_name(thread.interpreter->builtins, thread.names().__import__);
  Ref module = call(thread, import.get(), name);
  Ref function = module ? get_attribute(thread, module.get(), intern(thread, std::string_view("parse_time"))) : Ref();
  Ref fallback = make_str(thread, "%a %b %d %H:%M:%S %Y");
  if (!function || !fallback) return {};
  Ref fields = call(thread, function.get(), args[0], args[1].is_empty() ? fallback.get() : args[1]);
  return fields ? call(thread, Value::object(struct_time(thread)), fields.get()) : Ref();
}

// What the module says of the local zone, as the C library has it now.
bool set_zone(Thread& thread, Module* module) {
  ::tzset();
  Ref standard = make_str(thread, ::tzname[0]), summer = make_str(thread, ::tzname[1]);
  if (!standard || !summer) return false;
  return add_value(thread, module, "timezone", make_int(thread, ::timezone)) &&
         add_value(thread, module, "altzone", make_int(thread, ::timezone - (::daylight ? 3600 : 0))) &&
         add_value(thread, module, "daylight", make_int(thread, ::daylight)) &&
         add_value(thread, module, "tzname", make_tuple_of(thread, standard.get(), summer.get()));
}

Ref time_tzset(Thread& thread, const Value*, uint32_t, Tuple*) {
  Ref module = dict_get_name(thread.interpreter->modules, intern(thread, std::string_view("time")));
  if (!module || !is<Module>(module.get())) return ::tzset(), Ref::none();
  return set_zone(thread, module.as<Module>()) ? Ref::none() : Ref();
}

const MethodDef kFunctions[] = {
    {"gmtime", "(seconds=None, /)", time_gmtime},
    {"localtime", "(seconds=None, /)", time_localtime},
    {"mktime", "(tuple, /)", time_mktime},
    {"asctime", "(tuple=None, /)", time_asctime},
    {"ctime", "(seconds=None, /)", time_ctime},
    {"strftime", "(format, tuple=None, /)", time_strftime},
    {"strptime", "(string, format='%a %b %d %H:%M:%S %Y', /)", time_strptime},
    {"tzset", "()", time_tzset},
};

}  // namespace

bool add_calendar_functions(Thread& thread, Module* module) {
  Type* type = make_struct_type(thread, {"time.struct_time", kNames, kFields, kItems, true});
  if (!type) return false;
  thread.interpreter->struct_time = type;
  return add_functions(thread, module, kFunctions) && add_value(thread, module, "struct_time", Ref::share(type)) &&
         set_zone(thread, module);
}

}  // namespace gillab
