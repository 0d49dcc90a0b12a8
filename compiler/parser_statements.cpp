// Simple statements. Those with a block stand in parser_compound.cpp.
#include <optional>

#include "compiler/parser.h"

namespace gillab::compiler {
namespace {

std::optional<Operator> augmented_operator(TokenKind kind) {
  switch (kind) {
    case TokenKind::PlusEqual:
      return Operator::Add;
    case TokenKind::MinusEqual:
      return Operator::Subtract;
    case TokenKind::StarEqual:
      return Operator::Multiply;
    case TokenKind::SlashEqual:
      return Operator::TrueDivide;
    case TokenKind::DoubleSlashEqual:
      return Operator::FloorDivide;
    case TokenKind::PercentEqual:
      return Operator::Modulo;
    case TokenKind::AtEqual:
      return Operator::MatrixMultiply;
    case TokenKind::DoubleStarEqual:
      return Operator::Power;
    case TokenKind::LeftShiftEqual:
      return Operator::LeftShift;
    case TokenKind::RightShiftEqual:
      return Operator::RightShift;
    case TokenKind::AmpersandEqual:
      return Operator::BitAnd;
    case TokenKind::PipeEqual:
      return Operator::BitOr;
    case TokenKind::CaretEqual:
      return Operator::BitXor;
    default:
      return std::nullopt;
  }
}

}  // namespace

void Parser::simple_statements(StmtList& body) {
  do {
    if (at(TokenKind::Newline)) break;
    body.push_back(simple_statement());
  } while (accept(TokenKind::Semicolon));
  expect(TokenKind::Newline);
}

Stmt* Parser::simple_statement() {
  switch (token_->kind) {
    case TokenKind::Return:
      return return_statement();
    case TokenKind::Raise:
      return raise_statement();
    case TokenKind::Del:
      return delete_statement();
    case TokenKind::Assert:
      return assert_statement();
    case TokenKind::Import:
      return import_statement();
    case TokenKind::From:
      return import_from();
    case TokenKind::Global:
      return name_list<GlobalStmt>();
    case TokenKind::Nonlocal:
      return name_list<NonlocalStmt>();
    case TokenKind::Pass:
      return word_statement<PassStmt>();
    case TokenKind::Break:
      return word_statement<BreakStmt>();
    case TokenKind::Continue:
      return word_statement<ContinueStmt>();
    default:
      return expression_statement();
  }
}

template <class Node>
Stmt* Parser::word_statement() {
  return tree_.make<Node>(take().span);
}

template <class Node>
Stmt* Parser::name_list() {
  const Span start = take().span;
  std::vector<Name> names;
  do {
    names.push_back(expect_name());
  } while (accept(TokenKind::Comma));
  auto* node = make<Node>(start);
  node->names = std::move(names);
  return node;
}

Stmt* Parser::expression_statement() {
  const Span start = token_->span;
  Expr* first = yield_or_star_expressions();
  const bool is_yield = (first->kind == ExprKind::Yield || first->kind == ExprKind::YieldFrom) && !first->parenthesised;
  if (!is_yield) {
    if (at(TokenKind::Equal)) return assignment(start, first);
    if (at(TokenKind::Colon)) return annotated_assignment(start, first);
    if (const auto op = augmented_operator(token_->kind)) return augmented_assignment(start, first, *op);
  }
  auto* node = make<ExprStmt>(start);
  node->value = first;
  return node;
}

Stmt* Parser::assignment(const Span& start, Expr* first) {
  ExprList targets;
  Expr* value = first;
  while (accept(TokenKind::Equal)) {
    targets.push_back(to_target(value, Context::Store));
    if (at(TokenKind::Yield)) {
      value = yield_expression();
      break;
    }
    value = star_expressions();
  }
  auto* node = make<AssignStmt>(start);
  node->targets = std::move(targets);
  node->value = value;
  return node;
}

Stmt* Parser::annotated_assignment(const Span& start, Expr* target) {
  const bool simple = target->kind == ExprKind::Name && !target->parenthesised;
  if (target->parenthesised && target->kind == ExprKind::Tuple) fail();
  to_single_target(target);
  expect(TokenKind::Colon);
  Expr* annotation = expression();
  Expr* value = accept(TokenKind::Equal) ? yield_or_star_expressions() : nullptr;
  auto* node = make<AnnAssignStmt>(start);
  node->target = target;
  node->annotation = annotation;
  node->value = value;
  node->simple = simple;
  return node;
}

Stmt* Parser::augmented_assignment(const Span& start, Expr* target, Operator op) {
  to_single_target(target);
  ++token_;
  Expr* value = yield_or_star_expressions();
  auto* node = make<AugAssignStmt>(start);
  node->target = target;
  node->op = op;
  node->value = value;
  return node;
}

Stmt* Parser::return_statement() {
  const Span start = take().span;
  const bool bare = at(TokenKind::Newline) || at(TokenKind::Semicolon);
  Expr* value = bare ? nullptr : star_expressions();
  auto* node = make<ReturnStmt>(start);
  node->value = value;
  return node;
}

Stmt* Parser::raise_statement() {
  const Span start = take().span;
  const bool bare = at(TokenKind::Newline) || at(TokenKind::Semicolon);
  Expr* exception = bare ? nullptr : expression();
  Expr* cause = !bare && accept(TokenKind::From) ? expression() : nullptr;
  auto* node = make<RaiseStmt>(start);
  node->exception = exception;
  node->cause = cause;
  return node;
}

Stmt* Parser::delete_statement() {
  const Span start = take().span;
  ExprList targets;
  do {
    targets.push_back(to_target(primary(), Context::Del));
  } while (accept(TokenKind::Comma) && !at(TokenKind::Newline) && !at(TokenKind::Semicolon));
  auto* node = make<DeleteStmt>(start);
  node->targets = std::move(targets);
  return node;
}

Stmt* Parser::assert_statement() {
  const Span start = take().span;
  Expr* test = expression();
  Expr* message = accept(TokenKind::Comma) ? expression() : nullptr;
  auto* node = make<AssertStmt>(start);
  node->test = test;
  node->message = message;
  return node;
}

Name Parser::dotted_name() {
  Name name = expect_name();
  while (accept(TokenKind::Dot)) name += "." + expect_name();
  return name;
}

Stmt* Parser::import_statement() {
  const Span start = take().span;
  std::vector<Alias> names;
  do {
    const Span first = token_->span;
    Name name = dotted_name();
    Name as_name = accept(TokenKind::As) ? expect_name() : "";
    names.push_back({std::move(name), std::move(as_name), span_from(first)});
  } while (accept(TokenKind::Comma));
  auto* node = make<ImportStmt>(start);
  node->names = std::move(names);
  return node;
}

Stmt* Parser::import_from() {
  const Span start = take().span;
  int level = 0;
  for (; at(TokenKind::Dot) || at(TokenKind::Ellipsis); ++token_) level += at(TokenKind::Dot) ? 1 : 3;
  Name module = level == 0 || at(TokenKind::Name) ? dotted_name() : "";
  expect(TokenKind::Import);
  std::vector<Alias> names;
  if (at(TokenKind::Star)) {
    const Span star = take().span;
    names.push_back({"*", "", star});
  } else {
    import_from_names(names);
  }
  auto* node = make<ImportFromStmt>(start);
  node->module = std::move(module);
  node->names = std::move(names);
  node->level = level;
  return node;
}

void Parser::import_from_names(std::vector<Alias>& names) {
  const bool parenthesised = accept(TokenKind::LeftParen);
  do {
    if (parenthesised && !names.empty() && at(TokenKind::RightParen)) break;
    const Span first = token_->span;
    Name name = expect_name();
    Name as_name = accept(TokenKind::As) ? expect_name() : "";
    names.push_back({std::move(name), std::move(as_name), span_from(first)});
  } while (accept(TokenKind::Comma));
  if (parenthesised) expect(TokenKind::RightParen);
}

}  // namespace gillab::compiler
