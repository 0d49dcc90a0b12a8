// Code generation for simple statements and bodies. Branches and loops are in codegen_branches.cpp.
#include "compiler/codegen.h"

namespace gillab::compiler {

namespace {

bool has_annotation(const StmtList& body);

bool has_annotation(const Stmt& node) {
  switch (node.kind) {
    case StmtKind::AnnAssign:
      return true;
    case StmtKind::For:
    case StmtKind::AsyncFor:
      return has_annotation(as<ForStmt>(node).body) || has_annotation(as<ForStmt>(node).orelse);
    case StmtKind::While:
      return has_annotation(as<WhileStmt>(node).body) || has_annotation(as<WhileStmt>(node).orelse);
    case StmtKind::With:
    case StmtKind::AsyncWith:
      return has_annotation(as<WithStmt>(node).body);
    case StmtKind::If:
      for (const IfStmt* link = &as<IfStmt>(node);;) {
        if (has_annotation(link->body)) return true;
        if (link->orelse.size() != 1 || link->orelse[0]->kind != StmtKind::If) return has_annotation(link->orelse);
        link = &as<IfStmt>(*link->orelse[0]);
      }
    case StmtKind::Match:
      for (const MatchCase& item : as<MatchStmt>(node).cases) {
        if (has_annotation(item.body)) return true;
      }
      return false;
    case StmtKind::Try:
    case StmtKind::TryStar: {
      const auto& attempt = as<TryStmt>(node);
      for (const ExceptHandler& handler : attempt.handlers) {
        if (has_annotation(handler.body)) return true;
      }
      return has_annotation(attempt.body) || has_annotation(attempt.orelse) || has_annotation(attempt.finalbody);
    }
    default:
      return false;
  }
}

bool has_annotation(const StmtList& body) {
  for (const Stmt* node : body) {
    if (has_annotation(*node)) return true;
  }
  return false;
}

}  // namespace

const ConstantExpr* docstring_of(const StmtList& body) {
  if (body.empty() || body[0]->kind != StmtKind::Expr) return nullptr;
  const Expr& value = *as<ExprStmt>(*body[0]).value;
  if (value.kind != ExprKind::Constant) return nullptr;
  const auto& constant = as<ConstantExpr>(value);
  return std::holds_alternative<StrConstant>(constant.value.value) ? &constant : nullptr;
}

void Generator::visit_all(const StmtList& body) {
  for (const Stmt* node : body) visit(*node);
}

// A module or a class body.
void Generator::body_of(const StmtList& body) {
  if (unit_->kind == UnitKind::Module && !body.empty()) at(body[0]->span);
  if (has_annotation(body)) emit(Opcode::SETUP_ANNOTATIONS);
  size_t first = 0;
  const ConstantExpr* docstring = errors_.options.optimize < 2 ? docstring_of(body) : nullptr;
  if (docstring != nullptr) {
    visit(*docstring);
    nowhere();
    variable("__doc__", Context::Store);
    first = 1;
  }
  for (size_t i = first; i < body.size(); ++i) visit(*body[i]);
}

void Generator::visit(const Stmt& node) {
  const Depth depth(depth_, errors_, node.span);
  at(node.span);
  switch (node.kind) {
    case StmtKind::FunctionDef:
    case StmtKind::AsyncFunctionDef:
      return function(as<FunctionDefStmt>(node));
    case StmtKind::ClassDef:
      return class_definition(as<ClassDefStmt>(node));
    case StmtKind::Return:
      return return_statement(as<ReturnStmt>(node));
    case StmtKind::Delete:
      return visit_all(as<DeleteStmt>(node).targets);
    case StmtKind::Assign: {
      const auto& assign = as<AssignStmt>(node);
      visit(*assign.value);
      for (size_t i = 0; i < assign.targets.size(); ++i) {
        if (i + 1 < assign.targets.size()) emit(Opcode::COPY, 1);
        visit(*assign.targets[i]);
      }
      return;
    }
    case StmtKind::AugAssign:
      return augmented_assignment(as<AugAssignStmt>(node));
    case StmtKind::AnnAssign:
      return annotated_assignment(as<AnnAssignStmt>(node));
    case StmtKind::For:
      return for_loop(as<ForStmt>(node));
    case StmtKind::AsyncFor:
      return async_for_loop(as<ForStmt>(node));
    case StmtKind::While:
      return while_loop(as<WhileStmt>(node));
    case StmtKind::If:
      return if_chain(as<IfStmt>(node));
    case StmtKind::With:
    case StmtKind::AsyncWith:
      return with(as<WithStmt>(node), 0);
    case StmtKind::Match:
      return match(as<MatchStmt>(node));
    case StmtKind::Raise:
      return raise(as<RaiseStmt>(node));
    case StmtKind::Try:
    case StmtKind::TryStar:
      return try_statement(as<TryStmt>(node));
    case StmtKind::Assert:
      return assertion(as<AssertStmt>(node));
    case StmtKind::Import:
      return import(as<ImportStmt>(node));
    case StmtKind::ImportFrom:
      return import_from(as<ImportFromStmt>(node));
    case StmtKind::Global:
    case StmtKind::Nonlocal:
      return;
    case StmtKind::Expr:
      return expression_statement(as<ExprStmt>(node));
    case StmtKind::Pass:
      return emit(Opcode::NOP);
    case StmtKind::Break:
      return break_statement();
    case StmtKind::Continue:
      return continue_statement();
  }
}

void Generator::expression_statement(const ExprStmt& node) {
  if (tree_.mode == Mode::Single && units_.size() == 1) {
    visit(*node.value);
    return emit(Opcode::PRINT_EXPR);
  }
  if (node.value->kind == ExprKind::Constant) return emit(Opcode::NOP);
  visit(*node.value);
  nowhere();
  emit(Opcode::POP_TOP);
}

void Generator::return_statement(const ReturnStmt& node) {
  if (!is_function_scope()) refuse("'return' outside function");
  if (node.value != nullptr && unit_->scope->is_coroutine && unit_->scope->is_generator) {
    refuse("'return' with value in async generator");
  }
  const bool keep = node.value != nullptr && node.value->kind != ExprKind::Constant;
  if (keep) {
    visit(*node.value);
  } else if (node.value != nullptr) {
    at(node.value->span);
    emit(Opcode::NOP);
  }
  if (node.value == nullptr || node.value->span.line != node.span.line) {
    at(node.span);
    emit(Opcode::NOP);
  }
  unwind(keep, false);
  if (node.value == nullptr) {
    load_none();
  } else if (!keep) {
    load(as<ConstantExpr>(*node.value).value);
  }
  emit(Opcode::RETURN_VALUE);
}

void Generator::break_statement() {
  const Span before = unit_->here;
  emit(Opcode::NOP);
  const FrameBlock* loop = unwind(false, true);
  if (loop == nullptr) errors_.refuse(before, "'break' outside loop");
  const FrameBlock frame = *loop;
  unwind_one(frame, false);
  jump(pseudo::kJump, frame.exit);
}

void Generator::continue_statement() {
  const Span before = unit_->here;
  emit(Opcode::NOP);
  const FrameBlock* loop = unwind(false, true);
  if (loop == nullptr) errors_.refuse(before, "'continue' not properly in loop");
  jump(pseudo::kJump, loop->start);
}

void Generator::augmented_assignment(const AugAssignStmt& node) {
  const Expr& target = *node.target;
  at(target.span);
  if (target.kind == ExprKind::Attribute) {
    const auto& attribute = as<AttributeExpr>(target);
    visit(*attribute.value);
    emit(Opcode::COPY, 1);
    attribute_place(attribute);
    emit_name(Opcode::LOAD_ATTR, attribute.attribute);
  } else if (target.kind == ExprKind::Subscript) {
    visit(*as<SubscriptExpr>(target).value);
    visit(*as<SubscriptExpr>(target).index);
    emit(Opcode::COPY, 2);
    emit(Opcode::COPY, 2);
    emit(Opcode::BINARY_SUBSCR);
  } else {
    variable(as<NameExpr>(target).id, Context::Load);
  }
  at(node.span);
  visit(*node.value);
  emit(Opcode::BINARY_OP, static_cast<uint32_t>(node.op) + 13);
  at(target.span);
  if (target.kind == ExprKind::Attribute) {
    attribute_place(as<AttributeExpr>(target));
    emit(Opcode::SWAP, 2);
    refuse_debug(as<AttributeExpr>(target).attribute, Context::Store);
    emit_name(Opcode::STORE_ATTR, as<AttributeExpr>(target).attribute);
  } else if (target.kind == ExprKind::Subscript) {
    emit(Opcode::SWAP, 3);
    emit(Opcode::SWAP, 2);
    emit(Opcode::STORE_SUBSCR);
  } else {
    variable(as<NameExpr>(target).id, Context::Store);
  }
}

void Generator::discard(const Expr& node) {
  visit(node);
  emit(Opcode::POP_TOP);
}

void Generator::annotation_subscript(const Expr& node) {
  if (node.kind == ExprKind::Tuple) {
    for (const Expr* part : as<TupleExpr>(node).elements) annotation_subscript(*part);
  } else if (node.kind == ExprKind::Slice) {
    const auto& slice = as<SliceExpr>(node);
    for (const Expr* part : {slice.lower, slice.upper, slice.step}) {
      if (part != nullptr) discard(*part);
    }
  } else {
    discard(node);
  }
}

void Generator::annotated_assignment(const AnnAssignStmt& node) {
  if (node.value != nullptr) {
    visit(*node.value);
    visit(*node.target);
  }
  const bool evaluated = unit_->kind == UnitKind::Module || unit_->kind == UnitKind::Class;
  if (node.target->kind == ExprKind::Name) {
    const Name& name = as<NameExpr>(*node.target).id;
    refuse_debug(name, Context::Store);
    if (!node.simple || !evaluated) return node.simple ? void() : annotation_checked(node);
    if (future_annotations_) {
      annotation_text(*node.annotation);
    } else {
      visit(*node.annotation);
    }
    emit_name(Opcode::LOAD_NAME, "__annotations__");
    load_text(mangled(name));
    return emit(Opcode::STORE_SUBSCR);
  }
  if (node.target->kind == ExprKind::Attribute) {
    refuse_debug(as<AttributeExpr>(*node.target).attribute, Context::Store);
    if (node.value == nullptr) discard(*as<AttributeExpr>(*node.target).value);
  } else if (node.value == nullptr) {
    discard(*as<SubscriptExpr>(*node.target).value);
    annotation_subscript(*as<SubscriptExpr>(*node.target).index);
  }
  annotation_checked(node);
}

// The annotation of a target that is no simple name is evaluated and dropped, outside functions.
void Generator::annotation_checked(const AnnAssignStmt& node) {
  if (future_annotations_) return;
  if (unit_->kind == UnitKind::Module || unit_->kind == UnitKind::Class) discard(*node.annotation);
}

void Generator::raise(const RaiseStmt& node) {
  uint32_t count = 0;
  for (const Expr* part : {node.exception, node.cause}) {
    if (part == nullptr) break;
    visit(*part);
    ++count;
  }
  emit(Opcode::RAISE_VARARGS, count);
}

void Generator::assertion(const AssertStmt& node) {
  const bool full_tuple = node.test->kind == ExprKind::Tuple && !as<TupleExpr>(*node.test).elements.empty();
  const auto* tuple = node.test->kind == ExprKind::Constant
                          ? std::get_if<TupleConstant>(&as<ConstantExpr>(*node.test).value.value)
                          : nullptr;
  if (full_tuple || (tuple != nullptr && !tuple->items.empty())) {
    errors_.remark(node.span, "assertion is always true, perhaps remove parentheses?");
  }
  if (errors_.options.optimize > 0) return;
  Block* end = new_block();
  jump_if(*node.test, end, true);
  emit(Opcode::LOAD_ASSERTION_ERROR);
  if (node.message != nullptr) {
    visit(*node.message);
    emit(Opcode::CALL, 0);
  }
  emit(Opcode::RAISE_VARARGS, 1);
  use(end);
}

}  // namespace gillab::compiler
