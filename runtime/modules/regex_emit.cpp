// From Python's tree to PCRE2's syntax. What differs is written out: the anchors, characters a narrow subject cannot
// hold, classes and case where PCRE2's idea of them is not Python's. PCRE2 is told DOTALL, MULTILINE and ALT_CIRCUMFLEX,
// and CASELESS where the whole pattern ignores case; for wide subjects of Unicode patterns also UCP.
#include <algorithm>

#include "runtime/modules/regex_tree.h"
#include "runtime/text/unicode.h"

namespace gillab::regex {

namespace {

constexpr uint32_t kMostRepeats = 65535;  // PCRE2's limit of {n}

using Ranges = std::vector<std::pair<char32_t, char32_t>>;

bool in_category(char letter, bool ascii, char32_t c) {
  switch (letter | 32) {
    case 'd': return ascii ? is_digit(c) : unicode::has(c, unicode::kDecimal);
    case 's': return ascii ? c == ' ' || (c >= 9 && c <= 13) : unicode::is_space(c);
    default:
      if (ascii) return is_digit(c) || is_ascii_letter(c) || c == '_';
      return c == '_' || unicode::has(c, unicode::kAlpha | unicode::kDecimal | unicode::kDigit | unicode::kNumeric);
  }
}

Ranges category_ranges(char letter, bool ascii, char32_t last) {
  Ranges ranges;
  bool wanted = letter >= 'a';
  for (char32_t c = 0; c <= last; ++c) {
    if (in_category(letter, ascii, c) != wanted) continue;
    if (!ranges.empty() && ranges.back().second + 1 == c) {
      ranges.back().second = c;
    } else {
      ranges.emplace_back(c, c);
    }
  }
  return ranges;
}

const Ranges& wide_spaces(bool negated) {
  static const Ranges spaces = category_ranges('s', false, 0xFFFF), others = [] {
    Ranges ranges = category_ranges('S', false, 0xFFFF);
    ranges.back().second = 0x10FFFF;
    return ranges;
  }();
  return negated ? others : spaces;
}

class Emitter {
 public:
  Emitter(const Tree& tree, bool is_text, int bytes, bool patient)
      : tree_(tree), bytes_(bytes), patient_(patient), last_(bytes == 1 ? 0xFF : bytes == 2 ? 0xFFFF : 0x10FFFF), flags_(tree.flags),
        caseless_((tree.flags & kIgnoreCase) != 0) {
    if (!is_text) flags_ |= kAscii;
    type_ = flags_ & kAscii;
  }

  std::u32string run(bool whole) {
    if (whole) write("(?:");
    body(tree_.root);
    if (whole) write(")\\z");
    return std::move(out_);
  }

 private:
  void write(const char* text) {
    while (*text) out_ += static_cast<unsigned char>(*text++);
  }
  void number(uint64_t value) { write(std::to_string(value).c_str()); }
  bool ascii() const { return (flags_ & kAscii) != 0; }
  bool as_whole() const { return (flags_ & kAscii) == type_; }  // PCRE2's own classes and case are right here

  void character(char32_t c) {
    if (c >= 128 || is_digit(c) || is_ascii_letter(c)) {
      out_ += c;
      return;
    }
    static const char kHex[] = "0123456789abcdef";
    const char text[] = {'\\', 'x', kHex[c >> 4], kHex[c & 15], 0};
    write(text);
  }
  void range(char32_t low, char32_t high) {
    if (low > last_) return;
    high = std::min(high, last_);
    character(low);
    if (high == low) return;
    if (high > low + 1) out_ += '-';
    character(high);
  }
  void nothing() {  // one character that is none
    write("[^\\x00-");
    if (bytes_ == 1) write("\\xff]");
    if (bytes_ == 2) write("\\x{ffff}]");
    if (bytes_ == 4) write("\\x{7fffffff}]");
  }
  void ranges(const Ranges& all) {
    for (auto [low, high] : all) range(low, high);
  }

  // PCRE2 folds case as Python does but for the Turkish i's, which it keeps apart from i and I, and characters whose
  // only upper case is more than one character.
  bool folds_itself(const std::vector<char32_t>& variants) const {
    if (!caseless_) return variants.size() == 1;
    if (bytes_ == 1 || ascii()) return true;
    return std::none_of(variants.begin(), variants.end(),
                        [](char32_t c) { return c == U'i' || c == 0x390 || c == 0x3B0 || c == 0xFB05; });
  }

  void literal(char32_t c) {
    if (!(flags_ & kIgnoreCase) || (caseless_ && bytes_ == 1 && c <= last_)) {
      c <= last_ ? character(c) : nothing();
      return;
    }
    std::vector<char32_t> variants;
    add_case_variants(c, ascii(), &variants);
    if (c <= last_ && folds_itself(variants)) {
      character(c);
      return;
    }
    size_t start = out_.size();
    out_ += '[';
    for (char32_t variant : variants) range(variant, variant);
    if (out_.size() == start + 1) {
      out_.pop_back();
      nothing();
    } else {
      out_ += ']';
    }
  }

