// _json.decode: a JSON text to Python values, by recursive descent over the characters of whatever width.
#include <charconv>

#include "runtime/dict.h"
#include "runtime/float.h"
#include "runtime/int.h"
#include "runtime/interpreter.h"
#include "runtime/list.h"
#include "runtime/modules/json.h"
#include "runtime/operations.h"
#include "runtime/str.h"

namespace gillab {
namespace {

constexpr size_t kKeptKeys = 64;
constexpr size_t kMostDigits = 17;  // they fit an immediate

// What the caller holds for the whole time.
struct Settings {
  Str* text;
  bool strict;
  Value object_hook, pairs_hook, parse_float, parse_int, parse_constant, fail;
};

template <class Char>
class Parser {
 public:
  Parser(Thread& thread, const Settings& settings, const Char* characters, size_t at)
      : thread_(thread), settings_(settings), characters_(characters), length_(settings.text->length), at_(at) {}
  size_t place() const { return at_; }

  Ref value() {
    if (at_ >= length_) return fail("Expecting value", at_);
    switch (characters_[at_]) {
      case '"':
        ++at_;
        return string();
      case '{':
        ++at_;
        return object();
      case '[':
        ++at_;
        return array();
      case 'n':
        return word("null") ? Ref::none() : constant();
      case 't':
        return word("true") ? Ref::boolean(true) : constant();
      case 'f':
        return word("false") ? Ref::boolean(false) : constant();
      default:
        return number();
    }
  }

  // The string whose opening quote has been read.
  Ref string() {
    size_t start = at_;
    size_t end = plain_end(start);
    if (end < length_ && characters_[end] == '"') {
      at_ = end + 1;
      return substring(thread_, settings_.text, start, end);
    }
    return string_with_escapes(start);
  }

 private:
  Failed fail(const char* message, size_t place) {
    Ref text = make_str(thread_, message);
    if (text) {
      (void)call(thread_, settings_.fail, text.get(), Value::object(settings_.text),
                 Value::integer(static_cast<int64_t>(place)));
    }
    return {};
  }

  bool is(size_t place, char character) const {
    return place < length_ && characters_[place] == static_cast<Char>(character);
  }
  bool is_digit(size_t place) const { return place < length_ && characters_[place] >= '0' && characters_[place] <= '9'; }
  void skip_blanks() {
    while (at_ < length_ && characters_[at_] <= ' ') {
      Char c = characters_[at_];
      if (c != ' ' && c != '\n' && c != '\r' && c != '\t') return;
      ++at_;
    }
  }
  bool word(std::string_view wanted) {
    if (length_ - at_ < wanted.size()) return false;
    for (size_t i = 0; i < wanted.size(); ++i) {
      if (characters_[at_ + i] != static_cast<Char>(wanted[i])) return false;
    }
    at_ += wanted.size();
    return true;
  }
  bool is_plain(Char c) const { return c != '"' && c != '\\' && (c >= ' ' || !settings_.strict); }
  size_t plain_end(size_t place) const {
    while (place < length_ && is_plain(characters_[place])) ++place;
    return place;
  }

  // --- strings

  Ref string_with_escapes(size_t start) {
    StrBuilder text(thread_);
    for (size_t place = start;;) {
      size_t end = plain_end(place);
      text.add(settings_.text, place, end);
      if (end >= length_) return fail("Unterminated string starting at", start - 1);
      if (characters_[end] == '"') {
        at_ = end + 1;
        return text.finish();
      }
      if (characters_[end] != '\\') return fail("Invalid control character at", end);
      if (end + 1 >= length_) return fail("Unterminated string starting at", start - 1);
      place = end + 1;
      if (!escape(&place, &text)) return {};
    }
  }

  // What stands behind a backslash.
  bool escape(size_t* place, StrBuilder* text) {
    static constexpr std::string_view kNames = "\"\\/bfnrt", kMeant = "\"\\/\b\f\n\r\t";
    Char named = characters_[*place];
    if (named == 'u') return unicode_escape(place, text);
    size_t which = named < 128 ? kNames.find(static_cast<char>(named)) : std::string_view::npos;
    if (which == std::string_view::npos) return fail("Invalid \\escape", *place - 1);
    text->add(static_cast<char32_t>(kMeant[which]));
    ++*place;
    return true;
  }

