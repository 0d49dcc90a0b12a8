// unicodedata: its tables, from the texts of lib/_unicode_data.py, which says what they mean.
#include <cstdlib>

#include "runtime/modules/module_types.h"
#include "runtime/modules/modules.h"
#include "runtime/modules/unicodedata.h"
#include "runtime/operations.h"

namespace gillab {

namespace {

constexpr char32_t kEnd = 0x110000;

// Calls use(word) for each.
template <class Use>
void each_word(std::string_view text, char separator, Use use) {
  while (!text.empty()) {
    const size_t end = text.find(separator);
    if (end != 0) use(text.substr(0, end));
    if (end == std::string_view::npos) return;
    text.remove_prefix(end + 1);
  }
}

char32_t hexadecimal(std::string_view digits) {
  char32_t number = 0;
  for (char each : digits) number = number * 16 + static_cast<char32_t>(each <= '9' ? each - '0' : (each | 0x20) - 'a' + 10);
  return number;
}

// use(code, rest) for each "distance:rest".
template <class Use>
void each_row(std::string_view text, Use use) {
  char32_t code = 0;
  each_word(text, ' ', [&](std::string_view word) {
    const size_t colon = word.find(':');
    code += hexadecimal(word.substr(0, colon));
    use(code, word.substr(colon + 1));
  });
}

struct Reader {
  Thread& thread;
  UnicodeTables& tables;

  bool fill() {
    tables.marks.resize(kEnd >> 8);
    tables.texts.reserve(5);  // they do not move
    return read("KINDS", &Reader::read_kinds) && read("RUNS", &Reader::read_runs) &&
           read("DECOMPOSITIONS", &Reader::read_decompositions) && read("EXCLUSIONS", &Reader::read_compositions) &&
           read("NUMBERS", &Reader::read_numbers);
  }

  bool read(const char* name, bool (Reader::*use)(std::string_view)) {
    Ref text = attribute_of_module(thread, "_unicode_data", name);
    if (!text || !is<Str>(text.get())) return false;
    tables.texts.push_back(to_utf8(text.as<Str>()));
    return (this->*use)(tables.texts.back());
  }

  void mark(char32_t code, uint8_t bits) {
    auto& page = tables.marks[code >> 8];
    if (!page) page = std::make_unique<std::array<uint8_t, 256>>();
    (*page)[code & 0xFF] |= bits;
  }
  void mark_all(char32_t first, char32_t count, uint8_t bits) {
    for (char32_t i = 0; i < count; ++i) mark(first + i, bits);
  }

  bool read_kinds(std::string_view text) {
    bool ok = true;
    each_word(text, ' ', [&](std::string_view word) {
      std::string_view parts[5];
      for (std::string_view& part : parts) {
        const size_t comma = word.find(',');
        part = word.substr(0, comma);
        word.remove_prefix(comma == std::string_view::npos ? word.size() : comma + 1);
      }
      const UnicodeTables::Kind kind = {intern(thread, parts[0]), intern(thread, parts[1]), intern(thread, parts[3]),
                                        std::atoi(std::string(parts[2]).c_str()), parts[4] == "1"};
      ok = ok && kind.category && kind.bidirectional && kind.width;
      tables.kinds.push_back(kind);
    });
    return ok;
  }

  bool read_runs(std::string_view text) {
    each_row(text, [&](char32_t start, std::string_view number) {
      tables.starts.push_back(start);
      tables.run_kinds.push_back(static_cast<uint16_t>(std::atoi(std::string(number).c_str())));
    });
    tables.starts.push_back(kEnd);
    uint32_t run = 0;
    for (char32_t code = 0; code < kEnd; code += 256) {
      while (tables.starts[run + 1] <= code) ++run;
      tables.page_runs.push_back(run);
    }
    for (size_t i = 0; i + 1 < tables.starts.size(); ++i) {
      const bool combines = tables.kinds[tables.run_kinds[i]].combining != 0;
      if (combines) mark_all(tables.starts[i], tables.starts[i + 1] - tables.starts[i], UnicodeTables::kCombines);
    }
    return true;
  }

