// The parser's own machinery: tokens, spans, depth, modules, and targets made of expressions.
#include "compiler/parser.h"

#include <algorithm>

#include "compiler/identifier_form.h"
#include "compiler/syntax_errors.h"
#include "compiler/syntax_wording.h"

namespace gillab::compiler {

Parser::DepthGuard::DepthGuard(Parser& parser) : parser_(parser) {
  if (++parser_.depth_ > kMaxDepth) {
    --parser_.depth_;
    throw SourceError(ErrorKind::Memory, "", parser_.current_line(), 0, parser_.current_line(), 0);
  }
}

TokenKind Parser::peek(size_t ahead) const {
  const Token* token = token_;
  for (; ahead > 0; --ahead, ++token) {
    if (token->kind == TokenKind::EndMarker || token->kind == TokenKind::Error) break;
  }
  return token->kind;
}

const Token& Parser::expect(TokenKind kind) {
  if (!at(kind)) fail();
  return take();
}

Name Parser::name_of(const Token& token) const {
  const std::string_view name = text(token);
  const bool ascii = std::all_of(name.begin(), name.end(), [](char c) { return (c & 0x80) == 0; });
  return ascii ? Name(name) : normalise_identifier(name);
}

// The end is that of the last token that has text.
Span Parser::span_from(const Span& start) const {
  const Token* last = token_ - 1;
  while (last > first_ && last->kind <= TokenKind::Dedent) --last;
  return {start.line, last->span.end_line, start.column, last->span.end_column};
}

void Parser::fail_here(const std::string& message) {
  throw error_at_token(source_, ErrorKind::Syntax, message, *token_);
}

void Parser::parse_module(Module& module) {
  if (module.mode == Mode::Eval) {
    module.expression = expressions();
    while (accept(TokenKind::Newline)) {
    }
  } else if (module.mode == Mode::Single) {
    return parse_single(module);
  } else {
    while (!at(TokenKind::EndMarker)) {
      statement_start_ = token_;
      statement(module.body);
    }
  }
  expect(TokenKind::EndMarker);
}

// One statement as it is typed at a prompt; a compound one ends with an empty line, or with the text.
void Parser::parse_single(Module& module) {
  if (Stmt* compound = compound_statement()) {
    module.body.push_back(compound);
    expect(TokenKind::Newline);
  } else {
    simple_statements(module.body);
    if (module.body.empty()) fail();
  }
  const Span end = token_[-1].span;
  while (at(TokenKind::Newline) || at(TokenKind::Indent) || at(TokenKind::Dedent)) ++token_;
  if (at(TokenKind::EndMarker)) return;
  throw error_at(source_, ErrorKind::Syntax, "multiple statements found while compiling a single statement", end);
}

// Without stars: what eval() takes.
Expr* Parser::expressions() {
  const Span start = token_->span;
  ExprList elements{expression()};
  if (!at(TokenKind::Comma)) return elements[0];
  while (accept(TokenKind::Comma) && !at(TokenKind::Newline) && !at(TokenKind::EndMarker)) {
    elements.push_back(expression());
  }
  return tuple_of(std::move(elements), start);
}

Expr* Parser::parse_formatted_expression() { return star_expressions(); }

Expr* Parser::parse_fragment() {
  if (at(TokenKind::Yield)) return yield_expression();
  const Span start = token_->span;
  ExprList elements{star_named_expression()};
  if (!at(TokenKind::Comma)) return elements[0];
  while (accept(TokenKind::Comma) && !at(TokenKind::EndMarker)) elements.push_back(star_named_expression());
  return tuple_of(std::move(elements), start);
}

void Parser::parse_arguments(ExprList& args, std::vector<Keyword>& keywords) {
  call_arguments(args, keywords, nullptr);
}

// A list of targets as `for` has it: no operator may stand in it, as the `in` behind it would be taken for one.
Expr* Parser::target_list() {
  const Span start = token_->span;
  Expr* first = star_target();
  if (!at(TokenKind::Comma)) return first;
  ExprList elements{first};
  while (accept(TokenKind::Comma)) {
    if (at(TokenKind::In) || at(TokenKind::Equal)) break;
    elements.push_back(star_target());
  }
  Expr* tuple = tuple_of(std::move(elements), start);
  static_cast<TupleExpr*>(tuple)->context = Context::Store;
  return tuple;
}

Expr* Parser::star_target() {
  Expr* target = at(TokenKind::Star) ? starred(&Parser::primary) : primary();
  return to_target(target, Context::Store);
}

Expr* Parser::to_target(Expr* expr, Context context) {
  switch (expr->kind) {
    case ExprKind::Name:
      static_cast<NameExpr*>(expr)->context = context;
      return expr;
    case ExprKind::Attribute:
      static_cast<AttributeExpr*>(expr)->context = context;
      return expr;
    case ExprKind::Subscript:
      static_cast<SubscriptExpr*>(expr)->context = context;
      return expr;
    case ExprKind::Starred: {
      auto* starred = static_cast<StarredExpr*>(expr);
      if (context == Context::Del) fail();
      starred->context = context;
      to_target(starred->value, context);
      return expr;
    }
    case ExprKind::List:
      static_cast<ListExpr*>(expr)->context = context;
      elements_to_targets(static_cast<ListExpr*>(expr)->elements, context);
      return expr;
    case ExprKind::Tuple:
      static_cast<TupleExpr*>(expr)->context = context;
      elements_to_targets(static_cast<TupleExpr*>(expr)->elements, context);
      return expr;
    default:
      fail();
  }
}

void Parser::elements_to_targets(ExprList& elements, Context context) {
  for (Expr* element : elements) to_target(element, context);
}

Expr* Parser::to_single_target(Expr* expr) {
  if (expr->kind == ExprKind::Name || expr->kind == ExprKind::Attribute || expr->kind == ExprKind::Subscript) {
    return to_target(expr, Context::Store);
  }
  fail();
}

namespace {

constexpr size_t kMaxSourceSize = size_t{1} << 31;  // offsets in tokens have 32 bits

// "\r\n" and "\r" become "\n"; a program (not an expression) ends in one.
std::string normalise_newlines(std::string_view source, Mode mode) {
  std::string text;
  text.reserve(source.size() + 1);
  while (!source.empty()) {
    const size_t carriage_return = source.find('\r');
    text.append(source.substr(0, carriage_return));
    if (carriage_return == std::string_view::npos) break;
    text += '\n';
    source.remove_prefix(carriage_return + 1);
    if (!source.empty() && source[0] == '\n') source.remove_prefix(1);
  }
  if (mode == Mode::Exec && !text.empty() && text.back() != '\n') text += '\n';
  return text;
}

}  // namespace

Module parse(std::string_view source, const Options& options, std::vector<SourceWarning>& warnings) {
  if (source.find('\0') != std::string_view::npos) {
    throw SourceError(ErrorKind::Value, "source code string cannot contain null bytes", 0, 0, 0, 0);
  }
  if (source.size() > kMaxSourceSize) throw SourceError(ErrorKind::Memory, "source code is too large", 0, 0, 0, 0);
  const std::string text = normalise_newlines(source, options.mode);
  const SourceText source_text{text};
  LexOptions lex_options;
  lex_options.mode = options.mode;
  lex_options.dont_imply_dedent = options.dont_imply_dedent;
  const TokenStream stream = tokenise(text, lex_options, warnings);
  Module module;
  module.mode = options.mode;
  Parser parser(source_text, stream.tokens, module.tree, warnings);
  try {
    parser.parse_module(module);
  } catch (const ParseFailure&) {
    throw explain_failure(source_text, stream, {options.mode, false, parser.statement_start(), parser.position()});
  } catch (const SourceError& error) {
    if (error.kind == ErrorKind::Memory) throw;
    throw prefer_token_error(source_text, stream, error, parser.current_line());
  }
  return module;
}

}  // namespace gillab::compiler
