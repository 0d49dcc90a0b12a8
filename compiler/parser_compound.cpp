// Statements with a block: if, while, for, with, try, def, class. `match` stands in parser_patterns.cpp.
#include "compiler/parser.h"

namespace gillab::compiler {

void Parser::statement(StmtList& body) {
  if (Stmt* compound = compound_statement()) {
    body.push_back(compound);
  } else {
    simple_statements(body);
  }
}

// nullptr, with nothing read, where a simple statement begins.
Stmt* Parser::compound_statement() {
  const Span start = token_->span;
  switch (token_->kind) {
    case TokenKind::If:
      return if_statement();
    case TokenKind::While:
      return while_statement();
    case TokenKind::For:
      return for_statement(start, false);
    case TokenKind::With:
      return with_statement(start, false);
    case TokenKind::Try:
      return try_statement();
    case TokenKind::Def:
      return function(start, false, {});
    case TokenKind::Class:
      return class_definition({});
    case TokenKind::At:
      return decorated();
    case TokenKind::Async:
      return async_statement();
    case TokenKind::Name:
      return at_match_statement() ? match_statement() : nullptr;
    default:
      return nullptr;
  }
}

StmtList Parser::block() {
  StmtList body;
  if (!accept(TokenKind::Newline)) {
    simple_statements(body);
    if (body.empty()) fail();
    return body;
  }
  expect(TokenKind::Indent);
  while (!accept(TokenKind::Dedent)) statement(body);
  return body;
}

// One `if` or `elif` with its block. The span is completed when the whole chain is known.
IfStmt* Parser::if_branch() {
  const Span start = take().span;
  Expr* test = named_expression();
  expect(TokenKind::Colon);
  StmtList body = block();
  auto* node = make<IfStmt>(start);
  node->test = test;
  node->body = std::move(body);
  return node;
}

Stmt* Parser::if_statement() {
  std::vector<IfStmt*> chain{if_branch()};
  while (at(TokenKind::Elif)) {
    IfStmt* next = if_branch();
    chain.back()->orelse.push_back(next);
    chain.push_back(next);
  }
  if (accept(TokenKind::Else)) {
    expect(TokenKind::Colon);
    chain.back()->orelse = block();
  }
  for (IfStmt* branch : chain) branch->span = span_from(branch->span);
  return chain.front();
}

Stmt* Parser::while_statement() {
  const Span start = take().span;
  Expr* test = named_expression();
  expect(TokenKind::Colon);
  StmtList body = block();
  StmtList orelse;
  if (accept(TokenKind::Else)) {
    expect(TokenKind::Colon);
    orelse = block();
  }
  auto* node = make<WhileStmt>(start);
  node->test = test;
  node->body = std::move(body);
  node->orelse = std::move(orelse);
  return node;
}

Stmt* Parser::for_statement(const Span& start, bool is_async) {
  expect(TokenKind::For);
  Expr* target = target_list();
  expect(TokenKind::In);
  Expr* iterator = star_expressions();
  expect(TokenKind::Colon);
  StmtList body = block();
  StmtList orelse;
  if (accept(TokenKind::Else)) {
    expect(TokenKind::Colon);
    orelse = block();
  }
  auto* node = tree_.make<ForStmt>(span_from(start), is_async);
  node->target = target;
  node->iterator = iterator;
  node->body = std::move(body);
  node->orelse = std::move(orelse);
  return node;
}

Stmt* Parser::async_statement() {
  const Span start = expect(TokenKind::Async).span;
  switch (token_->kind) {
    case TokenKind::For:
      return for_statement(start, true);
    case TokenKind::With:
      return with_statement(start, true);
    case TokenKind::Def:
      return function(start, true, {});
    default:
      fail();
  }
}

WithItem Parser::with_item() {
  WithItem item;
  item.context = expression();
  if (accept(TokenKind::As)) item.target = star_target();
  return item;
}

// `with (a as b, c):`. False, with nothing read, where the parenthesis belongs to an expression.
bool Parser::parenthesised_with_items(std::vector<WithItem>& items) {
  const Token* start = token_;
  const size_t warnings_before = warnings_.size();
  if (!accept(TokenKind::LeftParen)) return false;
  try {
    do {
      if (at(TokenKind::RightParen) && !items.empty()) break;
      items.push_back(with_item());
    } while (accept(TokenKind::Comma));
    if (accept(TokenKind::RightParen) && at(TokenKind::Colon)) return true;
  } catch (const ParseFailure&) {
    // Then it has to make sense as an expression.
  }
  items.clear();
  warnings_.erase(warnings_.begin() + static_cast<long>(warnings_before), warnings_.end());
  token_ = start;
  return false;
}

Stmt* Parser::with_statement(const Span& start, bool is_async) {
  expect(TokenKind::With);
  std::vector<WithItem> items;
  if (!parenthesised_with_items(items)) {
    do {
      items.push_back(with_item());
    } while (accept(TokenKind::Comma));
  }
  expect(TokenKind::Colon);
  StmtList body = block();
  auto* node = tree_.make<WithStmt>(span_from(start), is_async);
  node->items = std::move(items);
  node->body = std::move(body);
  return node;
}

ExceptHandler Parser::except_handler(bool is_star) {
  const Span start = expect(TokenKind::Except).span;
  if (is_star) expect(TokenKind::Star);
  ExceptHandler handler;
  if (is_star || !at(TokenKind::Colon)) {
    handler.type = expression();
    if (accept(TokenKind::As)) handler.name = expect_name();
  }
  expect(TokenKind::Colon);
  handler.body = block();
  handler.span = span_from(start);
  return handler;
}

Stmt* Parser::try_statement() {
  const Span start = take().span;
  expect(TokenKind::Colon);
  StmtList body = block();
  const bool is_star = at(TokenKind::Except) && peek() == TokenKind::Star;
  std::vector<ExceptHandler> handlers;
  StmtList orelse;
  StmtList finalbody;
  while (at(TokenKind::Except)) handlers.push_back(except_handler(is_star));
  if (!handlers.empty() && accept(TokenKind::Else)) {
    expect(TokenKind::Colon);
    orelse = block();
  }
  if (accept(TokenKind::Finally)) {
    expect(TokenKind::Colon);
    finalbody = block();
  } else if (handlers.empty()) {
    fail();
  }
  auto* node = tree_.make<TryStmt>(span_from(start), is_star);
  node->body = std::move(body);
  node->handlers = std::move(handlers);
  node->orelse = std::move(orelse);
  node->finalbody = std::move(finalbody);
  return node;
}

Stmt* Parser::decorated() {
  ExprList decorators;
  while (accept(TokenKind::At)) {
    decorators.push_back(named_expression());
    expect(TokenKind::Newline);
  }
  const Span start = token_->span;
  if (at(TokenKind::Class)) return class_definition(std::move(decorators));
  const bool is_async = accept(TokenKind::Async);
  return function(start, is_async, std::move(decorators));
}

Stmt* Parser::function(const Span& start, bool is_async, ExprList decorators) {
  expect(TokenKind::Def);
  Name name = expect_name();
  expect(TokenKind::LeftParen);
  Arguments args = parameters(TokenKind::RightParen, true);
  expect(TokenKind::RightParen);
  Expr* returns = accept(TokenKind::Arrow) ? expression() : nullptr;
  expect(TokenKind::Colon);
  StmtList body = block();
  auto* node = tree_.make<FunctionDefStmt>(span_from(start), is_async);
  node->name = std::move(name);
  node->args = std::move(args);
  node->body = std::move(body);
  node->decorators = std::move(decorators);
  node->returns = returns;
  return node;
}

Stmt* Parser::class_definition(ExprList decorators) {
  const Span start = expect(TokenKind::Class).span;
  Name name = expect_name();
  ExprList bases;
  std::vector<Keyword> keywords;
  if (accept(TokenKind::LeftParen)) call_arguments(bases, keywords, nullptr);
  expect(TokenKind::Colon);
  StmtList body = block();
  auto* node = make<ClassDefStmt>(start);
  node->name = std::move(name);
  node->bases = std::move(bases);
  node->keywords = std::move(keywords);
  node->body = std::move(body);
  node->decorators = std::move(decorators);
  return node;
}

}  // namespace gillab::compiler
