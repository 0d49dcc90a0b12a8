// Code generation: the tree and its scopes to instructions in blocks. One class, whose parts are in codegen_*.cpp:
// expressions, calls, statements, functions, comprehensions, patterns, try and with.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "compiler/assembler.h"
#include "compiler/code_errors.h"
#include "compiler/scopes.h"

namespace gillab::compiler {

inline constexpr size_t kStackGuideline = 30;  // displays and calls with more parts are built one part at a time

enum class UnitKind : uint8_t { Module, Class, Function, AsyncFunction, Lambda, Comprehension };

// What encloses a statement and must be undone when break, continue or return leaves it.
enum class FrameKind : uint8_t {
  While,
  For,
  TryExcept,
  FinallyTry,
  FinallyEnd,
  With,
  AsyncWith,
  HandlerCleanup,
  PopValue,
  ExceptionHandler,
  ExceptionGroupHandler,
  AsyncComprehension
};

struct FrameBlock {
  FrameKind kind;
  Block* start = nullptr;
  Block* exit = nullptr;
  const Stmt* statement = nullptr;  // With, AsyncWith
  const StmtList* body = nullptr;   // FinallyTry: the final statements
  const Name* name = nullptr;       // HandlerCleanup: the name to unbind
};

struct Unit {
  UnitDraft draft;
  UnitKind kind = UnitKind::Module;
  Scope* scope = nullptr;
  Unit* parent = nullptr;
  Span here = kNoSpan;
  std::vector<FrameBlock> frames;
  std::unordered_map<std::string_view, uint32_t> cells;
  std::unordered_map<std::string_view, uint32_t> frees;
};

// State of a match statement while one of its patterns is compiled.
struct PatternState {
  std::vector<std::string> stores;
  std::vector<Block*> fail_pops;
  size_t on_top = 0;
  bool allow_irrefutable = false;
};

class Generator {
 public:
  Generator(const Module& module, const CodeErrors& errors, bool future_annotations, int future_line);
  std::shared_ptr<const CodeUnit> module();

 private:
  // --- units
  void enter(const std::string& name, UnitKind kind, const void* node, int first_line);
  std::shared_ptr<const CodeUnit> leave(bool add_none);
  std::string qualified_name(const std::string& name, UnitKind kind) const;
  uint32_t scope_flags() const;
  bool is_function_scope() const { return unit_->scope->kind == ScopeKind::Function; }
  bool top_level_await() const {
    return errors_.options.allow_top_level_await && unit_->scope->kind == ScopeKind::Module;
  }

  // --- emitting, at the current place in the text
  void emit(Opcode opcode, uint32_t arg = 0) { unit_->draft.graph.emit(opcode, arg, nullptr, unit_->here); }
  void jump(Opcode opcode, Block* target) { unit_->draft.graph.emit(opcode, 0, target, unit_->here); }
  void jump_without_line(Opcode opcode, Block* target) { unit_->draft.graph.emit(opcode, 0, target, kNoSpan); }
  void load(Constant constant) { emit(Opcode::LOAD_CONST, unit_->draft.constants.add(std::move(constant))); }
  void load_none() { load({NoneConstant()}); }
  void load_text(std::string text) { load({StrConstant{std::move(text)}}); }
  void load_count(size_t count) { load({static_cast<int64_t>(count)}); }
  void emit_name(Opcode opcode, std::string_view name);
  void compare(Comparison op);
  Block* new_block() { return unit_->draft.graph.make(); }
  void use(Block* block) { unit_->draft.graph.use(block); }
  void at(const Span& span) { unit_->here = span; }
  void nowhere() { unit_->here = kNoSpan; }
  [[noreturn]] void refuse(std::string message) const;

  // --- names
  std::string mangled(std::string_view name) const { return mangle(unit_->scope->private_class, name); }
  void variable(std::string_view name, Context context);
  void refuse_debug(std::string_view name, Context context) const;

  // --- expressions
  void visit(const Expr& node);
  void visit_all(const ExprList& list);
  void visit_here(const Expr& node);
  void binary_chain(const BinOpExpr& node);
  void bool_op(const BoolOpExpr& node);
  void unary(const UnaryOpExpr& node);
  void compare_chain(const CompareExpr& node);
  void conditional(const IfExpr& node);
  void dict(const DictExpr& node);
  void sub_dict(const DictExpr& node, size_t begin, size_t end);
  void attribute(const AttributeExpr& node);
  void attribute_place(const AttributeExpr& node);
  void subscript(const SubscriptExpr& node);
  void slice(const SliceExpr& node);
  void joined_string(const JoinedStrExpr& node);
  void formatted(const FormattedValueExpr& node);
  void sequence(const ExprList& elements, Context context, bool is_tuple);
  void unpack(const ExprList& elements);
  void display(const ExprList& elements, uint32_t pushed, Opcode build, Opcode add, Opcode extend, bool is_tuple);
  void yield_value(const YieldExpr& node);
  void yield_from(const YieldFromExpr& node);
  void await(const AwaitExpr& node);
  void emit_yield();
  void emit_yield_from(bool is_await);
  void emit_await(uint32_t kind);
  void jump_if(const Expr& node, Block* target, bool condition);
  void jump_if_chain(const CompareExpr& node, Block* target, bool condition);

