// str % arguments and bytes % arguments; the latter works on the bytes as Latin-1 text.
#include <cstdio>
#include <string>

#include "runtime/text/byte_strings.h"
#include "runtime/float.h"
#include "runtime/numbers/float_text.h"
#include "runtime/text/format_spec.h"
#include "runtime/int.h"
#include "runtime/list.h"
#include "runtime/operations.h"
#include "runtime/str.h"

namespace gillab {
namespace {

struct Conversion {
  bool left = false, plus = false, space = false, alternate = false, zero = false;
  int64_t width = -1;
  int64_t precision = -1;
  char32_t type = 0;
};

// Everything that can be subscripted and is no tuple or str counts as a mapping, lists too.
bool is_mapping(Thread& thread, Value value, bool of_bytes) {
  if (of_bytes && (is<Bytes>(value) || is<ByteArray>(value))) return false;
  return !is<Tuple>(value) && !is<Str>(value) && !special_method(thread, value, Dunder::GetItem).is_empty();
}

class PercentFormatter {
 public:
  PercentFormatter(Thread& thread, Str* format, Value arguments, bool of_bytes)
      : thread_(thread), format_(format), arguments_(arguments), builder_(thread), of_bytes_(of_bytes) {
    count_ = is<Tuple>(arguments) ? static_cast<int64_t>(as<Tuple>(arguments)->length) : 1;
    mapping_ = is_mapping(thread, arguments, of_bytes);
  }

  Ref run() {
    size_t length = format_->length;
    while (at_ < length) {
      size_t start = at_;
      while (at_ < length && format_->at(at_) != '%') ++at_;
      builder_.add(format_, start, at_);
      if (at_ == length) break;
      ++at_;
      if (!convert_one()) return {};
    }
    if (next_ < count_ && !mapping_) {
      return raise(thread_, Error::TypeError, "not all arguments converted during {} formatting",
                   of_bytes_ ? "bytes" : "string");
    }
    return builder_.finish();
  }

 private:
  bool incomplete() { return raise(thread_, Error::ValueError, "incomplete format"); }

  Ref next_argument() {
    if (keyed_) return keyed_.share();
    if (next_ >= count_) return raise(thread_, Error::TypeError, "not enough arguments for format string");
    ++next_;
    return Ref::share(is<Tuple>(arguments_) ? as<Tuple>(arguments_)->items[next_ - 1] : arguments_);
  }

  bool read_key() {
    if (!mapping_) return raise(thread_, Error::TypeError, "format requires a mapping");
    size_t start = ++at_;
    int open = 1;
    for (; at_ < format_->length; ++at_) {
      char32_t c = format_->at(at_);
      if (c == '(') ++open;
      if (c == ')' && --open == 0) break;
    }
    if (open > 0) return raise(thread_, Error::ValueError, "incomplete format key");
    Ref key = substring(thread_, format_, start, at_++);
    if (key && of_bytes_) key = encode(thread_, key.as<Str>(), latin1_name(), nullptr);
    if (!key) return false;
    keyed_ = get_item(thread_, arguments_, key.get());
    next_ = count_;
    return static_cast<bool>(keyed_);
  }

  void read_flags(Conversion* conversion) {
    for (; at_ < format_->length; ++at_) {
      switch (format_->at(at_)) {
        case '-':
          conversion->left = true;
          break;
        case '+':
          conversion->plus = true;
          break;
        case ' ':
          conversion->space = true;
          break;
        case '#':
          conversion->alternate = true;
          break;
        case '0':
          conversion->zero = true;
          break;
        default:
          return;
      }
    }
  }

  bool read_number(int64_t* result, bool precision, Conversion* conversion) {
    if (at_ < format_->length && format_->at(at_) == '*') {
      ++at_;
      Ref value = next_argument();
      if (!value) return false;
      if (!is_integer(value.get())) return raise(thread_, Error::TypeError, "* wants int");
      if (!fits_int64(value.get(), result)) {
        return raise(thread_, Error::OverflowError, "Python int too large to convert to C ssize_t");
      }
      if (precision && *result < 0) *result = 0;
      if (!precision && *result < 0) {
        conversion->left = true;
        *result = -*result;
      }
      return true;
    }
    int64_t number = 0;
    size_t start = at_;
    for (; at_ < format_->length && format_->at(at_) >= '0' && format_->at(at_) <= '9'; ++at_) {
      number = number * 10 + (format_->at(at_) - '0');
      if (number > (precision ? int64_t{0x7FFFFFFF} : int64_t{1} << 58)) {
        return raise(thread_, Error::ValueError, precision ? "precision too big" : "width too big");
      }
    }
    if (at_ > start || precision) *result = number;
    return true;
  }

