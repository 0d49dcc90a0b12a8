// The syntax tree: one struct a node of Python 3.11's abstract grammar, with the names of its `ast` module.
// Made by the parser, annotated by nobody, read by scopes and code generation. Nodes live in a Tree's arena.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <new>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "compiler/constant.h"

namespace gillab::compiler {

// Lines count from 1, columns are UTF-8 byte offsets from 0, the end is exclusive: as in CPython's tables.
struct Span {
  int32_t line = 0;
  int32_t end_line = 0;
  int32_t column = -1;
  int32_t end_column = -1;
};

enum class ExprKind : uint8_t {
  BoolOp, NamedExpr, BinOp, UnaryOp, Lambda, IfExp, Dict, Set, ListComp, SetComp, DictComp, GeneratorExp,
  Await, Yield, YieldFrom, Compare, Call, FormattedValue, JoinedStr, Constant, Attribute, Subscript, Starred,
  Name, List, Tuple, Slice
};

enum class StmtKind : uint8_t {
  FunctionDef, AsyncFunctionDef, ClassDef, Return, Delete, Assign, AugAssign, AnnAssign, For, AsyncFor, While, If,
  With, AsyncWith, Match, Raise, Try, TryStar, Assert, Import, ImportFrom, Global, Nonlocal, Expr, Pass, Break,
  Continue
};

enum class PatternKind : uint8_t {
  Value, Singleton, Sequence, Mapping, Class, Star, As, Or
};

enum class Context : uint8_t { Load, Store, Del };
enum class BoolOperator : uint8_t { And, Or };
// The order is that of CPython's NB_ constants, so that BINARY_OP's argument is the number (in-place adds 13).
enum class Operator : uint8_t {
  Add, BitAnd, FloorDivide, LeftShift, MatrixMultiply, Multiply, Modulo, BitOr, Power, RightShift, Subtract,
  TrueDivide, BitXor
};
enum class UnaryOperator : uint8_t { Invert, Not, Plus, Minus };
// The first six in the order of CPython's COMPARE_OP argument.
enum class Comparison : uint8_t { Less, LessEqual, Equal, NotEqual, Greater, GreaterEqual, Is, IsNot, In, NotIn };

struct Expr {
  ExprKind kind;
  bool parenthesised = false;  // the expression stood in parentheses of its own: some errors depend on it
  Span span;

 protected:
  explicit Expr(ExprKind k) : kind(k) {}
};

struct Stmt {
  StmtKind kind;
  Span span;

 protected:
  explicit Stmt(StmtKind k) : kind(k) {}
};

struct Pattern {
  PatternKind kind;
  Span span;

