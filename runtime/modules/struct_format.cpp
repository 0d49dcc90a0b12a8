// struct: formats read into items, values written to and read from memory.
#include <bit>
#include <cmath>
#include <cstring>

#include "runtime/text/byte_strings.h"
#include "runtime/numbers/complex_math.h"
#include "runtime/float.h"
#include "runtime/int.h"
#include "runtime/list.h"
#include "runtime/modules/struct.h"
#include "runtime/operations.h"

namespace gillab {
namespace {

// Sizes with a byte order given, and as the machine's compiler lays them out.
struct CodeInfo {
  char code;
  uint8_t standard;
  uint8_t native;
  const char* name;  // in messages of range
};
const CodeInfo kCodes[] = {
    {'x', 1, 1, ""},    {'b', 1, 1, "byte"},  {'B', 1, 1, "ubyte"},  {'c', 1, 1, "char"}, {'s', 1, 1, ""},
    {'p', 1, 1, ""},    {'h', 2, 2, "short"}, {'H', 2, 2, "ushort"}, {'i', 4, 4, "'i'"},  {'I', 4, 4, "'I'"},
    {'l', 4, 8, "'l'"}, {'L', 4, 8, "'L'"},   {'q', 8, 8, ""},       {'Q', 8, 8, ""},     {'n', 0, 8, ""},
    {'N', 0, 8, ""},    {'f', 4, 4, ""},      {'d', 8, 8, ""},       {'e', 2, 2, ""},     {'?', 1, 1, ""},
    {'P', 0, 8, ""},
};

const CodeInfo* find_code(char code) {
  for (const CodeInfo& each : kCodes) {
    if (each.code == code) return &each;
  }
  return nullptr;
}

template <class... Args>
bool fail(Thread& thread, std::string_view message, const Args&... args) {
  return raise_formatted(thread, struct_error(thread).as<Type>(), message, {FormatArg(args)...});
}

bool is_signed(char code) {
  return code == 'b' || code == 'h' || code == 'i' || code == 'l' || code == 'q' || code == 'n';
}

void put_bytes(const StructFormat& format, uint64_t bits, uint8_t size, uint8_t* target) {
  for (uint8_t i = 0; i < size; ++i) {
    target[format.little ? i : size - 1 - i] = static_cast<uint8_t>(bits >> (8 * i));
  }
}

uint64_t get_bytes(const StructFormat& format, uint8_t size, const uint8_t* source) {
  uint64_t bits = 0;
  for (uint8_t i = 0; i < size; ++i) {
    bits |= static_cast<uint64_t>(source[format.little ? i : size - 1 - i]) << (8 * i);
  }
  return bits;
}

// Big-endian packing has checks of its own in CPython, with other words.
bool range_error(Thread& thread, const StructFormat& format, const StructItem& item, Value value) {
  const bool big = !format.little;
  const std::string quoted = {'\'', item.code, '\''};
  const bool is_short = item.code == 'h' || item.code == 'H';
  std::string_view name = big && is_short ? std::string_view(quoted) : find_code(item.code)->name;
  if (big && item.size == 8) return fail(thread, "int too large to convert");
  int64_t small = 0;
  bool by_unsigned = item.code == 'I' || item.code == 'L' || (big && item.code == 'H');  // as unsigned long, others as long
  bool beyond = by_unsigned ? int_compare(value, Value::integer(0)) < 0 : !fits_int64(value, &small);
  const Ref most = make_int_from_unsigned(thread, UINT64_MAX);
  if (by_unsigned && most) beyond = beyond || int_compare(value, most.get()) > 0;
  if (name.empty() || item.size == 8 || beyond) return fail(thread, "argument out of range");
  int64_t top = (int64_t{1} << (8 * item.size - is_signed(item.code))) - 1;
  int64_t bottom = is_signed(item.code) ? -top - 1 : 0;
  return fail(thread, "{} format requires {} <= number <= {}", name, bottom, top);
}

// An immediate int in the range of the item.
bool fits_item(const StructItem& item, Value value) {
  if (!value.is_int()) return false;
  int64_t number = value.as_int();
  if (item.size == 8) return is_signed(item.code) || number >= 0;
  unsigned bits = 8u * item.size;
  if (!is_signed(item.code)) return number >= 0 && number >> bits == 0;
  return number >> (bits - 1) == 0 || number >> (bits - 1) == -1;
}

bool pack_integer(Thread& thread, const StructFormat& format, const StructItem& item, Value value, uint8_t* target) {
  if (fits_item(item, value)) {
    put_bytes(format, static_cast<uint64_t>(value.as_int()), item.size, target);
    return true;
  }
  if (!is_integer(value) && special_method(thread, value, Dunder::Index).is_empty()) {
    return fail(thread, "required argument is not an integer");
  }
  Ref number = index(thread, value);
  if (!number) return false;
  mpz_t big;
  mpz_init(big);
  get_integer(number.get(), big);
  bool negative = mpz_sgn(big) < 0;
  unsigned bits = 8u * item.size;
  bool fits = is_signed(item.code)
                  ? (negative ? (mpz_add_ui(big, big, 1), mpz_sizeinbase(big, 2) < bits || mpz_sgn(big) == 0)
                              : mpz_sizeinbase(big, 2) < bits)
                  : !negative && mpz_sizeinbase(big, 2) <= bits;
  mpz_clear(big);
  if (!fits) return range_error(thread, format, item, number.get());
  int64_t small = 0;
  uint64_t content;
  if (fits_int64(number.get(), &small)) {
    content = static_cast<uint64_t>(small);
  } else {
    mpz_init(big);
    get_integer(number.get(), big);
    content = mpz_get_ui(big);
    mpz_clear(big);
  }
  put_bytes(format, content, item.size, target);
  return true;
}

// The bits of a half float: rounded to even.
bool half_bits(double number, uint16_t* bits) {
  uint16_t sign = std::signbit(number) ? 0x8000 : 0;
  double size = std::fabs(number);
  if (std::isnan(number)) return *bits = sign | 0x7E00, true;
  if (std::isinf(number)) return *bits = sign | 0x7C00, true;
  if (size == 0.0) return *bits = sign, true;
  int exponent;
  std::frexp(size, &exponent);
  int scale = exponent < -13 ? 24 : 11 - exponent;
  double mantissa = std::nearbyint(std::ldexp(size, scale));
  if (mantissa >= 2048.0) {
    mantissa /= 2;
    --scale;
  }
  int biased = mantissa < 1024.0 ? 0 : 25 - scale;
  if (biased >= 31) return false;
  *bits = static_cast<uint16_t>(sign | biased << 10 | (static_cast<uint16_t>(mantissa) & 0x3FF));
  return true;
}

double half_value(uint16_t bits) {
  int exponent = bits >> 10 & 31;
  double mantissa = bits & 0x3FF, size;
  if (exponent == 31)
    size = mantissa == 0.0 ? HUGE_VAL : std::nan("");
  else if (exponent == 0)
    size = std::ldexp(mantissa, -24);
  else
    size = std::ldexp(mantissa + 1024, exponent - 25);
  return bits & 0x8000 ? -size : size;
}

bool pack_float(Thread& thread, const StructFormat& format, const StructItem& item, Value value, uint8_t* target) {
  double number;
  if (!as_double(thread, value, &number)) {
    if (!exception_matches(thread, Error::TypeError)) return false;
    clear_exception(thread);
    return fail(thread, "required argument is not a float");
  }
  uint64_t bits = std::bit_cast<uint64_t>(number);
  if (item.code == 'f') {
    float narrow = static_cast<float>(number);
    if (std::isinf(narrow) && std::isfinite(number) && !format.native) {
      return raise(thread, Error::OverflowError, "float too large to pack with f format");
    }
    bits = std::bit_cast<uint32_t>(narrow);
  } else if (item.code == 'e') {
    uint16_t half;
    if (!half_bits(number, &half)) {
      return raise(thread, Error::OverflowError, "float too large to pack with e format");
    }
    bits = half;
  }
  put_bytes(format, bits, item.size, target);
  return true;
}

bool pack_bytes(Thread& thread, const StructItem& item, Value value, uint8_t* target) {
  if (!is<Bytes>(value) && !(is<ByteArray>(value) && item.code != 'c')) {
    if (item.code == 'c') return fail(thread, "char format requires a bytes object of length 1");
    char code[2] = {item.code, '\0'};
    return fail(thread, "argument for '{}' must be a bytes object", code);
  }
  std::string_view content = bytes_of(value);
  if (item.code == 'c') {
    if (content.size() != 1) return fail(thread, "char format requires a bytes object of length 1");
    *target = static_cast<uint8_t>(content[0]);
    return true;
  }
  bool counted = item.code == 'p';
  if (item.count == 0) return true;
  uint64_t room = item.count - counted, used = std::min<uint64_t>(room, content.size());
  if (counted) *target++ = static_cast<uint8_t>(std::min<uint64_t>(used, 255));
  if (used > 0) std::memcpy(target, content.data(), used);
  return true;
}

bool pack_one(Thread& thread, const StructFormat& format, const StructItem& item, Value value, uint8_t* target) {
  switch (item.code) {
    case 'c':
    case 's':
    case 'p':
      return pack_bytes(thread, item, value, target);
    case 'f':
    case 'd':
    case 'e':
      return pack_float(thread, format, item, value, target);
    case '?': {
      Truth yes = truth(thread, value);
      *target = yes == Truth::Yes;
      return yes != Truth::Error;
    }
    default:
      return pack_integer(thread, format, item, value, target);
  }
}

Ref unpack_text(Thread& thread, const StructItem& item, const uint8_t* source) {
  const char* content = reinterpret_cast<const char*>(source);
  uint64_t length = item.code == 'c' ? 1 : item.count;
  if (item.code == 'p' && length > 0) {
    length = std::min<uint64_t>(*source, length - 1);
    ++content;
  }
  return make_bytes(thread, std::string_view(content, length));
}

Ref unpack_one(Thread& thread, const StructFormat& format, const StructItem& item, const uint8_t* source) {
  if (item.code == 'c' || item.code == 's' || item.code == 'p') return unpack_text(thread, item, source);
  uint64_t bits = get_bytes(format, item.size, source);
  switch (item.code) {
    case '?':
      return Ref::boolean(bits != 0);
    case 'f':
      return make_float(thread, std::bit_cast<float>(static_cast<uint32_t>(bits)));
    case 'd':
      return make_float(thread, std::bit_cast<double>(bits));
    case 'e':
      return make_float(thread, half_value(static_cast<uint16_t>(bits)));
  }
  if (!is_signed(item.code)) return make_int_from_unsigned(thread, bits);
  unsigned unused = 64 - 8u * item.size;
  return make_int(thread, static_cast<int64_t>(bits << unused) >> unused);
}

bool read_order(std::string_view* text, StructFormat* format) {
  format->native = true;
  if (text->empty()) return true;
  char order = text->front();
  if (order != '@' && order != '=' && order != '<' && order != '>' && order != '!') return true;
  format->native = order == '@';
  format->little = order != '>' && order != '!';
  text->remove_prefix(1);
  return true;
}

}  // namespace

bool parse_struct_format(Thread& thread, std::string_view text, StructFormat* format) {
  read_order(&text, format);
  for (size_t at = 0; at < text.size(); ++at) {
    if (text[at] == ' ' || (text[at] >= '\t' && text[at] <= '\r')) continue;
    uint64_t count = 1;
    if (text[at] >= '0' && text[at] <= '9') {
      for (count = 0; at < text.size() && text[at] >= '0' && text[at] <= '9'; ++at) {
        count = count * 10 + static_cast<uint64_t>(text[at] - '0');
        if (count > uint64_t{1} << 58) return fail(thread, "total struct size too long");
      }
      if (at == text.size()) return fail(thread, "repeat count given without format specifier");
    }
    const CodeInfo* code = find_code(text[at]);
    uint8_t size = !code ? 0 : format->native ? code->native : code->standard;
    if (size == 0) return fail(thread, "bad char in struct format");
    if (format->native) format->size = (format->size + size - 1) / size * size;
    bool text_item = code->code == 's' || code->code == 'p';
    format->items.push_back({code->code, count, format->size, size});
    format->size += count * size;
    format->values += code->code == 'x' ? 0 : text_item ? 1 : count;
    if (format->size > uint64_t{1} << 62) return fail(thread, "total struct size too long");
  }
  return true;
}

bool pack_struct(Thread& thread, const StructFormat& format, const Value* values, uint8_t* target) {
  std::memset(target, 0, format.size);
  for (const StructItem& item : format.items) {
    if (item.code == 'x') continue;
    bool whole = item.code == 's' || item.code == 'p';
    for (uint64_t i = 0; i < (whole ? 1 : item.count); ++i) {
      if (!pack_one(thread, format, item, *values++, target + item.offset + i * item.size)) return false;
    }
  }
  return true;
}

Ref unpack_struct(Thread& thread, const StructFormat& format, const uint8_t* source) {
  Tuple* result = new_tuple(thread, format.values);
  if (!result) return {};
  Ref owned = Ref::own(result);
  uint64_t number = 0;
  for (const StructItem& item : format.items) {
    if (item.code == 'x') continue;
    bool whole = item.code == 's' || item.code == 'p';
    for (uint64_t i = 0; i < (whole ? 1 : item.count); ++i) {
      Ref value = unpack_one(thread, format, item, source + item.offset + i * item.size);
      if (!value) return {};
      result->items[number++] = value.release();
    }
  }
  return owned;
}

uint8_t item_size(char code) {
  const CodeInfo* info = find_code(code);
  return info ? info->native : 0;
}

bool pack_item(Thread& thread, char code, Value value, uint8_t* target) {
  return pack_one(thread, StructFormat{{}, 0, 0, true, true}, {code, 1, 0, item_size(code)}, value, target);
}

Ref unpack_item(Thread& thread, char code, const uint8_t* source) {
  return unpack_one(thread, StructFormat{{}, 0, 0, true, true}, {code, 1, 0, item_size(code)}, source);
}

}  // namespace gillab
