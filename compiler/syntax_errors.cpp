// What is wrong with a text that the parser refused: runs the grammar with its mistakes over the tokens, and words
// what it finds. The order of precedence between kinds of errors is CPython's.
#include "compiler/syntax_errors.h"

#include "compiler/parser.h"
#include "compiler/syntax_engine.h"
#include "compiler/syntax_wording.h"

namespace gillab::compiler {
namespace {

// Larger statements are not examined: the memory for it would be out of proportion.
constexpr size_t kMaxExaminedTokens = 400'000;

class SyntaxExplainer : public MistakeHandler {
 public:
  SyntaxExplainer(const SourceText& source, const TokenStream& stream, const FailurePlace& place)
      : source_(source), stream_(stream), place_(place), engine_(source.text, stream.tokens, *this) {}
  virtual ~SyntaxExplainer() = default;

  SourceError explain() {
    engine_.read_at_least(place_.first);
    try {
      engine_.run(start_rule(), place_.first, false);
    } catch (const SourceError& error) {
      return reached_broken_token_ ? error : prefer_token_error(error);
    }
    generic_token_ = engine_.last_read();
    try {
      engine_.run(start_rule(), place_.first, true);
    } catch (const SourceError& error) {
      return reached_broken_token_ ? error : prefer_token_error(error);
    }
    return generic_error();
  }

  SourceError generic_error_at(int token) {
    generic_token_ = token;
    engine_.read_at_least(token);
    return generic_error();
  }

  void on_broken_token() override {
    reached_broken_token_ = true;
    throw token_error();
  }

  void on_missing(TokenKind expected, int position) override {
    fail(token(position).span, "expected '" + std::string(text_of(expected)) + "'");
  }

  void on_too_deep(int position) override {
    const int line = token(position).span.line;
    throw SourceError(ErrorKind::Memory, "", line, 0, line, 0);
  }

  void on_strings(const TokenRange& range) override { expression_of(range); }

  void on_mistake(const GrammarNode& alternative, const Captures& captures) override {
    const std::string& action = alternative.action;
    const TokenRange& a = captures[0];
    const TokenRange& b = captures[1];
    message_ = &alternative.text;
    const auto is = [&](std::string_view name) { return action.substr(0, action.find(' ')) == name; };
    if (is("at") || is("annotation")) fail(span_of(a), worded(a));
    if (is("range")) fail_range(a, b);
    if (is("last")) throw at_last_token(ErrorKind::Syntax, worded(a));
    if (is("indent")) throw at_last_token(ErrorKind::Indentation, worded(a));
    if (is("from")) fail_from(a);
    if (is("target")) check_target(a, TargetKind::Assigned);
    if (is("for_target")) check_target(a, TargetKind::Loop);
    if (is("delete_target")) check_target(a, TargetKind::Deleted);
    if (is("print") && is_legacy_statement(a)) fail_range(a, b);
    if (is("comma") && !is_legacy_statement(a) && inside_brackets(b.end - 1)) fail_range(a, b);
    if (is("missing_colon")) fail_missing_colon(a);
    if (is("bare_generator")) check_bare_generator(a, b);
    if (is("argument_order")) fail_argument_order(a);
  }

 private:
  const Token& token(int index) const {
    return stream_.tokens[static_cast<size_t>(std::min<int>(index, static_cast<int>(stream_.tokens.size()) - 1))];
  }

  std::string_view start_rule() const {
    if (place_.formatted) return "formatted";
    return place_.mode == Mode::Exec ? "file" : place_.mode == Mode::Eval ? "eval" : "interactive";
  }

  [[noreturn]] void fail(const Span& span, const std::string& message) {
    throw error_at(source_, ErrorKind::Syntax, message, span);
  }

  [[noreturn]] void fail_range(const TokenRange& a, const TokenRange& b) {
    const Span first = span_of(a);
    const Span last = span_of(b);
    fail({first.line, last.end_line, first.column, last.end_column}, worded(a));
  }