 protected:
  explicit Pattern(PatternKind k) : kind(k) {}
};

using Name = std::string;
using ExprList = std::vector<Expr*>;
using StmtList = std::vector<Stmt*>;

struct Argument {  // a parameter
  Name name;
  Expr* annotation = nullptr;
  Span span;
};

struct Arguments {  // defaults belong to the last of positional_only + positional; keyword_defaults may hold nullptr
  std::vector<Argument> positional_only;
  std::vector<Argument> positional;
  std::vector<Argument> keyword_only;
  std::unique_ptr<Argument> star;         // *args
  std::unique_ptr<Argument> double_star;  // **kwargs
  ExprList defaults;
  ExprList keyword_defaults;
};

struct Keyword {  // no name: `**value`
  Name name;
  bool has_name = false;
  Expr* value = nullptr;
  Span span;
};

struct Comprehension {
  Expr* target = nullptr;
  Expr* iterator = nullptr;
  ExprList conditions;
  bool is_async = false;
};

template <class Derived, ExprKind Kind>
struct ExprOf : Expr {
  static constexpr ExprKind kKind = Kind;
  ExprOf() : Expr(Kind) {}
};

struct BoolOpExpr : ExprOf<BoolOpExpr, ExprKind::BoolOp> { BoolOperator op{}; ExprList values; };
struct NamedExpr : ExprOf<NamedExpr, ExprKind::NamedExpr> { Expr* target{}; Expr* value{}; };
struct BinOpExpr : ExprOf<BinOpExpr, ExprKind::BinOp> { Expr* left{}; Operator op{}; Expr* right{}; };
struct UnaryOpExpr : ExprOf<UnaryOpExpr, ExprKind::UnaryOp> { UnaryOperator op{}; Expr* operand{}; };
struct LambdaExpr : ExprOf<LambdaExpr, ExprKind::Lambda> { Arguments args; Expr* body{}; };
struct IfExpr : ExprOf<IfExpr, ExprKind::IfExp> { Expr* test{}; Expr* body{}; Expr* orelse{}; };
struct DictExpr : ExprOf<DictExpr, ExprKind::Dict> { ExprList keys; ExprList values; };  // key nullptr: **value
struct SetExpr : ExprOf<SetExpr, ExprKind::Set> { ExprList elements; };
struct ListCompExpr : ExprOf<ListCompExpr, ExprKind::ListComp> { Expr* element{}; std::vector<Comprehension> generators; };
struct SetCompExpr : ExprOf<SetCompExpr, ExprKind::SetComp> { Expr* element{}; std::vector<Comprehension> generators; };
struct DictCompExpr : ExprOf<DictCompExpr, ExprKind::DictComp> { Expr* key{}; Expr* value{}; std::vector<Comprehension> generators; };
struct GeneratorExpr : ExprOf<GeneratorExpr, ExprKind::GeneratorExp> { Expr* element{}; std::vector<Comprehension> generators; };
struct AwaitExpr : ExprOf<AwaitExpr, ExprKind::Await> { Expr* value{}; };
struct YieldExpr : ExprOf<YieldExpr, ExprKind::Yield> { Expr* value{}; };  // value may be nullptr
struct YieldFromExpr : ExprOf<YieldFromExpr, ExprKind::YieldFrom> { Expr* value{}; };
struct CompareExpr : ExprOf<CompareExpr, ExprKind::Compare> { Expr* left{}; std::vector<Comparison> ops; ExprList comparators; };
struct CallExpr : ExprOf<CallExpr, ExprKind::Call> { Expr* function{}; ExprList args; std::vector<Keyword> keywords; };
struct FormattedValueExpr : ExprOf<FormattedValueExpr, ExprKind::FormattedValue> {
  Expr* value{};
  int conversion = -1;     // -1, 's', 'r', 'a'
  Expr* format_spec{};     // a JoinedStr or nullptr
};
struct JoinedStrExpr : ExprOf<JoinedStrExpr, ExprKind::JoinedStr> { ExprList values; };
struct ConstantExpr : ExprOf<ConstantExpr, ExprKind::Constant> { Constant value; bool unicode_prefix = false; };
struct AttributeExpr : ExprOf<AttributeExpr, ExprKind::Attribute> { Expr* value{}; Name attribute; Context context{}; };
struct SubscriptExpr : ExprOf<SubscriptExpr, ExprKind::Subscript> { Expr* value{}; Expr* index{}; Context context{}; };
struct StarredExpr : ExprOf<StarredExpr, ExprKind::Starred> { Expr* value{}; Context context{}; };
struct NameExpr : ExprOf<NameExpr, ExprKind::Name> { Name id; Context context{}; };
struct ListExpr : ExprOf<ListExpr, ExprKind::List> { ExprList elements; Context context{}; };
struct TupleExpr : ExprOf<TupleExpr, ExprKind::Tuple> { ExprList elements; Context context{}; };
struct SliceExpr : ExprOf<SliceExpr, ExprKind::Slice> { Expr* lower{}; Expr* upper{}; Expr* step{}; };

template <class Derived, StmtKind Kind>
struct StmtOf : Stmt {
  static constexpr StmtKind kKind = Kind;
  StmtOf() : Stmt(Kind) {}
};

struct Alias { Name name; Name as_name; Span span; };  // as_name empty: none
struct WithItem { Expr* context{}; Expr* target{}; };  // target may be nullptr
struct ExceptHandler { Expr* type{}; Name name; StmtList body; Span span; };
struct MatchCase { Pattern* pattern{}; Expr* guard{}; StmtList body; };

struct FunctionDefStmt : Stmt {  // kind FunctionDef or AsyncFunctionDef; the span starts at `def`, not at a decorator
  explicit FunctionDefStmt(bool is_async) : Stmt(is_async ? StmtKind::AsyncFunctionDef : StmtKind::FunctionDef) {}
  Name name;
  Arguments args;
  StmtList body;
  ExprList decorators;
  Expr* returns{};
};
struct ClassDefStmt : StmtOf<ClassDefStmt, StmtKind::ClassDef> {
  Name name;
  ExprList bases;
  std::vector<Keyword> keywords;
  StmtList body;
  ExprList decorators;
};
struct ReturnStmt : StmtOf<ReturnStmt, StmtKind::Return> { Expr* value{}; };
struct DeleteStmt : StmtOf<DeleteStmt, StmtKind::Delete> { ExprList targets; };
struct AssignStmt : StmtOf<AssignStmt, StmtKind::Assign> { ExprList targets; Expr* value{}; };
struct AugAssignStmt : StmtOf<AugAssignStmt, StmtKind::AugAssign> { Expr* target{}; Operator op{}; Expr* value{}; };
struct AnnAssignStmt : StmtOf<AnnAssignStmt, StmtKind::AnnAssign> {
  Expr* target{};
  Expr* annotation{};
  Expr* value{};
  bool simple = false;  // a bare name, not in parentheses
};
struct ForStmt : Stmt {  // For, AsyncFor
  explicit ForStmt(bool is_async) : Stmt(is_async ? StmtKind::AsyncFor : StmtKind::For) {}
  Expr* target{};
  Expr* iterator{};
  StmtList body;
  StmtList orelse;
};
struct WhileStmt : StmtOf<WhileStmt, StmtKind::While> { Expr* test{}; StmtList body; StmtList orelse; };
struct IfStmt : StmtOf<IfStmt, StmtKind::If> { Expr* test{}; StmtList body; StmtList orelse; };
struct WithStmt : Stmt {  // With, AsyncWith
  explicit WithStmt(bool is_async) : Stmt(is_async ? StmtKind::AsyncWith : StmtKind::With) {}
  std::vector<WithItem> items;
  StmtList body;
};
struct MatchStmt : StmtOf<MatchStmt, StmtKind::Match> { Expr* subject{}; std::vector<MatchCase> cases; };
struct RaiseStmt : StmtOf<RaiseStmt, StmtKind::Raise> { Expr* exception{}; Expr* cause{}; };
struct TryStmt : Stmt {  // Try, TryStar
  explicit TryStmt(bool is_star) : Stmt(is_star ? StmtKind::TryStar : StmtKind::Try) {}
  StmtList body;
  std::vector<ExceptHandler> handlers;
  StmtList orelse;
  StmtList finalbody;
};
struct AssertStmt : StmtOf<AssertStmt, StmtKind::Assert> { Expr* test{}; Expr* message{}; };
struct ImportStmt : StmtOf<ImportStmt, StmtKind::Import> { std::vector<Alias> names; };
struct ImportFromStmt : StmtOf<ImportFromStmt, StmtKind::ImportFrom> {
  Name module;  // empty with a level: `from . import x`
  std::vector<Alias> names;
  int level = 0;
};
struct GlobalStmt : StmtOf<GlobalStmt, StmtKind::Global> { std::vector<Name> names; };
struct NonlocalStmt : StmtOf<NonlocalStmt, StmtKind::Nonlocal> { std::vector<Name> names; };
struct ExprStmt : StmtOf<ExprStmt, StmtKind::Expr> { Expr* value{}; };
struct PassStmt : StmtOf<PassStmt, StmtKind::Pass> {};
struct BreakStmt : StmtOf<BreakStmt, StmtKind::Break> {};
struct ContinueStmt : StmtOf<ContinueStmt, StmtKind::Continue> {};

template <class Derived, PatternKind Kind>
struct PatternOf : Pattern {
  static constexpr PatternKind kKind = Kind;
  PatternOf() : Pattern(Kind) {}
};

struct ValuePattern : PatternOf<ValuePattern, PatternKind::Value> { Expr* value{}; };
struct SingletonPattern : PatternOf<SingletonPattern, PatternKind::Singleton> { Constant value; };
struct SequencePattern : PatternOf<SequencePattern, PatternKind::Sequence> { std::vector<Pattern*> patterns; };
struct MappingPattern : PatternOf<MappingPattern, PatternKind::Mapping> {
  ExprList keys;
  std::vector<Pattern*> patterns;
  Name rest;  // empty: no **rest
};
struct ClassPattern : PatternOf<ClassPattern, PatternKind::Class> {
  Expr* type{};
  std::vector<Pattern*> patterns;
  std::vector<Name> keyword_names;
  std::vector<Pattern*> keyword_patterns;
};
struct StarPattern : PatternOf<StarPattern, PatternKind::Star> { Name name; };  // empty: *_
struct AsPattern : PatternOf<AsPattern, PatternKind::As> { Pattern* pattern{}; Name name; };  // both empty: _
struct OrPattern : PatternOf<OrPattern, PatternKind::Or> { std::vector<Pattern*> patterns; };

// Owns every node it makes, in large chunks; nodes are freed together, iteratively, so that depth costs no stack.
class Tree {
 public:
  Tree() = default;
  Tree(Tree&& other) noexcept { swap(other); }
  Tree& operator=(Tree&& other) noexcept {
    swap(other);
    return *this;
  }
  ~Tree() {
    for (Owned* each = last_; each != nullptr; each = each->previous) each->destroy(each);
  }

