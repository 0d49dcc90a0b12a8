// Code generation for with and async with.
#include "compiler/codegen.h"

namespace gillab::compiler {

// exit(None, None, None)
void Generator::call_exit(bool is_async) {
  load_none();
  load_none();
  load_none();
  emit(Opcode::CALL, 2);
  if (is_async) emit_await(2);
}

void Generator::with(const WithStmt& node, size_t position) {
  const Depth depth(depth_, errors_, node.span);
  const bool is_async = node.kind == StmtKind::AsyncWith;
  const WithItem& item = node.items[position];
  if (is_async && !top_level_await() && unit_->kind != UnitKind::AsyncFunction) {
    refuse("'async with' outside async function");
  }
  Block* block = new_block();
  Block* final = new_block();
  Block* exit = new_block();
  Block* cleanup = new_block();
  visit(*item.context);
  emit(is_async ? Opcode::BEFORE_ASYNC_WITH : Opcode::BEFORE_WITH);
  if (is_async) emit_await(1);
  jump(pseudo::kSetupWith, final);
  use(block);
  push_frame(
      {.kind = is_async ? FrameKind::AsyncWith : FrameKind::With, .start = block, .exit = final, .statement = &node});
  if (item.target != nullptr) {
    visit(*item.target);
  } else {
    emit(Opcode::POP_TOP);
  }
  if (position + 1 == node.items.size()) {
    visit_all(node.body);
  } else {
    with(node, position + 1);
  }
  nowhere();
  emit(pseudo::kPopBlock);
  pop_frame();
  at(node.span);
  call_exit(is_async);
  emit(Opcode::POP_TOP);
  jump(pseudo::kJump, exit);
  use(final);
  jump(pseudo::kSetupCleanup, cleanup);
  emit(Opcode::PUSH_EXC_INFO);
  emit(Opcode::WITH_EXCEPT_START);
  if (is_async) emit_await(2);
  with_finish(cleanup);
  use(exit);
}

// What the exit method answered decides: true drops the exception.
void Generator::with_finish(Block* cleanup) {
  Block* suppress = new_block();
  jump(pseudo::kPopJumpIfTrue, suppress);
  emit(Opcode::RERAISE, 2);
  use(cleanup);
  nowhere();
  reraise_with_cleanup();
  use(suppress);
  emit(Opcode::POP_TOP);
  emit(pseudo::kPopBlock);
  emit(Opcode::POP_EXCEPT);
  emit(Opcode::POP_TOP);
  emit(Opcode::POP_TOP);
}

}  // namespace gillab::compiler
