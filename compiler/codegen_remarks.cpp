// Warnings about code that is valid and surely not meant: a call of a literal, `is` with a literal.
#include "compiler/codegen.h"

namespace gillab::compiler {

namespace {

struct TypeName {
  std::string_view operator()(NoneConstant) const { return "NoneType"; }
  std::string_view operator()(EllipsisConstant) const { return "ellipsis"; }
  std::string_view operator()(bool) const { return "bool"; }
  std::string_view operator()(int64_t) const { return "int"; }
  std::string_view operator()(const BigIntConstant&) const { return "int"; }
  std::string_view operator()(double) const { return "float"; }
  std::string_view operator()(const ComplexConstant&) const { return "complex"; }
  std::string_view operator()(const StrConstant&) const { return "str"; }
  std::string_view operator()(const BytesConstant&) const { return "bytes"; }
  std::string_view operator()(const TupleConstant&) const { return "tuple"; }
  std::string_view operator()(const FrozenSetConstant&) const { return "frozenset"; }
  std::string_view operator()(const CodeConstant&) const { return "code"; }
};

// The type an expression surely has, or nothing.
std::string_view type_of(const Expr& node) {
  switch (node.kind) {
    case ExprKind::Tuple:
      return "tuple";
    case ExprKind::List:
    case ExprKind::ListComp:
      return "list";
    case ExprKind::Dict:
    case ExprKind::DictComp:
      return "dict";
    case ExprKind::Set:
    case ExprKind::SetComp:
      return "set";
    case ExprKind::GeneratorExp:
      return "generator";
    case ExprKind::Lambda:
      return "function";
    case ExprKind::JoinedStr:
    case ExprKind::FormattedValue:
      return "str";
    case ExprKind::Constant:
      return std::visit(TypeName(), as<ConstantExpr>(node).value.value);
    default:
      return {};
  }
}

bool is_literal(const Expr& node) {
  if (node.kind != ExprKind::Constant) return false;
  const std::string_view type = type_of(node);
  return type != "NoneType" && type != "bool" && type != "ellipsis";
}

bool cannot_be_subscripted(const Expr& node) {
  const std::string_view type = type_of(node);
  if (node.kind != ExprKind::Constant) return type == "set" || type == "generator" || type == "function";
  return type == "NoneType" || type == "ellipsis" || type == "int" || type == "bool" || type == "float" ||
         type == "complex" || type == "frozenset";
}

}  // namespace

void Generator::check_comparison(const CompareExpr& node) const {
  bool left = is_literal(*node.left);
  for (size_t i = 0; i < node.ops.size(); ++i) {
    const bool right = is_literal(*node.comparators[i]);
    if ((left || right) && (node.ops[i] == Comparison::Is || node.ops[i] == Comparison::IsNot)) {
      const bool is = node.ops[i] == Comparison::Is;
      return errors_.remark(node.span, is ? "\"is\" with a literal. Did you mean \"==\"?"
                                          : "\"is not\" with a literal. Did you mean \"!=\"?");
    }
    left = right;
  }
}

void Generator::check_callee(const Expr& node) const {
  const std::string_view type = type_of(node);
  if (type.empty() || type == "function") return;
  errors_.remark(node.span, "'" + std::string(type) + "' object is not callable; perhaps you missed a comma?");
}

void Generator::check_subscript(const SubscriptExpr& node) const {
  const std::string type(type_of(*node.value));
  if (cannot_be_subscripted(*node.value)) {
    errors_.remark(node.span, "'" + type + "' object is not subscriptable; perhaps you missed a comma?");
    return;
  }
  const std::string_view index = type_of(*node.index);
  if (index.empty() || index == "int" || index == "bool" || index == "slice") return;
  if (type != "str" && type != "bytes" && type != "tuple" && type != "list") return;
  errors_.remark(node.span, type + " indices must be integers or slices, not " + std::string(index) +
                                "; perhaps you missed a comma?");
}

}  // namespace gillab::compiler