  template <class Node, class... Args>
  Node* make(const Span& span, Args&&... args) {
    Node* node = nullptr;
    if constexpr (std::is_trivially_destructible_v<Node>) {
      node = new (allocate(sizeof(Node))) Node(std::forward<Args>(args)...);
    } else {
      auto* owned = new (allocate(sizeof(OwnedNode<Node>))) OwnedNode<Node>(last_, std::forward<Args>(args)...);
      last_ = owned;
      node = &owned->node;
    }
    node->span = span;
    return node;
  }

 private:
  struct Owned {
    Owned* previous;
    void (*destroy)(Owned*);
  };
  template <class Node>
  struct OwnedNode : Owned {
    template <class... Args>
    explicit OwnedNode(Owned* before, Args&&... args)
        : Owned{before, [](Owned* self) { static_cast<OwnedNode*>(self)->node.~Node(); }},
          node(std::forward<Args>(args)...) {}
    Node node;
  };

  static constexpr size_t kFirstChunk = 4096;  // a line at a prompt needs no more
  static constexpr size_t kLargestChunk = 256 * 1024;

  void* allocate(size_t size) {
    size = (size + alignof(std::max_align_t) - 1) & ~(alignof(std::max_align_t) - 1);
    if (static_cast<size_t>(end_ - next_) < size) add_chunk();
    void* result = next_;
    next_ += size;
    return result;
  }
  void add_chunk() {
    const size_t size = chunks_.empty() ? kFirstChunk : kLargestChunk;
    chunks_.push_back(std::unique_ptr<std::byte[]>(new std::byte[size]));
    next_ = chunks_.back().get();
    end_ = next_ + size;
  }
  void swap(Tree& other) noexcept {
    std::swap(chunks_, other.chunks_);
    std::swap(last_, other.last_);
    std::swap(next_, other.next_);
    std::swap(end_, other.end_);
  }

  std::vector<std::unique_ptr<std::byte[]>> chunks_;
  Owned* last_ = nullptr;  // of those whose destructor must run
  std::byte* next_ = nullptr;
  std::byte* end_ = nullptr;
};

enum class Mode : uint8_t { Exec, Eval, Single };

struct Module {
  Mode mode = Mode::Exec;
  StmtList body;       // Exec, Single
  Expr* expression{};  // Eval
  Tree tree;
};

template <class Node>
const Node& as(const Expr& expr) { return static_cast<const Node&>(expr); }
template <class Node>
const Node& as(const Stmt& stmt) { return static_cast<const Node&>(stmt); }
template <class Node>
const Node& as(const Pattern& pattern) { return static_cast<const Node&>(pattern); }

}  // namespace gillab::compiler
