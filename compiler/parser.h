// The parser: tokens to tree, for valid programs. It words no error: where a text is not valid it throws ParseFailure,
// and syntax_errors.h finds out what to say about it.
//
// Every method parses one production from the current token on and leaves the current token behind it.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "compiler/compile.h"
#include "compiler/source_text.h"
#include "compiler/token.h"
#include "compiler/tree.h"

namespace gillab::compiler {

struct ParseFailure {};  // the text is not valid Python; the parser's token is near the place

class Parser {
 public:
  // Nesting costs C++ stack: lambdas in lambdas, `not not not x`. Code generation gives up at about the same depth.
  static constexpr int kMaxDepth = 3000;

  // `source`, `tokens`, `tree` and `warnings` outlive the parser. `tokens` ends in EndMarker or Error.
  Parser(const SourceText& source, const std::vector<Token>& tokens, Tree& tree, std::vector<SourceWarning>& warnings,
         int depth = 0)
      : source_(source),
        text_(source.text),
        token_(tokens.data()),
        first_(tokens.data()),
        statement_start_(tokens.data()),
        tree_(tree),
        warnings_(warnings),
        depth_(depth) {}

  void parse_module(Module& module);   // the whole text, as module.mode says
  Expr* parse_formatted_expression();  // of an f-string: one expression in parentheses, and nothing after it
  // For wording errors: tokens that were cut out of a text and end in EndMarker, or in RightParen.
  Expr* parse_fragment();
  void parse_arguments(ExprList& args, std::vector<Keyword>& keywords);
  std::vector<Comprehension> parse_clauses() { return comprehensions(); }

  int current_line() const { return token_->span.line; }
  int position() const { return static_cast<int>(token_ - first_); }
  int statement_start() const { return static_cast<int>(statement_start_ - first_); }  // the last top-level one

 private:
  class DepthGuard {
   public:
    explicit DepthGuard(Parser& parser);
    ~DepthGuard() { --parser_.depth_; }
    DepthGuard(const DepthGuard&) = delete;
    DepthGuard& operator=(const DepthGuard&) = delete;

   private:
    Parser& parser_;
  };

  // Tokens.
  bool at(TokenKind kind) const { return token_->kind == kind; }
  bool at_word(std::string_view word) const { return at(TokenKind::Name) && text(*token_) == word; }
  TokenKind peek(size_t ahead = 1) const;
  const Token& take() { return *token_++; }
  bool accept(TokenKind kind) { return at(kind) && (++token_, true); }
  const Token& expect(TokenKind kind);
  std::string_view text(const Token& token) const { return text_.substr(token.start, token.end - token.start); }
  Name name_of(const Token& token) const;
  Name expect_name() { return name_of(expect(TokenKind::Name)); }
  Span span_from(const Span& start) const;
  [[noreturn]] void fail() const { throw ParseFailure{}; }
  [[noreturn]] void fail_here(const std::string& message);  // an error worded on the spot, at the last token read

  // Expressions, from the loosest to the tightest.
  Expr* star_expressions();
  Expr* expressions();
  void parse_single(Module& module);
  Expr* star_expression();
  Expr* star_named_expression();
  Expr* named_expression();
  Expr* yield_or_star_expressions();
  Expr* yield_expression();
  Expr* expression();
  Expr* lambda();
  Expr* disjunction();
  Expr* conjunction();
  Expr* inversion();
  Expr* comparison();
  bool comparison_operator(Comparison* op);
  Expr* bitwise_or() { return binary(0); }
  Expr* binary(int lowest);
  Expr* factor();
  Expr* power();
  Expr* primary();
  Expr* starred(Expr* (Parser::*inner)());
  Expr* tuple_of(ExprList elements, const Span& start);

  // Atoms, displays and comprehensions.
  Expr* atom();
  Expr* name();
  Expr* number();
  Expr* constant(Constant value);
  Expr* parenthesised();
  Expr* list();
  Expr* braces();
  Expr* dict(const Token& open);
  Expr* finish_dict(const Token& open, Expr* key, Expr* value);
  Expr* finish_set(const Token& open, Expr* first);
  bool at_comprehension() const;
  std::vector<Comprehension> comprehensions();
  Expr* generator(const Span& start, Expr* element);

  // Strings.
  Expr* strings();
  Expr* bytes_constant(const Token* first, const Token* last);
  friend class FormattedString;

  // Calls, subscripts, parameters.
  Expr* call(Expr* function, const Span& start);
  void call_arguments(ExprList& args, std::vector<Keyword>& keywords, const Token* generator_start);
  void call_argument(ExprList& args, std::vector<Keyword>& keywords);
  Expr* subscript(Expr* value, const Span& start);
  Expr* subscript_index();
  Expr* slice();
  Arguments parameters(TokenKind end, bool annotated);
  Argument parameter(bool annotated, bool star = false);
  void parameter_with_default(Arguments& args, bool annotated, bool keyword_only);

  // Targets.
  Expr* target_list();
  Expr* star_target();
  Expr* to_target(Expr* expr, Context context);
  void elements_to_targets(ExprList& elements, Context context);
  Expr* to_single_target(Expr* expr);

  // Statements.
  void statement(StmtList& body);
  void simple_statements(StmtList& body);
  Stmt* simple_statement();
  Stmt* expression_statement();
  Stmt* assignment(const Span& start, Expr* first);
  Stmt* annotated_assignment(const Span& start, Expr* target);
  Stmt* augmented_assignment(const Span& start, Expr* target, Operator op);
  Stmt* return_statement();
  Stmt* raise_statement();
  Stmt* delete_statement();
  Stmt* assert_statement();
  Stmt* import_statement();
  Stmt* import_from();
  void import_from_names(std::vector<Alias>& names);
  Name dotted_name();
  template <class Node>
  Stmt* name_list();
  template <class Node>
  Stmt* word_statement();

  // Compound statements.
  StmtList block();
  Stmt* compound_statement();
  Stmt* if_statement();
  IfStmt* if_branch();
  Stmt* while_statement();
  Stmt* for_statement(const Span& start, bool is_async);
  Stmt* with_statement(const Span& start, bool is_async);
  bool parenthesised_with_items(std::vector<WithItem>& items);
  WithItem with_item();
  Stmt* try_statement();
  ExceptHandler except_handler(bool is_star);
  Stmt* decorated();
  Stmt* async_statement();
  Stmt* function(const Span& start, bool is_async, ExprList decorators);
  Stmt* class_definition(ExprList decorators);

  // Match.
  bool at_match_statement() const;
  Stmt* match_statement();
  MatchCase match_case();
  Pattern* case_patterns();
  Pattern* as_pattern();
  Pattern* or_pattern();
  Pattern* closed_pattern();
  Pattern* star_pattern();
  Pattern* maybe_star_pattern();
  Pattern* name_or_class_pattern();
  Pattern* group_or_sequence_pattern();
  Pattern* bracketed_sequence_pattern();
  Pattern* mapping_pattern();
  Expr* mapping_key();
  Pattern* class_pattern(Expr* type);
  Pattern* literal_pattern();
  Expr* literal_number();
  Expr* signed_number();
  Expr* dotted_value();
  Pattern* sequence_pattern(const Span& start, std::vector<Pattern*> patterns);

  template <class Node>
  Node* make(const Span& start) {
    return tree_.make<Node>(span_from(start));
  }

  const SourceText& source_;
  std::string_view text_;
  const Token* token_;
  const Token* first_;
  const Token* statement_start_;
  Tree& tree_;
  std::vector<SourceWarning>& warnings_;
  int depth_;
};

}  // namespace gillab::compiler