  void category(char letter) {  // inside a set
    if (!as_whole()) {
      ranges(category_ranges(letter, ascii(), last_));
    } else if ((letter | 32) == 's' && bytes_ > 1 && !ascii()) {
      ranges(wide_spaces(letter == 'S'));
    } else {
      const char text[] = {'\\', letter, 0};
      write(text);
    }
  }

  void set_items(const Node& node) {
    std::vector<char32_t> variants;
    for (const SetItem& item : node.items) {
      if (item.category != 0) {
        category(item.category);
        continue;
      }
      range(item.low, item.high);
      if (!(flags_ & kIgnoreCase) || (caseless_ && bytes_ == 1 && item.high <= last_)) continue;
      add_case_variants(item.low, item.high, ascii(), &variants);
    }
    std::sort(variants.begin(), variants.end());
    variants.erase(std::unique(variants.begin(), variants.end()), variants.end());
    for (char32_t variant : variants) range(variant, variant);
  }

  void set(const Node& node) {
    bool native = node.items.size() == 1 && node.items[0].category != 0 && as_whole() && !node.negated;
    if (native && ((node.items[0].category | 32) != 's' || bytes_ == 1 || ascii())) {
      category(node.items[0].category);
      return;
    }
    size_t start = out_.size();
    write(node.negated ? "[^" : "[");
    size_t begun = out_.size();
    set_items(node);
    if (out_.size() != begun) {
      out_ += ']';
      return;
    }
    out_.resize(start);
    node.negated ? write(".") : nothing();
  }

  void word_edge(bool negated) {
    if (negated) write("(?!\\A\\z)");  // in Python an empty text has no place that is not an edge, nor one that is
    if (as_whole()) {
      write(negated ? "\\B" : "\\b");
      return;
    }
    Emitter inner(tree_, true, bytes_, patient_);
    inner.flags_ = flags_;
    inner.type_ = type_;
    inner.category('w');
    std::u32string word = U"[" + inner.out_ + U"]";
    write("(?:(?<=");
    out_ += word + (negated ? U")(?=" : U")(?!") + word + U")|(?<!" + word + (negated ? U")(?!" : U")(?=") + word;
    write("))");
  }

  void anchor(uint32_t kind) {
    bool lines = (flags_ & kMultiline) != 0;
    switch (kind) {
      case '^': return write(lines ? "^" : "\\A");
      case '$': return write(lines ? "$" : "\\Z");
      case 'A': return write("\\A");
      case 'Z': return write("\\z");
      default: return word_edge(kind == 'B');
    }
  }

  // A sequence where alternatives need no group around them.
  void body(const Node& node) {
    if (node.op == Op::Sequence && node.children.size() == 1 && node.children[0].op == Op::Branch) {
      alternatives(node.children[0]);
    } else {
      emit(node);
    }
  }

  void alternatives(const Node& branch) {
    if (single_characters(branch)) return;
    for (size_t i = 0; i < branch.children.size(); ++i) {
      if (i > 0) out_ += '|';
      emit(branch.children[i]);
    }
  }

  // a|b|c is [abc].
  bool single_characters(const Node& branch) {
    Node joined{Op::Set};
    for (const Node& child : branch.children) {
      if (child.op != Op::Sequence || child.children.size() != 1) return false;
      const Node& only = child.children[0];
      if (only.op == Op::Literal) {
        joined.items.push_back({0, only.value, only.value});
      } else if (only.op == Op::Set && !only.negated) {
        joined.items.insert(joined.items.end(), only.items.begin(), only.items.end());
      } else {
        return false;
      }
    }
    set(joined);
    return true;
  }

  void group(const Node& node) {
    uint32_t outer = flags_;
    bool outer_caseless = caseless_;
    if (node.add_flags & kTypeFlags) flags_ &= ~kTypeFlags;
    flags_ = (flags_ | node.add_flags) & ~node.delete_flags;
    caseless_ = (flags_ & kIgnoreCase) && as_whole();
    write(node.value != 0 ? "(" : caseless_ == outer_caseless ? "(?:" : caseless_ ? "(?i:" : "(?-i:");
    body(node.children[0]);
    out_ += ')';
    flags_ = outer;
    caseless_ = outer_caseless;
  }

  static bool is_character(const Node& node) {
    return node.op == Op::Literal || node.op == Op::Any || node.op == Op::Set || node.op == Op::BackReference;
  }
  static bool has_repeats(const Node& node) {
    return node.op == Op::Repeat || std::any_of(node.children.begin(), node.children.end(), has_repeats);
  }

  static bool is_one_item(const Node& node) {
    switch (node.op) {
      case Op::Literal:
      case Op::Any:
      case Op::Set:
      case Op::Group:
      case Op::Atomic:
      case Op::BackReference:
      case Op::Conditional: return true;
      default: return false;
    }
  }

