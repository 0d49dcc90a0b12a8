// The walk that folds constants, children before parents. What operations give is fold_values.cpp.
#include "compiler/fold.h"

#include "compiler/code_errors.h"
#include "compiler/codegen.h"
#include "compiler/fold_format.h"

namespace gillab::compiler {

namespace {

template <class Node>
Node& edit(Expr& node) {
  return static_cast<Node&>(node);
}
template <class Node>
Node& edit(Stmt& node) {
  return static_cast<Node&>(node);
}
template <class Node>
Node& edit(Pattern& node) {
  return static_cast<Node&>(node);
}

const Constant* constant_in(const Expr* node) {
  return node->kind == ExprKind::Constant ? &as<ConstantExpr>(*node).value : nullptr;
}

class Folder {
 public:
  Folder(Tree& tree, const CodeErrors& errors, bool annotations_are_text)
      : tree_(tree), errors_(errors), annotations_are_text_(annotations_are_text) {}

  void body(StmtList& list, bool has_docstring) {
    const bool documented = has_docstring && docstring_of(list) != nullptr;
    for (Stmt* node : list) statement(*node);
    if (has_docstring && !documented && docstring_of(list) != nullptr) hide_docstring(*list[0]);
  }
  void expression(Expr*& slot);

 private:
  // A text that only folding made is no docstring.
  void hide_docstring(Stmt& node) {
    Expr*& value = edit<ExprStmt>(node).value;
    auto* joined = tree_.make<JoinedStrExpr>(value->span);
    joined->values.push_back(value);
    value = joined;
  }
  void replace(Expr*& slot, Constant value) {
    auto* node = tree_.make<ConstantExpr>(slot->span);
    node->value = std::move(value);
    slot = node;
  }
  void optional(Expr*& slot) {
    if (slot != nullptr) expression(slot);
  }
  void expressions(ExprList& list) {
    for (Expr*& node : list) optional(node);
  }
  void keywords(std::vector<Keyword>& list) {
    for (Keyword& keyword : list) expression(keyword.value);
  }
  void annotation(Expr*& slot) {
    if (!annotations_are_text_) optional(slot);
  }
  void generators(std::vector<Comprehension>& list) {
    for (Comprehension& part : list) {
      expression(part.target);
      expression(part.iterator);
      expressions(part.conditions);
      iterated(part.iterator);
    }
  }
  void arguments(Arguments& args);
  void statement(Stmt& node);
  void simple_statement(Stmt& node);
  void if_chain(IfStmt& node);
  void pattern(Pattern& node);
  void children(Expr& node);
  void collections(Expr& node);
  void unary(Expr*& slot);
  void binary_chain(Expr*& slot);
  void binary(Expr*& slot);
  void tuple(Expr*& slot);
  void iterated(Expr*& slot);
  void membership(CompareExpr& node);

