// The walk over the tree that collects what each scope does with its names. Resolves nothing.
#pragma once

#include "compiler/scopes.h"

namespace gillab::compiler {

class ScopeBuilder {
 public:
  ScopeBuilder(Scopes& scopes, const CodeErrors& errors, bool annotations_are_text)
      : scopes_(scopes), errors_(errors), annotations_are_text_(annotations_are_text) {}
  void build(const Module& module);

 private:
  void statements(const StmtList& body);
  void statement(const Stmt& node);
  void simple_statement(const Stmt& node);
  void function(const FunctionDefStmt& node);
  void class_definition(const ClassDefStmt& node);
  void annotated_assignment(const AnnAssignStmt& node);
  void if_chain(const IfStmt& node);
  void try_statement(const TryStmt& node);
  void match(const MatchStmt& node);
  void imported(const Alias& alias);
  void global(const GlobalStmt& node);
  void nonlocal(const NonlocalStmt& node);
  void refuse_late_declaration(const Stmt& node, const Name& name, std::string_view kind);
  void pattern(const Pattern& node);

  void expression(const Expr& node);
  void optional(const Expr* node) {
    if (node != nullptr) expression(*node);
  }
  void expressions(const ExprList& list);
  void keywords(const std::vector<Keyword>& list);
  void binary_chain(const BinOpExpr& node);
  void lambda(const LambdaExpr& node);
  void name(const NameExpr& node);
  void named_expression(const NamedExpr& node);
  void bind_outside_comprehension(const NameExpr& target);
  void yields(const Expr& node, const Expr* value);
  void comprehension(const Expr& node, ComprehensionKind kind, const std::vector<Comprehension>& generators,
                     const Expr* value, const Expr& element);
  void defaults(const Arguments& args);
  void annotations(const Arguments& args, const Expr* returns);
  void annotation(const Expr* node);
  void refuse_in_annotation(const Span& span, std::string_view what);
  void parameters(const Arguments& args);

  Symbol& add(std::string_view name, uint16_t flags, const Span& span) { return add_to(*scope_, name, flags, span); }
  Symbol& add_to(Scope& scope, std::string_view name, uint16_t flags, const Span& span);
  uint16_t flags_of(const Scope& scope, std::string_view name) const;
  Scope* enter(const void* node, ScopeKind kind, const Span& span);
  void leave();

  Scopes& scopes_;
  const CodeErrors& errors_;
  bool annotations_are_text_;
  Scope* scope_ = nullptr;
  Scope* module_ = nullptr;
  int depth_ = 0;
};

}  // namespace gillab::compiler
