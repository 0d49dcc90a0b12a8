// The one form that all spellings of an identifier share.
#include "compiler/identifier_form.h"

#include <algorithm>
#include <utility>

#include "compiler/identifier_form_data.h"
#include "compiler/utf8.h"

namespace gillab::compiler {
namespace {

void append_equivalent(std::u32string& text, char32_t code_point) {
  const EquivalentRange* ranges_end = kEquivalentRanges + kEquivalentRangeCount;
  const EquivalentRange* range =
      std::upper_bound(kEquivalentRanges, ranges_end, code_point,
                       [](char32_t value, const EquivalentRange& each) { return value < each.first; });
  if (range != kEquivalentRanges && code_point <= (range - 1)->last) {
    text += (range - 1)->target + (code_point - (range - 1)->first);
    return;
  }
  const EquivalentText* texts_end = kEquivalentTexts + kEquivalentTextCount;
  const EquivalentText* found =
      std::lower_bound(kEquivalentTexts, texts_end, code_point,
                       [](const EquivalentText& each, char32_t value) { return each.code_point < value; });
  if (found == texts_end || found->code_point != code_point) {
    text += code_point;
    return;
  }
  for (const char32_t each : found->text) {
    if (each != 0) text += each;
  }
}

char32_t compose(char32_t first, char32_t second) {  // 0 where the two stay apart
  const auto key = std::make_pair(first, second);
  const ComposedPair* end = kComposedPairs + kComposedPairCount;
  const ComposedPair* found = std::lower_bound(
      kComposedPairs, end, key,
      [](const ComposedPair& each, const auto& wanted) { return std::make_pair(each.first, each.second) < wanted; });
  const bool matches = found != end && found->first == first && found->second == second;
  return matches ? found->composed : 0;
}

}  // namespace

std::string normalise_identifier(std::string_view name) {
  std::u32string text;
  for (size_t offset = 0; offset < name.size();) append_equivalent(text, next_code_point(name, &offset));
  std::u32string composed;
  for (const char32_t each : text) {
    const char32_t joined = composed.empty() ? 0 : compose(composed.back(), each);
    if (joined != 0) {
      composed.back() = joined;
    } else {
      composed += each;
    }
  }
  std::string result;
  for (const char32_t each : composed) append_utf8(result, each);
  return result;
}

}  // namespace gillab::compiler
