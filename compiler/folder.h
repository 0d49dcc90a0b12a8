// The walk that folds constants, children before parents. Expressions are in fold.cpp, statements and patterns in
// fold_statements.cpp, what operations give in fold_values.cpp.
#pragma once

#include "compiler/code_errors.h"
#include "compiler/codegen.h"
#include "compiler/fold.h"

namespace gillab::compiler {

template <class Node>
Node& edit(Expr& node) {
  return static_cast<Node&>(node);
}
template <class Node>
Node& edit(Stmt& node) {
  return static_cast<Node&>(node);
}
template <class Node>
Node& edit(Pattern& node) {
  return static_cast<Node&>(node);
}

class Folder {
 public:
  Folder(Tree& tree, const CodeErrors& errors, bool annotations_are_text)
      : tree_(tree), errors_(errors), annotations_are_text_(annotations_are_text) {}

  void body(StmtList& list, bool has_docstring) {
    const bool documented = has_docstring && docstring_of(list) != nullptr;
    for (Stmt* node : list) statement(*node);
    if (has_docstring && !documented && docstring_of(list) != nullptr) hide_docstring(*list[0]);
  }
  void expression(Expr*& slot);

 private:
  // A text that only folding made is no docstring.
  void hide_docstring(Stmt& node) {
    Expr*& value = edit<ExprStmt>(node).value;
    auto* joined = tree_.make<JoinedStrExpr>(value->span);
    joined->values.push_back(value);
    value = joined;
  }
  void replace(Expr*& slot, Constant value) {
    auto* node = tree_.make<ConstantExpr>(slot->span);
    node->value = std::move(value);
    slot = node;
  }
  void optional(Expr*& slot) {
    if (slot != nullptr) expression(slot);
  }
  void expressions(ExprList& list) {
    for (Expr*& node : list) optional(node);
  }
  void keywords(std::vector<Keyword>& list) {
    for (Keyword& keyword : list) expression(keyword.value);
  }
  void annotation(Expr*& slot) {
    if (!annotations_are_text_) optional(slot);
  }
  void generators(std::vector<Comprehension>& list) {
    for (Comprehension& part : list) {
      expression(part.target);
      expression(part.iterator);
      expressions(part.conditions);
      iterated(part.iterator);
    }
  }
  void arguments(Arguments& args);
  void statement(Stmt& node);
  void simple_statement(Stmt& node);
  void if_chain(IfStmt& node);
  void pattern(Pattern& node);
  void children(Expr& node);
  void collections(Expr& node);
  void unary(Expr*& slot);
  void binary_chain(Expr*& slot);
  void binary(Expr*& slot);
  void tuple(Expr*& slot);
  void iterated(Expr*& slot);
  void membership(CompareExpr& node);

  Tree& tree_;
  const CodeErrors& errors_;
  bool annotations_are_text_;
  int depth_ = 0;
};

}  // namespace gillab::compiler
