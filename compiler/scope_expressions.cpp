// Collecting names in expressions, parameters and comprehensions.
#include "compiler/scope_builder.h"

namespace gillab::compiler {

void ScopeBuilder::expressions(const ExprList& list) {
  for (const Expr* node : list) optional(node);
}

void ScopeBuilder::keywords(const std::vector<Keyword>& list) {
  for (const Keyword& keyword : list) expression(*keyword.value);
}

void ScopeBuilder::expression(const Expr& node) {
  const Depth depth(depth_, errors_, node.span);
  switch (node.kind) {
    case ExprKind::BoolOp:
      return expressions(as<BoolOpExpr>(node).values);
    case ExprKind::NamedExpr:
      return named_expression(as<NamedExpr>(node));
    case ExprKind::BinOp:
      return binary_chain(as<BinOpExpr>(node));
    case ExprKind::UnaryOp:
      return expression(*as<UnaryOpExpr>(node).operand);
    case ExprKind::Lambda:
      return lambda(as<LambdaExpr>(node));
    case ExprKind::IfExp:
      expression(*as<IfExpr>(node).test);
      expression(*as<IfExpr>(node).body);
      return expression(*as<IfExpr>(node).orelse);
    case ExprKind::Dict:
      expressions(as<DictExpr>(node).keys);
      return expressions(as<DictExpr>(node).values);
    case ExprKind::Set:
      return expressions(as<SetExpr>(node).elements);
    case ExprKind::ListComp: {
      const auto& list = as<ListCompExpr>(node);
      return comprehension(node, ComprehensionKind::List, list.generators, nullptr, *list.element);
    }
    case ExprKind::SetComp: {
      const auto& set = as<SetCompExpr>(node);
      return comprehension(node, ComprehensionKind::Set, set.generators, nullptr, *set.element);
    }
    case ExprKind::DictComp: {
      const auto& dict = as<DictCompExpr>(node);
      return comprehension(node, ComprehensionKind::Dict, dict.generators, dict.value, *dict.key);
    }
    case ExprKind::GeneratorExp: {
      const auto& generator = as<GeneratorExpr>(node);
      return comprehension(node, ComprehensionKind::Generator, generator.generators, nullptr, *generator.element);
    }
    case ExprKind::Await:
      refuse_in_annotation(node.span, "await expression");
      expression(*as<AwaitExpr>(node).value);
      scope_->is_coroutine = true;
      return;
    case ExprKind::Yield:
      return yields(node, as<YieldExpr>(node).value);
    case ExprKind::YieldFrom:
      return yields(node, as<YieldFromExpr>(node).value);
    case ExprKind::Compare:
      expression(*as<CompareExpr>(node).left);
      return expressions(as<CompareExpr>(node).comparators);
    case ExprKind::Call:
      expression(*as<CallExpr>(node).function);
      expressions(as<CallExpr>(node).args);
      return keywords(as<CallExpr>(node).keywords);
    case ExprKind::FormattedValue:
      expression(*as<FormattedValueExpr>(node).value);
      return optional(as<FormattedValueExpr>(node).format_spec);
    case ExprKind::JoinedStr:
      return expressions(as<JoinedStrExpr>(node).values);
    case ExprKind::Constant:
      return;
    case ExprKind::Attribute:
      return expression(*as<AttributeExpr>(node).value);
    case ExprKind::Subscript:
      expression(*as<SubscriptExpr>(node).value);
      return expression(*as<SubscriptExpr>(node).index);
    case ExprKind::Starred:
      return expression(*as<StarredExpr>(node).value);
    case ExprKind::Name:
      return name(as<NameExpr>(node));
    case ExprKind::List:
      return expressions(as<ListExpr>(node).elements);
    case ExprKind::Tuple:
      return expressions(as<TupleExpr>(node).elements);
    case ExprKind::Slice:
      optional(as<SliceExpr>(node).lower);
      optional(as<SliceExpr>(node).upper);
      return optional(as<SliceExpr>(node).step);
  }
}

// `a + b + c` leans to the left as deep as it is long: walked without recursion.
void ScopeBuilder::binary_chain(const BinOpExpr& node) {
  std::vector<const Expr*> rights{node.right};
  const Expr* left = node.left;
  for (; left->kind == ExprKind::BinOp; left = as<BinOpExpr>(*left).left) rights.push_back(as<BinOpExpr>(*left).right);
  expression(*left);
  for (size_t i = rights.size(); i-- > 0;) expression(*rights[i]);
}

void ScopeBuilder::name(const NameExpr& node) {
  add(node.id, node.context == Context::Load ? kUsed : kAssigned, node.span);
  if (node.context == Context::Load && scope_->kind == ScopeKind::Function && node.id == "super") {
    add("__class__", kUsed, node.span);
  }
}

void ScopeBuilder::lambda(const LambdaExpr& node) {
  defaults(node.args);
  enter(&node, ScopeKind::Function, node.span);
  scope_->name = "lambda";
  parameters(node.args);
  expression(*node.body);
  leave();
}

void ScopeBuilder::named_expression(const NamedExpr& node) {
  refuse_in_annotation(node.span, "named expression");
  if (scope_->iteration_depth > 0) {
    errors_.refuse(node.span, "assignment expression cannot be used in a comprehension iterable expression");
  }
  if (scope_->comprehension != ComprehensionKind::None) bind_outside_comprehension(as<NameExpr>(*node.target));
  expression(*node.value);
  expression(*node.target);
}

// The target belongs to the first scope around that is no comprehension.
void ScopeBuilder::bind_outside_comprehension(const NameExpr& target) {
  for (Scope* scope = scope_; scope != nullptr; scope = scope->parent) {
    const uint16_t flags = flags_of(*scope, target.id);
    if (scope->comprehension != ComprehensionKind::None) {
      if (flags & kIterationVariable) {
        errors_.refuse(target.span,
                       "assignment expression cannot rebind comprehension iteration variable '" + target.id + "'");
      }
      continue;
    }
    if (scope->kind == ScopeKind::Class) {
      errors_.refuse(target.span, "assignment expression within a comprehension cannot be used in a class body");
    }
    const bool is_global = scope->kind == ScopeKind::Module || (flags & kDeclaredGlobal);
    add(target.id, is_global ? kDeclaredGlobal : kDeclaredNonlocal, target.span);
    add_to(*scope, target.id, scope->kind == ScopeKind::Module ? kDeclaredGlobal : kAssigned, target.span);
    return;
  }
}

void ScopeBuilder::yields(const Expr& node, const Expr* value) {
  refuse_in_annotation(node.span, "yield expression");
  optional(value);
  scope_->is_generator = true;
  switch (scope_->comprehension) {
    case ComprehensionKind::None:
      return;
    case ComprehensionKind::List:
      errors_.refuse(node.span, "'yield' inside list comprehension");
    case ComprehensionKind::Set:
      errors_.refuse(node.span, "'yield' inside set comprehension");
    case ComprehensionKind::Dict:
      errors_.refuse(node.span, "'yield' inside dict comprehension");
    case ComprehensionKind::Generator:
      errors_.refuse(node.span, "'yield' inside generator expression");
  }
}

void ScopeBuilder::refuse_in_annotation(const Span& span, std::string_view what) {
  if (scope_->kind != ScopeKind::Annotation) return;
  errors_.refuse(span, "'" + std::string(what) + "' can not be used within an annotation");
}

static std::string_view comprehension_name(ComprehensionKind kind) {
  switch (kind) {
    case ComprehensionKind::List: return "listcomp";
    case ComprehensionKind::Set: return "setcomp";
    case ComprehensionKind::Dict: return "dictcomp";
    default: return "genexpr";
  }
}

void ScopeBuilder::comprehension(const Expr& node, ComprehensionKind kind, const std::vector<Comprehension>& generators,
                                 const Expr* value, const Expr& element) {
  ++scope_->iteration_depth;
  expression(*generators[0].iterator);
  --scope_->iteration_depth;
  enter(&node, ScopeKind::Function, node.span);
  scope_->comprehension = kind;
  scope_->name = comprehension_name(kind);
  add(".0", kParameter, node.span);
  for (size_t i = 0; i < generators.size(); ++i) {
    const Comprehension& generator = generators[i];
    scope_->is_coroutine |= generator.is_async;
    scope_->in_iteration_target = true;
    expression(*generator.target);
    scope_->in_iteration_target = false;
    if (i > 0) {
      ++scope_->iteration_depth;
      expression(*generator.iterator);
      --scope_->iteration_depth;
    }
    expressions(generator.conditions);
  }
  optional(value);
  expression(element);
  scope_->is_generator = kind == ComprehensionKind::Generator;
  const bool awaits = scope_->is_coroutine && !scope_->is_generator;
  leave();
  scope_->is_coroutine |= awaits;
}

void ScopeBuilder::defaults(const Arguments& args) {
  expressions(args.defaults);
  expressions(args.keyword_defaults);
}

void ScopeBuilder::annotations(const Arguments& args, const Expr* returns) {
  for (const Argument& argument : args.positional_only) annotation(argument.annotation);
  for (const Argument& argument : args.positional) annotation(argument.annotation);
  if (args.star != nullptr) annotation(args.star->annotation);
  if (args.double_star != nullptr) annotation(args.double_star->annotation);
  for (const Argument& argument : args.keyword_only) annotation(argument.annotation);
  annotation(returns);
}

// An annotation that is stored as text uses no name: its scope is found by nobody.
void ScopeBuilder::annotation(const Expr* node) {
  if (node == nullptr) return;
  if (!annotations_are_text_) return expression(*node);
  enter(node, ScopeKind::Annotation, node->span);
  expression(*node);
  leave();
}

void ScopeBuilder::parameters(const Arguments& args) {
  const auto declare = [this](const Argument& argument) { add(argument.name, kParameter, argument.span); };
  for (const Argument& argument : args.positional_only) declare(argument);
  for (const Argument& argument : args.positional) declare(argument);
  for (const Argument& argument : args.keyword_only) declare(argument);
  if (args.star != nullptr) declare(*args.star);
  if (args.double_star != nullptr) declare(*args.double_star);
}

}  // namespace gillab::compiler
