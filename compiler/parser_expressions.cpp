// Expressions from `*a, b` down to a primary and its calls; what an atom is stands in parser_atoms.cpp.
#include "compiler/parser.h"

namespace gillab::compiler {
namespace {

struct BinaryOperator {
  Operator op;
  int level;  // the higher, the tighter
};

constexpr int kNoOperator = -1;

BinaryOperator binary_operator(TokenKind kind) {
  switch (kind) {
    case TokenKind::Pipe:
      return {Operator::BitOr, 0};
    case TokenKind::Caret:
      return {Operator::BitXor, 1};
    case TokenKind::Ampersand:
      return {Operator::BitAnd, 2};
    case TokenKind::LeftShift:
      return {Operator::LeftShift, 3};
    case TokenKind::RightShift:
      return {Operator::RightShift, 3};
    case TokenKind::Plus:
      return {Operator::Add, 4};
    case TokenKind::Minus:
      return {Operator::Subtract, 4};
    case TokenKind::Star:
      return {Operator::Multiply, 5};
    case TokenKind::Slash:
      return {Operator::TrueDivide, 5};
    case TokenKind::DoubleSlash:
      return {Operator::FloorDivide, 5};
    case TokenKind::Percent:
      return {Operator::Modulo, 5};
    case TokenKind::At:
      return {Operator::MatrixMultiply, 5};
    default:
      return {Operator::Add, kNoOperator};
  }
}

// Whether an expression may begin with this token: what follows a trailing comma is told by it.
bool begins_expression(TokenKind kind) {
  switch (kind) {
    case TokenKind::Name:
    case TokenKind::Number:
    case TokenKind::String:
    case TokenKind::LeftParen:
    case TokenKind::LeftBracket:
    case TokenKind::LeftBrace:
    case TokenKind::Minus:
    case TokenKind::Plus:
    case TokenKind::Tilde:
    case TokenKind::Ellipsis:
    case TokenKind::None:
    case TokenKind::True:
    case TokenKind::False:
    case TokenKind::Not:
    case TokenKind::Lambda:
    case TokenKind::Await:
    case TokenKind::Star:
      return true;
    default:
      return false;
  }
}

}  // namespace

Expr* Parser::tuple_of(ExprList elements, const Span& start) {
  auto* tuple = make<TupleExpr>(start);
  tuple->elements = std::move(elements);
  return tuple;
}

Expr* Parser::star_expressions() {
  const Span start = token_->span;
  Expr* first = star_expression();
  if (!at(TokenKind::Comma)) return first;
  ExprList elements{first};
  while (accept(TokenKind::Comma) && begins_expression(token_->kind)) elements.push_back(star_expression());
  return tuple_of(std::move(elements), start);
}

Expr* Parser::starred(Expr* (Parser::*inner)()) {
  const Span start = expect(TokenKind::Star).span;
  Expr* value = (this->*inner)();
  auto* node = make<StarredExpr>(start);
  node->value = value;
  return node;
}

Expr* Parser::star_expression() { return at(TokenKind::Star) ? starred(&Parser::bitwise_or) : expression(); }

Expr* Parser::star_named_expression() {
  return at(TokenKind::Star) ? starred(&Parser::bitwise_or) : named_expression();
}

Expr* Parser::named_expression() {
  if (!at(TokenKind::Name) || peek() != TokenKind::ColonEqual) {
    Expr* value = expression();
    if (at(TokenKind::ColonEqual)) fail();
    return value;
  }
  const Span start = token_->span;
  Expr* target = to_target(name(), Context::Store);
  expect(TokenKind::ColonEqual);
  Expr* value = expression();
  auto* node = make<NamedExpr>(start);
  node->target = target;
  node->value = value;
  return node;
}

Expr* Parser::yield_or_star_expressions() { return at(TokenKind::Yield) ? yield_expression() : star_expressions(); }

Expr* Parser::yield_expression() {
  const Span start = expect(TokenKind::Yield).span;
  if (accept(TokenKind::From)) {
    Expr* value = expression();
    auto* node = make<YieldFromExpr>(start);
    node->value = value;
    return node;
  }
  Expr* value = begins_expression(token_->kind) ? star_expressions() : nullptr;
  auto* node = make<YieldExpr>(start);
  node->value = value;
  return node;
}

Expr* Parser::expression() {
  const DepthGuard guard(*this);
  if (at(TokenKind::Lambda)) return lambda();
  const Span start = token_->span;
  Expr* body = disjunction();
  if (!accept(TokenKind::If)) return body;
  Expr* test = disjunction();
  expect(TokenKind::Else);
  Expr* orelse = expression();
  auto* node = make<IfExpr>(start);
  node->test = test;
  node->body = body;
  node->orelse = orelse;
  return node;
}

Expr* Parser::lambda() {
  const Span start = expect(TokenKind::Lambda).span;
  Arguments args = parameters(TokenKind::Colon, false);
  expect(TokenKind::Colon);
  Expr* body = expression();
  auto* node = make<LambdaExpr>(start);
  node->args = std::move(args);
  node->body = body;
  return node;
}

Expr* Parser::disjunction() {
  const Span start = token_->span;
  Expr* first = conjunction();
  if (!at(TokenKind::Or)) return first;
  ExprList values{first};
  while (accept(TokenKind::Or)) values.push_back(conjunction());
  auto* node = make<BoolOpExpr>(start);
  node->op = BoolOperator::Or;
  node->values = std::move(values);
  return node;
}

Expr* Parser::conjunction() {
  const Span start = token_->span;
  Expr* first = inversion();
  if (!at(TokenKind::And)) return first;
  ExprList values{first};
  while (accept(TokenKind::And)) values.push_back(inversion());
  auto* node = make<BoolOpExpr>(start);
  node->op = BoolOperator::And;
  node->values = std::move(values);
  return node;
}

Expr* Parser::inversion() {
  if (!at(TokenKind::Not)) return comparison();
  const DepthGuard guard(*this);
  const Span start = take().span;
  Expr* operand = inversion();
  auto* node = make<UnaryOpExpr>(start);
  node->op = UnaryOperator::Not;
  node->operand = operand;
  return node;
}

bool Parser::comparison_operator(Comparison* op) {
  const auto take_as = [&](Comparison which, int tokens = 1) {
    *op = which;
    token_ += tokens;
    return true;
  };
  switch (token_->kind) {
    case TokenKind::Less:
      return take_as(Comparison::Less);
    case TokenKind::LessEqual:
      return take_as(Comparison::LessEqual);
    case TokenKind::EqualEqual:
      return take_as(Comparison::Equal);
    case TokenKind::NotEqual:
      return take_as(Comparison::NotEqual);
    case TokenKind::Greater:
      return take_as(Comparison::Greater);
    case TokenKind::GreaterEqual:
      return take_as(Comparison::GreaterEqual);
    case TokenKind::In:
      return take_as(Comparison::In);
    case TokenKind::Is:
      return peek() == TokenKind::Not ? take_as(Comparison::IsNot, 2) : take_as(Comparison::Is);
    case TokenKind::Not:
      return peek() == TokenKind::In && take_as(Comparison::NotIn, 2);
    default:
      return false;
  }
}

Expr* Parser::comparison() {
  const Span start = token_->span;
  Expr* left = bitwise_or();
  Comparison op{};
  if (!comparison_operator(&op)) return left;
  std::vector<Comparison> ops;
  ExprList comparators;
  do {
    ops.push_back(op);
    comparators.push_back(bitwise_or());
  } while (comparison_operator(&op));
  auto* node = make<CompareExpr>(start);
  node->left = left;
  node->ops = std::move(ops);
  node->comparators = std::move(comparators);
  return node;
}

// Operators of `lowest` level and tighter; a chain of any length takes a loop, not the stack.
Expr* Parser::binary(int lowest) {
  const Span start = token_->span;
  Expr* left = factor();
  while (true) {
    const BinaryOperator found = binary_operator(token_->kind);
    if (found.level < lowest || found.level == kNoOperator) return left;
    ++token_;
    Expr* right = binary(found.level + 1);
    auto* node = make<BinOpExpr>(start);
    node->left = left;
    node->op = found.op;
    node->right = right;
    left = node;
  }
}

Expr* Parser::factor() {
  UnaryOperator op{};
  switch (token_->kind) {
    case TokenKind::Plus:
      op = UnaryOperator::Plus;
      break;
    case TokenKind::Minus:
      op = UnaryOperator::Minus;
      break;
    case TokenKind::Tilde:
      op = UnaryOperator::Invert;
      break;
    default:
      return power();
  }
  const DepthGuard guard(*this);
  const Span start = take().span;
  Expr* operand = factor();
  auto* node = make<UnaryOpExpr>(start);
  node->op = op;
  node->operand = operand;
  return node;
}

Expr* Parser::power() {
  const Span start = token_->span;
  Expr* base = nullptr;
  if (accept(TokenKind::Await)) {
    Expr* value = primary();
    auto* node = make<AwaitExpr>(start);
    node->value = value;
    base = node;
  } else {
    base = primary();
  }
  if (!accept(TokenKind::DoubleStar)) return base;
  const DepthGuard guard(*this);
  Expr* exponent = factor();
  auto* node = make<BinOpExpr>(start);
  node->left = base;
  node->op = Operator::Power;
  node->right = exponent;
  return node;
}

Expr* Parser::primary() {
  const Span start = token_->span;
  Expr* value = atom();
  while (true) {
    if (accept(TokenKind::Dot)) {
      Name attribute = expect_name();
      auto* node = make<AttributeExpr>(start);
      node->value = value;
      node->attribute = std::move(attribute);
      value = node;
    } else if (at(TokenKind::LeftParen)) {
      value = call(value, start);
    } else if (at(TokenKind::LeftBracket)) {
      value = subscript(value, start);
    } else {
      return value;
    }
  }
}

}  // namespace gillab::compiler
