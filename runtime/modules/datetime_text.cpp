// datetime: what is written: ISO texts, strftime.
#include <iterator>

#include "runtime/bytes.h"
#include "runtime/dict.h"
#include "runtime/interpreter.h"
#include "runtime/modules/datetime.h"
#include "runtime/str.h"

namespace gillab {

void Pieces::add(const char* more) {
  while (*more) add(*more++);
}

void Pieces::add_number(int64_t number, int digits) {
  char reversed[24];
  int count = 0;
  do {
    reversed[count++] = static_cast<char>('0' + number % 10);
    number /= 10;
  } while (number != 0);
  for (int i = count; i < digits; ++i) add('0');
  while (count > 0) add(reversed[--count]);
}

Ref Pieces::finish(Thread& thread) const {
  return make_latin1(thread, reinterpret_cast<const uint8_t*>(text), length);
}

void add_date(Pieces* pieces, const Day& day) {
  pieces->add_number(day.year, 4);
  pieces->add('-');
  pieces->add_number(day.month, 2);
  pieces->add('-');
  pieces->add_number(day.day, 2);
}

bool add_clock(Thread& thread, Pieces* pieces, const Clock& clock, Value spec) {
  static constexpr const char* kSpecs[] = {"hours", "minutes", "seconds", "milliseconds", "microseconds"};
  size_t last = clock.microsecond != 0 ? 4 : 2;
  if (!spec.is_empty() && !is<Str>(spec)) {
    return raise(thread, Error::TypeError, "isoformat() argument 'timespec' must be str, not {}",
                 argument_name(thread, spec));
  }
  if (!spec.is_empty() && !equals_ascii(as<Str>(spec), "auto")) {
    for (last = 0; last < 5 && !equals_ascii(as<Str>(spec), kSpecs[last]);) ++last;
    if (last == 5) return raise(thread, Error::ValueError, "Unknown timespec value");
  }
  const int64_t parts[] = {clock.hour, clock.minute, clock.second};
  for (size_t i = 0; i <= last && i < 3; ++i) {
    if (i > 0) pieces->add(':');
    pieces->add_number(parts[i], 2);
  }
  if (last < 3) return true;
  pieces->add('.');
  pieces->add_number(last == 3 ? clock.microsecond / 1000 : clock.microsecond, last == 3 ? 3 : 6);
  return true;
}

void add_offset(Pieces* pieces, Microseconds offset, const char* colon) {
  pieces->add(offset < 0 ? '-' : '+');
  if (offset < 0) offset = -offset;
  const int64_t seconds = static_cast<int64_t>(offset / kMillion), rest = static_cast<int64_t>(offset % kMillion);
  pieces->add_number(seconds / 3600, 2);
  pieces->add(colon);
  pieces->add_number(seconds / 60 % 60, 2);
  if (seconds % 60 != 0 || rest != 0) {
    pieces->add(colon);
    pieces->add_number(seconds % 60, 2);
  }
  if (rest == 0) return;
  pieces->add('.');
  pieces->add_number(rest, 6);
}

namespace {

Ref offset_text(Thread& thread, Value object) {
  if (!is_moment(object) && !is_time(object)) return make_str(thread, "");
  Ref offset = is_moment(object) ? ask_offset(thread, moment_of(object)->zone.peek(), "utcoffset", object)
                                 : ask_offset(thread, time_of(object)->zone.peek(), "utcoffset", Value::none());
  if (!offset) return {};
  Pieces text;
  if (!offset.get().is_none()) add_offset(&text, total_of(delta_of(offset.get())), "");
  return text.finish(thread);
}

Ref name_text(Thread& thread, Value object) {
  if (!is_moment(object) && !is_time(object)) return make_str(thread, "");
  Ref name = call_method(thread, object, intern(thread, "tzname"));
  if (name && name.get().is_none()) return make_str(thread, "");
  if (!name || is<Str>(name.get())) return name;
  return raise(thread, Error::TypeError, "tzinfo.tzname() must return None or a string, not '{}'",
               type_name(thread, name.get()));
}

// The text with "%" as strftime writes it. A name may be of a class with a replace of its own.
bool add_replaced(Thread& thread, StrBuilder* out, Value text) {
  Ref percent = make_str(thread, "%"), two = make_str(thread, "%%");
  if (!percent || !two) return false;
  const Value args[] = {percent.get(), two.get()};
  Ref replaced = call_method(thread, text, intern(thread, "replace"), args, 2);
  if (!replaced) return false;
  if (!is<Str>(replaced.get())) return raise(thread, Error::TypeError, "tzname.replace() did not return a string");
  out->add(replaced.as<Str>());
  return true;
}

int64_t microsecond_of(Value object) {
  return is_moment(object) ? moment_of(object)->microsecond : is_time(object) ? time_of(object)->microsecond : 0;
}

// One of %f, %z, %Z, which strftime cannot know from the fields.
bool add_special(Thread& thread, StrBuilder* out, char32_t letter, Value object) {
  if (letter == 'f') {
    Pieces text;
    text.add_number(microsecond_of(object), 6);
    out->add_ascii(text.text, text.length);
    return true;
  }
  Ref text = letter == 'z' ? offset_text(thread, object) : name_text(thread, object);
  return text && add_replaced(thread, out, text.get());
}

// What strftime does with a plain letter in every locale; false: ask strftime.
bool add_plain(StrBuilder* out, char32_t letter, const Day& day, const Clock& clock) {
  Pieces text;
  switch (letter) {
    case 'Y': text.add_number(day.year, 4); break;
    case 'm': text.add_number(day.month, 2); break;
    case 'd': text.add_number(day.day, 2); break;
    case 'H': text.add_number(clock.hour, 2); break;
    case 'M': text.add_number(clock.minute, 2); break;
    case 'S': text.add_number(clock.second, 2); break;
    case 'y': text.add_number(day.year % 100, 2); break;
    case 'j': text.add_number(to_ordinal(day.year, day.month, day.day) - to_ordinal(day.year, 1, 1) + 1, 3); break;
    case '%': text.add('%'); break;
    default: return false;
  }
  out->add_ascii(text.text, text.length);
  return true;
}

// strftime where nothing but plain letters stands in the format. Empty and no error: something else does.
Ref format_plainly(Thread& thread, Value object, const Str* format) {
  const Day day = is_time(object) ? Day{1900, 1, 1} : day_of(date_of(object));
  const Clock clock = is_time(object) ? clock_of(time_of(object))
                      : is_moment(object) ? clock_of(moment_of(object)) : Clock();
  if (!format->ascii || day.year < 1000) return {};
  StrBuilder out(thread);
  for (size_t i = 0; i < format->length; ++i) {
    const char32_t c = format->at(i);
    if (c == 0) return {};
    if (c != '%') {
      out.add(c);
    } else if (++i == format->length || !add_plain(&out, format->at(i), day, clock)) {
      return {};
    }
  }
  return out.finish();
}

Ref time_function(Thread& thread, std::string_view name) {
  Ref import = dict_get_name(thread.interpreter->builtins, thread.names().__import__), text = make_str(thread, "time");
  Ref module = import && text ? call(thread, import.get(), text.get()) : Ref();
  return module ? get_attribute(thread, module.get(), intern(thread, name)) : Ref();
}

}  // namespace

Ref format_moment(Thread& thread, Value object, Value format) {
  Ref plain = format_plainly(thread, object, as<Str>(format));
  if (plain || thread.has_exception()) return plain;
  const Str* text = as<Str>(format);
  StrBuilder out(thread);
  for (size_t i = 0; i < text->length; ++i) {
    const char32_t c = text->at(i), next = i + 1 < text->length ? text->at(i + 1) : 0;
    if (c == '%' && (next == 'f' || next == 'z' || next == 'Z')) {
      if (!add_special(thread, &out, next, object)) return {};
      ++i;
    } else {
      out.add(c);
      if (c == '%' && next != 0) out.add(text->at(++i));
    }
  }
  Ref changed = out.finish(), function = changed ? time_function(thread, "strftime") : Ref();
  if (!function) return {};
  Ref fields = is_time(object) ? time_tuple(thread, {1900, 1, 1}, clock_of(time_of(object)), -1)
                               : call_method(thread, object, intern(thread, "timetuple"));
  return fields ? call(thread, function.get(), changed.get(), fields.get()) : Ref();
}

Ref text_as_format(Thread& thread, const Value* args, uint32_t, Tuple*) {
  if (!is<Str>(args[1])) {
    return raise(thread, Error::TypeError, "__format__() argument must be str, not {}", argument_name(thread, args[1]));
  }
  if (as<Str>(args[1])->length == 0) return str(thread, args[0]);
  return call_method(thread, args[0], intern(thread, "strftime"), &args[1], 1);
}

Ref time_tuple(Thread& thread, const Day& day, const Clock& clock, int64_t dst) {
  const int64_t ordinal = to_ordinal(day.year, day.month, day.day);
  const int64_t parts[] = {day.year, day.month, day.day, clock.hour, clock.minute, clock.second, (ordinal + 6) % 7,
                           ordinal - to_ordinal(day.year, 1, 1) + 1, dst};
  Ref function = time_function(thread, "struct_time");
  Tuple* fields = function ? new_tuple(thread, std::size(parts)) : nullptr;
  if (!fields) return {};
  for (size_t i = 0; i < std::size(parts); ++i) fields->items[i] = Value::integer(parts[i]);
  Ref owner = Ref::own(fields);
  return call(thread, function.get(), owner.get());
}

// --- states in pickles: two bytes of the year, month, day; hour, minute, second, three of the microsecond

bool is_state(Value value, size_t length, size_t at, int most) {
  const std::string octets = octets_of(value);
  if (octets.size() != length) return false;
  const int part = static_cast<unsigned char>(octets[at]) & 0x7F;
  return most == 12 ? part >= 1 && part <= 12 : part <= most;
}

std::string octets_of(Value value) {
  if (is<Bytes>(value)) return std::string(as<Bytes>(value)->view());
  if (!is<Str>(value) || as<Str>(value)->width != 1) return {};
  const Str* text = as<Str>(value);
  return std::string(reinterpret_cast<const char*>(text->data1()), text->length);
}

std::string date_state(const Date* date) {
  return {static_cast<char>(date->year >> 8), static_cast<char>(date->year & 0xFF), static_cast<char>(date->month),
          static_cast<char>(date->day)};
}

Failed raise_not_iso(Thread& thread, Value text) {
  Ref shown = repr(thread, text);
  if (!shown) return {};
  return raise(thread, Error::ValueError, "Invalid isoformat string: {}", shown.get());
}

}  // namespace gillab