  bool read_conversion(Conversion* conversion) {
    keyed_ = Ref();
    if (at_ < format_->length && format_->at(at_) == '(' && !read_key()) return false;
    read_flags(conversion);
    if (!read_number(&conversion->width, false, conversion)) return false;
    if (at_ < format_->length && format_->at(at_) == '.') {
      ++at_;
      if (!read_number(&conversion->precision, true, conversion)) return false;
    }
    if (at_ < format_->length) {
      char32_t c = format_->at(at_);
      if (c == 'h' || c == 'l' || c == 'L') ++at_;
    }
    if (at_ >= format_->length) return incomplete();
    conversion->type = format_->at(at_++);
    return true;
  }

  // %s and %d with nothing between and an argument that is what they expect.
  bool convert_plainly() {
    char32_t type = format_->at(at_);
    if ((type != 's' && type != 'd') || next_ >= count_ || of_bytes_) return false;
    Value value = is<Tuple>(arguments_) ? as<Tuple>(arguments_)->items[next_] : arguments_;
    if (!value.is_int() && (type == 'd' || !is_exact<Str>(value))) return false;
    ++at_;
    ++next_;
    return builder_.add_str(value);
  }

  bool convert_one() {
    if (at_ >= format_->length) return incomplete();
    if (format_->at(at_) == '%') return ++at_, builder_.add('%'), true;
    if (convert_plainly()) return true;
    Conversion conversion;
    if (!read_conversion(&conversion)) return false;
    switch (conversion.type) {
      case 'b':
        if (!of_bytes_) break;
        [[fallthrough]];
      case 's':
      case 'r':
      case 'a':
        return add_text(conversion);
      case 'd':
      case 'i':
      case 'u':
      case 'o':
      case 'x':
      case 'X':
        return add_integer(conversion);
      case 'e':
      case 'E':
      case 'f':
      case 'F':
      case 'g':
      case 'G':
        return add_float(conversion);
      case 'c':
        return add_character(conversion);
    }
    if (!next_argument()) return false;
    char code[16];
    std::snprintf(code, sizeof code, "0x%x", static_cast<unsigned>(conversion.type));
    Ref shown = make_character(thread_, conversion.type < 32 || conversion.type > 126 ? '?' : conversion.type);
    return raise(thread_, Error::ValueError, "unsupported format character '{}' ({}) at index {}", shown.get(), code,
                 at_ - 1);
  }

  void add_padded_text(const Conversion& conversion, const Str* text, size_t length) {
    add_padded(builder_, text, length, ' ', conversion.left ? '<' : '>', conversion.width);
  }

  bool add_text(const Conversion& conversion) {
    Ref value = next_argument();
    if (!value) return false;
    bool plain = conversion.type == 's' || conversion.type == 'b';
    Ref text = of_bytes_                ? (plain ? text_of_bytes(value.get()) : ascii(thread_, value.get()))
               : conversion.type == 's' ? str(thread_, value.get())
               : conversion.type == 'r' ? repr(thread_, value.get())
                                        : ascii(thread_, value.get());
    if (!text) return false;
    size_t length = text.as<Str>()->length;
    if (conversion.precision >= 0) length = std::min(length, static_cast<size_t>(conversion.precision));
    add_padded_text(conversion, text.as<Str>(), length);
    return true;
  }

  Str* latin1_name() { return intern(thread_, std::string_view("latin-1")); }

  Ref text_of_bytes(Value value) {
    std::string content;
    std::string_view view;
    Value method = special_method(thread_, value, Dunder::Bytes);
    if (is_object_with_bytes(thread_, value, &view)) {
      content = view;
    } else if (method.is_empty()) {
      return raise(thread_, Error::TypeError,
                   "%b requires a bytes-like object, or an object that implements __bytes__, not '{}'",
                   type_name(thread_, value));
    } else if (!bytes_from(thread_, value, "bytes", &content)) {
      return {};
    }
    return make_latin1(thread_, reinterpret_cast<const uint8_t*>(content.data()), content.size());
  }

  // %c of bytes: one byte, or a number below 256.
  Ref byte_text(Value value) {
    std::string_view view;
    if (is_object_with_bytes(thread_, value, &view) && view.size() == 1) return make_character(thread_, view[0] & 0xFF);
    if (!is_integer(value)) {
      return raise(thread_, Error::TypeError, "%c requires an integer in range(256) or a single byte");
    }
    int64_t code;
    if (!fits_int64(value, &code) || code < 0 || code > 255) {
      return raise(thread_, Error::OverflowError, "%c arg not in range(256)");
    }
    return make_character(thread_, static_cast<char32_t>(code));
  }

  void add_parts(const Conversion& conversion, const NumberParts& parts) {
    FormatSpec spec;
    spec.width = conversion.width;
    spec.sign = conversion.plus ? '+' : conversion.space ? ' ' : '\0';
    spec.align = conversion.left ? '<' : conversion.zero ? '=' : '>';
    if (conversion.zero && !conversion.left) spec.fill = '0';
    add_number(builder_, spec, parts);
  }

  // What a number says about itself; empty and no error when it is none.
  Ref converted(Value value, bool decimal) {
    if (is_integer(value)) return Ref::share(value);
    if (decimal && is_floating(value)) return make_int_from_double(thread_, float_of(value));
    Value method = special_method(thread_, value, Dunder::Int);
    if (decimal && !is<Str>(value) && !method.is_empty()) return call_special(thread_, method, value);
    if (special_method(thread_, value, Dunder::Index).is_empty()) return {};
    return index(thread_, value);
  }

