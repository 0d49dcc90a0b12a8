// Code generation for try, except, except* and finally, and for leaving them by break, continue and return.
#include "compiler/codegen.h"

namespace gillab::compiler {

namespace {

constexpr size_t kDeepestFrames = 20;

}  // namespace

void Generator::push_frame(FrameBlock frame) {
  if (unit_->frames.size() >= kDeepestFrames) refuse("too many statically nested blocks");
  unit_->frames.push_back(frame);
}

// Undoes the frames around the current place, up to the innermost loop when `to_loop`, which it returns. The frames
// stay: the code after the jump is still inside them.
const FrameBlock* Generator::unwind(bool keep_value, bool to_loop) {
  std::vector<FrameBlock>& frames = unit_->frames;
  std::vector<FrameBlock> undone;
  const FrameBlock* loop = nullptr;
  while (!frames.empty()) {
    const FrameBlock frame = frames.back();
    if (frame.kind == FrameKind::ExceptionGroupHandler) {
      refuse("'break', 'continue' and 'return' cannot appear in an except* block");
    }
    if (to_loop && (frame.kind == FrameKind::While || frame.kind == FrameKind::For)) break;
    frames.pop_back();
    undone.push_back(frame);
    unwind_one(frame, keep_value);
  }
  const size_t loop_place = frames.size();
  for (size_t i = undone.size(); i-- > 0;) frames.push_back(undone[i]);
  if (loop_place > 0) loop = &frames[loop_place - 1];
  return loop;
}

void Generator::unwind_one(const FrameBlock& frame, bool keep_value) {
  const auto protect_value = [&] {
    if (keep_value) emit(Opcode::SWAP, 2);
  };
  switch (frame.kind) {
    case FrameKind::While:
    case FrameKind::ExceptionHandler:
    case FrameKind::ExceptionGroupHandler:
    case FrameKind::AsyncComprehension:
      return;
    case FrameKind::For:
    case FrameKind::PopValue:
      protect_value();
      return emit(Opcode::POP_TOP);
    case FrameKind::TryExcept:
      return emit(pseudo::kPopBlock);
    case FrameKind::FinallyTry:
      emit(pseudo::kPopBlock);
      if (keep_value) push_frame({.kind = FrameKind::PopValue});
      visit_all(*frame.body);
      if (keep_value) pop_frame();
      return nowhere();
    case FrameKind::FinallyEnd:
      protect_value();
      emit(Opcode::POP_TOP);
      protect_value();
      emit(pseudo::kPopBlock);
      return emit(Opcode::POP_EXCEPT);
    case FrameKind::With:
    case FrameKind::AsyncWith:
      at(frame.statement->span);
      emit(pseudo::kPopBlock);
      protect_value();
      call_exit(frame.kind == FrameKind::AsyncWith);
      emit(Opcode::POP_TOP);
      return nowhere();
    case FrameKind::HandlerCleanup:
      return unwind_handler(frame, keep_value);
  }
}

void Generator::unwind_handler(const FrameBlock& frame, bool keep_value) {
  if (frame.name != nullptr) emit(pseudo::kPopBlock);
  if (keep_value) emit(Opcode::SWAP, 2);
  emit(pseudo::kPopBlock);
  emit(Opcode::POP_EXCEPT);
  if (frame.name != nullptr) unbind(*frame.name);
}

void Generator::unbind(const Name& name) {
  load_none();
  variable(name, Context::Store);
  variable(name, Context::Del);
}

void Generator::reraise_with_cleanup() {
  emit(Opcode::COPY, 3);
  emit(Opcode::POP_EXCEPT);
  emit(Opcode::RERAISE, 1);
}

void Generator::try_statement(const TryStmt& node) {
  if (!node.finalbody.empty()) return try_finally(node);
  node.kind == StmtKind::TryStar ? try_star(node) : try_except(node);
}

void Generator::try_finally(const TryStmt& node) {
  Block* body = new_block();
  Block* end = new_block();
  Block* exit = new_block();
  jump(pseudo::kSetupFinally, end);
  use(body);
  push_frame({.kind = FrameKind::FinallyTry, .start = body, .exit = end, .body = &node.finalbody});
  if (node.handlers.empty()) {
    visit_all(node.body);
  } else {
    node.kind == StmtKind::TryStar ? try_star(node) : try_except(node);
  }
  nowhere();
  emit(pseudo::kPopBlock);
  pop_frame();
  visit_all(node.finalbody);
  jump_without_line(pseudo::kJump, exit);
  use(end);
  nowhere();
  Block* cleanup = new_block();
  push_frame({.kind = FrameKind::FinallyEnd, .start = end});
  jump(pseudo::kSetupCleanup, cleanup);
  emit(Opcode::PUSH_EXC_INFO);
  visit_all(node.finalbody);
  emit(Opcode::RERAISE, 0);
  pop_frame();
  use(cleanup);
  reraise_with_cleanup();
  use(exit);
}

void Generator::try_except(const TryStmt& node) {
  Block* body = new_block();
  Block* except = new_block();
  Block* end = new_block();
  Block* cleanup = new_block();
  jump(pseudo::kSetupFinally, except);
  use(body);
  push_frame({.kind = FrameKind::TryExcept, .start = body});
  visit_all(node.body);
  pop_frame();
  const Span after_body = unit_->here;
  nowhere();
  emit(pseudo::kPopBlock);
  at(after_body);
  visit_all(node.orelse);
  jump_without_line(pseudo::kJump, end);
  use(except);
  nowhere();
  jump(pseudo::kSetupCleanup, cleanup);
  emit(Opcode::PUSH_EXC_INFO);
  push_frame({.kind = FrameKind::ExceptionHandler});
  for (const ExceptHandler& item : node.handlers) {
    at(item.span);
    if (item.type == nullptr && &item != &node.handlers.back()) refuse("default 'except:' must be last");
    handler(item, end);
  }
  pop_frame();
  nowhere();
  emit(Opcode::RERAISE, 0);
  use(cleanup);
  reraise_with_cleanup();
  use(end);
}

void Generator::handler(const ExceptHandler& node, Block* end) {
  Block* next = new_block();
  if (node.type != nullptr) {
    visit(*node.type);
    emit(Opcode::CHECK_EXC_MATCH);
    jump(pseudo::kPopJumpIfFalse, next);
  }
  Block* body = new_block();
  if (node.name.empty()) {
    emit(Opcode::POP_TOP);
    use(body);
    push_frame({.kind = FrameKind::HandlerCleanup, .start = body});
    visit_all(node.body);
    pop_frame();
    nowhere();
    emit(pseudo::kPopBlock);
    emit(Opcode::POP_EXCEPT);
    jump(pseudo::kJump, end);
    return use(next);
  }
  Block* cleanup = new_block();
  variable(node.name, Context::Store);
  jump(pseudo::kSetupCleanup, cleanup);
  use(body);
  push_frame({.kind = FrameKind::HandlerCleanup, .start = body, .name = &node.name});
  visit_all(node.body);
  pop_frame();
  nowhere();
  emit(pseudo::kPopBlock);
  emit(pseudo::kPopBlock);
  emit(Opcode::POP_EXCEPT);
  unbind(node.name);
  jump(pseudo::kJump, end);
  use(cleanup);
  nowhere();
  unbind(node.name);
  emit(Opcode::RERAISE, 1);
  use(next);
}

void Generator::try_star(const TryStmt& node) {
  Block* body = new_block();
  Block* except = new_block();
  Block* orelse = new_block();
  Block* end = new_block();
  Block* cleanup = new_block();
  Block* reraise = new_block();
  Block* finish = new_block();
  jump(pseudo::kSetupFinally, except);
  use(body);
  push_frame({.kind = FrameKind::TryExcept, .start = body});
  visit_all(node.body);
  pop_frame();
  nowhere();
  emit(pseudo::kPopBlock);
  jump_without_line(pseudo::kJump, orelse);
  use(except);
  jump(pseudo::kSetupCleanup, cleanup);
  emit(Opcode::PUSH_EXC_INFO);
  push_frame({.kind = FrameKind::ExceptionGroupHandler});
  for (const ExceptHandler& item : node.handlers) {
    Block* next = new_block();
    at(item.span);
    star_handler(item, &item == &node.handlers.front(), next);
    use(next);
    if (&item != &node.handlers.back()) continue;
    emit(Opcode::LIST_APPEND, 1);
    jump(pseudo::kJump, finish);
  }
  nowhere();
  pop_frame();
  use(finish);
  emit(Opcode::PREP_RERAISE_STAR);
  emit(Opcode::COPY, 1);
  jump(pseudo::kPopJumpIfNotNone, reraise);
  emit(Opcode::POP_TOP);
  emit(pseudo::kPopBlock);
  emit(Opcode::POP_EXCEPT);
  jump(pseudo::kJump, end);
  use(reraise);
  emit(pseudo::kPopBlock);
  emit(Opcode::SWAP, 2);
  emit(Opcode::POP_EXCEPT);
  emit(Opcode::RERAISE, 0);
  use(cleanup);
  reraise_with_cleanup();
  use(orelse);
  visit_all(node.orelse);
  use(end);
}

// On the stack before the first: the group. Then: the group, the list of what to raise, what is left to handle.
void Generator::star_handler(const ExceptHandler& node, bool is_first, Block* next) {
  Block* no_match = new_block();
  Block* cleanup = new_block();
  Block* body = new_block();
  Block* done = new_block();
  if (is_first) {
    emit(Opcode::COPY, 1);
    emit(Opcode::BUILD_LIST, 0);
    emit(Opcode::SWAP, 2);
  }
  visit(*node.type);
  emit(Opcode::CHECK_EG_MATCH);
  emit(Opcode::COPY, 1);
  jump(pseudo::kPopJumpIfNone, no_match);
  if (node.name.empty()) {
    emit(Opcode::POP_TOP);
  } else {
    variable(node.name, Context::Store);
  }
  jump(pseudo::kSetupCleanup, cleanup);
  use(body);
  push_frame({.kind = FrameKind::HandlerCleanup, .start = body, .name = node.name.empty() ? nullptr : &node.name});
  visit_all(node.body);
  pop_frame();
  nowhere();
  emit(pseudo::kPopBlock);
  if (!node.name.empty()) unbind(node.name);
  jump(pseudo::kJump, done);
  use(cleanup);
  nowhere();
  if (!node.name.empty()) unbind(node.name);
  emit(Opcode::LIST_APPEND, 3);
  emit(Opcode::POP_TOP);
  jump(pseudo::kJump, next);
  use(done);
  jump(pseudo::kJump, next);
  use(no_match);
  at(node.span);
  emit(Opcode::POP_TOP);
  nowhere();
}

}  // namespace gillab::compiler
