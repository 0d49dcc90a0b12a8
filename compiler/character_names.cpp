// The names of characters, for \N{...} in string literals: those of the table, and those that follow a rule
// (ideographs, Hangul syllables).
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <optional>
#include <string>
#include <vector>

#include "compiler/character_name_data.h"
#include "compiler/string_literal.h"

namespace gillab::compiler {
namespace {

constexpr size_t kDigits = 90;
constexpr size_t kOneDigitWords = 60;  // their digit stands for a word; those of the next begin words of two digits
constexpr size_t kTwoDigitWords = 28 * kDigits;

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

// The number in digits, the first of which tells how many they are.
std::string digits_of(size_t number) {
  const std::string_view digits = kCharacterNameDigits;
  if (number < kOneDigitWords) return {digits[number]};
  number -= kOneDigitWords;
  const char last = digits[number % kDigits];
  if (number < kTwoDigitWords) return {digits[kOneDigitWords + number / kDigits], last};
  number -= kTwoDigitWords;
  const size_t first = (kOneDigitWords + kTwoDigitWords / kDigits) + number / (kDigits * kDigits);
  return {digits[first], digits[number / kDigits % kDigits], digits[number % kDigits]};
}

// The word's number, written in digits; empty where the table does not know the word.
std::string encode_word(std::string_view wanted) {
  size_t number = 0;
  const bool known = any_word(kCharacterNameWords, [&](std::string_view word) {
    if (word == wanted) return true;
    ++number;
    return false;
  });
  return known ? digits_of(number) : "";
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

// Names that end in the code point.
struct NumberedRange {
  std::string_view prefix;
  NamedRange range;
};
constexpr std::string_view kUnified = "CJK UNIFIED IDEOGRAPH-", kCompatible = "CJK COMPATIBILITY IDEOGRAPH-";
constexpr NumberedRange kNumberedRanges[] = {
    {kUnified, {0x3400, 0x4DBF}},       {kUnified, {0x4E00, 0x9FFF}},       {kUnified, {0x20000, 0x2A6DF}},
    {kUnified, {0x2A700, 0x2B738}},     {kUnified, {0x2B740, 0x2B81D}},     {kUnified, {0x2B820, 0x2CEA1}},
    {kUnified, {0x2CEB0, 0x2EBE0}},     {kUnified, {0x30000, 0x3134A}},     {kCompatible, {0xF900, 0xFA6D}},
    {kCompatible, {0xFA70, 0xFAD9}},    {kCompatible, {0x2F800, 0x2FA1D}},  {"NUSHU CHARACTER-", {0x1B170, 0x1B2FB}},
    {"KHITAN SMALL SCRIPT CHARACTER-", {0x18B00, 0x18CD5}},
};

const NumberedRange* numbered_range_of(char32_t code_point) {
  for (const NumberedRange& each : kNumberedRanges) {
    if (code_point >= each.range.first && code_point <= each.range.last) return &each;
  }
  return nullptr;
}

std::string numbered_name(const NumberedRange& range, char32_t code_point) {
  char number[8];
  std::snprintf(number, sizeof number, "%X", static_cast<unsigned>(code_point));
  return std::string(range.prefix) + number;
}

std::optional<char32_t> find_numbered(std::string_view name) {
  const std::string digits(name.substr(name.rfind('-') + 1));
  if (digits.size() < 4 || digits.size() > 5) return std::nullopt;
  if (digits.find_first_not_of("0123456789ABCDEF") != std::string::npos) return std::nullopt;
  const auto code_point = static_cast<char32_t>(std::stoul(digits, nullptr, 16));
  const NumberedRange* range = numbered_range_of(code_point);
  return range && numbered_name(*range, code_point) == name ? std::optional(code_point) : std::nullopt;
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
  std::optional<char32_t> found = find_hangul(name);  // as it is written, like those of unified ideographs
  if (!found && (name == upper || !upper.starts_with(kUnified))) found = find_numbered(upper);
  if (!found) found = find_alias(upper);
  if (!found) found = find_in_table(upper);
  if (found) *code_point = *found;
  return found.has_value();
}

namespace {

// The words of a text by their numbers: where every 16th begins is looked up, the others are counted from there.
class WordIndex {
 public:
  explicit WordIndex(std::string_view text) : text_(text) {
    size_t number = 0;
    any_word(text, [&](std::string_view word) {
      if (number++ % kStep == 0) starts_.push_back(static_cast<uint32_t>(word.data() - text.data()));
      return false;
    });
  }
  std::string_view operator[](size_t number) const {
    std::string_view found;
    size_t left = number % kStep;
    any_word(text_.substr(starts_[number / kStep]), [&](std::string_view word) {
      found = word;
      return left-- == 0;
    });
    return found;
  }

 private:
  static constexpr size_t kStep = 16;
  std::string_view text_;
  std::vector<uint32_t> starts_;
};

// The number that begins at a place of a name's digits; the place moves behind it.
size_t next_number(std::string_view digits, size_t* at) {
  auto digit = [&] { return kCharacterNameDigits.find(digits[(*at)++]); };
  size_t number = digit();
  if (number < kOneDigitWords) return number;
  number = (number - kOneDigitWords) * kDigits + digit();
  if (number < kTwoDigitWords) return kOneDigitWords + number;
  return kOneDigitWords + kTwoDigitWords + (number - kTwoDigitWords) * kDigits + digit();
}

// The words that the digits of a name stand for.
std::string spell(std::string_view digits) {
  static const WordIndex words(kCharacterNameWords);
  std::string name;
  for (size_t at = 0; at < digits.size();) {
    if (!name.empty()) name += ' ';
    name += words[next_number(digits, &at)];
  }
  return name;
}

}  // namespace

std::string character_name(char32_t code_point) {
  if (const NumberedRange* range = numbered_range_of(code_point)) return numbered_name(*range, code_point);
  if (code_point >= kFirstHangul && code_point <= kLastHangul) {
    const size_t number = code_point - kFirstHangul;
    return std::string(kHangul) + kLeads[number / 588] + kVowels[number / 28 % 21] + kTails[number % 28];
  }
  static const WordIndex names(kCharacterNames);
  size_t number = 0;
  for (size_t i = 0; i < kNamedRangeCount; ++i) {
    const NamedRange& range = kNamedRanges[i];
    if (code_point >= range.first && code_point <= range.last) {
      return spell(names[number + code_point - range.first]);
    }
    number += range.last - range.first + 1;
  }
  return {};
}

}  // namespace gillab::compiler
