// The words of error messages about expressions and brackets.
#include "compiler/syntax_wording.h"

#include <variant>

namespace gillab::compiler {
namespace {

std::string constant_name(const Constant& constant) {
  if (std::holds_alternative<NoneConstant>(constant.value)) return "None";
  if (std::holds_alternative<EllipsisConstant>(constant.value)) return "ellipsis";
  if (const bool* value = std::get_if<bool>(&constant.value)) return *value ? "True" : "False";
  return "literal";
}

const Expr* find_invalid_element(const ExprList& elements, TargetKind kind) {
  for (const Expr* element : elements) {
    if (const Expr* wrong = find_invalid_target(*element, kind)) return wrong;
  }
  return nullptr;
}

}  // namespace

std::string expression_name(const Expr& expr) {
  switch (expr.kind) {
    case ExprKind::Attribute:
      return "attribute";
    case ExprKind::Subscript:
      return "subscript";
    case ExprKind::Starred:
      return "starred";
    case ExprKind::Name:
      return "name";
    case ExprKind::List:
      return "list";
    case ExprKind::Tuple:
      return "tuple";
    case ExprKind::Lambda:
      return "lambda";
    case ExprKind::Call:
      return "function call";
    case ExprKind::BoolOp:
    case ExprKind::BinOp:
    case ExprKind::UnaryOp:
      return "expression";
    case ExprKind::GeneratorExp:
      return "generator expression";
    case ExprKind::Yield:
    case ExprKind::YieldFrom:
      return "yield expression";
    case ExprKind::Await:
      return "await expression";
    case ExprKind::ListComp:
      return "list comprehension";
    case ExprKind::SetComp:
      return "set comprehension";
    case ExprKind::DictComp:
      return "dict comprehension";
    case ExprKind::Dict:
      return "dict literal";
    case ExprKind::Set:
      return "set display";
    case ExprKind::JoinedStr:
    case ExprKind::FormattedValue:
      return "f-string expression";
    case ExprKind::Constant:
      return constant_name(as<ConstantExpr>(expr).value);
    case ExprKind::Compare:
      return "comparison";
    case ExprKind::IfExp:
      return "conditional expression";
    case ExprKind::NamedExpr:
      return "named expression";
    default:
      return "expression";
  }
}

const Expr* find_invalid_target(const Expr& expr, TargetKind kind) {
  switch (expr.kind) {
    case ExprKind::List:
      return find_invalid_element(as<ListExpr>(expr).elements, kind);
    case ExprKind::Tuple:
      return find_invalid_element(as<TupleExpr>(expr).elements, kind);
    case ExprKind::Starred:
      return kind == TargetKind::Deleted ? &expr : find_invalid_target(*as<StarredExpr>(expr).value, kind);
    case ExprKind::Compare: {
      // The `in` of a `for` was taken for an operator: its left side is the target.
      if (kind != TargetKind::Loop) return &expr;
      const auto& compare = as<CompareExpr>(expr);
      return compare.ops[0] == Comparison::In ? find_invalid_target(*compare.left, kind) : nullptr;
    }
    case ExprKind::Name:
    case ExprKind::Subscript:
    case ExprKind::Attribute:
      return nullptr;
    default:
      return &expr;
  }
}

SourceError error_at_token(const SourceText& source, ErrorKind kind, const std::string& message, const Token& token) {
  Span span = token.span;
  if (span.column >= 0) return error_at(source, kind, message, span);
  size_t line_start = 0;
  for (int line = source.first_line; line < span.line; ++line) line_start = source.text.find('\n', line_start) + 1;
  span.column = static_cast<int>(token.start - line_start) - 1;
  SourceError error = error_at(source, kind, message, span);
  error.end_column = -1;
  return error;
}

SourceError never_closed(const SourceText& source, const OpenBracket& open) {
  SourceError error = error_at(source, ErrorKind::Syntax, std::string("'") + open.character + "' was never closed",
                               Span{open.line, open.line, open.column, -1});
  error.incomplete = true;
  return error;
}

}  // namespace gillab::compiler
