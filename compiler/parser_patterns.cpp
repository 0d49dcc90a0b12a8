// The match statement and its patterns.
#include "compiler/parser.h"

namespace gillab::compiler {

// `match` is a word like any other, unless its line ends in a colon and a block of cases follows.
bool Parser::at_match_statement() const {
  if (!at_word("match")) return false;
  const Token* token = token_ + 1;
  while (token->kind > TokenKind::Dedent) ++token;
  if (token->kind != TokenKind::Newline || token[-1].kind != TokenKind::Colon || token - token_ < 3) return false;
  return token[1].kind == TokenKind::Indent && token[2].kind == TokenKind::Name && text(token[2]) == "case";
}

Stmt* Parser::match_statement() {
  const Span start = take().span;
  const Span subject_start = token_->span;
  Expr* subject = star_named_expression();
  if (at(TokenKind::Comma)) {
    ExprList elements{subject};
    while (accept(TokenKind::Comma) && !at(TokenKind::Colon)) elements.push_back(star_named_expression());
    subject = tuple_of(std::move(elements), subject_start);
  } else if (subject->kind == ExprKind::Starred) {
    fail();
  }
  expect(TokenKind::Colon);
  expect(TokenKind::Newline);
  expect(TokenKind::Indent);
  std::vector<MatchCase> cases;
  while (!accept(TokenKind::Dedent)) cases.push_back(match_case());
  auto* node = make<MatchStmt>(start);
  node->subject = subject;
  node->cases = std::move(cases);
  return node;
}

MatchCase Parser::match_case() {
  if (!at_word("case")) fail();
  ++token_;
  MatchCase result;
  result.pattern = case_patterns();
  if (accept(TokenKind::If)) result.guard = named_expression();
  expect(TokenKind::Colon);
  result.body = block();
  return result;
}

Pattern* Parser::sequence_pattern(const Span& start, std::vector<Pattern*> patterns) {
  auto* node = make<SequencePattern>(start);
  node->patterns = std::move(patterns);
  return node;
}

// What stands between `case` and the colon: a pattern, or a sequence without brackets.
Pattern* Parser::case_patterns() {
  const Span start = token_->span;
  Pattern* first = maybe_star_pattern();
  if (!at(TokenKind::Comma)) {
    if (first->kind == PatternKind::Star) fail();
    return first;
  }
  std::vector<Pattern*> patterns{first};
  while (accept(TokenKind::Comma) && !at(TokenKind::Colon) && !at(TokenKind::If)) {
    patterns.push_back(maybe_star_pattern());
  }
  return sequence_pattern(start, std::move(patterns));
}

Pattern* Parser::maybe_star_pattern() { return at(TokenKind::Star) ? star_pattern() : as_pattern(); }

Pattern* Parser::star_pattern() {
  const Span start = expect(TokenKind::Star).span;
  Name name = expect_name();
  auto* node = make<StarPattern>(start);
  if (name != "_") node->name = std::move(name);
  return node;
}

Pattern* Parser::as_pattern() {
  const Span start = token_->span;
  Pattern* pattern = or_pattern();
  if (!accept(TokenKind::As)) return pattern;
  Name name = expect_name();
  const bool refused = name == "_" || at(TokenKind::Dot) || at(TokenKind::LeftParen) || at(TokenKind::Equal);
  if (refused) fail();
  auto* node = make<AsPattern>(start);
  node->pattern = pattern;
  node->name = std::move(name);
  return node;
}

Pattern* Parser::or_pattern() {
  const Span start = token_->span;
  Pattern* first = closed_pattern();
  if (!at(TokenKind::Pipe)) return first;
  std::vector<Pattern*> patterns{first};
  while (accept(TokenKind::Pipe)) patterns.push_back(closed_pattern());
  auto* node = make<OrPattern>(start);
  node->patterns = std::move(patterns);
  return node;
}

Pattern* Parser::closed_pattern() {
  switch (token_->kind) {
    case TokenKind::Name:
      return name_or_class_pattern();
    case TokenKind::LeftParen:
      return group_or_sequence_pattern();
    case TokenKind::LeftBracket:
      return bracketed_sequence_pattern();
    case TokenKind::LeftBrace:
      return mapping_pattern();
    default:
      return literal_pattern();
  }
}

Pattern* Parser::literal_pattern() {
  const Span start = token_->span;
  if (at(TokenKind::None) || at(TokenKind::True) || at(TokenKind::False)) {
    const TokenKind kind = take().kind;
    auto* node = make<SingletonPattern>(start);
    node->value = kind == TokenKind::None ? Constant{NoneConstant{}} : Constant{kind == TokenKind::True};
    return node;
  }
  Expr* value = at(TokenKind::String) ? strings() : literal_number();
  auto* node = make<ValuePattern>(start);
  node->value = value;
  return node;
}

Expr* Parser::signed_number() {
  const Span start = token_->span;
  if (!accept(TokenKind::Minus)) return at(TokenKind::Number) ? number() : (fail(), nullptr);
  if (!at(TokenKind::Number)) fail();
  Expr* operand = number();
  auto* node = make<UnaryOpExpr>(start);
  node->op = UnaryOperator::Minus;
  node->operand = operand;
  return node;
}

// 1, -1, or a complex number: 1+2j, -1-2j.
Expr* Parser::literal_number() {
  const Span start = token_->span;
  Expr* left = signed_number();
  if (!at(TokenKind::Plus) && !at(TokenKind::Minus)) return left;
  const auto is_complex = [](const Expr& part) {
    return part.kind == ExprKind::Constant &&
           std::holds_alternative<ComplexConstant>(as<ConstantExpr>(part).value.value);
  };
  const Expr* magnitude = left->kind == ExprKind::UnaryOp ? as<UnaryOpExpr>(*left).operand : left;
  const Operator op = take().kind == TokenKind::Plus ? Operator::Add : Operator::Subtract;
  if (!at(TokenKind::Number)) fail();
  Expr* right = number();
  const auto refuse = [&](const Expr& part, const char* wanted) {
    throw error_at(source_, ErrorKind::Syntax, std::string(wanted) + " number required in complex literal", part.span);
  };
  if (is_complex(*magnitude)) refuse(*left, "real");
  if (!is_complex(*right)) refuse(*right, "imaginary");
  auto* node = make<BinOpExpr>(start);
  node->left = left;
  node->op = op;
  node->right = right;
  return node;
}

// A name with at least no part missing: `a`, `a.b.c`.
Expr* Parser::dotted_value() {
  const Span start = token_->span;
  Expr* value = name();
  while (accept(TokenKind::Dot)) {
    Name attribute = expect_name();
    auto* node = make<AttributeExpr>(start);
    node->value = value;
    node->attribute = std::move(attribute);
    value = node;
  }
  return value;
}

Pattern* Parser::name_or_class_pattern() {
  const Span start = token_->span;
  Expr* value = dotted_value();
  if (at(TokenKind::LeftParen)) return class_pattern(value);
  if (at(TokenKind::Equal)) fail();
  if (value->kind == ExprKind::Attribute) {
    auto* node = make<ValuePattern>(start);
    node->value = value;
    return node;
  }
  auto* node = make<AsPattern>(start);
  const Name& name = as<NameExpr>(*value).id;
  if (name != "_") node->name = name;
  return node;
}

Pattern* Parser::class_pattern(Expr* type) {
  const Span start = type->span;
  expect(TokenKind::LeftParen);
  std::vector<Pattern*> patterns;
  std::vector<Name> keyword_names;
  std::vector<Pattern*> keyword_patterns;
  while (!at(TokenKind::RightParen)) {
    if (at(TokenKind::Name) && peek() == TokenKind::Equal) {
      keyword_names.push_back(expect_name());
      expect(TokenKind::Equal);
      keyword_patterns.push_back(as_pattern());
    } else {
      if (!keyword_names.empty()) fail();
      patterns.push_back(as_pattern());
    }
    if (!at(TokenKind::RightParen)) expect(TokenKind::Comma);
  }
  ++token_;
  auto* node = make<ClassPattern>(start);
  node->type = type;
  node->patterns = std::move(patterns);
  node->keyword_names = std::move(keyword_names);
  node->keyword_patterns = std::move(keyword_patterns);
  return node;
}

Pattern* Parser::group_or_sequence_pattern() {
  const Span start = expect(TokenKind::LeftParen).span;
  std::vector<Pattern*> patterns;
  bool comma = false;
  while (!at(TokenKind::RightParen)) {
    patterns.push_back(maybe_star_pattern());
    if (at(TokenKind::RightParen)) break;
    expect(TokenKind::Comma);
    comma = true;
  }
  ++token_;
  if (patterns.size() == 1 && !comma) {
    if (patterns[0]->kind == PatternKind::Star) fail();
    return patterns[0];
  }
  return sequence_pattern(start, std::move(patterns));
}

Pattern* Parser::bracketed_sequence_pattern() {
  const Span start = expect(TokenKind::LeftBracket).span;
  std::vector<Pattern*> patterns;
  while (!at(TokenKind::RightBracket)) {
    patterns.push_back(maybe_star_pattern());
    if (!at(TokenKind::RightBracket)) expect(TokenKind::Comma);
  }
  ++token_;
  return sequence_pattern(start, std::move(patterns));
}

Expr* Parser::mapping_key() {
  switch (token_->kind) {
    case TokenKind::String:
      return strings();
    case TokenKind::None:
    case TokenKind::True:
    case TokenKind::False:
      return atom();
    case TokenKind::Name: {
      Expr* value = dotted_value();
      if (value->kind != ExprKind::Attribute) fail();
      return value;
    }
    default:
      return literal_number();
  }
}

Pattern* Parser::mapping_pattern() {
  const Span start = expect(TokenKind::LeftBrace).span;
  ExprList keys;
  std::vector<Pattern*> patterns;
  Name rest;
  while (!at(TokenKind::RightBrace)) {
    if (!rest.empty()) fail();
    if (accept(TokenKind::DoubleStar)) {
      rest = expect_name();
      if (rest == "_") fail();
    } else {
      keys.push_back(mapping_key());
      expect(TokenKind::Colon);
      patterns.push_back(as_pattern());
    }
    if (!at(TokenKind::RightBrace)) expect(TokenKind::Comma);
  }
  ++token_;
  auto* node = make<MappingPattern>(start);
  node->keys = std::move(keys);
  node->patterns = std::move(patterns);
  node->rest = std::move(rest);
  return node;
}

}  // namespace gillab::compiler
