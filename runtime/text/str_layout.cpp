// The methods of str that pad, expand, translate and encode.
#include <algorithm>
#include <iterator>

#include "runtime/bytes.h"
#include "runtime/dict.h"
#include "runtime/int.h"
#include "runtime/operations.h"
#include "runtime/text/str_characters.h"
#include "runtime/text/str_methods.h"

namespace gillab {
namespace {

bool fill_character(Thread& thread, Value value, char32_t* fill) {
  *fill = ' ';
  if (value.is_empty()) return true;
  if (!is<Str>(value)) {
    return raise(thread, Error::TypeError, "The fill character must be a unicode character, not {}",
                 type_name(thread, value));
  }
  if (as<Str>(value)->length != 1) {
    return raise(thread, Error::TypeError, "The fill character must be exactly one character long");
  }
  *fill = as<Str>(value)->at(0);
  return true;
}

Ref pad(Thread& thread, Str* text, int64_t left, int64_t right, char32_t fill) {
  if (left <= 0 && right <= 0) return exact_str(thread, text);
  StrBuilder builder(thread);
  builder.fill(fill, left);
  builder.add(text);
  builder.fill(fill, right);
  return builder.finish();
}

enum class Side { Left, Right, Both };

Ref justify(Thread& thread, const Value* args, Side side) {
  Str* text = as<Str>(args[0]);
  int64_t width;
  char32_t fill;
  if (!index_as_int64(thread, args[1], &width) || !fill_character(thread, args[2], &fill)) return {};
  int64_t room = width - static_cast<int64_t>(text->length);
  if (room <= 0) return exact_str(thread, text);
  if (side == Side::Left) return pad(thread, text, 0, room, fill);
  if (side == Side::Right) return pad(thread, text, room, 0, fill);
  int64_t left = room / 2 + (room & width & 1);
  return pad(thread, text, left, room - left, fill);
}

// What a translation table says about a character: one character, none, or a text.
struct Translation {
  int32_t code = kGone;
  Ref text;
  static constexpr int32_t kGone = -1, kText = -2;
};

bool translate_character(Thread& thread, Value table, char32_t character, Translation* result) {
  Ref to = get_item(thread, table, Value::integer(character));
  result->code = static_cast<int32_t>(character);
  if (!to) {
    if (!exception_matches(thread, Error::LookupError)) return false;
    clear_exception(thread);
    return true;
  }
  result->code = to.get().is_none() ? Translation::kGone : Translation::kText;
  if (to.get().is_none()) return true;
  if (is<Str>(to.get())) {
    if (to.as<Str>()->length == 1) result->code = static_cast<int32_t>(to.as<Str>()->at(0));
    result->text = std::move(to);
    return true;
  }
  int64_t code;
  if (!is_integer(to.get())) {
    return raise(thread, Error::TypeError, "character mapping must return integer, None or str");
  }
  if (!fits_int64(to.get(), &code) || code < 0 || code > 0x10FFFF) {
    return raise(thread, Error::ValueError, "character mapping must be in range(0x110000)");
  }
  result->code = static_cast<int32_t>(code);
  return true;
}

// Each ASCII character is asked for once, as in CPython.
class Translator {
 public:
  Translator(Thread& thread, Value table) : thread_(thread), table_(table), builder_(thread) {
    std::fill(std::begin(known_), std::end(known_), kUnknown);
  }
  bool add(char32_t character) {
    int32_t code = character < std::size(known_) ? known_[character] : kUnknown;
    Translation translation;
    if (code == kUnknown) {
      if (!translate_character(thread_, table_, character, &translation)) return false;
      code = translation.code;
      if (character < std::size(known_) && code != Translation::kText) known_[character] = code;
    }
    if (code >= 0) {
      builder_.add(static_cast<char32_t>(code));
    } else if (code == Translation::kText) {
      builder_.add(translation.text.as<Str>());
    }
    return true;
  }
  // The characters from `at` on that are known to become ASCII ones; the result: where they end.
  size_t add_known(const Str* text, size_t at) {
    if (!text->ascii) return at;
    const uint8_t* from = text->data1();
    char run[256];
    for (;;) {
      size_t count = 0;
      while (count < sizeof run && at < text->length && static_cast<uint32_t>(known_[from[at]]) < 0x80) {
        run[count++] = static_cast<char>(known_[from[at++]]);
      }
      builder_.add_ascii(run, count);
      if (count < sizeof run) return at;
    }
  }
  Ref finish() { return builder_.finish(); }

