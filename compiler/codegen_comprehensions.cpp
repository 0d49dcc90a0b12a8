// Code generation for comprehensions and generator expressions: each is a function of its outermost iterator.
#include "compiler/codegen.h"

namespace gillab::compiler {

void Generator::comprehension(const Expr& node, const std::string& name, const ComprehensionParts& parts) {
  const UnitKind around = unit_->kind;
  const bool is_generator = parts.kind == ComprehensionKind::Generator;
  const bool may_await = around == UnitKind::AsyncFunction || around == UnitKind::Comprehension || top_level_await();
  enter(name, UnitKind::Comprehension, &node, node.span.line);
  at(node.span);
  const bool is_async = unit_->scope->is_coroutine;
  if (is_async && !is_generator && !may_await) {
    refuse("asynchronous comprehension outside of an asynchronous function");
  }
  unit_->draft.unit.argument_count = 1;
  if (parts.kind == ComprehensionKind::List) emit(Opcode::BUILD_LIST, 0);
  if (parts.kind == ComprehensionKind::Set) emit(Opcode::BUILD_SET, 0);
  if (parts.kind == ComprehensionKind::Dict) emit(Opcode::BUILD_MAP, 0);
  generator(parts, 0, 0);
  if (!is_generator) emit(Opcode::RETURN_VALUE);
  auto code = leave(true);
  if (is_async && top_level_await()) unit_->scope->is_coroutine = true;
  closure(code, 0);
  visit(*parts.generators[0].iterator);
  emit(parts.generators[0].is_async ? Opcode::GET_AITER : Opcode::GET_ITER);
  emit(Opcode::CALL, 0);
  if (is_async && !is_generator) emit_await(0);
}

void Generator::generator(const ComprehensionParts& parts, size_t index, uint32_t depth) {
  if (parts.generators[index].is_async) {
    async_generator(parts, index, depth);
  } else {
    sync_generator(parts, index, depth);
  }
}

namespace {

// `for y in [f(x)]` binds a name and needs no loop.
const Expr* only_element(const Expr& iterator) {
  const ExprList* elements = iterator.kind == ExprKind::List    ? &as<ListExpr>(iterator).elements
                             : iterator.kind == ExprKind::Tuple ? &as<TupleExpr>(iterator).elements
                                                                : nullptr;
  if (elements == nullptr || elements->size() != 1 || (*elements)[0]->kind == ExprKind::Starred) return nullptr;
  return (*elements)[0];
}

}  // namespace

void Generator::sync_generator(const ComprehensionParts& parts, size_t index, uint32_t depth) {
  const Comprehension& part = parts.generators[index];
  Block* start = new_block();
  Block* skip = new_block();
  Block* anchor = new_block();
  const Expr* only = index > 0 ? only_element(*part.iterator) : nullptr;
  if (index == 0) {
    emit(Opcode::LOAD_FAST, 0);
  } else if (only != nullptr) {
    visit(*only);
  } else {
    visit(*part.iterator);
    emit(Opcode::GET_ITER);
  }
  if (only == nullptr) {
    ++depth;
    use(start);
    jump(Opcode::FOR_ITER, anchor);
  }
  visit(*part.target);
  for (const Expr* condition : part.conditions) jump_if(*condition, skip, false);
  if (index + 1 < parts.generators.size()) {
    generator(parts, index + 1, depth);
  } else {
    collect(parts, depth);
  }
  use(skip);
  if (only == nullptr) {
    jump(pseudo::kJump, start);
    use(anchor);
  }
}

void Generator::async_generator(const ComprehensionParts& parts, size_t index, uint32_t depth) {
  const Comprehension& part = parts.generators[index];
  Block* start = new_block();
  Block* handler = new_block();
  Block* skip = new_block();
  if (index == 0) {
    emit(Opcode::LOAD_FAST, 0);
  } else {
    visit(*part.iterator);
    emit(Opcode::GET_AITER);
  }
  use(start);
  push_frame({.kind = FrameKind::AsyncComprehension, .start = start});
  jump(pseudo::kSetupFinally, handler);
  emit(Opcode::GET_ANEXT);
  load_none();
  emit_yield_from(true);
  emit(pseudo::kPopBlock);
  visit(*part.target);
  for (const Expr* condition : part.conditions) jump_if(*condition, skip, false);
  if (index + 1 < parts.generators.size()) {
    generator(parts, index + 1, depth + 1);
  } else {
    collect(parts, depth + 1);
  }
  use(skip);
  jump(pseudo::kJump, start);
  pop_frame();
  use(handler);
  emit(Opcode::END_ASYNC_FOR);
}

void Generator::collect(const ComprehensionParts& parts, uint32_t depth) {
  visit(parts.element);
  switch (parts.kind) {
    case ComprehensionKind::List:
      return emit(Opcode::LIST_APPEND, depth + 1);
    case ComprehensionKind::Set:
      return emit(Opcode::SET_ADD, depth + 1);
    case ComprehensionKind::Dict:
      visit(*parts.value);
      return emit(Opcode::MAP_ADD, depth + 1);
    default:
      emit_yield();
      return emit(Opcode::POP_TOP);
  }
}

}  // namespace gillab::compiler
