// Calls and their arguments, subscripts and slices, parameters of functions and lambdas.
#include "compiler/parser.h"

namespace gillab::compiler {

Expr* Parser::call(Expr* function, const Span& start) {
  const Token& open = expect(TokenKind::LeftParen);
  ExprList args;
  std::vector<Keyword> keywords;
  call_arguments(args, keywords, &open);
  auto* node = make<CallExpr>(start);
  node->function = function;
  node->args = std::move(args);
  node->keywords = std::move(keywords);
  return node;
}

// Up to and with the closing parenthesis. `generator_start`: the opening one, where `f(x for x in y)` is allowed.
void Parser::call_arguments(ExprList& args, std::vector<Keyword>& keywords, const Token* generator_start) {
  while (!at(TokenKind::RightParen)) {
    call_argument(args, keywords);
    const bool only_one = args.size() == 1 && keywords.empty() && args[0]->kind != ExprKind::Starred;
    if (only_one && at_comprehension() && generator_start != nullptr) {
      args[0] = generator(generator_start->span, args[0]);
      return;
    }
    if (!at(TokenKind::RightParen)) expect(TokenKind::Comma);
  }
  ++token_;
}

// After a keyword only keywords and `*x` may follow, after `**x` only keywords and `**x`.
void Parser::call_argument(ExprList& args, std::vector<Keyword>& keywords) {
  const bool after_double_star = !keywords.empty() && !keywords.back().has_name;
  const Span start = token_->span;
  if (at(TokenKind::Star)) {
    for (const Keyword& keyword : keywords) {
      if (!keyword.has_name) fail();
    }
    args.push_back(starred(&Parser::expression));
  } else if (accept(TokenKind::DoubleStar)) {
    Expr* value = expression();
    keywords.push_back({"", false, value, span_from(start)});
  } else if (at(TokenKind::Name) && peek() == TokenKind::Equal) {
    Name keyword_name = expect_name();
    expect(TokenKind::Equal);
    Expr* value = expression();
    keywords.push_back({std::move(keyword_name), true, value, span_from(start)});
  } else {
    if (!keywords.empty() || after_double_star) fail();
    args.push_back(named_expression());
  }
}

Expr* Parser::subscript(Expr* value, const Span& start) {
  expect(TokenKind::LeftBracket);
  Expr* index = subscript_index();
  expect(TokenKind::RightBracket);
  auto* node = make<SubscriptExpr>(start);
  node->value = value;
  node->index = index;
  return node;
}

Expr* Parser::subscript_index() {
  const Span start = token_->span;
  Expr* first = at(TokenKind::Star) ? starred(&Parser::expression) : slice();
  if (!at(TokenKind::Comma) && first->kind != ExprKind::Starred) return first;
  ExprList elements{first};
  while (accept(TokenKind::Comma) && !at(TokenKind::RightBracket)) {
    elements.push_back(at(TokenKind::Star) ? starred(&Parser::expression) : slice());
  }
  return tuple_of(std::move(elements), start);
}

Expr* Parser::slice() {
  const Span start = token_->span;
  const auto ends = [&] { return at(TokenKind::Colon) || at(TokenKind::Comma) || at(TokenKind::RightBracket); };
  Expr* lower = at(TokenKind::Colon) ? nullptr : named_expression();
  if (!at(TokenKind::Colon)) {
    if (lower == nullptr) fail();
    return lower;
  }
  if (lower != nullptr && lower->kind == ExprKind::NamedExpr && !lower->parenthesised) fail();
  ++token_;
  Expr* upper = ends() ? nullptr : expression();
  Expr* step = nullptr;
  if (accept(TokenKind::Colon) && !ends()) step = expression();
  if (at(TokenKind::Colon)) fail();
  auto* node = make<SliceExpr>(start);
  node->lower = lower;
  node->upper = upper;
  node->step = step;
  return node;
}

Argument Parser::parameter(bool annotated, bool star) {
  const Span start = token_->span;
  Argument result;
  result.name = expect_name();
  if (annotated && accept(TokenKind::Colon)) {
    result.annotation = star && at(TokenKind::Star) ? star_expression() : expression();
  }
  result.span = span_from(start);
  return result;
}

void Parser::parameter_with_default(Arguments& args, bool annotated, bool keyword_only) {
  Argument argument = parameter(annotated);
  Expr* value = accept(TokenKind::Equal) ? expression() : nullptr;
  if (keyword_only) {
    args.keyword_only.push_back(std::move(argument));
    args.keyword_defaults.push_back(value);
    return;
  }
  args.positional.push_back(std::move(argument));
  if (value != nullptr) {
    args.defaults.push_back(value);
  } else if (!args.defaults.empty()) {
    fail();
  }
}

// Up to, not with, the token `end`.
Arguments Parser::parameters(TokenKind end, bool annotated) {
  Arguments args;
  bool after_star = false;
  while (!at(end)) {
    if (args.double_star != nullptr) fail();
    if (accept(TokenKind::Slash)) {
      if (after_star || args.positional.empty() || !args.positional_only.empty()) fail();
      args.positional_only = std::move(args.positional);
      args.positional.clear();
    } else if (accept(TokenKind::DoubleStar)) {
      args.double_star = std::make_unique<Argument>(parameter(annotated));
    } else if (accept(TokenKind::Star)) {
      if (after_star) fail();
      after_star = true;
      if (at(TokenKind::Comma)) {
        if (peek() != TokenKind::Name) fail();
      } else {
        args.star = std::make_unique<Argument>(parameter(annotated, true));
      }
    } else {
      parameter_with_default(args, annotated, after_star);
    }
    if (!at(end)) expect(TokenKind::Comma);
  }
  return args;
}

}  // namespace gillab::compiler
