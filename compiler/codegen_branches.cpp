// Code generation for conditions, loops and imports.
#include "compiler/codegen.h"

namespace gillab::compiler {

void Generator::jump_if(const Expr& node, Block* target, bool condition) {
  const Depth depth(depth_, errors_, node.span);
  if (node.kind == ExprKind::UnaryOp && as<UnaryOpExpr>(node).op == UnaryOperator::Not) {
    return jump_if(*as<UnaryOpExpr>(node).operand, target, !condition);
  }
  if (node.kind == ExprKind::BoolOp) {
    const auto& logical = as<BoolOpExpr>(node);
    const bool is_or = logical.op == BoolOperator::Or;
    Block* skip = is_or != condition ? new_block() : target;
    for (size_t i = 0; i + 1 < logical.values.size(); ++i) jump_if(*logical.values[i], skip, is_or);
    jump_if(*logical.values.back(), target, condition);
    if (skip != target) use(skip);
    return;
  }
  if (node.kind == ExprKind::IfExp) {
    const auto& choice = as<IfExpr>(node);
    Block* end = new_block();
    Block* otherwise = new_block();
    jump_if(*choice.test, otherwise, false);
    jump_if(*choice.body, target, condition);
    jump_without_line(pseudo::kJump, end);
    use(otherwise);
    jump_if(*choice.orelse, target, condition);
    return use(end);
  }
  if (node.kind == ExprKind::Compare) {
    at(node.span);
    if (as<CompareExpr>(node).ops.size() > 1) return jump_if_chain(as<CompareExpr>(node), target, condition);
  }
  visit(node);
  jump(condition ? pseudo::kPopJumpIfTrue : pseudo::kPopJumpIfFalse, target);
}

void Generator::jump_if_chain(const CompareExpr& node, Block* target, bool condition) {
  check_comparison(node);
  const size_t last = node.ops.size() - 1;
  Block* cleanup = new_block();
  visit(*node.left);
  for (size_t i = 0; i < last; ++i) {
    visit(*node.comparators[i]);
    emit(Opcode::SWAP, 2);
    emit(Opcode::COPY, 2);
    compare(node.ops[i]);
    jump(pseudo::kPopJumpIfFalse, cleanup);
  }
  visit(*node.comparators[last]);
  compare(node.ops[last]);
  jump(condition ? pseudo::kPopJumpIfTrue : pseudo::kPopJumpIfFalse, target);
  Block* end = new_block();
  jump_without_line(pseudo::kJump, end);
  use(cleanup);
  emit(Opcode::POP_TOP);
  if (!condition) jump_without_line(pseudo::kJump, target);
  use(end);
}

// `elif` after `elif` leans as deep as it is long: walked without recursion.
void Generator::if_chain(const IfStmt& node) {
  std::vector<Block*> ends;
  for (const IfStmt* link = &node;;) {
    Block* end = new_block();
    Block* next = link->orelse.empty() ? end : new_block();
    ends.push_back(end);
    jump_if(*link->test, next, false);
    visit_all(link->body);
    if (link->orelse.empty()) break;
    nowhere();
    jump(pseudo::kJump, end);
    use(next);
    if (link->orelse.size() != 1 || link->orelse[0]->kind != StmtKind::If) {
      visit_all(link->orelse);
      break;
    }
    link = &as<IfStmt>(*link->orelse[0]);
    at(link->span);
  }
  for (size_t i = ends.size(); i-- > 0;) use(ends[i]);
}

void Generator::while_loop(const WhileStmt& node) {
  Block* loop = new_block();
  Block* body = new_block();
  Block* anchor = new_block();
  Block* end = new_block();
  use(loop);
  push_frame({.kind = FrameKind::While, .start = loop, .exit = end});
  jump_if(*node.test, anchor, false);
  use(body);
  visit_all(node.body);
  at(node.span);
  jump_if(*node.test, body, true);
  pop_frame();
  use(anchor);
  visit_all(node.orelse);
  use(end);
}

void Generator::for_loop(const ForStmt& node) {
  Block* start = new_block();
  Block* body = new_block();
  Block* cleanup = new_block();
  Block* end = new_block();
  push_frame({.kind = FrameKind::For, .start = start, .exit = end});
  visit(*node.iterator);
  emit(Opcode::GET_ITER);
  use(start);
  jump(Opcode::FOR_ITER, cleanup);
  use(body);
  visit(*node.target);
  visit_all(node.body);
  nowhere();
  jump(pseudo::kJump, start);
  use(cleanup);
  pop_frame();
  visit_all(node.orelse);
  use(end);
}

void Generator::async_for_loop(const ForStmt& node) {
  if (!top_level_await() && unit_->kind != UnitKind::AsyncFunction) refuse("'async for' outside async function");
  Block* start = new_block();
  Block* handler = new_block();
  Block* end = new_block();
  visit(*node.iterator);
  emit(Opcode::GET_AITER);
  use(start);
  push_frame({.kind = FrameKind::For, .start = start, .exit = end});
  jump(pseudo::kSetupFinally, handler);
  emit(Opcode::GET_ANEXT);
  load_none();
  emit_yield_from(true);
  emit(pseudo::kPopBlock);
  visit(*node.target);
  visit_all(node.body);
  nowhere();
  jump(pseudo::kJump, start);
  pop_frame();
  use(handler);
  at(node.iterator->span);
  emit(Opcode::END_ASYNC_FOR);
  visit_all(node.orelse);
  use(end);
}

void Generator::import(const ImportStmt& node) {
  for (const Alias& alias : node.names) {
    load_count(0);
    load_none();
    emit_name(Opcode::IMPORT_NAME, alias.name);
    if (!alias.as_name.empty()) {
      import_as(alias.name, alias.as_name);
    } else {
      variable(std::string_view(alias.name).substr(0, alias.name.find('.')), Context::Store);
    }
  }
}

// `import a.b.c as d` takes b from a and c from b.
void Generator::import_as(const Name& name, const Name& as_name) {
  size_t dot = name.find('.');
  const bool is_dotted = dot != Name::npos;
  while (dot != Name::npos) {
    const size_t start = dot + 1;
    dot = name.find('.', start);
    emit_name(Opcode::IMPORT_FROM, std::string_view(name).substr(start, dot - start));
    if (dot == Name::npos) break;
    emit(Opcode::SWAP, 2);
    emit(Opcode::POP_TOP);
  }
  variable(as_name, Context::Store);
  if (is_dotted) emit(Opcode::POP_TOP);
}

void Generator::import_from(const ImportFromStmt& node) {
  load_count(static_cast<size_t>(node.level));
  TupleConstant names;
  for (const Alias& alias : node.names) names.items.push_back({StrConstant{alias.name}});
  load({std::move(names)});
  if (node.module == "__future__" && node.span.line > future_line_) {
    refuse("from __future__ imports must occur at the beginning of the file");
  }
  emit_name(Opcode::IMPORT_NAME, node.module);
  for (const Alias& alias : node.names) {
    if (alias.name == "*") return emit(Opcode::IMPORT_STAR);
    emit_name(Opcode::IMPORT_FROM, alias.name);
    variable(alias.as_name.empty() ? alias.name : alias.as_name, Context::Store);
  }
  emit(Opcode::POP_TOP);
}

}  // namespace gillab::compiler
