// The names of characters, for \N{...} in string literals: those of the table, and those that follow a rule
// (ideographs, Hangul syllables).
#include <algorithm>
#include <cstdio>
#include <optional>
#include <string>

#include "compiler/character_name_data.h"
#include "compiler/string_literal.h"

namespace gillab::compiler {
namespace {

constexpr size_t kOneDigitWords = 48;
constexpr size_t kDigits = 90;

// Calls visit(word) for each word of a text; stops, and tells so, when one returns true.
template <class Visit>
bool any_word(std::string_view text, Visit visit) {
  while (true) {
    const size_t space = std::min(text.find(' '), text.size());
    if (visit(text.substr(0, space))) return true;
    if (space == text.size()) return false;
    text.remove_prefix(space + 1);
  }
}

// The word's number, written in digits; empty where the table does not know the word.
std::string encode_word(std::string_view wanted) {
  size_t number = 0;
  const bool known = any_word(kCharacterNameWords, [&](std::string_view word) {
    if (word == wanted) return true;
    ++number;
    return false;
  });
  if (!known) return "";
  if (number < kOneDigitWords) return {kCharacterNameDigits[number]};
  number -= kOneDigitWords;
  return {kCharacterNameDigits[kOneDigitWords + number / kDigits], kCharacterNameDigits[number % kDigits]};
}

char32_t code_point_of(size_t name_number) {
  const NamedRange* range = kNamedRanges;
  for (; name_number > range->last - range->first; ++range) name_number -= range->last - range->first + 1;
  return range->first + static_cast<char32_t>(name_number);
}

std::optional<char32_t> find_in_table(std::string_view name) {
  std::string encoded;
  const bool unknown = any_word(name, [&](std::string_view word) {
    const std::string digits = encode_word(word);
    encoded += digits;
    return digits.empty();
  });
  if (unknown) return std::nullopt;
  size_t number = 0;
  const bool known = any_word(kCharacterNames, [&](std::string_view each) {
    if (each == encoded) return true;
    ++number;
    return false;
  });
  if (!known) return std::nullopt;
  return code_point_of(number);
}

bool is_ideograph(char32_t code_point) {
  constexpr NamedRange ranges[] = {{0x3400, 0x4DBF},   {0x4E00, 0x9FFF},   {0x20000, 0x2A6DF}, {0x2A700, 0x2B738},
                                   {0x2B740, 0x2B81D}, {0x2B820, 0x2CEA1}, {0x2CEB0, 0x2EBE0}, {0x30000, 0x3134A}};
  for (const NamedRange& range : ranges) {
    if (code_point >= range.first && code_point <= range.last) return true;
  }
  return false;
}

std::optional<char32_t> find_ideograph(std::string_view name) {
  constexpr std::string_view prefix = "CJK UNIFIED IDEOGRAPH-";
  if (name.substr(0, prefix.size()) != prefix) return std::nullopt;
  const std::string digits(name.substr(prefix.size()));
  if (digits.size() < 4 || digits.size() > 5) return std::nullopt;
  if (digits.find_first_not_of("0123456789ABCDEF") != std::string::npos) return std::nullopt;
  const auto code_point = static_cast<char32_t>(std::stoul(digits, nullptr, 16));
  return is_ideograph(code_point) ? std::optional(code_point) : std::nullopt;
}

// The longest of the parts that the text begins with; it is taken off the text.
template <size_t Size>
int take_longest(const char* const (&parts)[Size], std::string_view* text) {
  int best = -1;
  size_t best_length = 0;
  for (size_t i = 0; i < Size; ++i) {
    const std::string_view part = parts[i];
    if (text->substr(0, part.size()) != part || (best >= 0 && part.size() <= best_length)) continue;
    best = static_cast<int>(i);
    best_length = part.size();
  }
  text->remove_prefix(best_length);
  return best;
}

constexpr std::string_view kHangul = "HANGUL SYLLABLE ";
constexpr char32_t kFirstHangul = 0xAC00, kLastHangul = 0xD7A3;
const char* const kLeads[] = {"G",  "GG", "N", "D",  "DD", "R", "M", "B", "BB", "S",
                                    "SS", "",   "J", "JJ", "C",  "K", "T", "P", "H"};
const char* const kVowels[] = {"A",  "AE", "YA", "YAE", "EO", "E",  "YEO", "YE", "O",  "WA", "WAE",
                                     "OE", "YO", "U",  "WEO", "WE", "WI", "YU",  "EU", "YI", "I"};
const char* const kTails[] = {"",   "G",  "GG", "GS", "N",  "NJ", "NH", "D",  "L", "LG", "LM", "LB", "LS", "LT",
                                    "LP", "LH", "M",  "B",  "BS", "S",  "SS", "NG", "J", "C",  "K",  "T",  "P",  "H"};

std::optional<char32_t> find_hangul(std::string_view name) {
  if (name.substr(0, kHangul.size()) != kHangul) return std::nullopt;
  name.remove_prefix(kHangul.size());
  const int lead = take_longest(kLeads, &name);
  const int vowel = take_longest(kVowels, &name);
  const int tail = take_longest(kTails, &name);
  if (lead < 0 || vowel < 0 || tail < 0 || !name.empty()) return std::nullopt;
  return static_cast<char32_t>(static_cast<int>(kFirstHangul) + (lead * 21 + vowel) * 28 + tail);
}

std::optional<char32_t> find_alias(std::string_view name) {
  for (size_t i = 0; i < kNamedAliasCount; ++i) {
    if (kNamedAliases[i].name == name) return kNamedAliases[i].code_point;
  }
  return std::nullopt;
}

}  // namespace

bool lookup_character_name(std::string_view name, char32_t* code_point) {
  std::string upper(name);
  for (char& c : upper) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  for (const auto find : {find_in_table, find_alias, find_ideograph, find_hangul}) {
    if (const std::optional<char32_t> found = find(upper)) {
      *code_point = *found;
      return true;
    }
  }
  return false;
}

namespace {

std::string_view word_at(std::string_view text, size_t number) {
  std::string_view found;
  any_word(text, [&](std::string_view word) {
    found = word;
    return number-- == 0;
  });
  return found;
}

// The words that the digits of a name stand for.
std::string spell(std::string_view digits) {
  std::string name;
  for (size_t at = 0; at < digits.size(); ++at) {
    size_t number = kCharacterNameDigits.find(digits[at]);
    if (number >= kOneDigitWords) {
      number = kOneDigitWords + (number - kOneDigitWords) * kDigits + kCharacterNameDigits.find(digits[++at]);
    }
    if (!name.empty()) name += ' ';
    name += word_at(kCharacterNameWords, number);
  }
  return name;
}

}  // namespace

std::string character_name(char32_t code_point) {
  if (is_ideograph(code_point)) {
    char text[32];
    std::snprintf(text, sizeof text, "CJK UNIFIED IDEOGRAPH-%X", static_cast<unsigned>(code_point));
    return text;
  }
  if (code_point >= kFirstHangul && code_point <= kLastHangul) {
    const size_t number = code_point - kFirstHangul;
    return std::string(kHangul) + kLeads[number / 588] + kVowels[number / 28 % 21] + kTails[number % 28];
  }
  size_t number = 0;
  for (size_t i = 0; i < kNamedRangeCount; ++i) {
    const NamedRange& range = kNamedRanges[i];
    if (code_point >= range.first && code_point <= range.last) {
      return spell(word_at(kCharacterNames, number + code_point - range.first));
    }
    number += range.last - range.first + 1;
  }
  return {};
}

}  // namespace gillab::compiler
