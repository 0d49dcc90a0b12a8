// decimal: plain texts read and written. What Python reads: NaNs, infinities, underscores, digits of other scripts.
#include <charconv>
#include <string_view>
#include <system_error>

#include "runtime/modules/decimal.h"
#include "runtime/str.h"

namespace gillab {
namespace {

using Args = const Value*;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

struct Reader {
  std::string_view text;
  size_t at = 0;
  int digits = 0;  // read, after zeros at the front
  Size size = 0;

  bool ends() const { return at == text.size(); }
  bool take(char c) { return !ends() && text[at] == c && ++at; }
  // How many digits stand here, which become part of the size; -1: too many.
  int take_digits() {
    const size_t start = at;
    for (; !ends() && is_digit(text[at]); ++at) {
      size = size * 10 + static_cast<unsigned>(text[at] - '0');
      if (size != 0 && ++digits > kMostDigits) return -1;
    }
    return static_cast<int>(at - start);
  }
};

bool read_exponent(std::string_view text, int64_t* exponent) {
  if (text.starts_with('+')) text.remove_prefix(1);
  if (text.starts_with('+') || text.size() > 7) return false;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), *exponent);
  return error == std::errc() && end == text.data() + text.size();
}

}  // namespace

char* write_decimal_digits(Size size, char* end) {
  constexpr uint64_t kPart = 10'000'000'000'000'000'000u;  // ten to the nineteenth
  uint64_t part = static_cast<uint64_t>(size % kPart);
  const uint64_t front = static_cast<uint64_t>(size / kPart);
  char* const middle = end - 19;
  do {
    *--end = static_cast<char>('0' + part % 10);
    part /= 10;
  } while (part != 0);
  if (front == 0) return end;
  while (end != middle) *--end = '0';
  return write_decimal_digits(front, middle);
}

namespace {

struct Text {
  char characters[96];
  size_t length = 0;
  void add(std::string_view more) { length += more.copy(characters + length, more.size()); }
  void add_zeros(int64_t count) {
    for (; count > 0; --count) characters[length++] = '0';
  }
};

void add_exponent(Text* text, int64_t exponent, bool capital) {
  char digits[24];
  const auto end = std::to_chars(digits, digits + sizeof digits, exponent).ptr;
  text->add(capital ? "E" : "e");
  if (exponent > 0) text->add("+");
  text->add({digits, static_cast<size_t>(end - digits)});
}

void write_number(const Operand& value, bool capital, Text* text) {
  char room[kMostDigits + 1];
  char* const end = room + sizeof room;
  const char* const start = write_decimal_digits(value.coefficient, end);
  const std::string_view digits(start, static_cast<size_t>(end - start));
  const auto count = static_cast<int64_t>(digits.size());
  const int64_t left = value.exponent + count;
  const int64_t dot = value.exponent <= 0 && left > -6 ? left : 1;
  if (value.sign) text->add("-");
  if (dot <= 0) {
    text->add("0.");
    text->add_zeros(-dot);
    text->add(digits);
  } else {
    text->add(digits.substr(0, static_cast<size_t>(dot)));
    if (dot < count) text->add(".");
    if (dot < count) text->add(digits.substr(static_cast<size_t>(dot)));
  }
  if (left != dot) add_exponent(text, left - dot, capital);
}

Ref show(Thread& thread, Args args, bool as_repr) {
  Ref context = decimal_context(thread);
  if (!context) return {};
  Operand value;
  if (!get_operand(args[0], &value)) {
    return call_slow(thread, decimal_types(thread).number, as_repr ? "_repr" : "_str", args, 1);
  }
  Text text;
  if (as_repr) text.add("Decimal('");
  write_number(value, static_cast<DecimalContext*>(context.get().as_object())->capitals.get() != 0, &text);
  if (as_repr) text.add("')");
  return make_str(thread, {text.characters, text.length});
}

}  // namespace

bool read_number(std::string_view text, Operand* result) {
  Reader reader{text};
  result->sign = reader.take('-');
  if (!result->sign) reader.take('+');
  const int whole = reader.take_digits();
  const int fraction = whole >= 0 && reader.take('.') ? reader.take_digits() : 0;
  if (whole < 0 || fraction < 0 || whole + fraction == 0) return false;
  int64_t exponent = 0;
  if (reader.take('e') || reader.take('E')) {
    if (!read_exponent(text.substr(reader.at), &exponent)) return false;
  } else if (!reader.ends()) {
    return false;
  }
  result->coefficient = reader.size;
  result->exponent = exponent - fraction;
  return true;
}

Ref decimal_str(Thread& thread, Args args, uint32_t, Tuple*) { return show(thread, args, false); }
Ref decimal_repr(Thread& thread, Args args, uint32_t, Tuple*) { return show(thread, args, true); }

}  // namespace gillab
