// Walks the grammar over tokens. Ordered choice with memory, as a parsing expression grammar means it.
#include "compiler/syntax_engine.h"

namespace gillab::compiler {

using Kind = GrammarNode::Kind;

int SyntaxEngine::run(std::string_view rule_name, int position, bool mistakes) {
  for (auto& outcomes : memo_) outcomes.clear();
  mistakes_ = mistakes;
  depth_ = 0;
  return rule(grammar_.find(rule_name), position);
}

const Token& SyntaxEngine::token_at(int position) {
  const Token& token = tokens_[static_cast<size_t>(std::min<int>(position, static_cast<int>(tokens_.size()) - 1))];
  read_at_least(position);
  if (token.kind == TokenKind::Error) handler_.on_broken_token();
  return token;
}

bool SyntaxEngine::word_at(int position, std::string_view word) {
  const Token& token = token_at(position);
  return token.kind == TokenKind::Name && text_.substr(token.start, token.end - token.start) == word;
}

// CPython takes every beginning of such a word for it here, so `(c d)` is told nothing about a comma; so do we.
bool SyntaxEngine::soft_keyword_at(int position) {
  const Token& token = token_at(position);
  if (token.kind != TokenKind::Name) return false;
  const std::string_view word = text_.substr(token.start, token.end - token.start);
  for (const std::string_view keyword : {"_", "case", "match"}) {
    if (keyword.substr(0, word.size()) == word) return true;
  }
  return false;
}

int SyntaxEngine::rule(int index, int position) {
  const GrammarRule& rule = grammar_.rules[static_cast<size_t>(index)];
  if (rule.wrong && !mistakes_) return kFailed;
  auto& outcomes = memo_[static_cast<size_t>(position)];
  if (rule.memo) {
    for (const auto& [known, outcome] : outcomes) {
      if (known == index) return outcome;
    }
  }
  if (++depth_ > kMaxDepth || ++steps_ > kMaxSteps) handler_.on_too_deep(position);
  const bool quiet = rule.name.rfind("quiet_", 0) == 0;
  const bool mistakes_before = mistakes_;
  if (quiet) mistakes_ = false;
  const int outcome = choice(*rule.body, position);
  mistakes_ = mistakes_before;
  --depth_;
  if (index == strings_ && outcome > position) handler_.on_strings({position, outcome, false});
  if (rule.memo) outcomes.emplace_back(index, outcome);
  return outcome;
}

int SyntaxEngine::choice(const GrammarNode& node, int position) {
  for (const GrammarNode* alternative : node.parts) {
    Frame frame;
    const int end = sequence(*alternative, position, frame);
    if (end >= 0) return end;
    if (end == kFailedForGood || frame.cut) break;
  }
  return kFailed;
}

int SyntaxEngine::sequence(const GrammarNode& node, int position, Frame& frame) {
  for (const GrammarNode* part : node.parts) {
    position = evaluate(*part, position, frame);
    if (position < 0) return kFailed;
  }
  if (node.action.empty()) return position;
  handler_.on_mistake(node, frame.captures);
  return kFailedForGood;
}

int SyntaxEngine::evaluate(const GrammarNode& node, int position, Frame& frame) {
  switch (node.kind) {
    case Kind::Token:
      return token_at(position).kind == node.token ? position + 1 : kFailed;
    case Kind::Word:
      return word_at(position, node.text) ? position + 1 : kFailed;
    case Kind::SoftKeyword:
      return soft_keyword_at(position) ? position + 1 : kFailed;
    case Kind::Rule:
      return rule(node.number, position);
    case Kind::Sequence:
      return sequence(node, position, frame);
    case Kind::Choice:
      return choice(node, position);
    case Kind::Optional:
      return std::max(position, evaluate(*node.parts[0], position, frame));
    case Kind::Many:
      return repeat(*node.parts[0], position, 1, frame);
    case Kind::Some:
      return repeat(*node.parts[0], position, 0, frame);
    case Kind::Separated:
      return separated(node, position, frame);
    case Kind::Ahead:
      return evaluate(*node.parts[0], position, frame) >= 0 ? position : kFailed;
    case Kind::NotAhead:
      return evaluate(*node.parts[0], position, frame) >= 0 ? kFailed : position;
    case Kind::Cut:
      frame.cut = true;
      return position;
    case Kind::Forced:
      if (token_at(position).kind != node.token) handler_.on_missing(node.token, position);
      return position + 1;
    case Kind::Capture: {
      const int end = evaluate(*node.parts[0], position, frame);
      frame.captures[static_cast<size_t>(node.number)] = {position, end, node.plain};
      return end;
    }
  }
  return kFailed;
}

int SyntaxEngine::repeat(const GrammarNode& part, int position, int matches, Frame& frame) {
  for (;; ++matches) {
    const int end = evaluate(part, position, frame);
    if (end < 0 || end == position) break;
    position = end;
  }
  return matches > 0 ? position : kFailed;
}

int SyntaxEngine::separated(const GrammarNode& node, int position, Frame& frame) {
  int end = evaluate(*node.parts[1], position, frame);
  while (end >= 0) {
    position = end;
    const int next = evaluate(*node.parts[0], position, frame);
    if (next < 0) return position;
    end = evaluate(*node.parts[1], next, frame);
    if (end < 0) return position;
  }
  return kFailed;
}

}  // namespace gillab::compiler
