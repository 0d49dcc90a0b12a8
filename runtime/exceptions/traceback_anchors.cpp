// A tolerant scanner for the root of an expression: its last binary operator of lowest precedence, or its subscript.
// CPython parses the segment; the offsets here are those of its tree, in which brackets around an operand do not count.
#include "runtime/exceptions/traceback_anchors.h"

#include <string>
#include <vector>

namespace gillab {

namespace {

enum class What { Atom, Group, Operator, Unary, Other };

struct Piece {
  What what;
  size_t start;
  size_t end;
  int precedence = 0;  // of an operator: higher binds tighter
};

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\f' || c == '\n' || c == '\r'; }
bool is_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || (c & 0x80);
}

class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) {}

  // False: no expression whose root could be marked.
  bool scan(std::vector<Piece>* pieces) {
    bool operand = true;  // one is expected
    while (skip_space(), at_ < text_.size()) {
      Piece piece = next(operand);
      if (piece.what == What::Other) return false;
      bool trailer = !operand && (piece.what == What::Group || piece.what == What::Atom);
      if (trailer && piece.what == What::Atom && text_[piece.start] != '.' && !quoted(piece)) return false;
      operand = piece.what == What::Operator || piece.what == What::Unary;
      pieces->push_back(piece);
    }
    return !operand;
  }

 private:
  void skip_space() {
    while (at_ < text_.size() && (is_space(text_[at_]) || text_[at_] == '\\')) ++at_;
  }
  bool quoted(const Piece& piece) const {
    return text_.substr(piece.start, piece.end - piece.start).find_first_of("'\"") != text_.npos;
  }

  Piece next(bool operand) {
    size_t start = at_;
    char c = text_[at_];
    if (c == '(' || c == '[' || c == '{')
      return skip_group() ? Piece{What::Group, start, at_} : Piece{What::Other, start, at_};
    if (c == '\'' || c == '"') return skip_string() ? Piece{What::Atom, start, at_} : Piece{What::Other, start, at_};
    if (is_word(c) || (c == '.' && at_ + 1 < text_.size() && text_[at_ + 1] >= '0' && text_[at_ + 1] <= '9' && operand))
      return word();
    if (c == '.') return attribute();
    return sign(operand);
  }

  Piece attribute() {
    size_t start = at_++;
    skip_space();
    if (text_.substr(start, 3) == "...") {
      at_ = start + 3;
      return {What::Atom, start, at_};
    }
    while (at_ < text_.size() && is_word(text_[at_])) ++at_;
    return {What::Atom, start, at_};
  }

  Piece word() {
    size_t start = at_;
    bool number = text_[at_] >= '0' && text_[at_] <= '9';
    while (at_ < text_.size() && (is_word(text_[at_]) || (number && text_[at_] == '.'))) ++at_;
    bool exponent = number && (text_[at_ - 1] == 'e' || text_[at_ - 1] == 'E') && text_.substr(start, 2) != "0x";
    if (exponent && at_ < text_.size() && (text_[at_] == '+' || text_[at_] == '-')) {
      ++at_;
      while (at_ < text_.size() && is_word(text_[at_])) ++at_;
    }
    std::string_view found = text_.substr(start, at_ - start);
    if (at_ < text_.size() && (text_[at_] == '\'' || text_[at_] == '"') && found.size() <= 2 && !number) {
      return skip_string() ? Piece{What::Atom, start, at_} : Piece{What::Other, start, at_};
    }
    if (found == "await") return {What::Unary, start, at_, 9};
    static constexpr std::string_view kEnding[] = {
        "and",    "as",      "assert", "async", "break",  "class", "continue", "def",  "del",  "elif",   "else",
        "except", "finally", "for",    "from",  "global", "if",    "import",   "in",   "is",   "lambda", "nonlocal",
        "not",    "or",      "pass",   "raise", "return", "try",   "while",    "with", "yield"};
    for (std::string_view keyword : kEnding) {
      if (found == keyword) return {What::Other, start, at_};
    }
    return {What::Atom, start, at_};
  }

  Piece sign(bool operand) {
    size_t start = at_;
    static constexpr struct {
      std::string_view text;
      int precedence;
    } kOperators[] = {{"**", 8}, {"//", 6}, {"<<", 4}, {">>", 4}, {"+", 5}, {"-", 5}, {"*", 6},
                      {"/", 6},  {"%", 6},  {"@", 6},  {"&", 3},  {"^", 2}, {"|", 1}};
    for (const auto& each : kOperators) {
      if (text_.substr(at_, each.text.size()) != each.text) continue;
      at_ += each.text.size();
      if (at_ < text_.size() && text_[at_] == '=') return {What::Other, start, at_};
      if (!operand) return {What::Operator, start, at_, each.precedence};
      bool unary = each.text == "+" || each.text == "-";
      return {unary ? What::Unary : What::Other, start, at_, 7};
    }
    ++at_;
    return {operand && text_[start] == '~' ? What::Unary : What::Other, start, at_, 7};
  }

  bool skip_string() {
    char quote = text_[at_];
    std::string_view closing = text_.substr(at_, 1);
    if (text_.substr(at_, 3) == std::string(3, quote)) closing = text_.substr(at_, 3);
    at_ += closing.size();
    while (at_ < text_.size()) {
      if (text_[at_] == '\\') {
        at_ += 2;
      } else if (text_.substr(at_, closing.size()) == closing) {
        at_ += closing.size();
        return true;
      } else {
        ++at_;
      }
    }
    return false;
  }

  bool skip_group() {
    int depth = 0;
    while (at_ < text_.size()) {
      char c = text_[at_];
      if (c == '\'' || c == '"') {
        if (!skip_string()) return false;
        continue;
      }
      ++at_;
      if (c == '(' || c == '[' || c == '{') ++depth;
      if ((c == ')' || c == ']' || c == '}') && --depth == 0) return true;
    }
    return false;
  }

  std::string_view text_;
  size_t at_ = 0;
};

