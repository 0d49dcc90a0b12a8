// unicodedata.normalize: the four forms of a text.
#include <cstddef>
#include <cstdint>
#include <vector>

#include "runtime/modules/unicodedata.h"

namespace gillab {

namespace {

using Text = std::vector<char32_t>;

// Whether a look at each character is enough to know that the text is in the form.
bool is_surely(const UnicodeTables& tables, const Str* text, UnicodeForm form) {
  using Tables = UnicodeTables;
  const int wrong = Tables::kCombines | (form.composed ? Tables::kMayCompose : Tables::kDecomposes) |
                    (form.compatible ? Tables::kCompatible : 0);
  if (text->width == 1 && form.composed && !form.compatible) return true;
  for (size_t i = 0; i < text->length; ++i) {
    const char32_t each = text->at(i);
    if (each >= 0x80 && (tables.marks_of(each) & wrong) != 0) return false;
  }
  return true;
}

void decompose(const UnicodeTables& tables, char32_t code, bool compatible, Text* result) {
  if (code >= kSyllable && code < kSyllable + kSyllables) {
    const char32_t number = code - kSyllable, tail = number % kTails;
    result->push_back(kLead + number / (kVowels * kTails));
    result->push_back(kVowel + number / kTails % kVowels);
    if (tail != 0) result->push_back(kTail + tail);
    return;
  }
  const UnicodeTables::Decomposition* found = tables.decomposition_of(code);
  if (!found || (found->compatible && !compatible)) return result->push_back(code);
  for (char32_t part : found->parts) decompose(tables, part, compatible, result);
}

int class_of(const UnicodeTables& tables, char32_t code) {
  return (tables.marks_of(code) & UnicodeTables::kCombines) == 0 ? 0 : tables.kind_of(code).combining;
}

// Marks that follow a letter, in the order of their classes; those of one class stay as they are.
void order(const UnicodeTables& tables, Text* text) {
  for (size_t i = 1; i < text->size(); ++i) {
    const char32_t each = (*text)[i];
    const int place = class_of(tables, each);
    size_t to = i;
    for (; place != 0 && to > 0 && class_of(tables, (*text)[to - 1]) > place; --to) (*text)[to] = (*text)[to - 1];
    (*text)[to] = each;
  }
}

// A character goes into the letter before it, unless one of its class or a higher one stands between them.
void compose(const UnicodeTables& tables, Text* text) {
  size_t length = 0, starter = SIZE_MAX;
  int last = -1;  // the class of the one before; -1: the letter itself
  for (const char32_t each : *text) {
    const int place = class_of(tables, each);
    if (starter != SIZE_MAX && last < place) {
      if (const char32_t both = tables.composition_of((*text)[starter], each)) {
        (*text)[starter] = both;
        continue;
      }
    }
    if (place == 0) {
      starter = length;
      last = -1;
    } else {
      last = place;
    }
    (*text)[length++] = each;
  }
  text->resize(length);
}

}  // namespace

Ref normalized(Thread& thread, const UnicodeTables& tables, Str* text, UnicodeForm form) {
  if (text->ascii || is_surely(tables, text, form)) return exact_str(thread, text);
  Text result;
  result.reserve(text->length * 2);
  for (size_t i = 0; i < text->length; ++i) decompose(tables, text->at(i), form.compatible, &result);
  order(tables, &result);
  if (form.composed) compose(tables, &result);
  return make_from_utf32(thread, result.data(), result.size());
}

}  // namespace gillab