  void bounds(uint32_t minimum, uint32_t maximum, char mode) {
    if (minimum == 0 && maximum == kUnlimited) {
      out_ += '*';
    } else if (minimum == 1 && maximum == kUnlimited) {
      out_ += '+';
    } else if (minimum == 0 && maximum == 1) {
      out_ += '?';
    } else {
      out_ += '{';
      number(minimum);
      if (maximum != minimum) out_ += ',';
      if (maximum != minimum && maximum != kUnlimited) number(maximum);
      out_ += '}';
    }
    if (mode != 0) out_ += static_cast<unsigned char>(mode);
  }

  // PCRE2 wants the same width of each alternative in a lookbehind and takes no repeat for one, not even of nothing.
  bool is_empty_repeat(const Node& node) {
    if (!behind_) return false;
    std::vector<Width> widths = tree_.group_widths;
    return width_of(node.children[0], &widths).maximum == 0;
  }

  static bool has_groups(const Node& node) {
    if (node.op == Op::Group && node.value != 0) return true;
    return std::any_of(node.children.begin(), node.children.end(), has_groups);
  }

  // X{0}: of it stay the numbers of its groups. PCRE2 itself would still look for anchors in it.
  void never(const Node& node) {
    if (!has_groups(node)) return;
    write("(?=(?!)");
    emit(node);
    write("|)");
  }

  void repeat(const Node& node) {
    const Node& child = node.children[0];
    if (node.maximum == 0) return never(child);
    if (is_empty_repeat(node)) {
      write("(?:");
      emit(child);
      write(node.minimum > 0 ? ")" : "|)");
      return;
    }
    // A possessive repeat of groups is written as an atomic group: machine code forgets to take their matches back.
    bool atomic = node.mode == '+' && has_groups(child);
    if (atomic) write("(?>");
    size_t start = out_.size();
    bool is_group = patient_ && !is_character(child) && (node.maximum > 1 || has_repeats(child));
    if (is_group) write("(?:(?C1)");
    if (!is_group && !is_one_item(child)) write("(?:");
    emit(child);
    if (is_group || !is_one_item(child)) out_ += ')';
    uint32_t minimum = node.minimum, maximum = node.maximum > kMostRepeats ? kUnlimited : node.maximum;
    if (minimum > kMostRepeats) {  // as many as PCRE2 counts, that many times, and the rest
      std::u32string item = out_.substr(start);
      out_.insert(start, U"(?:");
      bounds(kMostRepeats, kMostRepeats, 0);
      out_ += ')';
      bounds(minimum / kMostRepeats, minimum / kMostRepeats, 0);
      out_ += item;
      minimum %= kMostRepeats;
    }
    bounds(minimum, maximum, atomic ? 0 : node.mode);
    if (atomic) out_ += ')';
    if (patient_ && !is_group && node.mode != '+' && minimum != maximum) write("(?C1)");
  }

  void look(const Node& node) {
    write(node.behind ? (node.negated ? "(?<!" : "(?<=") : node.negated ? "(?!" : "(?=");
    bool outer = std::exchange(behind_, behind_ || node.behind);
    body(node.children[0]);
    behind_ = outer;
    out_ += ')';
  }

  void conditional(const Node& node) {
    write("(?(");
    number(node.value);
    out_ += ')';
    emit(node.children[0]);
    if (node.children.size() > 1) {
      out_ += '|';
      emit(node.children[1]);
    }
    out_ += ')';
  }

  void back_reference(const Node& node) {
    bool fold = (flags_ & kIgnoreCase) && !caseless_;
    write(fold ? "(?i:\\g{" : "\\g{");
    number(node.value);
    write(fold ? "})" : "}");
  }

  void emit(const Node& node) {
    switch (node.op) {
      case Op::Literal: return literal(node.value);
      case Op::Any: return write(flags_ & kDotAll ? "." : "\\N");
      case Op::Set: return set(node);
      case Op::At: return anchor(node.value);
      case Op::Sequence:
        for (const Node& child : node.children) emit(child);
        return;
      case Op::Branch:
        write("(?:");
        alternatives(node);
        out_ += ')';
        return;
      case Op::Group: return group(node);
      case Op::Atomic:
        write("(?>");
        body(node.children[0]);
        out_ += ')';
        return;
      case Op::Repeat: return repeat(node);
      case Op::BackReference: return back_reference(node);
      case Op::Conditional: return conditional(node);
      case Op::Look: return look(node);
      case Op::Failure: return write("(?!)");
    }
  }

  const Tree& tree_;
  int bytes_;
  bool patient_;
  char32_t last_;  // no subject has a character above it
  uint32_t flags_;
  uint32_t type_;  // kAscii where the whole pattern is so
  bool caseless_;  // PCRE2 ignores case here
  bool behind_ = false;
  std::u32string out_;
};

}  // namespace

std::u32string emit(const Tree& tree, bool is_text, int bytes, bool whole, bool patient) {
  return Emitter(tree, is_text, bytes, patient).run(whole);
}

}  // namespace gillab::regex
