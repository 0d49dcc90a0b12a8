// Which characters re takes for the same when case is ignored: those whose lower case has the same upper case.
#include <algorithm>

#include "runtime/modules/regex_tree.h"
#include "runtime/text/unicode.h"

namespace gillab::regex {

namespace {

struct CaseRow {
  uint64_t key;  // the upper case of the lower case: up to three characters
  char32_t character;
};

uint64_t case_key(char32_t character) {
  char32_t lower[3], upper[3];
  unicode::map_case(unicode::Mapping::Lower, character, lower);
  int count = unicode::map_case(unicode::Mapping::Upper, lower[0], upper);
  uint64_t key = 0;
  for (int i = 0; i < count; ++i) key = key << 21 | upper[i];
  return key;
}

struct CaseTable {
  std::vector<CaseRow> by_key;        // only characters that have a variant
  std::vector<CaseRow> by_character;

  CaseTable() {
    // Nothing between the ranges, nor above, has a case.
    for (auto [first, last] : {std::pair{0u, 0x2FFFu}, std::pair{0xA640u, 0xABFFu}, std::pair{0xFB00u, 0xFB1Fu},
                               std::pair{0xFF21u, 0xFF5Au}, std::pair{0x10400u, 0x10FFFu},
                               std::pair{0x11800u, 0x118FFu}, std::pair{0x16E00u, 0x16EFFu},
                               std::pair{0x1E900u, 0x1E95Fu}}) {
      for (char32_t c = first; c <= last; ++c) by_key.push_back({case_key(c), c});
    }
    std::sort(by_key.begin(), by_key.end(), [](const CaseRow& a, const CaseRow& b) {
      return a.key != b.key ? a.key < b.key : a.character < b.character;
    });
    std::vector<CaseRow> kept;
    for (size_t i = 0; i < by_key.size(); ++i) {
      bool with_last = i > 0 && by_key[i - 1].key == by_key[i].key;
      bool with_next = i + 1 < by_key.size() && by_key[i + 1].key == by_key[i].key;
      if (with_last || with_next) kept.push_back(by_key[i]);
    }
    by_key = kept;
    std::sort(kept.begin(), kept.end(), [](const CaseRow& a, const CaseRow& b) { return a.character < b.character; });
    by_character = std::move(kept);
  }

  void add_all_of(uint64_t key, std::vector<char32_t>* variants) const {
    auto row = std::lower_bound(by_key.begin(), by_key.end(), key,
                                [](const CaseRow& r, uint64_t k) { return r.key < k; });
    for (; row != by_key.end() && row->key == key; ++row) variants->push_back(row->character);
  }
};

const CaseTable& case_table() {
  static const CaseTable table;
  return table;
}

}  // namespace

void add_case_variants(char32_t character, bool ascii, std::vector<char32_t>* variants) {
  if (!ascii) {
    size_t before = variants->size();
    add_case_variants(character, character, false, variants);
    if (variants->size() == before) variants->push_back(character);
    return;
  }
  variants->push_back(character);
  if (is_ascii_letter(character)) variants->push_back(character ^ 32);
}

void add_case_variants(char32_t low, char32_t high, bool ascii, std::vector<char32_t>* variants) {
  if (ascii) {
    for (char32_t c = low; c <= high && c < 128; ++c) {
      if (is_ascii_letter(c)) variants->push_back(c ^ 32);
    }
    return;
  }
  const CaseTable& table = case_table();
  auto row = std::lower_bound(table.by_character.begin(), table.by_character.end(), low,
                              [](const CaseRow& r, char32_t c) { return r.character < c; });
  for (; row != table.by_character.end() && row->character <= high; ++row) table.add_all_of(row->key, variants);
}

}  // namespace gillab::regex