// Whether what stands between round brackets is the operand itself: no tuple, no generator, not nothing.
bool only_brackets(std::string_view inside) {
  Scanner scanner(inside);
  int depth = 0;
  bool content = false;
  for (size_t i = 0; i < inside.size(); ++i) {
    char c = inside[i];
    if (!is_space(c)) content = true;
    if (c == '(' || c == '[' || c == '{') ++depth;
    if (c == ')' || c == ']' || c == '}') --depth;
    if (depth == 0 && c == ',') return false;
    if (depth == 0 && inside.substr(i, 5) == " for ") return false;
  }
  return content;
}

struct Range {
  size_t start;
  size_t end;
};
// The operand as the tree has it: without spaces and without brackets that only group it.
Range operand_in(std::string_view text, Range range) {
  for (;;) {
    while (range.start < range.end && is_space(text[range.start])) ++range.start;
    while (range.end > range.start && is_space(text[range.end - 1])) --range.end;
    if (range.end - range.start < 2 || text[range.start] != '(') return range;
    std::vector<Piece> pieces;
    std::string_view whole = text.substr(range.start, range.end - range.start);
    if (!Scanner(whole).scan(&pieces) || pieces.size() != 1 || pieces[0].what != What::Group) return range;
    if (!only_brackets(whole.substr(1, whole.size() - 2))) return range;
    ++range.start, --range.end;
  }
}

const Piece* root_operator(const std::vector<Piece>& pieces) {
  const Piece* root = nullptr;
  for (const Piece& piece : pieces) {
    if (piece.what != What::Operator) continue;
    bool lower = !root || piece.precedence < root->precedence;
    if (lower || (piece.precedence == root->precedence && piece.precedence != 8)) root = &piece;
  }
  return root;
}

Anchors around_operator(std::string_view text, const Piece& root) {
  size_t left_end = operand_in(text, {0, root.start}).end;
  size_t right_start = operand_in(text, {root.end, text.size()}).start;
  Anchors anchors;
  for (size_t i = left_end; i < right_start; ++i) {
    if (is_space(text[i])) continue;
    anchors.left = static_cast<int>(i);
    anchors.right = anchors.left + 1;
    if (i + 1 < right_start && !is_space(text[i + 1])) ++anchors.right;
    break;
  }
  return anchors;
}

}  // namespace

Anchors find_anchors(std::string_view segment) {
  std::vector<Piece> pieces;
  if (!Scanner(segment).scan(&pieces)) return {};
  const Piece* root = root_operator(pieces);
  bool unary_first = pieces[0].what == What::Unary;
  if (root) {
    if (unary_first && pieces[0].precedence < root->precedence) return {};
    return around_operator(segment, *root);
  }
  const Piece& last = pieces.back();
  if (unary_first || pieces.size() < 2 || last.what != What::Group || segment[last.start] != '[') return {};
  Anchors anchors;
  anchors.left = static_cast<int>(operand_in(segment, {0, last.start}).end);
  anchors.right = static_cast<int>(operand_in(segment, {last.start + 1, last.end - 1}).end) + 1;
  return anchors;
}

}  // namespace gillab
