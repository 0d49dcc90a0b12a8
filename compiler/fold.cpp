// Folding of expressions and what they stand in for: see folder.h.
#include "compiler/fold_format.h"
#include "compiler/folder.h"

namespace gillab::compiler {

namespace {

const Constant* constant_in(const Expr* node) {
  return node->kind == ExprKind::Constant ? &as<ConstantExpr>(*node).value : nullptr;
}

std::optional<std::vector<Constant>> constants_of(const ExprList& elements) {
  for (const Expr* element : elements) {
    if (element->kind != ExprKind::Constant) return std::nullopt;
  }
  std::vector<Constant> items;
  items.reserve(elements.size());
  for (const Expr* element : elements) items.push_back(as<ConstantExpr>(*element).value);
  return items;
}

}  // namespace

void Folder::expression(Expr*& slot) {
  const Depth depth(depth_, errors_, slot->span);
  switch (slot->kind) {
    case ExprKind::Constant:
      return;
    case ExprKind::Name: {
      const auto& name = as<NameExpr>(*slot);
      if (name.context == Context::Load && name.id == "__debug__") replace(slot, {errors_.options.optimize == 0});
      return;
    }
    case ExprKind::BinOp:
      return binary_chain(slot);
    case ExprKind::UnaryOp:
      expression(edit<UnaryOpExpr>(*slot).operand);
      return unary(slot);
    case ExprKind::Tuple:
      expressions(edit<TupleExpr>(*slot).elements);
      return tuple(slot);
    case ExprKind::Subscript: {
      auto& node = edit<SubscriptExpr>(*slot);
      expression(node.value);
      expression(node.index);
      const Constant *container = constant_in(node.value), *index = constant_in(node.index);
      if (node.context != Context::Load || container == nullptr || index == nullptr) return;
      if (auto value = fold_item(*container, *index)) replace(slot, std::move(*value));
      return;
    }
    default:
      return children(*slot);
  }
}

void Folder::children(Expr& node) {
  switch (node.kind) {
    case ExprKind::BoolOp:
      return expressions(edit<BoolOpExpr>(node).values);
    case ExprKind::NamedExpr:
      return expression(edit<NamedExpr>(node).value);
    case ExprKind::Lambda:
      arguments(edit<LambdaExpr>(node).args);
      return expression(edit<LambdaExpr>(node).body);
    case ExprKind::IfExp:
      expression(edit<IfExpr>(node).test);
      expression(edit<IfExpr>(node).body);
      return expression(edit<IfExpr>(node).orelse);
    case ExprKind::Await:
      return expression(edit<AwaitExpr>(node).value);
    case ExprKind::Yield:
      return optional(edit<YieldExpr>(node).value);
    case ExprKind::YieldFrom:
      return expression(edit<YieldFromExpr>(node).value);
    case ExprKind::Compare:
      expression(edit<CompareExpr>(node).left);
      expressions(edit<CompareExpr>(node).comparators);
      return membership(edit<CompareExpr>(node));
    case ExprKind::Call:
      expression(edit<CallExpr>(node).function);
      expressions(edit<CallExpr>(node).args);
      return keywords(edit<CallExpr>(node).keywords);
    case ExprKind::FormattedValue:
      expression(edit<FormattedValueExpr>(node).value);
      return optional(edit<FormattedValueExpr>(node).format_spec);
    case ExprKind::JoinedStr:
      return expressions(edit<JoinedStrExpr>(node).values);
    case ExprKind::Attribute:
      return expression(edit<AttributeExpr>(node).value);
    case ExprKind::Starred:
      return expression(edit<StarredExpr>(node).value);
    case ExprKind::Slice:
      optional(edit<SliceExpr>(node).lower);
      optional(edit<SliceExpr>(node).upper);
      return optional(edit<SliceExpr>(node).step);
    default:
      return collections(node);
  }
}

void Folder::collections(Expr& node) {
  switch (node.kind) {
    case ExprKind::Dict:
      expressions(edit<DictExpr>(node).keys);
      return expressions(edit<DictExpr>(node).values);
    case ExprKind::Set:
      return expressions(edit<SetExpr>(node).elements);
    case ExprKind::List:
      return expressions(edit<ListExpr>(node).elements);
    case ExprKind::ListComp:
      expression(edit<ListCompExpr>(node).element);
      return generators(edit<ListCompExpr>(node).generators);
    case ExprKind::SetComp:
      expression(edit<SetCompExpr>(node).element);
      return generators(edit<SetCompExpr>(node).generators);
    case ExprKind::DictComp:
      expression(edit<DictCompExpr>(node).key);
      expression(edit<DictCompExpr>(node).value);
      return generators(edit<DictCompExpr>(node).generators);
    case ExprKind::GeneratorExp:
      expression(edit<GeneratorExpr>(node).element);
      return generators(edit<GeneratorExpr>(node).generators);
    default:
      return;
  }
}

void Folder::unary(Expr*& slot) {
  auto& node = edit<UnaryOpExpr>(*slot);
  if (const Constant* value = constant_in(node.operand)) {
    if (auto result = fold_unary(node.op, *value)) replace(slot, std::move(*result));
    return;
  }
  if (node.op != UnaryOperator::Not || node.operand->kind != ExprKind::Compare) return;
  auto& compare = edit<CompareExpr>(*node.operand);
  if (compare.ops.size() != 1 || compare.ops[0] < Comparison::Is) return;
  static_assert((static_cast<int>(Comparison::Is) ^ 1) == static_cast<int>(Comparison::IsNot) &&
                (static_cast<int>(Comparison::In) ^ 1) == static_cast<int>(Comparison::NotIn));
  compare.ops[0] = static_cast<Comparison>(static_cast<int>(compare.ops[0]) ^ 1);
  slot = &compare;
}

void Folder::binary_chain(Expr*& slot) {
  std::vector<Expr**> chain{&slot};
  for (;;) {
    Expr*& left = edit<BinOpExpr>(**chain.back()).left;
    if (left->kind != ExprKind::BinOp) {
      expression(left);
      break;
    }
    chain.push_back(&left);
  }
  for (size_t i = chain.size(); i-- > 0;) {
    expression(edit<BinOpExpr>(**chain[i]).right);
    binary(*chain[i]);
  }
}

void Folder::binary(Expr*& slot) {
  auto& node = edit<BinOpExpr>(*slot);
  const Constant *left = constant_in(node.left), *right = constant_in(node.right);
  if (left == nullptr) return;
  if (right != nullptr) {
    if (auto value = fold_binary(node.op, *left, *right)) replace(slot, std::move(*value));
  } else if (node.op == Operator::Modulo && node.right->kind == ExprKind::Tuple) {
    if (Expr* text = fold_format(tree_, node)) slot = text;
  }
}

void Folder::tuple(Expr*& slot) {
  const auto& node = as<TupleExpr>(*slot);
  if (node.context != Context::Load) return;
  if (auto items = constants_of(node.elements)) replace(slot, {TupleConstant{std::move(*items)}});
}

// What is only iterated over or looked into may be a tuple or a frozenset.
void Folder::iterated(Expr*& slot) {
  if (slot->kind == ExprKind::Set) {
    if (auto items = constants_of(as<SetExpr>(*slot).elements)) replace(slot, {FrozenSetConstant{std::move(*items)}});
    return;
  }
  if (slot->kind != ExprKind::List) return;
  auto& list = edit<ListExpr>(*slot);
  for (const Expr* element : list.elements) {
    if (element->kind == ExprKind::Starred) return;
  }
  auto* made = tree_.make<TupleExpr>(slot->span);
  made->elements = std::move(list.elements);
  slot = made;
  tuple(slot);
}

void Folder::membership(CompareExpr& node) {
  if (node.ops.back() >= Comparison::In) iterated(node.comparators.back());
}

void fold(Module& module, const CodeErrors& errors, bool annotations_are_text) {
  Folder folder(module.tree, errors, annotations_are_text);
  if (module.mode == Mode::Eval) return folder.expression(module.expression);
  folder.body(module.body, module.mode == Mode::Exec);
}

}  // namespace gillab::compiler
