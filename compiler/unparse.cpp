// Expressions back to source text, with the parentheses and spaces that CPython gives to stored annotations.
#include <string>

#include "compiler/compile.h"

namespace gillab::compiler {
namespace {

// How tightly the context binds: an expression that binds less is put in parentheses.
enum Level {
  kTuple,
  kTest,
  kOr,
  kAnd,
  kNot,
  kCompare,
  kBitOr,
  kBitXor,
  kBitAnd,
  kShift,
  kSum,
  kTerm,
  kFactor,
  kPower,
  kAwait,
  kAtom
};

struct OperatorText {
  const char* text;
  Level level;
};

constexpr OperatorText kOperators[] = {  // in the order of Operator
    {" + ", kSum},  {" & ", kBitAnd}, {" // ", kTerm}, {" << ", kShift}, {" @ ", kTerm},
    {" * ", kTerm}, {" % ", kTerm},   {" | ", kBitOr}, {" ** ", kPower}, {" >> ", kShift},
    {" - ", kSum},  {" / ", kTerm},   {" ^ ", kBitXor}};
constexpr const char* kComparisons[] = {" < ",  " <= ", " == ",     " != ", " > ",
                                        " >= ", " is ", " is not ", " in ", " not in "};
constexpr int kMaxDepth = 1000;

class Unparser {
 public:
  std::string take() { return std::move(out_); }

  void expression(const Expr& e, int level) {
    if (++depth_ > kMaxDepth) {
      throw SourceError(ErrorKind::Recursion, "maximum recursion depth exceeded during compilation", e.span.line, 0,
                        e.span.line, 0);
    }
    write(e, level);
    --depth_;
  }

 private:
  // Opens a parenthesis where the context binds tighter than `own`, and closes it at the end of its scope.
  class Parentheses {
   public:
    Parentheses(Unparser& unparser, bool needed) : out_(unparser.out_), needed_(needed) { out_ += needed ? "(" : ""; }
    ~Parentheses() { out_ += needed_ ? ")" : ""; }

   private:
    std::string& out_;
    bool needed_;
  };

  void list(const ExprList& items, int level) {
    for (size_t i = 0; i < items.size(); ++i) {
      if (i > 0) out_ += ", ";
      expression(*items[i], level);
    }
  }

  void bool_op(const BoolOpExpr& e, int level) {
    const Level own = e.op == BoolOperator::And ? kAnd : kOr;
    const Parentheses parentheses(*this, level > own);
    for (size_t i = 0; i < e.values.size(); ++i) {
      if (i > 0) out_ += own == kAnd ? " and " : " or ";
      expression(*e.values[i], own + 1);
    }
  }

  void bin_op(const BinOpExpr& e, int level) {
    const OperatorText& op = kOperators[static_cast<int>(e.op)];
    const bool right_first = e.op == Operator::Power;
    const Parentheses parentheses(*this, level > op.level);
    expression(*e.left, op.level + (right_first ? 1 : 0));
    out_ += op.text;
    expression(*e.right, op.level + (right_first ? 0 : 1));
  }

  void unary_op(const UnaryOpExpr& e, int level) {
    constexpr const char* texts[] = {"~", "not ", "+", "-"};
    const Level own = e.op == UnaryOperator::Not ? kNot : kFactor;
    const Parentheses parentheses(*this, level > own);
    out_ += texts[static_cast<int>(e.op)];
    expression(*e.operand, own);
  }

  void compare(const CompareExpr& e, int level) {
    const Parentheses parentheses(*this, level > kCompare);
    expression(*e.left, kCompare + 1);
    for (size_t i = 0; i < e.ops.size(); ++i) {
      out_ += kComparisons[static_cast<int>(e.ops[i])];
      expression(*e.comparators[i], kCompare + 1);
    }
  }

  void separate(bool* first) {
    if (!*first) out_ += ", ";
    *first = false;
  }

  void parameters(const std::vector<Argument>& list, const Arguments& args, size_t offset, bool* first) {
    const size_t all = args.positional_only.size() + args.positional.size();
    for (size_t i = 0; i < list.size(); ++i) {
      separate(first);
      out_ += list[i].name;
      const size_t without_default = all - args.defaults.size();
      if (offset + i < without_default) continue;
      out_ += "=";
      expression(*args.defaults[offset + i - without_default], kTest);
    }
  }

