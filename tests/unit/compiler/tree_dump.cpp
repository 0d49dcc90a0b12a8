// A syntax tree as text, for tests.
#include "tests/unit/compiler/tree_dump.h"

#include <cstdio>
#include <type_traits>

#include "compiler/utf8.h"

namespace gillab::compiler {
namespace {

const char* const kOperatorNames[] = {"Add",   "BitAnd", "FloorDiv", "LShift", "MatMult", "Mult",  "Mod",
                                      "BitOr", "Pow",    "RShift",   "Sub",    "Div",     "BitXor"};
const char* const kUnaryNames[] = {"Invert", "Not", "UAdd", "USub"};
const char* const kComparisonNames[] = {"Lt", "LtE", "Eq", "NotEq", "Gt", "GtE", "Is", "IsNot", "In", "NotIn"};
const char* const kContextNames[] = {"Load", "Store", "Del"};

std::string formatted(const char* format, double value) {
  char buffer[64];
  std::snprintf(buffer, sizeof buffer, format, value);
  return buffer;
}

std::string escaped(char32_t c, char quote, bool bytes) {
  char buffer[16];
  if (c == '\n') return "\\n";
  if (c == '\t') return "\\t";
  if (c == '\r') return "\\r";
  if (c == '\\' || c == static_cast<char32_t>(quote)) return std::string("\\") + static_cast<char>(c);
  if (c >= ' ' && c < 127) return std::string(1, static_cast<char>(c));
  const char* format = bytes || c < 0x100 ? "\\x%02x" : c < 0x10000 ? "\\u%04x" : "\\U%08x";
  std::snprintf(buffer, sizeof buffer, format, static_cast<unsigned>(c));
  return buffer;
}

std::string ascii(const std::string& text, bool bytes = false) {
  const bool single = text.find('\'') == std::string::npos || text.find('"') != std::string::npos;
  const char quote = single ? '\'' : '"';
  std::string result = (bytes ? "b" : "") + std::string(1, quote);
  for (size_t i = 0; i < text.size();) {
    const char32_t c = bytes ? static_cast<unsigned char>(text[i++]) : next_code_point(text, &i);
    result += escaped(c, quote, bytes);
  }
  return result + quote;
}

std::string constant_text(const Constant& constant) {
  return std::visit(
      [](const auto& value) -> std::string {
        using T = std::decay_t<decltype(value)>;
        if constexpr (std::is_same_v<T, NoneConstant>)
          return "None";
        else if constexpr (std::is_same_v<T, bool>)
          return value ? "True" : "False";
        else if constexpr (std::is_same_v<T, EllipsisConstant>)
          return "Ellipsis";
        else if constexpr (std::is_same_v<T, int64_t>)
          return std::to_string(value);
        else if constexpr (std::is_same_v<T, BigIntConstant>)
          return "0x" + value.hex;
        else if constexpr (std::is_same_v<T, double>)
          return formatted("%.17g", value);
        else if constexpr (std::is_same_v<T, ComplexConstant>)
          return formatted("%.17gj", value.imaginary);
        else if constexpr (std::is_same_v<T, StrConstant>)
          return ascii(value.text);
        else if constexpr (std::is_same_v<T, BytesConstant>)
          return ascii(value.bytes, true);
        else
          return "?";
      },
      constant.value);
}

class Dumper {
 public:
  explicit Dumper(bool with_spans) : with_spans_(with_spans) {}

  std::string take() { return std::move(out_); }
  void statements(const StmtList& body) {
    for (size_t i = 0; i < body.size(); ++i) {
      if (i > 0) out_ += ", ";
      statement(*body[i]);
    }
  }

  void expression(const Expr& e);