  // Four digits from there on, or -1.
  int32_t code_unit(size_t place) const {
    if (place + 4 > length_) return -1;
    int32_t unit = 0;
    for (size_t i = place; i < place + 4; ++i) {
      Char c = characters_[i];
      int digit = c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
      if (digit < 0) return -1;
      unit = unit * 16 + digit;
    }
    return unit;
  }

  bool unicode_escape(size_t* place, StrBuilder* text) {
    int32_t unit = code_unit(*place + 1);
    if (unit < 0) return fail("Invalid \\uXXXX escape", *place);
    *place += 5;
    bool high = unit >= 0xD800 && unit <= 0xDBFF;
    if (high && is(*place, '\\') && is(*place + 1, 'u')) {
      int32_t low = code_unit(*place + 2);
      if (low < 0) return fail("Invalid \\uXXXX escape", *place + 1);
      if (low >= 0xDC00 && low <= 0xDFFF) {
        unit = 0x10000 + ((unit - 0xD800) << 10 | (low - 0xDC00));
        *place += 6;
      }
    }
    text->add(static_cast<char32_t>(unit));
    return true;
  }

  // A key of an object: the same few come again and again, and are made once.
  Ref key() {
    size_t start = at_;
    size_t end = plain_end(start);
    bool short_and_plain = sizeof(Char) == 1 && is(end, '"') && end - start <= 32 && end > start;
    if (!short_and_plain) return string();
    Ref& kept = keys_[(characters_[start] * 7 + characters_[end - 1] + (end - start) * 31) % kKeptKeys];
    at_ = end + 1;
    if (kept) {
      const Str* text = kept.as<Str>();
      bool same = text->length == end - start &&
                  same_bytes(text->data1(), reinterpret_cast<const uint8_t*>(characters_ + start), end - start);
      if (same) return kept.share();
    }
    Ref made = substring(thread_, settings_.text, start, end);
    if (made) kept = made.share();
    return made;
  }

  // --- numbers

  // Where the number that begins here ends; 0: none does.
  size_t number_end(bool* is_float) const {
    size_t end = at_;
    if (is(end, '-')) ++end;
    if (is(end, '0')) {
      ++end;
    } else if (is_digit(end)) {
      while (is_digit(end)) ++end;
    } else {
      return 0;
    }
    size_t whole = end;
    if (is(end, '.') && is_digit(end + 1)) {
      end += 2;
      while (is_digit(end)) ++end;
    }
    if (is(end, 'e') || is(end, 'E')) {
      size_t exponent = end + 1;
      if (is(exponent, '+') || is(exponent, '-')) ++exponent;
      if (is_digit(exponent)) {
        while (is_digit(exponent)) ++exponent;
        end = exponent;
      }
    }
    *is_float = end != whole;
    return end;
  }

  Ref number() {
    bool is_float = false;
    size_t end = number_end(&is_float);
    if (end == 0) return constant();
    size_t start = at_;
    at_ = end;
    Value hook = is_float ? settings_.parse_float : settings_.parse_int;
    char digits[64];
    if (hook.is_none() && end - start <= (is_float ? sizeof digits : kMostDigits)) {
      for (size_t i = start; i < end; ++i) digits[i - start] = static_cast<char>(characters_[i]);
      return is_float ? short_float({digits, end - start}) : short_int({digits, end - start});
    }
    Ref text = substring(thread_, settings_.text, start, end);
    if (!text) return {};
    if (!hook.is_none()) return call(thread_, hook, text.get());
    return call(thread_, Value::object(is_float ? thread_.types().floating : thread_.types().integer), text.get());
  }

  Ref short_int(std::string_view digits) {
    int64_t number = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return Ref::own(Value::integer(number));
  }
  Ref short_float(std::string_view digits) {
    double number = 0;
    parse_float(digits, &number);
    return make_float(thread_, number);
  }

  Ref constant() {
    for (const char* name : {"-Infinity", "Infinity", "NaN"}) {
      if (!word(name)) continue;
      if (!settings_.parse_constant.is_none()) {
        Ref text = make_str(thread_, name);
        return text ? call(thread_, settings_.parse_constant, text.get()) : Ref();
      }
      double infinity = std::numeric_limits<double>::infinity();
      double number = name[0] == 'N' ? std::numeric_limits<double>::quiet_NaN() : name[0] == '-' ? -infinity : infinity;
      return make_float(thread_, number);
    }
    return fail("Expecting value", at_);
  }

  // --- containers

