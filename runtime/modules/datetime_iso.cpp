// datetime: reading ISO texts.
#include <algorithm>

#include "runtime/modules/datetime.h"
#include "runtime/str.h"

namespace gillab {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Reads from the front of a text. What does not fit is remembered.
class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {}

  int64_t number(size_t digits) {
    int64_t value = 0;
    if (rest() < digits) return fail();
    for (size_t i = 0; i < digits; ++i) {
      const char c = text_[at_++];
      if (!is_digit(c)) return fail();
      value = value * 10 + (c - '0');
    }
    return value;
  }
  bool take(char c) {
    if (at_ == text_.size() || text_[at_] != c) return false;
    ++at_;
    return true;
  }
  void expect(char c) {
    if (!take(c)) fail();
  }
  void skip_digits() {
    while (at_ < text_.size() && is_digit(text_[at_])) ++at_;
  }
  size_t rest() const { return text_.size() - at_; }
  bool ok() const { return ok_; }
  int64_t fail() {
    ok_ = false;
    return 0;
  }

 private:
  std::string_view text_;
  size_t at_ = 0;
  bool ok_ = true;
};

bool read_week(Reader* reader, int64_t year, bool dashes, Day* day) {
  const int64_t week = reader->number(2);
  int64_t number = 1;
  if (reader->rest() > 0) {
    if (dashes) reader->expect('-');
    number = reader->number(1);
  }
  return reader->ok() && from_week(year, week, number, day);
}

// Hours, and what of minutes, seconds and a fraction follows. As in CPython, one character between a number and a zone,
// and anything between six digits of a fraction and a zone, is passed over.
bool read_parts(std::string_view text, bool zone_follows, Clock* clock) {
  Reader reader(text);
  int64_t* const parts[] = {&clock->hour, &clock->minute, &clock->second};
  bool colons = true, fraction = false;
  for (size_t i = 0; i < 3 && !fraction; ++i) {
    *parts[i] = reader.number(2);
    if (!reader.ok()) return false;
    if (reader.rest() <= 1) return zone_follows || reader.rest() == 0;
    const bool colon = reader.take(':');
    if (i == 0) colons = colon;
    if (colons && colon) continue;
    if (colon) return false;
    fraction = reader.take('.') || reader.take(',');
    if (!fraction && colons) return false;
  }
  const size_t digits = std::min<size_t>(reader.rest(), 6);
  if (digits == 0) return false;
  clock->microsecond = reader.number(digits);
  for (size_t i = digits; i < 6; ++i) clock->microsecond *= 10;
  reader.skip_digits();
  return reader.ok() && (zone_follows || reader.rest() == 0);
}

}  // namespace

bool read_iso_date(std::string_view text, Day* day) {
  Reader reader(text);
  const int64_t year = reader.number(4);
  const bool dashes = reader.take('-');
  if (!reader.ok()) return false;
  if (reader.take('W')) return read_week(&reader, year, dashes, day);
  const int64_t month = reader.number(2);
  if (dashes) reader.expect('-');
  *day = {year, month, reader.number(2)};
  return reader.ok();
}

bool read_iso_clock(std::string_view text, IsoClock* result) {
  const size_t zone = text.find_first_of("+-Z");
  if (!read_parts(text.substr(0, zone), zone != text.npos, &result->clock)) return false;
  if (zone == text.npos) return true;
  result->has_zone = true;
  if (text[zone] == 'Z') return zone + 1 == text.size();
  Clock offset;
  if (!read_parts(text.substr(zone + 1), false, &offset)) return false;
  result->offset = (offset.hour * 3600 + offset.minute * 60 + offset.second) * kMillion + offset.microsecond;
  if (text[zone] == '-') result->offset = -result->offset;
  return true;
}

// Where digits could belong to a week's day as well as to an hour, their number decides.
size_t iso_date_length(std::string_view text) {
  const size_t length = text.size();
  if (length == 7) return 7;
  if (text[4] == '-') {
    if (text[5] != 'W') return 10;
    if (length <= 8 || text[8] != '-') return 8;
    if (length == 9) return std::string_view::npos;
    return length > 10 && is_digit(text[10]) ? 8 : 10;
  }
  if (text[4] != 'W') return 8;
  size_t end = 7;
  while (end < length && is_digit(text[end])) ++end;
  if (end < 9) return end;
  return end % 2 == 0 ? 7 : 8;
}

Ref zone_of_iso(Thread& thread, const IsoClock& clock) {
  return clock.has_zone ? make_fixed_zone(thread, clock.offset, Value::empty()) : Ref::none();
}

}  // namespace gillab