 private:
  // A node is open(name), its fields, close(span).
  void open(const char* name) {
    out_ += name;
    out_ += '(';
    first_ = true;
  }
  void close() {
    out_ += ')';
    first_ = false;
  }
  void close(const Span& span) {
    close();
    if (!with_spans_) return;
    out_ += "@" + std::to_string(span.line) + ":" + std::to_string(span.column) + "-" + std::to_string(span.end_line) +
            ":" + std::to_string(span.end_column);
  }
  void field(const char* name) {
    if (!first_) out_ += ", ";
    first_ = false;
    out_ += name;
    out_ += '=';
  }
  void plain(const char* name, const std::string& value) {
    field(name);
    out_ += value;
  }
  void child(const char* name, const Expr* e) {
    if (e == nullptr) return;
    field(name);
    expression(*e);
  }
  template <class Items, class Each>
  void items(const char* name, const Items& list, Each each) {
    if (list.empty()) return;
    field(name);
    out_ += '[';
    for (size_t i = 0; i < list.size(); ++i) {
      if (i > 0) out_ += ", ";
      each(list[i]);
    }
    out_ += ']';
    first_ = false;
  }
  void children(const char* name, const ExprList& list) {
    items(name, list, [this](const Expr* e) {
      if (e == nullptr)
        out_ += "None";
      else
        expression(*e);
    });
  }
  void body(const char* name, const StmtList& list) {
    items(name, list, [this](const Stmt* s) { statement(*s); });
  }
  void patterns(const char* name, const std::vector<Pattern*>& list) {
    items(name, list, [this](const Pattern* p) { pattern(*p); });
  }
  void names(const char* name, const std::vector<Name>& list) {
    items(name, list, [this](const Name& n) { out_ += ascii(n); });
  }
  void optional_name(const char* name, const Name& value) {
    if (!value.empty()) plain(name, ascii(value));
  }
  void context(Context value) { plain("ctx", kContextNames[static_cast<int>(value)]); }

  void keywords(const std::vector<Keyword>& list) {
    items("keywords", list, [this](const Keyword& k) {
      open("keyword");
      if (k.has_name) plain("arg", ascii(k.name));
      child("value", k.value);
      close(k.span);
    });
  }
  void generators(const std::vector<Comprehension>& list) {
    items("generators", list, [this](const Comprehension& c) {
      open("comprehension");
      child("target", c.target);
      child("iter", c.iterator);
      children("ifs", c.conditions);
      plain("is_async", c.is_async ? "1" : "0");
      close();
    });
  }
  void argument(const Argument& a) {
    open("arg");
    plain("arg", ascii(a.name));
    child("annotation", a.annotation);
    close(a.span);
  }
  void one_argument(const char* name, const std::unique_ptr<Argument>& a) {
    if (a == nullptr) return;
    field(name);
    argument(*a);
  }
  void arguments(const Arguments& a) {
    field("args");
    open("arguments");
    const auto each = [this](const Argument& one) { argument(one); };
    items("posonlyargs", a.positional_only, each);
    items("args", a.positional, each);
    one_argument("vararg", a.star);
    items("kwonlyargs", a.keyword_only, each);
    children("kw_defaults", a.keyword_defaults);
    one_argument("kwarg", a.double_star);
    children("defaults", a.defaults);
    close();
  }
  void aliases(const std::vector<Alias>& list) {
    items("names", list, [this](const Alias& a) {
      open("alias");
      plain("name", ascii(a.name));
      optional_name("asname", a.as_name);
      close(a.span);
    });
  }

  void displays(const Expr& e);
  void statement(const Stmt& s);
  void small_statement(const Stmt& s);
  void pattern(const Pattern& p);