  Tree& tree_;
  const CodeErrors& errors_;
  bool annotations_are_text_;
  int depth_ = 0;
};

std::optional<std::vector<Constant>> constants_of(const ExprList& elements) {
  for (const Expr* element : elements) {
    if (element->kind != ExprKind::Constant) return std::nullopt;
  }
  std::vector<Constant> items;
  items.reserve(elements.size());
  for (const Expr* element : elements) items.push_back(as<ConstantExpr>(*element).value);
  return items;
}

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

void Folder::arguments(Arguments& args) {
  for (auto* list : {&args.positional_only, &args.positional, &args.keyword_only}) {
    for (Argument& argument : *list) annotation(argument.annotation);
  }
  if (args.star != nullptr) annotation(args.star->annotation);
  if (args.double_star != nullptr) annotation(args.double_star->annotation);
  expressions(args.defaults);
  expressions(args.keyword_defaults);
}

void Folder::statement(Stmt& node) {
  const Depth depth(depth_, errors_, node.span);
  switch (node.kind) {
    case StmtKind::FunctionDef:
    case StmtKind::AsyncFunctionDef: {
      auto& function = edit<FunctionDefStmt>(node);
      arguments(function.args);
      body(function.body, true);
      expressions(function.decorators);
      return annotation(function.returns);
    }
    case StmtKind::ClassDef: {
      auto& made = edit<ClassDefStmt>(node);
      expressions(made.bases);
      keywords(made.keywords);
      body(made.body, true);
      return expressions(made.decorators);
    }
    case StmtKind::For:
    case StmtKind::AsyncFor: {
      auto& loop = edit<ForStmt>(node);
      expression(loop.target);
      expression(loop.iterator);
      body(loop.body, false);
      body(loop.orelse, false);
      return iterated(loop.iterator);
    }
    case StmtKind::While:
      expression(edit<WhileStmt>(node).test);
      body(edit<WhileStmt>(node).body, false);
      return body(edit<WhileStmt>(node).orelse, false);
    case StmtKind::If:
      return if_chain(edit<IfStmt>(node));
    case StmtKind::With:
    case StmtKind::AsyncWith:
      for (WithItem& item : edit<WithStmt>(node).items) {
        expression(item.context);
        optional(item.target);
      }
      return body(edit<WithStmt>(node).body, false);
    case StmtKind::Match:
      expression(edit<MatchStmt>(node).subject);
      for (MatchCase& item : edit<MatchStmt>(node).cases) {
        pattern(*item.pattern);
        optional(item.guard);
        body(item.body, false);
      }
      return;
    case StmtKind::Try:
    case StmtKind::TryStar: {
      auto& attempt = edit<TryStmt>(node);
      body(attempt.body, false);
      for (ExceptHandler& handler : attempt.handlers) {
        optional(handler.type);
        body(handler.body, false);
      }
      body(attempt.orelse, false);
      return body(attempt.finalbody, false);
    }
    default:
      return simple_statement(node);
  }
}

void Folder::simple_statement(Stmt& node) {
  switch (node.kind) {
    case StmtKind::Return:
      return optional(edit<ReturnStmt>(node).value);
    case StmtKind::Delete:
      return expressions(edit<DeleteStmt>(node).targets);
    case StmtKind::Assign:
      expressions(edit<AssignStmt>(node).targets);
      return expression(edit<AssignStmt>(node).value);
    case StmtKind::AugAssign:
      expression(edit<AugAssignStmt>(node).target);
      return expression(edit<AugAssignStmt>(node).value);
    case StmtKind::AnnAssign:
      expression(edit<AnnAssignStmt>(node).target);
      annotation(edit<AnnAssignStmt>(node).annotation);
      return optional(edit<AnnAssignStmt>(node).value);
    case StmtKind::Raise:
      optional(edit<RaiseStmt>(node).exception);
      return optional(edit<RaiseStmt>(node).cause);
    case StmtKind::Assert:
      expression(edit<AssertStmt>(node).test);
      return optional(edit<AssertStmt>(node).message);
    case StmtKind::Expr:
      return expression(edit<ExprStmt>(node).value);
    default:
      return;
  }
}

void Folder::if_chain(IfStmt& node) {
  for (IfStmt* link = &node;;) {
    expression(link->test);
    body(link->body, false);
    if (link->orelse.size() != 1 || link->orelse[0]->kind != StmtKind::If) return body(link->orelse, false);
    link = &edit<IfStmt>(*link->orelse[0]);
  }
}

void Folder::pattern(Pattern& node) {
  const Depth depth(depth_, errors_, node.span);
  const auto all = [this](std::vector<Pattern*>& list) {
    for (Pattern* part : list) pattern(*part);
  };
  switch (node.kind) {
    case PatternKind::Value:
      return expression(edit<ValuePattern>(node).value);
    case PatternKind::Sequence:
      return all(edit<SequencePattern>(node).patterns);
    case PatternKind::Mapping:
      expressions(edit<MappingPattern>(node).keys);
      return all(edit<MappingPattern>(node).patterns);
    case PatternKind::Class:
      expression(edit<ClassPattern>(node).type);
      all(edit<ClassPattern>(node).patterns);
      return all(edit<ClassPattern>(node).keyword_patterns);
    case PatternKind::As:
      if (edit<AsPattern>(node).pattern != nullptr) pattern(*edit<AsPattern>(node).pattern);
      return;
    case PatternKind::Or:
      return all(edit<OrPattern>(node).patterns);
    default:
      return;
  }
}

}  // namespace

void fold(Module& module, const CodeErrors& errors, bool annotations_are_text) {
  Folder folder(module.tree, errors, annotations_are_text);
  if (module.mode == Mode::Eval) return folder.expression(module.expression);
  folder.body(module.body, module.mode == Mode::Exec);
}

}  // namespace gillab::compiler
