// Reads the notation of syntax_grammar.h into nodes.
#include <cstdlib>
#include <map>
#include <memory>

#include "compiler/syntax_grammar.h"

namespace gillab::compiler {
namespace {

using Kind = GrammarNode::Kind;

class NotationReader {
 public:
  NotationReader(std::string_view text, Grammar& grammar, std::vector<std::unique_ptr<GrammarNode>>& nodes)
      : text_(text), grammar_(grammar), nodes_(nodes) {}

  void read_rules() {
    for (skip_space(); cursor_ < text_.size(); skip_space()) {
      std::string name = read_word();
      const bool memo = name == "memo";
      if (memo) {
        skip_space();
        name = read_word();
      }
      const int index = rule_index(name);
      require(':');
      const GrammarNode* body = read_choice();
      GrammarRule& rule = grammar_.rules[static_cast<size_t>(index)];
      rule.memo = memo;
      rule.body = body;
    }
  }

 private:
  static bool is_word(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }
  char peek() const { return cursor_ < text_.size() ? text_[cursor_] : '\0'; }

  // Spaces, and line ends that an indented line follows: a rule begins in the first column.
  void skip_space() {
    while (peek() == ' ' || peek() == '\n') ++cursor_;
  }
  bool at_rule_start() const { return cursor_ > 0 && text_[cursor_ - 1] == '\n'; }

  std::string read_word() {
    const size_t start = cursor_;
    while (is_word(peek())) ++cursor_;
    return std::string(text_.substr(start, cursor_ - start));
  }

  void require(char c) {
    skip_space();
    if (peek() != c) std::abort();  // the grammar's text is ours: it is right, or no test passes
    ++cursor_;
  }

  GrammarNode* make(Kind kind) {
    nodes_.push_back(std::make_unique<GrammarNode>());
    nodes_.back()->kind = kind;
    return nodes_.back().get();
  }

  int rule_index(const std::string& name) {
    const int found = grammar_.find(name);
    if (found >= 0) return found;
    GrammarRule rule;
    rule.name = name;
    rule.wrong = name.rfind("wrong_", 0) == 0;
    grammar_.rules.push_back(std::move(rule));
    return static_cast<int>(grammar_.rules.size()) - 1;
  }

  const GrammarNode* read_choice() {
    GrammarNode* choice = make(Kind::Choice);
    do {
      choice->parts.push_back(read_sequence());
      skip_space();
    } while (peek() == '|' && ++cursor_ > 0);
    return choice;
  }

  const GrammarNode* read_sequence() {
    GrammarNode* sequence = make(Kind::Sequence);
    while (true) {
      skip_space();
      if (at_rule_start() || std::string_view("|)]").find(peek()) != std::string_view::npos || peek() == '\0') break;
      if (text_.substr(cursor_, 2) == "=>") {
        read_action(sequence);
        break;
      }
      sequence->parts.push_back(read_item());
    }
    return sequence;
  }

  void read_action(GrammarNode* sequence) {
    cursor_ += 2;
    while (peek() == ' ' || is_word(peek())) sequence->action += text_[cursor_++];
    sequence->action.erase(0, sequence->action.find_first_not_of(' '));
    while (!sequence->action.empty() && sequence->action.back() == ' ') sequence->action.pop_back();
    if (peek() != '`') return;
    const size_t end = text_.find('`', cursor_ + 1);
    sequence->text = text_.substr(cursor_ + 1, end - cursor_ - 1);
    cursor_ = end + 1;
  }

  const GrammarNode* wrap(Kind kind, const GrammarNode* part) {
    GrammarNode* node = make(kind);
    node->parts.push_back(part);
    return node;
  }

  const GrammarNode* read_item() {
    const bool labelled = peek() >= 'a' && peek() <= 'c' && cursor_ + 1 < text_.size() &&
                          (text_[cursor_ + 1] == '=' || text_[cursor_ + 1] == ':');
    if (!labelled) return read_lookahead();
    GrammarNode* capture = make(Kind::Capture);
    capture->number = peek() - 'a';
    capture->plain = text_[cursor_ + 1] == ':';
    cursor_ += 2;
    capture->parts.push_back(read_lookahead());
    return capture;
  }