  // --- calls
  void call(const CallExpr& node);
  bool method_call(const CallExpr& node);
  bool is_imported(const Expr& node) const;
  void call_arguments(uint32_t pushed, const ExprList& args, const std::vector<Keyword>& keywords);
  void call_unpacked(uint32_t pushed, const ExprList& args, const std::vector<Keyword>& keywords);
  void keyword_values(const std::vector<Keyword>& keywords);
  void keyword_dict(const std::vector<Keyword>& keywords, size_t begin, size_t end);
  void check_keywords(const std::vector<Keyword>& keywords) const;

  // --- remarks
  void check_comparison(const CompareExpr& node) const;
  void check_callee(const Expr& node) const;
  void check_subscript(const SubscriptExpr& node) const;

  // --- statements
  void visit(const Stmt& node);
  void visit_all(const StmtList& body);
  void body_of(const StmtList& body);
  void expression_statement(const ExprStmt& node);
  void return_statement(const ReturnStmt& node);
  void break_statement();
  void continue_statement();
  void augmented_assignment(const AugAssignStmt& node);
  void annotated_assignment(const AnnAssignStmt& node);
  void annotation_checked(const AnnAssignStmt& node);
  void discard(const Expr& node);
  void annotation_subscript(const Expr& node);
  void if_chain(const IfStmt& node);
  void while_loop(const WhileStmt& node);
  void for_loop(const ForStmt& node);
  void async_for_loop(const ForStmt& node);
  void raise(const RaiseStmt& node);
  void assertion(const AssertStmt& node);
  void import(const ImportStmt& node);
  void import_as(const Name& name, const Name& as_name);
  void import_from(const ImportFromStmt& node);

  // --- functions and classes
  void function(const FunctionDefStmt& node);
  void function_body(const FunctionDefStmt& node);
  void lambda(const LambdaExpr& node);
  void class_definition(const ClassDefStmt& node);
  std::shared_ptr<const CodeUnit> class_body(const ClassDefStmt& node, int first_line);
  void decorate(const ExprList& decorators);
  void parameters(const Arguments& args);
  void refuse_debug_parameters(const Arguments& args) const;
  uint32_t default_arguments(const Arguments& args);
  bool annotations(const Arguments& args, const Expr* returns);
  void annotation(std::string_view name, const Expr* node, uint32_t& count);
  void annotation_text(const Expr& node);
  void closure(const std::shared_ptr<const CodeUnit>& code, uint32_t flags);

  // --- comprehensions
  struct ComprehensionParts {
    ComprehensionKind kind;
    const std::vector<Comprehension>& generators;
    const Expr& element;
    const Expr* value;
  };
  void comprehension(const Expr& node, const std::string& name, const ComprehensionParts& parts);
  void generator(const ComprehensionParts& parts, size_t index, uint32_t depth);
  void sync_generator(const ComprehensionParts& parts, size_t index, uint32_t depth);
  void async_generator(const ComprehensionParts& parts, size_t index, uint32_t depth);
  void collect(const ComprehensionParts& parts, uint32_t depth);

  // --- try and with
  void push_frame(FrameBlock frame);
  void pop_frame() { unit_->frames.pop_back(); }
  const FrameBlock* unwind(bool keep_value, bool to_loop);
  void unwind_one(const FrameBlock& frame, bool keep_value);
  void unwind_handler(const FrameBlock& frame, bool keep_value);
  void try_statement(const TryStmt& node);
  void try_finally(const TryStmt& node);
  void try_except(const TryStmt& node);
  void handler(const ExceptHandler& node, Block* end);
  void try_star(const TryStmt& node);
  void star_handler(const ExceptHandler& node, bool is_first, Block* next);
  void unbind(const Name& name);
  void reraise_with_cleanup();
  void with(const WithStmt& node, size_t position);
  void with_finish(Block* cleanup);
  void call_exit(bool is_async);

  // --- match
  void match(const MatchStmt& node);
  void match_case(const MatchCase& item, bool is_last, bool allow_irrefutable, Block* end);
  void pattern(const Pattern& node, PatternState& state);
  void pattern_here(const Pattern& node, PatternState& state);
  void subpattern(const Pattern& node, PatternState& state);
  void sequence_pattern(const SequencePattern& node, PatternState& state);
  void sequence_unpack(const std::vector<Pattern*>& patterns, PatternState& state);
  void sequence_subscript(const std::vector<Pattern*>& patterns, size_t star, PatternState& state);
  void mapping_pattern(const MappingPattern& node, PatternState& state);
  void mapping_keys(const MappingPattern& node);
  void mapping_rest(size_t count, const Name& rest, PatternState& state);
  void class_pattern(const ClassPattern& node, PatternState& state);
  void check_class_pattern(const ClassPattern& node);
  void as_pattern(const AsPattern& node, PatternState& state);
  void or_pattern(const OrPattern& node, PatternState& state);
  void reorder_stores(const std::vector<std::string>& control, PatternState& state);
  void check_length(size_t length, Comparison op, PatternState& state);
  void capture(const Name& name, PatternState& state);
  void jump_to_fail(Opcode opcode, PatternState& state);
  void ensure_fail(size_t pops, PatternState& state);
  void emit_fails(PatternState& state);
  void rotate(size_t count);

  const Module& tree_;
  const CodeErrors& errors_;
  Scopes scopes_;
  bool future_annotations_;
  int future_line_;
  Unit* unit_ = nullptr;
  std::vector<std::unique_ptr<Unit>> units_;
  int depth_ = 0;
};

// `_`
bool is_wildcard(const Pattern& node);

// The docstring a body starts with, or nullptr.
const ConstantExpr* docstring_of(const StmtList& body);

}  // namespace gillab::compiler
