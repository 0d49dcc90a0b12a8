// '%' with %s, %r and %a, a width and a precision; anything else is left to the operator.
#include "compiler/fold_format.h"

#include <string_view>

namespace gillab::compiler {

namespace {

constexpr std::string_view kFlags = "-+ #0";  // only the first means something to text
constexpr size_t kMostDigits = 2;

struct Conversion {
  bool left = false;
  std::string width;
  std::string precision;
  bool has_precision = false;
  char kind = 0;
};

class FormatFolder {
 public:
  FormatFolder(Tree& tree, const BinOpExpr& node, const std::string& text)
      : tree_(tree), node_(node), text_(text), args_(as<TupleExpr>(*node.right).elements) {}

  Expr* fold() {
    auto* result = tree_.make<JoinedStrExpr>(node_.span);
    size_t used = 0;
    for (;;) {
      if (!literal(*result)) return nullptr;
      if (at_ >= text_.size()) break;
      Conversion conversion;
      if (used >= args_.size() || !parse(conversion)) return nullptr;
      result->values.push_back(formatted(conversion, args_[used++]));
    }
    return used == args_.size() ? result : nullptr;
  }

 private:
  // The text up to the next conversion, `%%` included. Fails on a lone `%` at the end.
  bool literal(JoinedStrExpr& result) {
    std::string part;
    while (at_ < text_.size()) {
      if (text_[at_] != '%') {
        part += text_[at_++];
      } else if (at_ + 1 < text_.size() && text_[at_ + 1] == '%') {
        part += '%';
        at_ += 2;
      } else {
        break;
      }
    }
    if (!part.empty()) result.values.push_back(constant(std::move(part), Span{-1, -1, -1, -1}));
    return at_ >= text_.size() || at_ + 1 < text_.size();
  }

  bool digits(std::string& out) {
    while (at_ < text_.size() && text_[at_] >= '0' && text_[at_] <= '9') out += text_[at_++];
    return out.size() <= kMostDigits;
  }

  bool parse(Conversion& conversion) {
    for (++at_; at_ < text_.size() && kFlags.find(text_[at_]) != kFlags.npos; ++at_) {
      conversion.left |= text_[at_] == '-';
    }
    if (!digits(conversion.width)) return false;
    if (at_ < text_.size() && text_[at_] == '.') {
      ++at_;
      conversion.has_precision = true;
      if (!digits(conversion.precision)) return false;
      if (conversion.precision.empty()) conversion.precision += '0';
    }
    if (at_ >= text_.size()) return false;
    conversion.kind = text_[at_++];
    return conversion.kind == 's' || conversion.kind == 'r' || conversion.kind == 'a';
  }

  ConstantExpr* constant(std::string text, const Span& span) {
    auto* made = tree_.make<ConstantExpr>(span);
    made->value.value = StrConstant{std::move(text)};
    return made;
  }

  Expr* formatted(const Conversion& conversion, Expr* argument) {
    auto* made = tree_.make<FormattedValueExpr>(argument->span);
    made->value = argument;
    made->conversion = conversion.kind;
    std::string spec;
    if (!conversion.left && !conversion.width.empty()) spec += '>';
    spec += conversion.width;
    if (conversion.has_precision) (spec += '.') += conversion.precision;
    if (!spec.empty()) made->format_spec = constant(std::move(spec), argument->span);
    return made;
  }

  Tree& tree_;
  const BinOpExpr& node_;
  const std::string& text_;
  const ExprList& args_;
  size_t at_ = 0;
};

}  // namespace

Expr* fold_format(Tree& tree, const BinOpExpr& node) {
  const auto* text = std::get_if<StrConstant>(&as<ConstantExpr>(*node.left).value.value);
  if (text == nullptr) return nullptr;
  for (const Expr* argument : as<TupleExpr>(*node.right).elements) {
    if (argument->kind == ExprKind::Starred) return nullptr;
  }
  return FormatFolder(tree, node, text->text).fold();
}

}  // namespace gillab::compiler