  // From a's start to where reading has got to.
  [[noreturn]] void fail_from(const TokenRange& a) {
    const Span first = span_of(a);
    const Span last = token(engine_.last_read()).span;
    fail({first.line, last.end_line, first.column, last.end_column - 1}, worded(a));
  }

  [[noreturn]] void fail_missing_colon(const TokenRange& a) {
    const Span span = span_of(a);
    fail({span.line, span.end_line, span.end_column - 1, -1}, *message_);
  }

  SourceError at_last_token(ErrorKind kind, const std::string& message) {
    const Token& last = token(engine_.last_read());
    SourceError error = error_at_token(source_, kind, message, last);
    error.incomplete = last.kind == TokenKind::EndMarker || at_end_of_text(last);
    return error;
  }

  bool at_end_of_text(const Token& where) const {
    return where.kind == TokenKind::Dedent && where.start >= source_.text.size();
  }

  // The message with %t (a's text), %n (what kind of expression a is) and %d (a's line) filled in.
  std::string worded(const TokenRange& a) {
    std::string result;
    for (size_t i = 0; i < message_->size(); ++i) {
      if ((*message_)[i] != '%') {
        result += (*message_)[i];
        continue;
      }
      const char what = (*message_)[++i];
      if (what == 't') result += text_of_token(a.begin);
      if (what == 'n') result += name_of_expression(a);
      if (what == 'd') result += std::to_string(token(a.begin).span.line);
    }
    return result;
  }

  std::string_view text_of_token(int index) const {
    const Token& where = token(index);
    return source_.text.substr(where.start, where.end - where.start);
  }

  std::string name_of_expression(const TokenRange& range) {
    const Expr* expr = expression_of(range);
    return expr != nullptr ? expression_name(*expr) : "expression";
  }

  // The tokens of the range, and one that ends them.
  std::vector<Token> cut_out(const TokenRange& range, TokenKind terminator) const {
    std::vector<Token> tokens(stream_.tokens.begin() + range.begin, stream_.tokens.begin() + range.end);
    tokens.push_back(token(range.end));
    tokens.back().kind = terminator;
    return tokens;
  }

  const Expr* expression_of(const TokenRange& range) {
    try {
      const std::vector<Token> tokens = cut_out(range, TokenKind::EndMarker);
      return Parser(source_, tokens, tree_, ignored_warnings_).parse_fragment();
    } catch (const ParseFailure&) {
      return nullptr;
    }
  }

  Span span_of(const TokenRange& range) {
    const TokenKind first = token(range.begin).kind;
    if (range.plain && (first == TokenKind::For || first == TokenKind::Async)) return span_of_clauses(range);
    const Expr* expr = range.plain || range.end - range.begin <= 1 ? nullptr : expression_of(range);
    if (expr != nullptr) return expr->span;
    const int last =
        range.end - 1 > range.begin && token(range.end - 1).kind == TokenKind::Comma ? range.end - 2 : range.end - 1;
    const Span& begin = token(range.begin).span;
    const Span& end = token(last).span;
    return {begin.line, end.end_line, begin.column, end.end_column};
  }

  // To the end of the last clause's last expression, without the parentheses this may have.
  Span span_of_clauses(const TokenRange& range) {
    const std::vector<Token> tokens = cut_out(range, TokenKind::EndMarker);
    const std::vector<Comprehension> clauses = Parser(source_, tokens, tree_, ignored_warnings_).parse_clauses();
    const Comprehension& last = clauses.back();
    const Span& end = last.conditions.empty() ? last.iterator->span : last.conditions.back()->span;
    const Span& begin = token(range.begin).span;
    return {begin.line, end.end_line, begin.column, end.end_column};
  }

  void check_target(const TokenRange& a, TargetKind kind) {
    const Expr* expr = expression_of(a);
    const Expr* wrong = expr != nullptr ? find_invalid_target(*expr, kind) : nullptr;
    if (wrong == nullptr) return;
    fail(wrong->span, (kind == TargetKind::Deleted ? "cannot delete " : "cannot assign to ") + expression_name(*wrong));
  }

