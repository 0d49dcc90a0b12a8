// The data behind identifier_form.h. All tables are sorted by their first column.
#pragma once

#include <cstddef>

namespace gillab::compiler {

struct EquivalentRange {  // first stands for `target`, first + 1 for `target` + 1, ...
  char32_t first;
  char32_t last;
  char32_t target;
};

struct EquivalentText {
  char32_t code_point;
  char32_t text[3];  // ends in 0 where shorter
};

struct ComposedPair {
  char32_t first;
  char32_t second;
  char32_t composed;
};

extern const EquivalentRange kEquivalentRanges[];
extern const size_t kEquivalentRangeCount;
extern const EquivalentText kEquivalentTexts[];
extern const size_t kEquivalentTextCount;
extern const ComposedPair kComposedPairs[];
extern const size_t kComposedPairCount;

}  // namespace gillab::compiler
