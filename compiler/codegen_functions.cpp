// Code generation for functions, lambdas and classes.
#include "compiler/codegen.h"

namespace gillab::compiler {

namespace {

template <class Node>
int first_line_of(const Node& node) {
  return node.decorators.empty() ? node.span.line : node.decorators[0]->span.line;
}

}  // namespace

void Generator::refuse_debug_parameters(const Arguments& args) const {
  for (const auto* list : {&args.positional_only, &args.positional, &args.keyword_only}) {
    for (const Argument& argument : *list) refuse_debug(argument.name, Context::Store);
  }
  for (const auto* argument : {args.star.get(), args.double_star.get()}) {
    if (argument != nullptr) refuse_debug(argument->name, Context::Store);
  }
}

uint32_t Generator::default_arguments(const Arguments& args) {
  uint32_t flags = 0;
  if (!args.defaults.empty()) {
    visit_all(args.defaults);
    emit(Opcode::BUILD_TUPLE, static_cast<uint32_t>(args.defaults.size()));
    flags |= 1;
  }
  TupleConstant names;
  for (size_t i = 0; i < args.keyword_defaults.size(); ++i) {
    if (args.keyword_defaults[i] == nullptr) continue;
    names.items.push_back({StrConstant{mangled(args.keyword_only[i].name)}});
    visit(*args.keyword_defaults[i]);
  }
  if (!names.items.empty()) {
    const auto count = static_cast<uint32_t>(names.items.size());
    load({std::move(names)});
    emit(Opcode::BUILD_CONST_KEY_MAP, count);
    flags |= 2;
  }
  return flags;
}

void Generator::annotation_text(const Expr& node) { load_text(unparse(node)); }

void Generator::annotation(std::string_view name, const Expr* node, uint32_t& count) {
  if (node == nullptr) return;
  load_text(mangled(name));
  if (future_annotations_) {
    annotation_text(*node);
  } else if (node->kind == ExprKind::Starred) {
    visit(*as<StarredExpr>(*node).value);
    emit(Opcode::UNPACK_SEQUENCE, 1);
  } else {
    visit(*node);
  }
  count += 2;
}

bool Generator::annotations(const Arguments& args, const Expr* returns) {
  uint32_t count = 0;
  for (const Argument& argument : args.positional) annotation(argument.name, argument.annotation, count);
  for (const Argument& argument : args.positional_only) annotation(argument.name, argument.annotation, count);
  if (args.star != nullptr) annotation(args.star->name, args.star->annotation, count);
  for (const Argument& argument : args.keyword_only) annotation(argument.name, argument.annotation, count);
  if (args.double_star != nullptr) annotation(args.double_star->name, args.double_star->annotation, count);
  annotation("return", returns, count);
  if (count > 0) emit(Opcode::BUILD_TUPLE, count);
  return count > 0;
}

void Generator::parameters(const Arguments& args) {
  CodeUnit& code = unit_->draft.unit;
  code.positional_only_count = static_cast<uint32_t>(args.positional_only.size());
  code.argument_count = static_cast<uint32_t>(args.positional_only.size() + args.positional.size());
  code.keyword_only_count = static_cast<uint32_t>(args.keyword_only.size());
  if (args.star != nullptr) code.flags |= kVarArgs;
  if (args.double_star != nullptr) code.flags |= kVarKeywords;
}

void Generator::decorate(const ExprList& decorators) {
  const Span before = unit_->here;
  for (size_t i = decorators.size(); i-- > 0;) {
    at(decorators[i]->span);
    emit(Opcode::CALL, 0);
  }
  at(before);
}

void Generator::function(const FunctionDefStmt& node) {
  refuse_debug_parameters(node.args);
  visit_all(node.decorators);
  uint32_t flags = default_arguments(node.args);
  if (annotations(node.args, node.returns)) flags |= 4;
  const UnitKind kind = node.kind == StmtKind::FunctionDef ? UnitKind::Function : UnitKind::AsyncFunction;
  enter(node.name, kind, &node, first_line_of(node));
  function_body(node);
  closure(leave(true), flags);
  decorate(node.decorators);
  variable(node.name, Context::Store);
}

void Generator::function_body(const FunctionDefStmt& node) {
  const ConstantExpr* docstring = errors_.options.optimize < 2 ? docstring_of(node.body) : nullptr;
  unit_->draft.constants.add(docstring != nullptr ? docstring->value : Constant{NoneConstant()});
  parameters(node.args);
  for (size_t i = docstring != nullptr ? 1 : 0; i < node.body.size(); ++i) visit(*node.body[i]);
}

void Generator::lambda(const LambdaExpr& node) {
  refuse_debug_parameters(node.args);
  const uint32_t flags = default_arguments(node.args);
  enter("<lambda>", UnitKind::Lambda, &node, node.span.line);
  unit_->draft.constants.add({NoneConstant()});
  parameters(node.args);
  visit(*node.body);
  if (!unit_->scope->is_generator) emit(Opcode::RETURN_VALUE);
  closure(leave(false), flags);
}

// The function from its code and, where it has free variables, their cells.
void Generator::closure(const std::shared_ptr<const CodeUnit>& code, uint32_t flags) {
  if (!code->free_names.empty()) {
    for (const std::string& name : code->free_names) {
      const auto cell = unit_->cells.find(name);
      emit(Opcode::LOAD_CLOSURE, cell != unit_->cells.end() ? cell->second : unit_->frees.at(name));
    }
    emit(Opcode::BUILD_TUPLE, static_cast<uint32_t>(code->free_names.size()));
    flags |= 8;
  }
  load({code});
  emit(Opcode::MAKE_FUNCTION, flags);
}

void Generator::class_definition(const ClassDefStmt& node) {
  visit_all(node.decorators);
  const auto code = class_body(node, first_line_of(node));
  emit(Opcode::PUSH_NULL);
  emit(Opcode::LOAD_BUILD_CLASS);
  closure(code, 0);
  load_text(node.name);
  call_arguments(2, node.bases, node.keywords);
  decorate(node.decorators);
  variable(node.name, Context::Store);
}

std::shared_ptr<const CodeUnit> Generator::class_body(const ClassDefStmt& node, int first_line) {
  enter(node.name, UnitKind::Class, &node, first_line);
  variable("__name__", Context::Load);
  variable("__module__", Context::Store);
  load_text(unit_->draft.unit.qualified_name);
  variable("__qualname__", Context::Store);
  body_of(node.body);
  nowhere();
  if (unit_->scope->needs_class_cell) {
    emit(Opcode::LOAD_CLOSURE, unit_->cells.at("__class__"));
    emit(Opcode::COPY, 1);
    variable("__classcell__", Context::Store);
  } else {
    load_none();
  }
  emit(Opcode::RETURN_VALUE);
  return leave(true);
}

}  // namespace gillab::compiler
