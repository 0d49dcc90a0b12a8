// Code generation: units opened and closed, names loaded and stored, the module itself.
#include "compiler/codegen.h"

namespace gillab::compiler {

Generator::Generator(const Module& module, const CodeErrors& errors, bool future_annotations, int future_line)
    : tree_(module),
      errors_(errors),
      scopes_(module, errors, future_annotations),
      future_annotations_(future_annotations),
      future_line_(future_line) {}

std::shared_ptr<const CodeUnit> Generator::module() {
  enter("<module>", UnitKind::Module, &tree_, 1);
  if (tree_.mode == Mode::Eval) {
    visit(*tree_.expression);
    return leave(false);
  }
  if (tree_.mode == Mode::Single) {
    visit_all(tree_.body);
  } else {
    body_of(tree_.body);
  }
  return leave(true);
}

void Generator::enter(const std::string& name, UnitKind kind, const void* node, int first_line) {
  auto unit = std::make_unique<Unit>();
  unit->kind = kind;
  unit->scope = &scopes_.of(node);
  unit->parent = unit_;
  CodeUnit& code = unit->draft.unit;
  code.name = name;
  code.filename = errors_.options.filename;
  code.first_line = first_line;
  for (const std::string_view parameter : unit->scope->parameters) unit->draft.locals.add(parameter);
  std::vector<std::string_view> cells = unit->scope->sorted_names(Binding::Cell, 0);
  if (unit->scope->needs_class_cell) cells.push_back("__class__");
  for (const std::string_view cell : cells) {
    unit->cells.emplace(cell, static_cast<uint32_t>(unit->draft.cells.size()));
    unit->draft.cells.emplace_back(cell);
  }
  for (const std::string_view name_outside : unit->scope->sorted_names(Binding::Free, kFreeInClass)) {
    unit->frees.emplace(name_outside, static_cast<uint32_t>(cells.size() + unit->draft.frees.size()));
    unit->draft.frees.emplace_back(name_outside);
  }
  code.qualified_name = kind == UnitKind::Module ? name : qualified_name(name, kind);
  unit_ = units_.emplace_back(std::move(unit)).get();
  const int line = kind == UnitKind::Module ? 0 : first_line;
  at({line, line, 0, 0});
  emit(Opcode::RESUME, 0);
  if (kind == UnitKind::Module) nowhere();
}

std::string Generator::qualified_name(const std::string& name, UnitKind kind) const {
  if (unit_->kind == UnitKind::Module) return name;
  if (kind == UnitKind::Function || kind == UnitKind::AsyncFunction || kind == UnitKind::Class) {
    if (unit_->scope->binding_of(mangled(name)) == Binding::GlobalExplicit) return name;
  }
  const bool in_function =
      unit_->kind == UnitKind::Function || unit_->kind == UnitKind::AsyncFunction || unit_->kind == UnitKind::Lambda;
  return unit_->draft.unit.qualified_name + (in_function ? ".<locals>." : ".") + name;
}

uint32_t Generator::scope_flags() const {
  const Scope& scope = *unit_->scope;
  uint32_t flags = future_annotations_ ? uint32_t{kFutureAnnotations} : 0;
  if (scope.kind == ScopeKind::Function) {
    flags |= kNewLocals | kOptimized;
    if (scope.is_nested) flags |= kNested;
    if (scope.is_generator) flags |= uint32_t{scope.is_coroutine ? kAsyncGenerator : kGenerator};
    if (!scope.is_generator && scope.is_coroutine) flags |= kCoroutine;
  } else if (top_level_await() && scope.is_coroutine) {
    flags |= uint32_t{scope.is_generator ? kAsyncGenerator : kCoroutine};
  }
  return flags;
}

std::shared_ptr<const CodeUnit> Generator::leave(bool add_none) {
  Unit& unit = *unit_;
  const std::vector<IrInstruction>& last = unit.draft.graph.current->code;
  if (last.empty() || !last.back().is_scope_exit() || last.back().opcode != Opcode::RETURN_VALUE) {
    nowhere();
    if (add_none) load_none();
    emit(Opcode::RETURN_VALUE);
  }
  unit.draft.unit.flags |= scope_flags();
  auto code = assemble(unit.draft);
  unit_ = unit.parent;
  units_.pop_back();
  return code;
}

void Generator::refuse(std::string message) const { errors_.refuse(unit_->here, std::move(message)); }

void Generator::emit_name(Opcode opcode, std::string_view name) {
  const bool is_private = is_mangled(unit_->scope->private_class, name);
  emit(opcode, is_private ? unit_->draft.names.add(mangled(name)) : unit_->draft.names.add(name));
}

void Generator::compare(Comparison op) {
  switch (op) {
    case Comparison::Is:
      return emit(Opcode::IS_OP, 0);
    case Comparison::IsNot:
      return emit(Opcode::IS_OP, 1);
    case Comparison::In:
      return emit(Opcode::CONTAINS_OP, 0);
    case Comparison::NotIn:
      return emit(Opcode::CONTAINS_OP, 1);
    default:
      return emit(Opcode::COMPARE_OP, static_cast<uint32_t>(op));
  }
}

void Generator::refuse_debug(std::string_view name, Context context) const {
  if (name != "__debug__" || context == Context::Load) return;
  refuse(context == Context::Store ? "cannot assign to __debug__" : "cannot delete __debug__");
}

void Generator::variable(std::string_view name, Context context) {
  refuse_debug(name, context);
  std::string private_name;
  if (is_mangled(unit_->scope->private_class, name)) name = private_name = mangled(name);
  const auto choose = [context](Opcode load, Opcode store, Opcode remove) {
    return context == Context::Load ? load : context == Context::Store ? store : remove;
  };
  const Binding binding = unit_->scope->binding_of(name);
  const bool in_function = is_function_scope();
  if (binding == Binding::Cell || binding == Binding::Free) {
    const Opcode load = unit_->kind == UnitKind::Class ? Opcode::LOAD_CLASSDEREF : Opcode::LOAD_DEREF;
    const auto& places = binding == Binding::Cell ? unit_->cells : unit_->frees;
    return emit(choose(load, Opcode::STORE_DEREF, Opcode::DELETE_DEREF), places.at(name));
  }
  if (binding == Binding::Local && in_function) {
    return emit(choose(Opcode::LOAD_FAST, Opcode::STORE_FAST, Opcode::DELETE_FAST), unit_->draft.locals.add(name));
  }
  const uint32_t place = unit_->draft.names.add(name);
  if (binding == Binding::GlobalExplicit || (binding == Binding::GlobalImplicit && in_function)) {
    return emit(choose(Opcode::LOAD_GLOBAL, Opcode::STORE_GLOBAL, Opcode::DELETE_GLOBAL), place);
  }
  emit(choose(Opcode::LOAD_NAME, Opcode::STORE_NAME, Opcode::DELETE_NAME), place);
}

}  // namespace gillab::compiler
