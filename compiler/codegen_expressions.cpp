// Code generation for expressions. Calls, comprehensions and lambdas have files of their own.
#include "compiler/codegen.h"

namespace gillab::compiler {

void Generator::visit(const Expr& node) {
  const Depth depth(depth_, errors_, node.span);
  const Span before = unit_->here;
  at(node.span);
  visit_here(node);
  at(before);
}

void Generator::visit_all(const ExprList& list) {
  for (const Expr* node : list) visit(*node);
}

void Generator::visit_here(const Expr& node) {
  switch (node.kind) {
    case ExprKind::BoolOp:
      return bool_op(as<BoolOpExpr>(node));
    case ExprKind::NamedExpr:
      visit(*as<NamedExpr>(node).value);
      emit(Opcode::COPY, 1);
      return visit(*as<NamedExpr>(node).target);
    case ExprKind::BinOp:
      return binary_chain(as<BinOpExpr>(node));
    case ExprKind::UnaryOp:
      return unary(as<UnaryOpExpr>(node));
    case ExprKind::Lambda:
      return lambda(as<LambdaExpr>(node));
    case ExprKind::IfExp:
      return conditional(as<IfExpr>(node));
    case ExprKind::Dict:
      return dict(as<DictExpr>(node));
    case ExprKind::Set:
      return display(as<SetExpr>(node).elements, 0, Opcode::BUILD_SET, Opcode::SET_ADD, Opcode::SET_UPDATE, false);
    case ExprKind::ListComp: {
      const auto& list = as<ListCompExpr>(node);
      return comprehension(node, "<listcomp>", {ComprehensionKind::List, list.generators, *list.element, nullptr});
    }
    case ExprKind::SetComp: {
      const auto& set = as<SetCompExpr>(node);
      return comprehension(node, "<setcomp>", {ComprehensionKind::Set, set.generators, *set.element, nullptr});
    }
    case ExprKind::DictComp: {
      const auto& dict = as<DictCompExpr>(node);
      return comprehension(node, "<dictcomp>", {ComprehensionKind::Dict, dict.generators, *dict.key, dict.value});
    }
    case ExprKind::GeneratorExp: {
      const auto& made = as<GeneratorExpr>(node);
      return comprehension(node, "<genexpr>", {ComprehensionKind::Generator, made.generators, *made.element, nullptr});
    }
    case ExprKind::Await:
      return await(as<AwaitExpr>(node));
    case ExprKind::Yield:
      return yield_value(as<YieldExpr>(node));
    case ExprKind::YieldFrom:
      return yield_from(as<YieldFromExpr>(node));
    case ExprKind::Compare:
      return compare_chain(as<CompareExpr>(node));
    case ExprKind::Call:
      return call(as<CallExpr>(node));
    case ExprKind::FormattedValue:
      return formatted(as<FormattedValueExpr>(node));
    case ExprKind::JoinedStr:
      return joined_string(as<JoinedStrExpr>(node));
    case ExprKind::Constant:
      return load(as<ConstantExpr>(node).value);
    case ExprKind::Attribute:
      return attribute(as<AttributeExpr>(node));
    case ExprKind::Subscript:
      return subscript(as<SubscriptExpr>(node));
    case ExprKind::Starred:
      refuse(as<StarredExpr>(node).context == Context::Store ? "starred assignment target must be in a list or tuple"
                                                             : "can't use starred expression here");
    case ExprKind::Name:
      return variable(as<NameExpr>(node).id, as<NameExpr>(node).context);
    case ExprKind::List:
      return sequence(as<ListExpr>(node).elements, as<ListExpr>(node).context, false);
    case ExprKind::Tuple:
      return sequence(as<TupleExpr>(node).elements, as<TupleExpr>(node).context, true);
    case ExprKind::Slice:
      return slice(as<SliceExpr>(node));
  }
}

// `a + b + c` leans to the left as deep as it is long: walked without recursion.
void Generator::binary_chain(const BinOpExpr& node) {
  std::vector<const BinOpExpr*> chain{&node};
  while (chain.back()->left->kind == ExprKind::BinOp) chain.push_back(&as<BinOpExpr>(*chain.back()->left));
  at(chain.back()->span);
  visit(*chain.back()->left);
  for (size_t i = chain.size(); i-- > 0;) {
    at(chain[i]->span);
    visit(*chain[i]->right);
    emit(Opcode::BINARY_OP, static_cast<uint32_t>(chain[i]->op));
  }
}

void Generator::bool_op(const BoolOpExpr& node) {
  const Opcode opcode = node.op == BoolOperator::And ? Opcode::JUMP_IF_FALSE_OR_POP : Opcode::JUMP_IF_TRUE_OR_POP;
  Block* end = new_block();
  for (size_t i = 0; i + 1 < node.values.size(); ++i) {
    visit(*node.values[i]);
    jump(opcode, end);
  }
  visit(*node.values.back());
  use(end);
}

void Generator::unary(const UnaryOpExpr& node) {
  visit(*node.operand);
  switch (node.op) {
    case UnaryOperator::Invert:
      return emit(Opcode::UNARY_INVERT);
    case UnaryOperator::Not:
      return emit(Opcode::UNARY_NOT);
    case UnaryOperator::Plus:
      return emit(Opcode::UNARY_POSITIVE);
    case UnaryOperator::Minus:
      return emit(Opcode::UNARY_NEGATIVE);
  }
}

void Generator::compare_chain(const CompareExpr& node) {
  check_comparison(node);
  visit(*node.left);
  const size_t last = node.ops.size() - 1;
  if (last == 0) {
    visit(*node.comparators[0]);
    return compare(node.ops[0]);
  }
  Block* cleanup = new_block();
  for (size_t i = 0; i < last; ++i) {
    visit(*node.comparators[i]);
    emit(Opcode::SWAP, 2);
    emit(Opcode::COPY, 2);
    compare(node.ops[i]);
    jump(Opcode::JUMP_IF_FALSE_OR_POP, cleanup);
  }
  visit(*node.comparators[last]);
  compare(node.ops[last]);
  Block* end = new_block();
  jump_without_line(pseudo::kJump, end);
  use(cleanup);
  emit(Opcode::SWAP, 2);
  emit(Opcode::POP_TOP);
  use(end);
}

void Generator::conditional(const IfExpr& node) {
  Block* end = new_block();
  Block* otherwise = new_block();
  jump_if(*node.test, otherwise, false);
  visit(*node.body);
  jump_without_line(pseudo::kJump, end);
  use(otherwise);
  visit(*node.orelse);
  use(end);
}

void Generator::sub_dict(const DictExpr& node, size_t begin, size_t end) {
  const size_t count = end - begin;
  const bool big = count * 2 > kStackGuideline;
  bool constant_keys = count > 1 && !big;
  for (size_t i = begin; constant_keys && i < end; ++i) constant_keys = node.keys[i]->kind == ExprKind::Constant;
  if (constant_keys) {
    TupleConstant keys;
    for (size_t i = begin; i < end; ++i) {
      visit(*node.values[i]);
      keys.items.push_back(as<ConstantExpr>(*node.keys[i]).value);
    }
    load({std::move(keys)});
    return emit(Opcode::BUILD_CONST_KEY_MAP, static_cast<uint32_t>(count));
  }
  if (big) emit(Opcode::BUILD_MAP, 0);
  for (size_t i = begin; i < end; ++i) {
    visit(*node.keys[i]);
    visit(*node.values[i]);
    if (big) emit(Opcode::MAP_ADD, 1);
  }
  if (!big) emit(Opcode::BUILD_MAP, static_cast<uint32_t>(count));
}

void Generator::dict(const DictExpr& node) {
  bool have_dict = false;
  size_t waiting = 0;
  const auto merge = [&](size_t begin, size_t end) {
    sub_dict(node, begin, end);
    if (have_dict) emit(Opcode::DICT_UPDATE, 1);
    have_dict = true;
    waiting = 0;
  };
  for (size_t i = 0; i < node.values.size(); ++i) {
    if (node.keys[i] == nullptr) {
      if (waiting > 0) merge(i - waiting, i);
      if (!have_dict) emit(Opcode::BUILD_MAP, 0);
      have_dict = true;
      visit(*node.values[i]);
      emit(Opcode::DICT_UPDATE, 1);
    } else if (waiting * 2 > kStackGuideline) {
      merge(i - waiting, i + 1);
    } else {
      ++waiting;
    }
  }
  if (waiting > 0) merge(node.values.size() - waiting, node.values.size());
  if (!have_dict) emit(Opcode::BUILD_MAP, 0);
}

// An attribute on a line of its own is reported there: `a\n  .b` at `b`.
void Generator::attribute_place(const AttributeExpr& node) {
  Span& here = unit_->here;
  if (here.line == node.span.end_line) return;
  here.line = node.span.end_line;
  const auto length = static_cast<int32_t>(node.attribute.size());
  if (length <= node.span.end_column) {
    here.column = node.span.end_column - length;
  } else {
    here.column = here.end_column = -1;
  }
  here.end_line = std::max(here.line, here.end_line);
}

void Generator::attribute(const AttributeExpr& node) {
  visit(*node.value);
  attribute_place(node);
  if (node.context != Context::Load) refuse_debug(node.attribute, node.context);
  emit_name(node.context == Context::Load    ? Opcode::LOAD_ATTR
            : node.context == Context::Store ? Opcode::STORE_ATTR
                                             : Opcode::DELETE_ATTR,
            node.attribute);
}

void Generator::subscript(const SubscriptExpr& node) {
  if (node.context == Context::Load) check_subscript(node);
  visit(*node.value);
  visit(*node.index);
  emit(node.context == Context::Load    ? Opcode::BINARY_SUBSCR
       : node.context == Context::Store ? Opcode::STORE_SUBSCR
                                        : Opcode::DELETE_SUBSCR);
}

void Generator::slice(const SliceExpr& node) {
  const auto part = [this](const Expr* expr) { expr != nullptr ? visit(*expr) : load_none(); };
  part(node.lower);
  part(node.upper);
  if (node.step != nullptr) visit(*node.step);
  emit(Opcode::BUILD_SLICE, node.step != nullptr ? 3 : 2);
}

void Generator::joined_string(const JoinedStrExpr& node) {
  const auto count = static_cast<uint32_t>(node.values.size());
  if (count > kStackGuideline) {
    load_text("");
    emit_name(Opcode::LOAD_METHOD, "join");
    emit(Opcode::BUILD_LIST, 0);
    for (const Expr* value : node.values) {
      visit(*value);
      emit(Opcode::LIST_APPEND, 1);
    }
    return emit(Opcode::CALL, 1);
  }
  visit_all(node.values);
  if (count != 1) emit(Opcode::BUILD_STRING, count);
}

void Generator::formatted(const FormattedValueExpr& node) {
  visit(*node.value);
  uint32_t arg = node.conversion == 's' ? 1 : node.conversion == 'r' ? 2 : node.conversion == 'a' ? 3 : 0;
  if (node.format_spec != nullptr) {
    visit(*node.format_spec);
    arg |= 4;
  }
  emit(Opcode::FORMAT_VALUE, arg);
}

void Generator::unpack(const ExprList& elements) {
  const size_t count = elements.size();
  bool seen_star = false;
  for (size_t i = 0; i < count; ++i) {
    if (elements[i]->kind != ExprKind::Starred) continue;
    if (seen_star) refuse("multiple starred expressions in assignment");
    if (i >= 256 || count - i - 1 >= (1u << 23)) refuse("too many expressions in star-unpacking assignment");
    emit(Opcode::UNPACK_EX, static_cast<uint32_t>(i + ((count - i - 1) << 8)));
    seen_star = true;
  }
  if (!seen_star) emit(Opcode::UNPACK_SEQUENCE, static_cast<uint32_t>(count));
  for (const Expr* element : elements) {
    visit(element->kind == ExprKind::Starred ? *as<StarredExpr>(*element).value : *element);
  }
}

void Generator::sequence(const ExprList& elements, Context context, bool is_tuple) {
  if (context == Context::Store) return unpack(elements);
  if (context == Context::Del) return visit_all(elements);
  display(elements, 0, Opcode::BUILD_LIST, Opcode::LIST_APPEND, Opcode::LIST_EXTEND, is_tuple);
}

namespace {

bool all_constant(const ExprList& elements) {
  for (const Expr* element : elements) {
    if (element->kind != ExprKind::Constant) return false;
  }
  return true;
}

bool any_starred(const ExprList& elements) {
  for (const Expr* element : elements) {
    if (element->kind == ExprKind::Starred) return true;
  }
  return false;
}

std::vector<Constant> constants_of(const ExprList& elements) {
  std::vector<Constant> items;
  items.reserve(elements.size());
  for (const Expr* element : elements) items.push_back(as<ConstantExpr>(*element).value);
  return items;
}

}  // namespace

void Generator::display(const ExprList& elements, uint32_t pushed, Opcode build, Opcode add, Opcode extend,
                        bool is_tuple) {
  const size_t count = elements.size();
  if (count > 2 && all_constant(elements)) {
    if (is_tuple && pushed == 0) return load({TupleConstant{constants_of(elements)}});
    emit(build, pushed);
    if (add == Opcode::SET_ADD) {
      load({FrozenSetConstant{constants_of(elements)}});
    } else {
      load({TupleConstant{constants_of(elements)}});
    }
    emit(extend, 1);
    if (is_tuple) emit(Opcode::LIST_TO_TUPLE);
    return;
  }
  bool built = count + pushed > kStackGuideline;
  if (!built && !any_starred(elements)) {
    visit_all(elements);
    return emit(is_tuple ? Opcode::BUILD_TUPLE : build, static_cast<uint32_t>(count) + pushed);
  }
  if (built) emit(build, pushed);
  for (size_t i = 0; i < count; ++i) {
    const bool starred = elements[i]->kind == ExprKind::Starred;
    if (starred && !built) emit(build, static_cast<uint32_t>(i) + pushed);
    built |= starred;
    visit(starred ? *as<StarredExpr>(*elements[i]).value : *elements[i]);
    if (built) emit(starred ? extend : add, 1);
  }
  if (is_tuple) emit(Opcode::LIST_TO_TUPLE);
}

}  // namespace gillab::compiler