  const GrammarNode* read_lookahead() {
    if (peek() == '~') {
      ++cursor_;
      return make(Kind::Cut);
    }
    if (text_.substr(cursor_, 2) == "&&") {
      cursor_ += 2;
      GrammarNode* node = make(Kind::Forced);
      node->token = read_atom()->token;
      return node;
    }
    if (peek() == '&' || peek() == '!') {
      const Kind kind = text_[cursor_++] == '&' ? Kind::Ahead : Kind::NotAhead;
      return wrap(kind, read_atom());
    }
    return read_repeated();
  }

  const GrammarNode* read_repeated() {
    const GrammarNode* atom = read_atom();
    if (peek() == '*' || peek() == '+') return wrap(text_[cursor_++] == '*' ? Kind::Many : Kind::Some, atom);
    if (peek() != '.') return atom;
    ++cursor_;
    GrammarNode* node = make(Kind::Separated);
    node->parts = {atom, read_atom()};
    require('+');
    return node;
  }

  const GrammarNode* read_atom() {
    const char c = peek();
    if (c == '(' || c == '[') {
      ++cursor_;
      const GrammarNode* choice = read_choice();
      require(c == '(' ? ')' : ']');
      return c == '(' ? choice : wrap(Kind::Optional, choice);
    }
    if (c == '\'' || c == '"') return read_quoted(c);
    return read_name();
  }

  const GrammarNode* read_quoted(char quote) {
    const size_t end = text_.find(quote, cursor_ + 1);
    const std::string word(text_.substr(cursor_ + 1, end - cursor_ - 1));
    cursor_ = end + 1;
    GrammarNode* node = make(quote == '"' ? Kind::Word : Kind::Token);
    node->text = word;
    if (quote == '"') return node;
    for (int kind = 0; kind < static_cast<int>(TokenKind::kCount); ++kind) {
      if (text_of(static_cast<TokenKind>(kind)) == word) node->token = static_cast<TokenKind>(kind);
    }
    return node;
  }

  const GrammarNode* read_name() {
    static const std::map<std::string_view, TokenKind> kinds = {
        {"NAME", TokenKind::Name},          {"NUMBER", TokenKind::Number}, {"STRING", TokenKind::String},
        {"NEWLINE", TokenKind::Newline},    {"INDENT", TokenKind::Indent}, {"DEDENT", TokenKind::Dedent},
        {"ENDMARKER", TokenKind::EndMarker}};
    const std::string name = read_word();
    if (name.empty()) std::abort();
    if (name == "SOFT_KEYWORD") return make(Kind::SoftKeyword);
    if (const auto found = kinds.find(name); found != kinds.end()) {
      GrammarNode* token = make(Kind::Token);
      token->token = found->second;
      return token;
    }
    GrammarNode* rule = make(Kind::Rule);
    rule->number = rule_index(name);
    return rule;
  }

  std::string_view text_;
  size_t cursor_ = 0;
  Grammar& grammar_;
  std::vector<std::unique_ptr<GrammarNode>>& nodes_;
};

struct OwnedGrammar {
  Grammar grammar;
  std::vector<std::unique_ptr<GrammarNode>> nodes;
  OwnedGrammar() {
    for (const std::string_view text : {kPythonStatements, kPythonExpressions, kPythonMistakes}) {
      NotationReader(text, grammar, nodes).read_rules();
    }
    for (const GrammarRule& rule : grammar.rules) {
      if (rule.body == nullptr) std::abort();
    }
  }
};

}  // namespace

int Grammar::find(std::string_view name) const {
  for (size_t i = 0; i < rules.size(); ++i) {
    if (rules[i].name == name) return static_cast<int>(i);
  }
  return -1;
}

const Grammar& python_grammar() {
  static const OwnedGrammar owned;
  return owned.grammar;
}

}  // namespace gillab::compiler
