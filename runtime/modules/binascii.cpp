// The module binascii: base64, hexadecimal digits, checksums, its errors.
#include "runtime/modules/binascii.h"

#include <array>

#include "runtime/int.h"
#include "runtime/modules/modules.h"
#include "runtime/modules/zlib.h"
#include "runtime/operations.h"
#include "runtime/str.h"
#include "runtime/text/byte_strings.h"

namespace gillab {

Failed raise_binascii(Thread& thread, std::string_view message, std::initializer_list<FormatArg> args) {
  return raise_formatted(thread, module_types(thread).binascii_error, message, args);
}

bool AsciiBytes::read(Thread& thread, Value value) {
  if (is<Str>(value)) {
    if (!as<Str>(value)->ascii) {
      return raise(thread, Error::ValueError, "string argument should contain only ASCII characters");
    }
    view_ = as<Str>(value)->ascii_view();
    return true;
  }
  if (bytes_.open(thread, value, Pinned::kRead)) return view_ = bytes_.view(), true;
  if (!exception_matches(thread, Error::TypeError)) return false;
  clear_exception(thread);
  return raise(thread, Error::TypeError, "argument should be bytes, buffer or ASCII string, not '{}'",
               type_name(thread, value));
}

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  c = static_cast<char>(c | 0x20);
  return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

namespace {

constexpr char kAlphabet[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

constexpr std::array<uint8_t, 256> kSixBits = [] {
  std::array<uint8_t, 256> table{};
  table.fill(64);
  for (uint8_t i = 0; i < 64; ++i) table[static_cast<uint8_t>(kAlphabet[i])] = i;
  return table;
}();

// Decodes as CPython does: what is no base64 is skipped unless `strict`.
class Base64Decoder {
 public:
  explicit Base64Decoder(bool strict) : strict_(strict) {}

  bool decode(Thread& thread, std::string_view text) {
    if (strict_ && text.starts_with('=')) return raise_binascii(thread, "Leading padding not allowed");
    bytes_.reserve(text.size() / 4 * 3 + 3);
    for (size_t i = 0; i < text.size(); ++i) {
      if (text[i] == '=') {
        pads_seen_ = true;
        if (place_ < 2 || place_ + ++pads_ < 4) continue;
        return (strict_ && i + 1 < text.size()) ? raise_binascii(thread, "Excess data after padding") : true;
      }
      if (const char* wrong = add(text[i])) return raise_binascii(thread, wrong);
    }
    return finish(thread);
  }
  const std::string& bytes() const { return bytes_; }

 private:
  const char* add(char c) {
    uint8_t bits = kSixBits[static_cast<uint8_t>(c)];
    if (bits == 64) return strict_ ? "Only base64 data is allowed" : nullptr;
    if (strict_ && pads_seen_) return "Discontinuous padding not allowed";
    pads_ = 0;
    if (place_ > 0) bytes_ += static_cast<char>(left_ << (2 * place_) | bits >> (6 - 2 * place_));
    left_ = bits;
    place_ = (place_ + 1) % 4;
    return nullptr;
  }

  bool finish(Thread& thread) const {
    if (place_ == 0) return true;
    if (place_ > 1) return raise_binascii(thread, "Incorrect padding");
    return raise_binascii(thread,
                          "Invalid base64-encoded string: number of data characters ({}) cannot be 1 more than a "
                          "multiple of 4",
                          {bytes_.size() / 3 * 4 + 1});
  }

  bool strict_;
  bool pads_seen_ = false;
  int place_ = 0;  // in the group of four
  int pads_ = 0;
  uint8_t left_ = 0;
  std::string bytes_;
};

Ref a2b_base64(Thread& thread, const Value* args, uint32_t, Tuple*) {
  AsciiBytes text;
  if (!text.read(thread, args[0]) || !room_for(thread, text.view().size())) return {};
  Base64Decoder decoder(flag_argument(args[1], false));
  return decoder.decode(thread, text.view()) ? make_bytes(thread, decoder.bytes()) : Ref();
}

Ref b2a_base64(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Pinned data;
  if (!data.open(thread, args[0], Pinned::kRead)) return {};
  bool newline = flag_argument(args[1], true);
  Bytes* result = new_bytes(thread, (data.size() + 2) / 3 * 4 + newline);
  if (!result) return {};
  uint8_t* to = result->data();
  for (size_t i = 0; i < data.size(); i += 3) {
    size_t count = std::min<size_t>(data.size() - i, 3);
    uint32_t group = 0;
    for (size_t k = 0; k < 3; ++k) group = group << 8 | (k < count ? static_cast<uint8_t>(data.view()[i + k]) : 0);
    for (size_t k = 0; k < 4; ++k) {
      *to++ = static_cast<uint8_t>(k <= count ? kAlphabet[group >> (18 - 6 * k) & 63] : '=');
    }
  }
  if (newline) *to = '\n';
  return Ref::own(result);
}

// args: data, sep, bytes_per_sep.
Ref hexlify(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Pinned data;
  if (!data.open(thread, args[0], Pinned::kRead)) return {};
  Ref text = hex_of(thread, data.view(), args[1], args[2]);
  return text ? make_bytes(thread, text.as<Str>()->ascii_view()) : Ref();
}

Ref unhexlify(Thread& thread, const Value* args, uint32_t, Tuple*) {
  AsciiBytes text;
  if (!text.read(thread, args[0])) return {};
  if (text.view().size() % 2) return raise_binascii(thread, "Odd-length string");
  Bytes* result = new_bytes(thread, text.view().size() / 2);
  if (!result) return {};
  Ref owned = Ref::own(result);
  for (size_t i = 0; i < result->length; ++i) {
    int high = hex_digit(text.view()[2 * i]), low = hex_digit(text.view()[2 * i + 1]);
    if (high < 0 || low < 0) return raise_binascii(thread, "Non-hexadecimal digit found");
    result->data()[i] = static_cast<uint8_t>(high << 4 | low);
  }
  return owned;
}

// CRC-CCITT, most significant bit first.
Ref crc_hqx(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Pinned data;
  int64_t start;
  if (!data.open(thread, args[0], Pinned::kRead) || !index_as_int64(thread, args[1], &start, true)) return {};
  uint32_t crc = static_cast<uint32_t>(start) & 0xFFFF;
  for (char c : data.view()) {
    crc ^= static_cast<uint32_t>(static_cast<uint8_t>(c)) << 8;
    for (int bit = 0; bit < 8; ++bit) crc = (crc << 1 ^ (crc & 0x8000 ? 0x1021 : 0)) & 0xFFFF;
  }
  return make_int(thread, crc);
}

const MethodDef kFunctions[] = {
    {"a2b_base64", "(data, /, *, strict_mode=False)", a2b_base64},
    {"b2a_base64", "(data, /, *, newline=True)", b2a_base64},
    {"hexlify", "(data, sep=None, bytes_per_sep=1)", hexlify},
    {"b2a_hex", "(data, sep=None, bytes_per_sep=1)", hexlify},
    {"unhexlify", "(hexstr, /)", unhexlify},
    {"a2b_hex", "(hexstr, /)", unhexlify},
    {"crc32", "(data, crc=0, /)", zlib_crc32},
    {"crc_hqx", "(data, crc, /)", crc_hqx},
};

}  // namespace

bool init_binascii(Thread& thread, Module* module) {
  Type*& error = module_types(thread).binascii_error;
  if (!(error = make_error_type(thread, "Error", "binascii", Error::ValueError))) return false;
  Type* incomplete = make_error_type(thread, "Incomplete", "binascii", Error::Exception);
  return incomplete && add_value(thread, module, "Error", Ref::share(error)) &&
         add_value(thread, module, "Incomplete", Ref::share(incomplete)) &&
         add_functions(thread, module, kFunctions) && add_text_encodings(thread, module);
}

}  // namespace gillab