  Ref array() {
    NativeDepth depth(thread_, " while decoding a JSON array from a unicode string");
    Ref items = depth ? make_list(thread_) : Ref();
    if (!items) return {};
    skip_blanks();
    if (is(at_, ']')) return ++at_, std::move(items);
    for (;;) {
      Ref item = value();
      if (!item || !append_inline(thread_, items.as<List>(), std::move(item))) return {};
      skip_blanks();
      if (is(at_, ']')) return ++at_, std::move(items);
      if (!is(at_, ',')) return fail("Expecting ',' delimiter", at_);
      ++at_;
      skip_blanks();
    }
  }

  bool put(Ref& made, Ref name, Ref content) {
    if (settings_.pairs_hook.is_none()) return dict_set(thread_, made.as<Dict>(), name.get(), std::move(content));
    Ref pair = make_tuple_of(thread_, name.get(), content.get());
    return pair && append(thread_, made.as<List>(), std::move(pair));
  }

  Ref finish(Ref made) {
    if (!settings_.pairs_hook.is_none()) return call(thread_, settings_.pairs_hook, made.get());
    if (!settings_.object_hook.is_none()) return call(thread_, settings_.object_hook, made.get());
    return made;
  }

  Ref object() {
    NativeDepth depth(thread_, " while decoding a JSON object from a unicode string");
    if (!depth) return {};
    Ref made = settings_.pairs_hook.is_none() ? make_dict(thread_) : make_list(thread_);
    if (!made) return {};
    skip_blanks();
    if (is(at_, '}')) return ++at_, finish(std::move(made));
    for (;;) {
      if (!is(at_, '"')) return fail("Expecting property name enclosed in double quotes", at_);
      ++at_;
      Ref name = key();
      if (!name) return {};
      skip_blanks();
      if (!is(at_, ':')) return fail("Expecting ':' delimiter", at_);
      ++at_;
      skip_blanks();
      Ref content = value();
      if (!content || !put(made, std::move(name), std::move(content))) return {};
      skip_blanks();
      if (is(at_, '}')) return ++at_, finish(std::move(made));
      if (!is(at_, ',')) return fail("Expecting ',' delimiter", at_);
      ++at_;
      skip_blanks();
    }
  }

  Thread& thread_;
  const Settings& settings_;
  const Char* characters_;
  size_t length_;
  size_t at_;
  Ref keys_[kKeptKeys];
};

Ref value_and_end(Thread& thread, Ref value, size_t end) {
  return value ? make_tuple_of(thread, value.get(), Value::integer(static_cast<int64_t>(end))) : Ref();
}

template <class Char>
Ref run(Thread& thread, const Settings& settings, const Char* characters, size_t at, bool only_string) {
  Parser<Char> parser(thread, settings, characters, at);
  Ref value = only_string ? parser.string() : parser.value();
  return value_and_end(thread, std::move(value), parser.place());
}

Ref parse(Thread& thread, const Settings& settings, int64_t at, bool only_string) {
  if (at < 0) return raise(thread, Error::ValueError, only_string ? "end is out of bounds" : "idx cannot be negative");
  Str* text = settings.text;
  if (only_string && at > static_cast<int64_t>(text->length)) {
    return raise(thread, Error::ValueError, "end is out of bounds");
  }
  size_t start = static_cast<size_t>(at);
  if (text->width == 1) return run(thread, settings, text->data1(), start, only_string);
  if (text->width == 2) return run(thread, settings, text->data2(), start, only_string);
  return run(thread, settings, text->data4(), start, only_string);
}

}  // namespace

Ref json_decode(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Str* text = expect_str(thread, args[0], "first argument");
  int64_t at;
  if (!text || !index_as_int64(thread, args[1], &at)) return {};
  Truth strict = truth(thread, args[2]);
  if (strict == Truth::Error) return {};
  Settings settings{text, strict == Truth::Yes, args[3], args[4], args[5], args[6], args[7], args[8]};
  return parse(thread, settings, at, false);
}

Ref json_scan_string(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Str* text = expect_str(thread, args[0], "first argument");
  int64_t at;
  if (!text || !index_as_int64(thread, args[1], &at)) return {};
  Truth strict = truth(thread, args[2]);
  if (strict == Truth::Error) return {};
  Value none = Value::none();
  Settings settings{text, strict == Truth::Yes, none, none, none, none, none, args[3]};
  return parse(thread, settings, at, true);
}

}  // namespace gillab