  bool with_spans_;
  bool first_ = true;
  std::string out_;
};

void Dumper::displays(const Expr& e) {
  switch (e.kind) {
    case ExprKind::Dict:
      open("Dict"), children("keys", as<DictExpr>(e).keys), children("values", as<DictExpr>(e).values);
      break;
    case ExprKind::Set:
      open("Set"), children("elts", as<SetExpr>(e).elements);
      break;
    case ExprKind::List:
      open("List"), children("elts", as<ListExpr>(e).elements), context(as<ListExpr>(e).context);
      break;
    case ExprKind::Tuple:
      open("Tuple"), children("elts", as<TupleExpr>(e).elements), context(as<TupleExpr>(e).context);
      break;
    case ExprKind::ListComp:
      open("ListComp"), child("elt", as<ListCompExpr>(e).element), generators(as<ListCompExpr>(e).generators);
      break;
    case ExprKind::SetComp:
      open("SetComp"), child("elt", as<SetCompExpr>(e).element), generators(as<SetCompExpr>(e).generators);
      break;
    case ExprKind::DictComp:
      open("DictComp"), child("key", as<DictCompExpr>(e).key), child("value", as<DictCompExpr>(e).value);
      generators(as<DictCompExpr>(e).generators);
      break;
    default:
      open("GeneratorExp"), child("elt", as<GeneratorExpr>(e).element), generators(as<GeneratorExpr>(e).generators);
  }
}

void Dumper::expression(const Expr& e) {
  switch (e.kind) {
    case ExprKind::BoolOp:
      open("BoolOp"), plain("op", as<BoolOpExpr>(e).op == BoolOperator::And ? "And" : "Or");
      children("values", as<BoolOpExpr>(e).values);
      break;
    case ExprKind::NamedExpr:
      open("NamedExpr"), child("target", as<NamedExpr>(e).target), child("value", as<NamedExpr>(e).value);
      break;
    case ExprKind::BinOp:
      open("BinOp"), child("left", as<BinOpExpr>(e).left);
      plain("op", kOperatorNames[static_cast<int>(as<BinOpExpr>(e).op)]), child("right", as<BinOpExpr>(e).right);
      break;
    case ExprKind::UnaryOp:
      open("UnaryOp"), plain("op", kUnaryNames[static_cast<int>(as<UnaryOpExpr>(e).op)]);
      child("operand", as<UnaryOpExpr>(e).operand);
      break;
    case ExprKind::Lambda:
      open("Lambda"), arguments(as<LambdaExpr>(e).args), child("body", as<LambdaExpr>(e).body);
      break;
    case ExprKind::IfExp:
      open("IfExp"), child("test", as<IfExpr>(e).test), child("body", as<IfExpr>(e).body);
      child("orelse", as<IfExpr>(e).orelse);
      break;
    case ExprKind::Await:
      open("Await"), child("value", as<AwaitExpr>(e).value);
      break;
    case ExprKind::Yield:
      open("Yield"), child("value", as<YieldExpr>(e).value);
      break;
    case ExprKind::YieldFrom:
      open("YieldFrom"), child("value", as<YieldFromExpr>(e).value);
      break;
    case ExprKind::Compare:
      open("Compare"), child("left", as<CompareExpr>(e).left);
      items("ops", as<CompareExpr>(e).ops, [this](Comparison op) { out_ += kComparisonNames[static_cast<int>(op)]; });
      children("comparators", as<CompareExpr>(e).comparators);
      break;
    case ExprKind::Call:
      open("Call"), child("func", as<CallExpr>(e).function), children("args", as<CallExpr>(e).args);
      keywords(as<CallExpr>(e).keywords);
      break;
    case ExprKind::FormattedValue:
      open("FormattedValue"), child("value", as<FormattedValueExpr>(e).value);
      plain("conversion", std::to_string(as<FormattedValueExpr>(e).conversion));
      child("format_spec", as<FormattedValueExpr>(e).format_spec);
      break;
    case ExprKind::JoinedStr:
      open("JoinedStr"), children("values", as<JoinedStrExpr>(e).values);
      break;
    case ExprKind::Constant:
      open("Constant"), plain("value", constant_text(as<ConstantExpr>(e).value));
      if (as<ConstantExpr>(e).unicode_prefix) plain("kind", "'u'");
      break;
    case ExprKind::Attribute:
      open("Attribute"), child("value", as<AttributeExpr>(e).value);
      plain("attr", ascii(as<AttributeExpr>(e).attribute)), context(as<AttributeExpr>(e).context);
      break;
    case ExprKind::Subscript:
      open("Subscript"), child("value", as<SubscriptExpr>(e).value), child("slice", as<SubscriptExpr>(e).index);
      context(as<SubscriptExpr>(e).context);
      break;
    case ExprKind::Starred:
      open("Starred"), child("value", as<StarredExpr>(e).value), context(as<StarredExpr>(e).context);
      break;
    case ExprKind::Name:
      open("Name"), plain("id", ascii(as<NameExpr>(e).id)), context(as<NameExpr>(e).context);
      break;
    case ExprKind::Slice:
      open("Slice"), child("lower", as<SliceExpr>(e).lower), child("upper", as<SliceExpr>(e).upper);
      child("step", as<SliceExpr>(e).step);
      break;
    default:
      displays(e);
  }
  close(e.span);
}

void Dumper::small_statement(const Stmt& s) {
  switch (s.kind) {
    case StmtKind::Return:
      open("Return"), child("value", as<ReturnStmt>(s).value);
      break;
    case StmtKind::Delete:
      open("Delete"), children("targets", as<DeleteStmt>(s).targets);
      break;
    case StmtKind::Assign:
      open("Assign"), children("targets", as<AssignStmt>(s).targets), child("value", as<AssignStmt>(s).value);
      break;
    case StmtKind::AugAssign:
      open("AugAssign"), child("target", as<AugAssignStmt>(s).target);
      plain("op", kOperatorNames[static_cast<int>(as<AugAssignStmt>(s).op)]);
      child("value", as<AugAssignStmt>(s).value);
      break;
    case StmtKind::AnnAssign:
      open("AnnAssign"), child("target", as<AnnAssignStmt>(s).target);
      child("annotation", as<AnnAssignStmt>(s).annotation), child("value", as<AnnAssignStmt>(s).value);
      plain("simple", as<AnnAssignStmt>(s).simple ? "1" : "0");
      break;
    case StmtKind::Raise:
      open("Raise"), child("exc", as<RaiseStmt>(s).exception), child("cause", as<RaiseStmt>(s).cause);
      break;
    case StmtKind::Assert:
      open("Assert"), child("test", as<AssertStmt>(s).test), child("msg", as<AssertStmt>(s).message);
      break;
    case StmtKind::Import:
      open("Import"), aliases(as<ImportStmt>(s).names);
      break;
    case StmtKind::ImportFrom:
      open("ImportFrom"), optional_name("module", as<ImportFromStmt>(s).module);
      aliases(as<ImportFromStmt>(s).names), plain("level", std::to_string(as<ImportFromStmt>(s).level));
      break;
    case StmtKind::Global:
      open("Global"), names("names", as<GlobalStmt>(s).names);
      break;
    case StmtKind::Nonlocal:
      open("Nonlocal"), names("names", as<NonlocalStmt>(s).names);
      break;
    case StmtKind::Expr:
      open("Expr"), child("value", as<ExprStmt>(s).value);
      break;
    case StmtKind::Pass:
      open("Pass");
      break;
    case StmtKind::Break:
      open("Break");
      break;
    default:
      open("Continue");
  }
}

void Dumper::statement(const Stmt& s) {
  switch (s.kind) {
    case StmtKind::FunctionDef:
    case StmtKind::AsyncFunctionDef: {
      const auto& f = as<FunctionDefStmt>(s);
      open(s.kind == StmtKind::FunctionDef ? "FunctionDef" : "AsyncFunctionDef"), plain("name", ascii(f.name));
      arguments(f.args), body("body", f.body), children("decorator_list", f.decorators), child("returns", f.returns);
      break;
    }
    case StmtKind::ClassDef: {
      const auto& c = as<ClassDefStmt>(s);
      open("ClassDef"), plain("name", ascii(c.name)), children("bases", c.bases), keywords(c.keywords);
      body("body", c.body), children("decorator_list", c.decorators);
      break;
    }
    case StmtKind::For:
    case StmtKind::AsyncFor: {
      const auto& f = as<ForStmt>(s);
      open(s.kind == StmtKind::For ? "For" : "AsyncFor"), child("target", f.target), child("iter", f.iterator);
      body("body", f.body), body("orelse", f.orelse);
      break;
    }
    case StmtKind::While:
      open("While"), child("test", as<WhileStmt>(s).test), body("body", as<WhileStmt>(s).body);
      body("orelse", as<WhileStmt>(s).orelse);
      break;
    case StmtKind::If:
      open("If"), child("test", as<IfStmt>(s).test), body("body", as<IfStmt>(s).body);
      body("orelse", as<IfStmt>(s).orelse);
      break;
    case StmtKind::With:
    case StmtKind::AsyncWith:
      open(s.kind == StmtKind::With ? "With" : "AsyncWith");
      items("items", as<WithStmt>(s).items, [this](const WithItem& item) {
        open("withitem"), child("context_expr", item.context), child("optional_vars", item.target), close();
      });
      body("body", as<WithStmt>(s).body);
      break;
    case StmtKind::Match:
      open("Match"), child("subject", as<MatchStmt>(s).subject);
      items("cases", as<MatchStmt>(s).cases, [this](const MatchCase& each) {
        open("match_case"), field("pattern"), pattern(*each.pattern), child("guard", each.guard);
        body("body", each.body), close();
      });
      break;
    case StmtKind::Try:
    case StmtKind::TryStar: {
      const auto& t = as<TryStmt>(s);
      open(s.kind == StmtKind::Try ? "Try" : "TryStar"), body("body", t.body);
      items("handlers", t.handlers, [this](const ExceptHandler& h) {
        open("ExceptHandler"), child("type", h.type), optional_name("name", h.name), body("body", h.body),
            close(h.span);
      });
      body("orelse", t.orelse), body("finalbody", t.finalbody);
      break;
    }
    default:
      small_statement(s);
  }
  close(s.span);
}

void Dumper::pattern(const Pattern& p) {
  switch (p.kind) {
    case PatternKind::Value:
      open("MatchValue"), child("value", as<ValuePattern>(p).value);
      break;
    case PatternKind::Singleton:
      open("MatchSingleton"), plain("value", constant_text(as<SingletonPattern>(p).value));
      break;
    case PatternKind::Sequence:
      open("MatchSequence"), patterns("patterns", as<SequencePattern>(p).patterns);
      break;
    case PatternKind::Mapping:
      open("MatchMapping"), children("keys", as<MappingPattern>(p).keys);
      patterns("patterns", as<MappingPattern>(p).patterns), optional_name("rest", as<MappingPattern>(p).rest);
      break;
    case PatternKind::Class:
      open("MatchClass"), child("cls", as<ClassPattern>(p).type), patterns("patterns", as<ClassPattern>(p).patterns);
      names("kwd_attrs", as<ClassPattern>(p).keyword_names);
      patterns("kwd_patterns", as<ClassPattern>(p).keyword_patterns);
      break;
    case PatternKind::Star:
      open("MatchStar"), optional_name("name", as<StarPattern>(p).name);
      break;
    case PatternKind::As:
      open("MatchAs");
      if (as<AsPattern>(p).pattern != nullptr) field("pattern"), pattern(*as<AsPattern>(p).pattern);
      optional_name("name", as<AsPattern>(p).name);
      break;
    case PatternKind::Or:
      open("MatchOr"), patterns("patterns", as<OrPattern>(p).patterns);
      break;
  }
  close(p.span);
}

}  // namespace

std::string dump(const Expr& expr, bool with_spans) {
  Dumper dumper(with_spans);
  dumper.expression(expr);
  return dumper.take();
}

std::string dump(const Module& module, bool with_spans) {
  Dumper dumper(with_spans);
  if (module.mode == Mode::Eval)
    dumper.expression(*module.expression);
  else
    dumper.statements(module.body);
  return dumper.take();
}

}  // namespace gillab::compiler
