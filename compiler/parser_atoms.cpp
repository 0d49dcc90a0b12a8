// Atoms: names, numbers, parentheses, displays and comprehensions. Strings are fstring.cpp's.
#include "compiler/number_literal.h"
#include "compiler/parser.h"
#include "compiler/syntax_errors.h"

namespace gillab::compiler {

Expr* Parser::atom() {
  switch (token_->kind) {
    case TokenKind::Name:
      return name();
    case TokenKind::Number:
      return number();
    case TokenKind::String:
      return strings();
    case TokenKind::LeftParen:
      return parenthesised();
    case TokenKind::LeftBracket:
      return list();
    case TokenKind::LeftBrace:
      return braces();
    case TokenKind::None:
      return constant({NoneConstant{}});
    case TokenKind::True:
      return constant({true});
    case TokenKind::False:
      return constant({false});
    case TokenKind::Ellipsis:
      return constant({EllipsisConstant{}});
    default:
      fail();
  }
}

Expr* Parser::name() {
  const Token& token = expect(TokenKind::Name);
  auto* node = tree_.make<NameExpr>(token.span);
  node->id = name_of(token);
  return node;
}

Expr* Parser::constant(Constant value) {
  auto* node = tree_.make<ConstantExpr>(take().span);
  node->value = std::move(value);
  return node;
}

Expr* Parser::number() {
  const std::string_view digits = text(*token_);
  if (const auto count = excessive_digits(digits)) {
    const std::string message =
        "Exceeds the limit (4300 digits) for integer string conversion: value has " + std::to_string(*count) +
        " digits; use sys.set_int_max_str_digits() to increase the limit - Consider hexadecimal for huge integer "
        "literals to avoid decimal conversion limits.";
    SourceError error = error_at(source_, ErrorKind::Syntax, message, token_->span);
    error.column = error.end_column = 0;
    throw error;
  }
  return constant(number_value(digits));
}

Expr* Parser::parenthesised() {
  const Span start = expect(TokenKind::LeftParen).span;
  if (accept(TokenKind::RightParen)) return tuple_of({}, start);
  if (at(TokenKind::Yield)) {
    Expr* value = yield_expression();
    expect(TokenKind::RightParen);
    value->parenthesised = true;
    return value;
  }
  Expr* first = star_named_expression();
  if (first->kind != ExprKind::Starred && accept(TokenKind::RightParen)) {
    first->parenthesised = true;
    return first;
  }
  if (at_comprehension() && first->kind != ExprKind::Starred) return generator(start, first);
  expect(TokenKind::Comma);
  ExprList elements{first};
  while (!at(TokenKind::RightParen)) {
    elements.push_back(star_named_expression());
    if (!at(TokenKind::RightParen)) expect(TokenKind::Comma);
  }
  ++token_;
  return tuple_of(std::move(elements), start);
}

Expr* Parser::generator(const Span& start, Expr* element) {
  std::vector<Comprehension> generators = comprehensions();
  expect(TokenKind::RightParen);
  auto* node = make<GeneratorExpr>(start);
  node->element = element;
  node->generators = std::move(generators);
  return node;
}

Expr* Parser::list() {
  const Span start = expect(TokenKind::LeftBracket).span;
  ExprList elements;
  while (!at(TokenKind::RightBracket)) {
    elements.push_back(star_named_expression());
    if (elements.size() == 1 && at_comprehension() && elements[0]->kind != ExprKind::Starred) {
      std::vector<Comprehension> generators = comprehensions();
      expect(TokenKind::RightBracket);
      auto* node = make<ListCompExpr>(start);
      node->element = elements[0];
      node->generators = std::move(generators);
      return node;
    }
    if (!at(TokenKind::RightBracket)) expect(TokenKind::Comma);
  }
  ++token_;
  auto* node = make<ListExpr>(start);
  node->elements = std::move(elements);
  return node;
}

Expr* Parser::braces() {
  const Token& open = expect(TokenKind::LeftBrace);
  if (at(TokenKind::RightBrace) || at(TokenKind::DoubleStar)) return dict(open);
  if (at(TokenKind::Star)) return finish_set(open, star_named_expression());
  Expr* first = named_expression();
  if (!at(TokenKind::Colon) || (first->kind == ExprKind::NamedExpr && !first->parenthesised)) {
    return finish_set(open, first);
  }
  ++token_;
  Expr* value = expression();
  if (!at_comprehension()) return finish_dict(open, first, value);
  std::vector<Comprehension> generators = comprehensions();
  expect(TokenKind::RightBrace);
  auto* node = make<DictCompExpr>(open.span);
  node->key = first;
  node->value = value;
  node->generators = std::move(generators);
  return node;
}

Expr* Parser::finish_set(const Token& open, Expr* first) {
  if (at_comprehension() && first->kind != ExprKind::Starred) {
    std::vector<Comprehension> generators = comprehensions();
    expect(TokenKind::RightBrace);
    auto* node = make<SetCompExpr>(open.span);
    node->element = first;
    node->generators = std::move(generators);
    return node;
  }
  ExprList elements{first};
  while (accept(TokenKind::Comma) && !at(TokenKind::RightBrace)) elements.push_back(star_named_expression());
  expect(TokenKind::RightBrace);
  auto* node = make<SetExpr>(open.span);
  node->elements = std::move(elements);
  return node;
}

// A dict display of which nothing has been read.
Expr* Parser::dict(const Token& open) { return finish_dict(open, nullptr, nullptr); }

// A dict display of which the first pair has been read, where there is one.
Expr* Parser::finish_dict(const Token& open, Expr* key, Expr* value) {
  ExprList keys;
  ExprList values;
  if (key != nullptr) {
    keys.push_back(key);
    values.push_back(value);
    if (!at(TokenKind::RightBrace)) expect(TokenKind::Comma);
  }
  while (!at(TokenKind::RightBrace)) {
    if (accept(TokenKind::DoubleStar)) {
      keys.push_back(nullptr);
      values.push_back(bitwise_or());
    } else {
      keys.push_back(expression());
      expect(TokenKind::Colon);
      values.push_back(expression());
    }
    if (!at(TokenKind::RightBrace)) expect(TokenKind::Comma);
  }
  ++token_;
  auto* node = make<DictExpr>(open.span);
  node->keys = std::move(keys);
  node->values = std::move(values);
  return node;
}

bool Parser::at_comprehension() const {
  return at(TokenKind::For) || (at(TokenKind::Async) && peek() == TokenKind::For);
}

std::vector<Comprehension> Parser::comprehensions() {
  std::vector<Comprehension> result;
  while (at_comprehension()) {
    Comprehension clause;
    clause.is_async = accept(TokenKind::Async);
    expect(TokenKind::For);
    clause.target = target_list();
    expect(TokenKind::In);
    clause.iterator = disjunction();
    while (accept(TokenKind::If)) clause.conditions.push_back(disjunction());
    result.push_back(std::move(clause));
  }
  return result;
}

}  // namespace gillab::compiler