  void arguments(const Arguments& args) {
    bool first = true;
    parameters(args.positional_only, args, 0, &first);
    if (!args.positional_only.empty()) out_ += ", /";
    parameters(args.positional, args, args.positional_only.size(), &first);
    if (args.star != nullptr || !args.keyword_only.empty()) {
      separate(&first);
      out_ += "*" + (args.star != nullptr ? args.star->name : "");
    }
    for (size_t i = 0; i < args.keyword_only.size(); ++i) {
      separate(&first);
      out_ += args.keyword_only[i].name;
      if (args.keyword_defaults[i] == nullptr) continue;
      out_ += "=";
      expression(*args.keyword_defaults[i], kTest);
    }
    if (args.double_star == nullptr) return;
    separate(&first);
    out_ += "**" + args.double_star->name;
  }

  void lambda(const LambdaExpr& e, int level) {
    const Parentheses parentheses(*this, level > kTest);
    out_ += e.args.positional.empty() && e.args.positional_only.empty()
                ? "lambda"
                : "lambda ";  // CPython writes `lambda*a: 0` too
    arguments(e.args);
    out_ += ": ";
    expression(*e.body, kTest);
  }

  void if_expression(const IfExpr& e, int level) {
    const Parentheses parentheses(*this, level > kTest);
    expression(*e.body, kTest + 1);
    out_ += " if ";
    expression(*e.test, kTest + 1);
    out_ += " else ";
    expression(*e.orelse, kTest);
  }

  void dict(const DictExpr& e) {
    out_ += "{";
    for (size_t i = 0; i < e.values.size(); ++i) {
      if (i > 0) out_ += ", ";
      if (e.keys[i] != nullptr) {
        expression(*e.keys[i], kTest);
        out_ += ": ";
      } else {
        out_ += "**";
      }
      expression(*e.values[i], e.keys[i] != nullptr ? kTest : kBitOr);
    }
    out_ += "}";
  }

  void generators(const std::vector<Comprehension>& clauses) {
    for (const Comprehension& clause : clauses) {
      out_ += clause.is_async ? " async for " : " for ";
      expression(*clause.target, kTuple);
      out_ += " in ";
      expression(*clause.iterator, kTest + 1);
      for (const Expr* condition : clause.conditions) {
        out_ += " if ";
        expression(*condition, kTest + 1);
      }
    }
  }

  template <class Node>
  void comprehension(const Node& e, const char* open, const char* close) {
    out_ += open;
    expression(*e.element, kTest);
    generators(e.generators);
    out_ += close;
  }

  void dict_comprehension(const DictCompExpr& e) {
    out_ += "{";
    expression(*e.key, kTest);
    out_ += ": ";
    expression(*e.value, kTest);
    generators(e.generators);
    out_ += "}";
  }

  void call(const CallExpr& e) {
    expression(*e.function, kAtom);
    if (e.args.size() == 1 && e.keywords.empty() && e.args[0]->kind == ExprKind::GeneratorExp) {
      return expression(*e.args[0], kTest);
    }
    out_ += "(";
    list(e.args, kTest);
    bool first = e.args.empty();
    for (const Keyword& keyword : e.keywords) {
      separate(&first);
      out_ += keyword.has_name ? keyword.name + "=" : "**";
      expression(*keyword.value, kTest);
    }
    out_ += ")";
  }

  void attribute(const AttributeExpr& e) {
    expression(*e.value, kAtom);
    const bool is_int = e.value->kind == ExprKind::Constant &&
                        (std::holds_alternative<int64_t>(as<ConstantExpr>(*e.value).value.value) ||
                         std::holds_alternative<BigIntConstant>(as<ConstantExpr>(*e.value).value.value));
    out_ += (is_int ? " ." : ".") + e.attribute;
  }

  void subscript(const SubscriptExpr& e) {
    expression(*e.value, kAtom);
    out_ += "[";
    expression(*e.index, kTuple);
    out_ += "]";
  }

  void slice(const SliceExpr& e) {
    if (e.lower != nullptr) expression(*e.lower, kTest);
    out_ += ":";
    if (e.upper != nullptr) expression(*e.upper, kTest);
    if (e.step == nullptr) return;
    out_ += ":";
    expression(*e.step, kTest);
  }

  void tuple(const TupleExpr& e, int level) {
    const Parentheses parentheses(*this, e.elements.empty() || level > kTuple);
    list(e.elements, kTest);
    if (e.elements.size() == 1) out_ += ",";
  }

  // The name of infinity is no literal; a number that overflows to it is.
  void constant(const ConstantExpr& e) {
    std::string text = std::holds_alternative<EllipsisConstant>(e.value.value) ? "..." : repr(e.value);
    const bool is_number =
        std::holds_alternative<double>(e.value.value) || std::holds_alternative<ComplexConstant>(e.value.value);
    for (size_t at = is_number ? text.find("inf") : std::string::npos; at != std::string::npos; at = text.find("inf")) {
      text.replace(at, 3, "1e309");
    }
    out_ += (e.unicode_prefix ? "u" : "") + text;
  }

