// Walks the grammar of syntax_grammar.h over tokens that are not a valid program, as far as they go. Slow and exact:
// alternatives in order, so that the first mistake found is the one to report.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>
#include <vector>

#include "compiler/syntax_grammar.h"

namespace gillab::compiler {

struct TokenRange {
  int begin = 0;
  int end = 0;  // exclusive
  bool plain = false;
};

using Captures = std::array<TokenRange, 3>;

// Told of each mistake that matches. Throws the error to report, or returns: then the rule has failed.
class MistakeHandler {
 public:
  virtual void on_mistake(const GrammarNode& alternative, const Captures& captures) = 0;
  virtual void on_missing(TokenKind expected, int position) = 0;  // throws
  virtual void on_broken_token() = 0;                             // throws
  virtual void on_strings(const TokenRange& range) = 0;           // string literals side by side; throws if malformed
  virtual void on_too_deep(int position) = 0;                     // throws

 protected:
  ~MistakeHandler() = default;
};

class SyntaxEngine {
 public:
  static constexpr int kFailed = -1;
  static constexpr int kMaxDepth = 6000;  // rules in rules, as in CPython

  SyntaxEngine(std::string_view text, const std::vector<Token>& tokens, MistakeHandler& handler)
      : text_(text),
        tokens_(tokens),
        handler_(handler),
        grammar_(python_grammar()),
        strings_(grammar_.find("strings")),
        memo_(tokens.size()) {}

  // The position behind the match, or kFailed. With `mistakes` the rules for mistakes are tried too.
  int run(std::string_view rule, int position, bool mistakes);

  // The furthest token that was looked at.
  int last_read() const { return last_read_; }
  void read_at_least(int position) { last_read_ = std::max(last_read_, position); }

 private:
  static constexpr int kFailedForGood = -2;  // no further alternative is to be tried
  static constexpr int64_t kMaxSteps = 100'000'000;

  struct Frame {
    Captures captures{};
    bool cut = false;
  };

  int evaluate(const GrammarNode& node, int position, Frame& frame);
  int rule(int index, int position);
  int choice(const GrammarNode& node, int position);
  int sequence(const GrammarNode& node, int position, Frame& frame);
  int repeat(const GrammarNode& part, int position, int matches, Frame& frame);
  int separated(const GrammarNode& node, int position, Frame& frame);
  const Token& token_at(int position);
  bool word_at(int position, std::string_view word);
  bool soft_keyword_at(int position);

  std::string_view text_;
  const std::vector<Token>& tokens_;
  MistakeHandler& handler_;
  const Grammar& grammar_;
  int strings_;                                         // the index of that rule
  std::vector<std::vector<std::pair<int, int>>> memo_;  // for each token: rule, outcome
  int last_read_ = 0;
  int depth_ = 0;
  int64_t steps_ = 0;
  bool mistakes_ = false;
};

}  // namespace gillab::compiler