  bool is_legacy_statement(const TokenRange& a) const {
    return a.end == a.begin + 1 && (text_of_token(a.begin) == "print" || text_of_token(a.begin) == "exec");
  }

  bool inside_brackets(int index) const {
    int level = 0;
    for (int i = place_.first; i <= index; ++i) {
      const TokenKind kind = token(i).kind;
      const bool opens = kind == TokenKind::LeftParen || kind == TokenKind::LeftBracket || kind == TokenKind::LeftBrace;
      const bool closes =
          kind == TokenKind::RightParen || kind == TokenKind::RightBracket || kind == TokenKind::RightBrace;
      level += opens ? 1 : closes ? -1 : 0;
    }
    return level > 0;
  }

  void read_arguments(const TokenRange& range, ExprList& args, std::vector<Keyword>& keywords) {
    try {
      const std::vector<Token> tokens = cut_out(range, TokenKind::RightParen);
      Parser(source_, tokens, tree_, ignored_warnings_).parse_arguments(args, keywords);
    } catch (const ParseFailure&) {
      // The counts read so far will do.
    }
  }

  void check_bare_generator(const TokenRange& a, const TokenRange& b) {
    ExprList args;
    std::vector<Keyword> keywords;
    read_arguments(a, args, keywords);
    if (args.size() <= 1) return;
    const Span last = span_of(b);
    const Span& first = args.back()->span;
    fail({first.line, last.end_line, first.column, last.end_column}, *message_);
  }

  void fail_argument_order(const TokenRange& a) {
    ExprList args;
    std::vector<Keyword> keywords;
    read_arguments(a, args, keywords);
    bool unpacking = false;
    for (const Keyword& keyword : keywords) unpacking = unpacking || !keyword.has_name;
    throw at_last_token(ErrorKind::Syntax, unpacking ? "positional argument follows keyword argument unpacking"
                                                     : "positional argument follows keyword argument");
  }

  SourceError token_error() const {
    SourceError error = stream_.error->error;
    if (error.text.empty()) error.text = line_of(source_, error.line);
    return error;
  }

  SourceError prefer_token_error(const SourceError& error) const {
    return compiler::prefer_token_error(source_, stream_, error, token(engine_.last_read()).span.line);
  }

  SourceError generic_error() {
    const Token& last = token(generic_token_);
    if (last.kind == TokenKind::Error) return token_error();
    if (last.kind == TokenKind::Indent) return at_last_token(ErrorKind::Indentation, "unexpected indent");
    if (last.kind == TokenKind::Dedent) return at_last_token(ErrorKind::Indentation, "unexpected unindent");
    SourceError error = error_at(source_, ErrorKind::Syntax, "invalid syntax", last.span);
    error.incomplete = last.kind == TokenKind::EndMarker;
    return prefer_token_error(error);
  }

  const SourceText& source_;
  const TokenStream& stream_;
  const FailurePlace& place_;
  SyntaxEngine engine_;
  Tree tree_;  // of the pieces that were parsed again to word an error
  std::vector<SourceWarning> ignored_warnings_;
  const std::string* message_ = nullptr;
  int generic_token_ = 0;
  bool reached_broken_token_ = false;
};

}  // namespace

// A malformed token further on says more than a construct that does not fit, and so does a bracket left open.
SourceError prefer_token_error(const SourceText& source, const TokenStream& stream, const SourceError& error,
                               int line_read) {
  if (!stream.error) return error;
  if (stream.error->cause == LexError::Cause::Token) return stream.error->error;
  if (stream.open_brackets.empty() || line_read <= stream.open_brackets.back().line) return error;
  return never_closed(source, stream.open_brackets.back());
}

SourceError explain_failure(const SourceText& source, const TokenStream& stream, const FailurePlace& place) {
  SyntaxExplainer explainer(source, stream, place);
  if (stream.tokens.size() - static_cast<size_t>(place.first) > kMaxExaminedTokens) {
    return explainer.generic_error_at(place.stopped);
  }
  return explainer.explain();
}

}  // namespace gillab::compiler