  // The body of an f-string, before it is quoted.
  static std::string formatted_body(const Expr& e, int depth) {
    if (e.kind == ExprKind::Constant)
      return doubled_braces(std::get<StrConstant>(as<ConstantExpr>(e).value.value).text);
    if (e.kind == ExprKind::FormattedValue) return replacement(as<FormattedValueExpr>(e), depth);
    std::string body;
    for (const Expr* value : as<JoinedStrExpr>(e).values) body += formatted_body(*value, depth);
    return body;
  }

  static std::string doubled_braces(const std::string& text) {
    std::string result;
    for (const char c : text) {
      result += c;
      if (c == '{' || c == '}') result += c;
    }
    return result;
  }

  static std::string replacement(const FormattedValueExpr& e, int depth) {
    Unparser inner;
    inner.depth_ = depth;
    inner.expression(*e.value, kTest + 1);
    const std::string value = inner.take();
    std::string result = value[0] == '{' ? "{ " : "{";
    result += value;
    if (e.conversion > 0) result += std::string("!") + static_cast<char>(e.conversion);
    if (e.format_spec != nullptr) result += ":" + formatted_body(*e.format_spec, depth);
    return result + "}";
  }

  void formatted(const Expr& e) { out_ += "f" + repr(Constant{StrConstant{formatted_body(e, depth_)}}); }

  void named(const NamedExpr& e, int level) {
    const Parentheses parentheses(*this, level > kTuple);
    expression(*e.target, kAtom);
    out_ += " := ";
    expression(*e.value, kAtom);
  }

  void await(const AwaitExpr& e, int level) {
    const Parentheses parentheses(*this, level > kAwait);
    out_ += "await ";
    expression(*e.value, kAtom);
  }

  void yield(const char* word, const Expr* value) {
    out_ += word;
    if (value != nullptr) {
      out_ += " ";
      expression(*value, kTest);
    }
    out_ += ")";
  }

  void bracketed(const char* open, const ExprList& items, const char* close) {
    out_ += open;
    list(items, kTest);
    out_ += close;
  }

  void write(const Expr& e, int level) {
    switch (e.kind) {
      case ExprKind::BoolOp:
        return bool_op(as<BoolOpExpr>(e), level);
      case ExprKind::BinOp:
        return bin_op(as<BinOpExpr>(e), level);
      case ExprKind::UnaryOp:
        return unary_op(as<UnaryOpExpr>(e), level);
      case ExprKind::Lambda:
        return lambda(as<LambdaExpr>(e), level);
      case ExprKind::IfExp:
        return if_expression(as<IfExpr>(e), level);
      case ExprKind::Dict:
        return dict(as<DictExpr>(e));
      case ExprKind::Set:
        return bracketed("{", as<SetExpr>(e).elements, "}");
      case ExprKind::ListComp:
        return comprehension(as<ListCompExpr>(e), "[", "]");
      case ExprKind::SetComp:
        return comprehension(as<SetCompExpr>(e), "{", "}");
      case ExprKind::GeneratorExp:
        return comprehension(as<GeneratorExpr>(e), "(", ")");
      case ExprKind::DictComp:
        return dict_comprehension(as<DictCompExpr>(e));
      case ExprKind::Await:
        return await(as<AwaitExpr>(e), level);
      case ExprKind::Yield:
        return yield("(yield", as<YieldExpr>(e).value);
      case ExprKind::YieldFrom:
        return yield("(yield from", as<YieldFromExpr>(e).value);
      case ExprKind::Compare:
        return compare(as<CompareExpr>(e), level);
      case ExprKind::Call:
        return call(as<CallExpr>(e));
      case ExprKind::FormattedValue:
      case ExprKind::JoinedStr:
        return formatted(e);
      case ExprKind::Constant:
        return constant(as<ConstantExpr>(e));
      case ExprKind::Attribute:
        return attribute(as<AttributeExpr>(e));
      case ExprKind::Subscript:
        return subscript(as<SubscriptExpr>(e));
      case ExprKind::Starred:
        out_ += "*";
        return expression(*as<StarredExpr>(e).value, kBitOr);
      case ExprKind::Name:
        out_ += as<NameExpr>(e).id;
        return;
      case ExprKind::List:
        return bracketed("[", as<ListExpr>(e).elements, "]");
      case ExprKind::Tuple:
        return tuple(as<TupleExpr>(e), level);
      case ExprKind::Slice:
        return slice(as<SliceExpr>(e));
      case ExprKind::NamedExpr:
        return named(as<NamedExpr>(e), level);
    }
  }

  std::string out_;
  int depth_ = 0;
};

}  // namespace

std::string unparse(const Expr& expression) {
  Unparser unparser;
  unparser.expression(expression, kTest);
  return unparser.take();
}

}  // namespace gillab::compiler
