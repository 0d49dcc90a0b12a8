// The fields of every node of the syntax tree, with the names and the order of Python's `ast` module: said once, used
// by what makes Python objects of a tree (tree_writer.cpp) and by what makes a tree of them (tree_reader.cpp).
#pragma once

#include "compiler/compile.h"

namespace gillab::trees {

using namespace compiler;  // NOLINT: every name here is one of the tree's

#define GILLAB_EXPRESSIONS(X) \
  X(BoolOp, BoolOpExpr) X(NamedExpr, compiler::NamedExpr) X(BinOp, BinOpExpr) X(UnaryOp, UnaryOpExpr) \
  X(Lambda, LambdaExpr) X(IfExp, IfExpr) X(Dict, DictExpr) X(Set, SetExpr) X(ListComp, ListCompExpr) \
  X(SetComp, SetCompExpr) X(DictComp, DictCompExpr) X(GeneratorExp, GeneratorExpr) X(Await, AwaitExpr) \
  X(Yield, YieldExpr) X(YieldFrom, YieldFromExpr) X(Compare, CompareExpr) X(Call, CallExpr) \
  X(FormattedValue, FormattedValueExpr) X(JoinedStr, JoinedStrExpr) X(Constant, ConstantExpr) \
  X(Attribute, AttributeExpr) X(Subscript, SubscriptExpr) X(Starred, StarredExpr) X(Name, NameExpr) \
  X(List, ListExpr) X(Tuple, TupleExpr) X(Slice, SliceExpr)
// The third: what the constructor takes, where one struct serves two kinds.
#define GILLAB_STATEMENTS(X) \
  X(FunctionDef, FunctionDefStmt, false) X(AsyncFunctionDef, FunctionDefStmt, true) X(ClassDef, ClassDefStmt) \
  X(Return, ReturnStmt) X(Delete, DeleteStmt) X(Assign, AssignStmt) X(AugAssign, AugAssignStmt) \
  X(AnnAssign, AnnAssignStmt) X(For, ForStmt, false) X(AsyncFor, ForStmt, true) X(While, WhileStmt) X(If, IfStmt) \
  X(With, WithStmt, false) X(AsyncWith, WithStmt, true) X(Match, MatchStmt) X(Raise, RaiseStmt) \
  X(Try, TryStmt, false) X(TryStar, TryStmt, true) X(Assert, AssertStmt) X(Import, ImportStmt) \
  X(ImportFrom, ImportFromStmt) X(Global, GlobalStmt) X(Nonlocal, NonlocalStmt) X(Expr, ExprStmt) X(Pass, PassStmt) \
  X(Break, BreakStmt) X(Continue, ContinueStmt)
#define GILLAB_PATTERNS(X) \
  X(Value, ValuePattern) X(Singleton, SingletonPattern) X(Sequence, SequencePattern) X(Mapping, MappingPattern) \
  X(Class, ClassPattern) X(Star, StarPattern) X(As, AsPattern) X(Or, OrPattern)

inline constexpr const char* kContexts[] = {"Load", "Store", "Del"};
inline constexpr const char* kBoolOperators[] = {"And", "Or"};
inline constexpr const char* kOperators[] = {"Add", "BitAnd", "FloorDiv", "LShift", "MatMult", "Mult", "Mod",
                                             "BitOr", "Pow", "RShift", "Sub", "Div", "BitXor"};
inline constexpr const char* kUnaryOperators[] = {"Invert", "Not", "UAdd", "USub"};
inline constexpr const char* kComparisons[] = {"Lt", "LtE", "Eq", "NotEq", "Gt", "GtE", "Is", "IsNot", "In", "NotIn"};

// `A` has operator()(name, field) for every type of field, optional(name, field) for what may be None, and text().
template <class A> void fields(A& a, BoolOpExpr& n) { a("op", n.op); a("values", n.values); }
template <class A> void fields(A& a, compiler::NamedExpr& n) { a("target", n.target); a("value", n.value); }
template <class A> void fields(A& a, BinOpExpr& n) { a("left", n.left); a("op", n.op); a("right", n.right); }
template <class A> void fields(A& a, UnaryOpExpr& n) { a("op", n.op); a("operand", n.operand); }
template <class A> void fields(A& a, LambdaExpr& n) { a("args", n.args); a("body", n.body); }
template <class A> void fields(A& a, IfExpr& n) { a("test", n.test); a("body", n.body); a("orelse", n.orelse); }
template <class A> void fields(A& a, DictExpr& n) { a.holes("keys", n.keys); a("values", n.values); }
template <class A> void fields(A& a, SetExpr& n) { a("elts", n.elements); }
template <class A> void fields(A& a, ListCompExpr& n) { a("elt", n.element); a("generators", n.generators); }
template <class A> void fields(A& a, SetCompExpr& n) { a("elt", n.element); a("generators", n.generators); }
template <class A> void fields(A& a, DictCompExpr& n) {
  a("key", n.key); a("value", n.value); a("generators", n.generators);
}
template <class A> void fields(A& a, GeneratorExpr& n) { a("elt", n.element); a("generators", n.generators); }
template <class A> void fields(A& a, AwaitExpr& n) { a("value", n.value); }
template <class A> void fields(A& a, YieldExpr& n) { a.optional("value", n.value); }
template <class A> void fields(A& a, YieldFromExpr& n) { a("value", n.value); }
template <class A> void fields(A& a, CompareExpr& n) {
  a("left", n.left); a("ops", n.ops); a("comparators", n.comparators);
}
template <class A> void fields(A& a, CallExpr& n) {
  a("func", n.function); a("args", n.args); a("keywords", n.keywords);
}
template <class A> void fields(A& a, FormattedValueExpr& n) {
  a("value", n.value); a("conversion", n.conversion); a.optional("format_spec", n.format_spec);
}
template <class A> void fields(A& a, JoinedStrExpr& n) { a("values", n.values); }
template <class A> void fields(A& a, ConstantExpr& n) { a("value", n.value); a.prefix("kind", n.unicode_prefix); }
template <class A> void fields(A& a, AttributeExpr& n) {
  a("value", n.value); a("attr", n.attribute); a("ctx", n.context);
}
template <class A> void fields(A& a, SubscriptExpr& n) {
  a("value", n.value); a("slice", n.index); a("ctx", n.context);
}
template <class A> void fields(A& a, StarredExpr& n) { a("value", n.value); a("ctx", n.context); }
template <class A> void fields(A& a, NameExpr& n) { a("id", n.id); a("ctx", n.context); }
template <class A> void fields(A& a, ListExpr& n) { a("elts", n.elements); a("ctx", n.context); }
template <class A> void fields(A& a, TupleExpr& n) { a("elts", n.elements); a("ctx", n.context); }
template <class A> void fields(A& a, SliceExpr& n) {
  a.optional("lower", n.lower); a.optional("upper", n.upper); a.optional("step", n.step);
}

template <class A> void fields(A& a, FunctionDefStmt& n) {
  a("name", n.name); a("args", n.args); a("body", n.body); a("decorator_list", n.decorators);
  a.optional("returns", n.returns); a.none("type_comment");
}
template <class A> void fields(A& a, ClassDefStmt& n) {
  a("name", n.name); a("bases", n.bases); a("keywords", n.keywords); a("body", n.body);
  a("decorator_list", n.decorators);
}
template <class A> void fields(A& a, ReturnStmt& n) { a.optional("value", n.value); }
template <class A> void fields(A& a, DeleteStmt& n) { a("targets", n.targets); }
template <class A> void fields(A& a, AssignStmt& n) {
  a("targets", n.targets); a("value", n.value); a.none("type_comment");
}
template <class A> void fields(A& a, AugAssignStmt& n) { a("target", n.target); a("op", n.op); a("value", n.value); }
template <class A> void fields(A& a, AnnAssignStmt& n) {
  a("target", n.target); a("annotation", n.annotation); a.optional("value", n.value); a("simple", n.simple);
}
template <class A> void fields(A& a, ForStmt& n) {
  a("target", n.target); a("iter", n.iterator); a("body", n.body); a("orelse", n.orelse); a.none("type_comment");
}
template <class A> void fields(A& a, WhileStmt& n) { a("test", n.test); a("body", n.body); a("orelse", n.orelse); }
template <class A> void fields(A& a, IfStmt& n) { a("test", n.test); a("body", n.body); a("orelse", n.orelse); }
template <class A> void fields(A& a, WithStmt& n) { a("items", n.items); a("body", n.body); a.none("type_comment"); }
template <class A> void fields(A& a, MatchStmt& n) { a("subject", n.subject); a("cases", n.cases); }
template <class A> void fields(A& a, RaiseStmt& n) { a.optional("exc", n.exception); a.optional("cause", n.cause); }
template <class A> void fields(A& a, TryStmt& n) {
  a("body", n.body); a("handlers", n.handlers); a("orelse", n.orelse); a("finalbody", n.finalbody);
}
template <class A> void fields(A& a, AssertStmt& n) { a("test", n.test); a.optional("msg", n.message); }
template <class A> void fields(A& a, ImportStmt& n) { a("names", n.names); }
template <class A> void fields(A& a, ImportFromStmt& n) {
  a.optional("module", n.module); a("names", n.names); a("level", n.level);
}
template <class A> void fields(A& a, GlobalStmt& n) { a("names", n.names); }
template <class A> void fields(A& a, NonlocalStmt& n) { a("names", n.names); }
template <class A> void fields(A& a, ExprStmt& n) { a("value", n.value); }
template <class A> void fields(A&, PassStmt&) {}
template <class A> void fields(A&, BreakStmt&) {}
template <class A> void fields(A&, ContinueStmt&) {}

template <class A> void fields(A& a, ValuePattern& n) { a("value", n.value); }
template <class A> void fields(A& a, SingletonPattern& n) { a("value", n.value); }
template <class A> void fields(A& a, SequencePattern& n) { a("patterns", n.patterns); }
template <class A> void fields(A& a, MappingPattern& n) {
  a("keys", n.keys); a("patterns", n.patterns); a.optional("rest", n.rest);
}
template <class A> void fields(A& a, ClassPattern& n) {
  a("cls", n.type); a("patterns", n.patterns); a("kwd_attrs", n.keyword_names);
  a("kwd_patterns", n.keyword_patterns);
}
template <class A> void fields(A& a, StarPattern& n) { a.optional("name", n.name); }
template <class A> void fields(A& a, AsPattern& n) { a.optional("pattern", n.pattern); a.optional("name", n.name); }
template <class A> void fields(A& a, OrPattern& n) { a("patterns", n.patterns); }

// What is no node of the tree but one of ast's.
template <class A> void fields(A& a, Argument& n) {
  a("arg", n.name); a.optional("annotation", n.annotation); a.none("type_comment");
}
template <class A> void fields(A& a, Arguments& n) {
  a("posonlyargs", n.positional_only); a("args", n.positional); a.optional("vararg", n.star);
  a("kwonlyargs", n.keyword_only); a.holes("kw_defaults", n.keyword_defaults); a.optional("kwarg", n.double_star);
  a("defaults", n.defaults);
}
template <class A> void fields(A& a, Keyword& n) { a.optional("arg", n.name); a("value", n.value); }
template <class A> void fields(A& a, Comprehension& n) {
  a("target", n.target); a("iter", n.iterator); a("ifs", n.conditions); a("is_async", n.is_async);
}
template <class A> void fields(A& a, Alias& n) { a("name", n.name); a.optional("asname", n.as_name); }
template <class A> void fields(A& a, WithItem& n) {
  a("context_expr", n.context); a.optional("optional_vars", n.target);
}
template <class A> void fields(A& a, ExceptHandler& n) {
  a.optional("type", n.type); a.optional("name", n.name); a("body", n.body);
}
template <class A> void fields(A& a, MatchCase& n) {
  a("pattern", n.pattern); a.optional("guard", n.guard); a("body", n.body);
}

}  // namespace gillab::trees
