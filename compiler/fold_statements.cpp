// Folding in statements and patterns: see folder.h.
#include "compiler/folder.h"

namespace gillab::compiler {

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
      return loop.kind == StmtKind::For ? iterated(loop.iterator) : void();
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

}  // namespace gillab::compiler