  Ref integer_of(Value value, char32_t type) {
    bool decimal = type == 'd' || type == 'i' || type == 'u';
    Ref number = converted(value, decimal);
    if (number && is_integer(number.get())) return number;
    if (thread_.has_exception()) {
      if (!exception_matches(thread_, Error::TypeError)) return {};
      clear_exception(thread_);
    }
    char shown[2] = {static_cast<char>(type), '\0'};
    return raise(thread_, Error::TypeError, "%{} format: {} is required, not {}", shown,
                 decimal ? "a real number" : "an integer", type_name(thread_, value));
  }

  bool add_integer(const Conversion& conversion) {
    Ref value = next_argument();
    if (!value) return false;
    Ref number = integer_of(value.get(), conversion.type);
    if (!number) return false;
    int base = conversion.type == 'o' ? 8 : conversion.type == 'x' || conversion.type == 'X' ? 16 : 10;
    Ref text = int_to_text(thread_, number.get(), base);
    if (!text) return false;
    std::string digits(text.as<Str>()->ascii_view());
    NumberParts parts;
    parts.negative = digits[0] == '-';
    if (parts.negative) digits.erase(0, 1);
    if (!room_for(thread_, static_cast<uint64_t>(conversion.precision < 0 ? 0 : conversion.precision) * 3))
      return false;
    if (conversion.precision > static_cast<int64_t>(digits.size())) {
      digits.insert(0, static_cast<size_t>(conversion.precision) - digits.size(), '0');
    }
    if (conversion.type == 'X') {
      for (char& c : digits) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
    }
    char prefix[2] = {'0', static_cast<char>(conversion.type)};
    if (conversion.alternate && base != 10) parts.prefix = std::string_view(prefix, 2);
    parts.digits = digits;
    add_parts(conversion, parts);
    return true;
  }

  bool add_float(const Conversion& conversion) {
    Ref value = next_argument();
    double number;
    if (!value) return false;
    if (is_floating(value.get()))
      number = float_of(value.get());
    else if (!as_double(thread_, value.get(), &number))
      return false;
    if (!room_for(thread_, static_cast<uint64_t>(conversion.precision < 0 ? 0 : conversion.precision) * 3))
      return false;
    FloatStyle style;
    char type = static_cast<char>(conversion.type);
    style.capitals = type < 'a';
    style.type = style.capitals ? static_cast<char>(type + 32) : type;
    style.point = conversion.alternate;
    if (conversion.precision >= 0) style.precision = static_cast<int>(conversion.precision);
    std::string text = float_to_text(number, style);
    NumberParts parts;
    parts.negative = __builtin_signbit(number) && number == number;
    parts.digits = text;
    add_parts(conversion, parts);
    return true;
  }

  bool add_character(const Conversion& conversion) {
    Ref value = next_argument();
    if (!value) return false;
    if (of_bytes_) {
      Ref one = byte_text(value.get());
      return one && (add_padded_text(conversion, one.as<Str>(), 1), true);
    }
    if (is<Str>(value.get())) {
      if (value.as<Str>()->length != 1) return raise(thread_, Error::TypeError, "%c requires int or char");
      return add_padded_text(conversion, value.as<Str>(), 1), true;
    }
    int64_t code;
    if (!is_integer(value.get()) && special_method(thread_, value.get(), Dunder::Index).is_empty()) {
      return raise(thread_, Error::TypeError, "%c requires int or char");
    }
    Ref number = index(thread_, value.get());
    if (!number) return false;
    if (!fits_int64(number.get(), &code) || code < 0 || code > 0x10FFFF) {
      return raise(thread_, Error::OverflowError, "%c arg not in range(0x110000)");
    }
    Ref text = make_character(thread_, static_cast<char32_t>(code));
    if (!text) return false;
    return add_padded_text(conversion, text.as<Str>(), 1), true;
  }

  Thread& thread_;
  Str* format_;
  Value arguments_;
  StrBuilder builder_;
  Ref keyed_;  // the value of %(key)
  int64_t count_;
  int64_t next_ = 0;
  size_t at_ = 0;
  bool mapping_;
  bool of_bytes_;
};

}  // namespace

Ref format_percent(Thread& thread, Str* format, Value arguments) {
  return PercentFormatter(thread, format, arguments, false).run();
}

Ref format_bytes_percent(Thread& thread, Value format, Value arguments) {
  std::string_view content = bytes_of(format);
  Ref text = make_latin1(thread, reinterpret_cast<const uint8_t*>(content.data()), content.size());
  Ref result = text ? PercentFormatter(thread, text.as<Str>(), arguments, true).run() : Ref();
  if (!result) return {};
  const Str* made = result.as<Str>();
  return make_like(thread, format, std::string_view(reinterpret_cast<const char*>(made->data1()), made->length));
}

}  // namespace gillab
