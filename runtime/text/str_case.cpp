// The methods of str that change case or ask what its characters are.
#include "runtime/text/str_characters.h"
#include "runtime/text/str_methods.h"
#include "runtime/text/unicode.h"

namespace gillab {
namespace {

using unicode::Mapping;

inline bool is_ascii_upper(char32_t c) { return c >= 'A' && c <= 'Z'; }
inline bool is_ascii_lower(char32_t c) { return c >= 'a' && c <= 'z'; }

char32_t map_ascii_character(Mapping mapping, char32_t c) {
  bool up = mapping == Mapping::Upper || mapping == Mapping::Title;
  return (up ? is_ascii_lower(c) : is_ascii_upper(c)) ? c ^ 0x20 : c;
}

void add_mapped(StrBuilder& builder, Mapping mapping, char32_t character) {
  if (character < 0x80) return builder.add(map_ascii_character(mapping, character));
  char32_t mapped[3];
  int count = unicode::map_case(mapping, character, mapped);
  for (int i = 0; i < count; ++i) builder.add(mapped[i]);
}

// A capital sigma at the end of a word becomes the final form.
bool is_final_sigma(const Str* text, int64_t at) {
  int64_t before = at - 1;
  while (before >= 0 && unicode::has(text->at(before), unicode::kCaseIgnorable)) --before;
  if (before < 0 || !unicode::has(text->at(before), unicode::kCased)) return false;
  int64_t after = at + 1, length = text->length;
  while (after < length && unicode::has(text->at(after), unicode::kCaseIgnorable)) ++after;
  return after == length || !unicode::has(text->at(after), unicode::kCased);
}

void add_lower(StrBuilder& builder, const Str* text, size_t at) {
  char32_t character = text->at(at);
  if (character == 0x3A3)
    builder.add(is_final_sigma(text, at) ? 0x3C2 : 0x3C3);
  else
    add_mapped(builder, Mapping::Lower, character);
}

template <bool kUpperCase>
Ref map_ascii(Thread& thread, const Str* text) {
  Str* result = new_str(thread, text->length, 0x7F);
  if (!result) return {};
  const uint8_t* from = text->data1();
  uint8_t* to = result->data1();
  constexpr uint8_t kFirst = kUpperCase ? 'a' : 'A';
  for (size_t i = 0; i < text->length; ++i) {
    to[i] = from[i] ^ static_cast<uint8_t>(static_cast<uint8_t>(from[i] - kFirst) < 26 ? 0x20 : 0);
  }
  return Ref::own(result);
}

// Each character by `change(character, whether the one before is a letter)`.
template <class Change>
Ref change_ascii(Thread& thread, const Str* text, Change change) {
  if (text->length == 0) return make_str(thread, {});
  Str* result = new_str(thread, text->length, 0x7F);
  if (!result) return {};
  bool inside = false;
  for (size_t i = 0; i < text->length; ++i) {
    uint8_t c = text->data1()[i];
    result->data1()[i] = static_cast<uint8_t>(change(c, inside, i));
    inside = is_ascii_upper(c) || is_ascii_lower(c);
  }
  return Ref::own(result);
}

Ref map_all(Thread& thread, const Str* text, Mapping mapping) {
  StrBuilder builder(thread);
  for (size_t i = 0; i < text->length; ++i) add_mapped(builder, mapping, text->at(i));
  return builder.finish();
}

// All characters have one of the classes, and there is at least one.
Ref all_have(const Value* args, uint16_t classes) {
  const Str* text = as<Str>(args[0]);
  if (text->length == 0) return Ref::boolean(false);
  return with_characters(text, [&](const auto* characters) {
    for (size_t i = 0; i < text->length; ++i) {
      if (!unicode::has(characters[i], classes)) return Ref::boolean(false);
    }
    return Ref::boolean(true);
  });
}

// At least one of the wanted class, none of the refused ones.
Ref some_have(const Value* args, uint16_t wanted, uint16_t refused) {
  const Str* text = as<Str>(args[0]);
  bool found = false;
  for (size_t i = 0; i < text->length; ++i) {
    uint16_t classes = unicode::classes_of(text->at(i));
    if (classes & refused) return Ref::boolean(false);
    if (classes & wanted) found = true;
  }
  return Ref::boolean(found);
}

}  // namespace

Ref str_upper(Thread& thread, const Value* args, uint32_t, Tuple*) {
  const Str* text = as<Str>(args[0]);
  return text->ascii ? map_ascii<true>(thread, text) : map_all(thread, text, Mapping::Upper);
}

Ref str_lower(Thread& thread, const Value* args, uint32_t, Tuple*) {
  const Str* text = as<Str>(args[0]);
  if (text->ascii) return map_ascii<false>(thread, text);
  StrBuilder builder(thread);
  for (size_t i = 0; i < text->length; ++i) add_lower(builder, text, i);
  return builder.finish();
}

Ref str_casefold(Thread& thread, const Value* args, uint32_t, Tuple*) {
  const Str* text = as<Str>(args[0]);
  return text->ascii ? map_ascii<false>(thread, text) : map_all(thread, text, Mapping::Fold);
}

Ref str_title(Thread& thread, const Value* args, uint32_t, Tuple*) {
  const Str* text = as<Str>(args[0]);
  if (text->ascii) {
    return change_ascii(thread, text, [](char32_t c, bool inside, size_t) {
      return map_ascii_character(inside ? Mapping::Lower : Mapping::Title, c);
    });
  }
  StrBuilder builder(thread);
  bool inside = false;
  for (size_t i = 0; i < text->length; ++i) {
    char32_t character = text->at(i);
    if (inside)
      add_lower(builder, text, i);
    else
      add_mapped(builder, Mapping::Title, character);
    inside = unicode::has(character, unicode::kUpper | unicode::kLower | unicode::kTitle);
  }
  return builder.finish();
}

Ref str_swapcase(Thread& thread, const Value* args, uint32_t, Tuple*) {
  const Str* text = as<Str>(args[0]);
  if (text->ascii) {
    return change_ascii(thread, text, [](char32_t c, bool, size_t) {
      return is_ascii_upper(c) || is_ascii_lower(c) ? c ^ 0x20 : c;
    });
  }
  StrBuilder builder(thread);
  for (size_t i = 0; i < text->length; ++i) {
    char32_t character = text->at(i);
    if (unicode::has(character, unicode::kUpper))
      add_lower(builder, text, i);
    else if (unicode::has(character, unicode::kLower))
      add_mapped(builder, Mapping::Upper, character);
    else
      builder.add(character);
  }
  return builder.finish();
}

Ref str_capitalize(Thread& thread, const Value* args, uint32_t, Tuple*) {
  const Str* text = as<Str>(args[0]);
  if (text->ascii) {
    return change_ascii(thread, text, [](char32_t c, bool, size_t i) {
      return map_ascii_character(i == 0 ? Mapping::Title : Mapping::Lower, c);
    });
  }
  StrBuilder builder(thread);
  if (text->length > 0) add_mapped(builder, Mapping::Title, text->at(0));
  for (size_t i = 1; i < text->length; ++i) add_lower(builder, text, i);
  return builder.finish();
}

Ref str_isalnum(Thread&, const Value* args, uint32_t, Tuple*) {
  return all_have(args, unicode::kAlpha | unicode::kDecimal | unicode::kDigit | unicode::kNumeric);
}
Ref str_isalpha(Thread&, const Value* args, uint32_t, Tuple*) { return all_have(args, unicode::kAlpha); }
Ref str_isdecimal(Thread&, const Value* args, uint32_t, Tuple*) { return all_have(args, unicode::kDecimal); }
Ref str_isdigit(Thread&, const Value* args, uint32_t, Tuple*) { return all_have(args, unicode::kDigit); }
Ref str_isnumeric(Thread&, const Value* args, uint32_t, Tuple*) { return all_have(args, unicode::kNumeric); }
Ref str_isspace(Thread&, const Value* args, uint32_t, Tuple*) { return all_have(args, unicode::kSpace); }
Ref str_isascii(Thread&, const Value* args, uint32_t, Tuple*) { return Ref::boolean(as<Str>(args[0])->ascii); }

Ref str_isprintable(Thread&, const Value* args, uint32_t, Tuple*) {
  return as<Str>(args[0])->length == 0 ? Ref::boolean(true) : all_have(args, unicode::kPrintable);
}

Ref str_islower(Thread&, const Value* args, uint32_t, Tuple*) {
  return some_have(args, unicode::kLower, unicode::kUpper | unicode::kTitle);
}
Ref str_isupper(Thread&, const Value* args, uint32_t, Tuple*) {
  return some_have(args, unicode::kUpper, unicode::kLower | unicode::kTitle);
}

Ref str_istitle(Thread&, const Value* args, uint32_t, Tuple*) {
  const Str* text = as<Str>(args[0]);
  bool inside = false, found = false;
  for (size_t i = 0; i < text->length; ++i) {
    uint16_t classes = unicode::classes_of(text->at(i));
    if (classes & (unicode::kUpper | unicode::kTitle)) {
      if (inside) return Ref::boolean(false);
      inside = found = true;
    } else if (classes & unicode::kLower) {
      if (!inside) return Ref::boolean(false);
    } else {
      inside = false;
    }
  }
  return Ref::boolean(found);
}

Ref str_isidentifier(Thread&, const Value* args, uint32_t, Tuple*) {
  const Str* text = as<Str>(args[0]);
  if (text->length == 0 || !unicode::has(text->at(0), unicode::kIdentifierStart)) return Ref::boolean(false);
  return all_have(args, unicode::kIdentifierContinue);
}

}  // namespace gillab