 private:
  static constexpr int32_t kUnknown = -3;
  Thread& thread_;
  Value table_;
  StrBuilder builder_;
  int32_t known_[128];
};

Ref maketrans_from_dict(Thread& thread, Value argument) {
  if (!is<Dict>(argument)) {
    return raise(thread, Error::TypeError, "if you give only one argument to maketrans it must be a dict");
  }
  Ref result = make_dict(thread);
  uint32_t position = 0;
  Value key, value;
  while (result && dict_next(as<Dict>(argument), &position, &key, &value)) {
    if (is<Str>(key)) {
      if (as<Str>(key)->length != 1) {
        return raise(thread, Error::ValueError, "string keys in translate table must be of length 1");
      }
      key = Value::integer(as<Str>(key)->at(0));
    } else if (!is_integer(key)) {
      return raise(thread, Error::TypeError, "keys in translate table must be strings or integers");
    }
    if (!dict_set(thread, result.as<Dict>(), key, Ref::share(value))) return {};
  }
  return result;
}

}  // namespace

Ref str_center(Thread& thread, const Value* args, uint32_t, Tuple*) { return justify(thread, args, Side::Both); }
Ref str_ljust(Thread& thread, const Value* args, uint32_t, Tuple*) { return justify(thread, args, Side::Left); }
Ref str_rjust(Thread& thread, const Value* args, uint32_t, Tuple*) { return justify(thread, args, Side::Right); }

Ref str_zfill(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Str* text = as<Str>(args[0]);
  int64_t width;
  if (!index_as_int64(thread, args[1], &width)) return {};
  int64_t room = width - static_cast<int64_t>(text->length);
  if (room <= 0) return exact_str(thread, text);
  bool sign = text->length > 0 && (text->at(0) == '+' || text->at(0) == '-');
  StrBuilder builder(thread);
  if (sign) builder.add(text->at(0));
  builder.fill('0', room);
  builder.add(text, sign, text->length);
  return builder.finish();
}

Ref str_expandtabs(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Str* text = as<Str>(args[0]);
  int64_t size = 8, column = 0;
  if (!args[1].is_empty() && !index_as_int64(thread, args[1], &size)) return {};
  StrBuilder builder(thread);
  for (size_t i = 0; i < text->length; ++i) {
    char32_t character = text->at(i);
    if (character == '\t') {
      int64_t spaces = size > 0 ? size - column % size : 0;
      builder.fill(' ', spaces);
      column += spaces;
      continue;
    }
    builder.add(character);
    column = character == '\n' || character == '\r' ? 0 : column + 1;
  }
  return builder.finish();
}

Ref str_translate(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Str* text = as<Str>(args[0]);
  Translator translator(thread, args[1]);
  for (size_t i = 0; (i = translator.add_known(text, i)) < text->length; ++i) {
    if (!translator.add(text->at(i))) return {};
  }
  return translator.finish();
}

Ref str_maketrans(Thread& thread, const Value* args, uint32_t, Tuple*) {
  if (args[1].is_empty()) return maketrans_from_dict(thread, args[0]);
  if (!is<Str>(args[0])) {
    return raise(thread, Error::TypeError, "first maketrans argument must be a string if there is a second argument");
  }
  for (int i : {1, 2}) {
    if (!args[i].is_empty() && !is<Str>(args[i])) {
      return raise(thread, Error::TypeError, "maketrans() argument {} must be str, not {}", i + 1,
                   type_name(thread, args[i]));
    }
  }
  Str *from = as<Str>(args[0]), *to = as<Str>(args[1]);
  if (from->length != to->length) {
    return raise(thread, Error::ValueError, "the first two maketrans arguments must have equal length");
  }
  Ref result = make_dict(thread);
  if (!result) return {};
  Dict* dict = result.as<Dict>();
  for (size_t i = 0; i < from->length; ++i) {
    if (!dict_set(thread, dict, Value::integer(from->at(i)), Ref::own(Value::integer(to->at(i))))) return {};
  }
  const Str* gone = args[2].is_empty() ? nullptr : as<Str>(args[2]);
  for (size_t i = 0; gone && i < gone->length; ++i) {
    if (!dict_set(thread, dict, Value::integer(gone->at(i)), Ref::none())) return {};
  }
  return result;
}

Ref str_encode(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Str *encoding = nullptr, *errors = nullptr;
  if (!args[1].is_empty() && !(encoding = expect_str(thread, args[1], "encode() argument 'encoding'"))) return {};
  if (!args[2].is_empty() && !(errors = expect_str(thread, args[2], "encode() argument 'errors'"))) return {};
  return encode(thread, as<Str>(args[0]), encoding, errors);
}

}  // namespace gillab