  bool read_decompositions(std::string_view text) {
    each_row(text, [&](char32_t code, std::string_view rest) {
      UnicodeTables::Decomposition made{rest, {}, rest[0] == '<'};
      each_word(rest, ',', [&](std::string_view part) {
        if (part[0] != '<') made.parts.push_back(hexadecimal(part));
      });
      mark(code, made.compatible ? UnicodeTables::kCompatible : UnicodeTables::kDecomposes);
      tables.decompositions.emplace(code, std::move(made));
    });
    mark_all(kSyllable, kSyllables, UnicodeTables::kDecomposes);
    for (const auto& [code, row] : tables.decompositions) {
      if (leads_to_compatible(code)) mark(code, UnicodeTables::kCompatible);
    }
    return true;
  }
  bool leads_to_compatible(char32_t code) const {
    const UnicodeTables::Decomposition* row = tables.decomposition_of(code);
    if (!row || row->compatible) return row != nullptr;
    for (char32_t part : row->parts) {
      if (leads_to_compatible(part)) return true;
    }
    return false;
  }

  bool read_compositions(std::string_view excluded) {
    for (const auto& [code, row] : tables.decompositions) {
      if (!row.compatible && row.parts.size() == 2) tables.compositions[uint64_t{row.parts[0]} << 32 | row.parts[1]] = code;
    }
    each_row(excluded, [&](char32_t code, std::string_view) {
      const std::vector<char32_t>& parts = tables.decompositions[code].parts;
      if (parts.size() == 2) tables.compositions.erase(uint64_t{parts[0]} << 32 | parts[1]);
      mark(code, UnicodeTables::kMayCompose);
    });
    for (const auto& [pair, code] : tables.compositions) mark(static_cast<char32_t>(pair), UnicodeTables::kMayCompose);
    mark_all(kVowel, kVowels, UnicodeTables::kMayCompose);
    mark_all(kTail + 1, kTails - 1, UnicodeTables::kMayCompose);
    return true;
  }

  bool read_numbers(std::string_view text) {
    each_row(text, [&](char32_t code, std::string_view rest) {
      const std::string value(rest.substr(1));
      const size_t slash = value.find('/');
      const double bottom = slash == std::string::npos ? 1 : std::atof(value.c_str() + slash + 1);
      tables.numbers[code] = {rest[0], std::atof(value.c_str()) / bottom};
    });
    return true;
  }
};

}  // namespace

const UnicodeTables::Kind& UnicodeTables::kind_of(char32_t code) const {
  uint32_t run = page_runs[code >> 8];
  while (starts[run + 1] <= code) ++run;
  return kinds[run_kinds[run]];
}

const UnicodeTables::Decomposition* UnicodeTables::decomposition_of(char32_t code) const {
  if ((marks_of(code) & (kDecomposes | kCompatible)) == 0) return nullptr;
  const auto found = decompositions.find(code);
  return found == decompositions.end() ? nullptr : &found->second;
}

char32_t UnicodeTables::composition_of(char32_t first, char32_t second) const {
  if (first >= kLead && first < kLead + kLeads && second >= kVowel && second < kVowel + kVowels) {
    return kSyllable + ((first - kLead) * kVowels + second - kVowel) * kTails;
  }
  const bool is_open = first >= kSyllable && first < kSyllable + kSyllables && (first - kSyllable) % kTails == 0;
  if (is_open && second > kTail && second < kTail + kTails) return first + second - kTail;
  const auto found = compositions.find(uint64_t{first} << 32 | second);
  return found == compositions.end() ? 0 : found->second;
}

const UnicodeTables* unicode_tables(Thread& thread) {
  ModuleTypes& types = module_types(thread);
  if (types.unicode) return types.unicode.get();
  auto made = std::make_shared<UnicodeTables>();
  if (!Reader{thread, *made}.fill()) return nullptr;
  types.unicode = std::move(made);
  return types.unicode.get();
}

}  // namespace gillab
