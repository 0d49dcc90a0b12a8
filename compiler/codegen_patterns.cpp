// Code generation for patterns that take a subject apart: sequences, mappings, classes.
#include <algorithm>
#include <cmath>

#include "compiler/codegen.h"

namespace gillab::compiler {

namespace {

bool is_star_wildcard(const Pattern& node) {
  return node.kind == PatternKind::Star && as<StarPattern>(node).name.empty();
}

// Keys that are equal in a dict: 1, 1.0 and True are one key.
Constant as_key(const Constant& value) {
  if (const auto* flag = std::get_if<bool>(&value.value)) return {static_cast<int64_t>(*flag)};
  if (const auto* number = std::get_if<ComplexConstant>(&value.value)) {
    return number->imaginary == 0 ? as_key({number->real}) : value;
  }
  const auto* number = std::get_if<double>(&value.value);
  constexpr double kExact = 9007199254740992.0;
  if (number == nullptr || std::fabs(*number) > kExact || std::floor(*number) != *number) return value;
  return {static_cast<int64_t>(*number)};
}

}  // namespace

void Generator::check_length(size_t length, Comparison op, PatternState& state) {
  emit(Opcode::GET_LEN);
  load_count(length);
  compare(op);
  jump_to_fail(pseudo::kPopJumpIfFalse, state);
}

void Generator::sequence_pattern(const SequencePattern& node, PatternState& state) {
  const size_t count = node.patterns.size();
  size_t star = count;
  bool only_wildcards = true;
  bool star_is_wildcard = false;
  for (size_t i = 0; i < count; ++i) {
    const Pattern& part = *node.patterns[i];
    if (part.kind == PatternKind::Star) {
      if (star != count) refuse("multiple starred names in sequence pattern");
      star = i;
      star_is_wildcard = is_star_wildcard(part);
      only_wildcards &= star_is_wildcard;
    } else {
      only_wildcards &= is_wildcard(part);
    }
  }
  ++state.on_top;
  emit(Opcode::MATCH_SEQUENCE);
  jump_to_fail(pseudo::kPopJumpIfFalse, state);
  if (star == count) {
    check_length(count, Comparison::Equal, state);
  } else if (count > 1) {
    check_length(count - 1, Comparison::GreaterEqual, state);
  }
  --state.on_top;
  if (only_wildcards) return emit(Opcode::POP_TOP);
  star_is_wildcard ? sequence_subscript(node.patterns, star, state) : sequence_unpack(node.patterns, state);
}

void Generator::sequence_unpack(const std::vector<Pattern*>& patterns, PatternState& state) {
  const size_t count = patterns.size();
  bool seen_star = false;
  for (size_t i = 0; i < count; ++i) {
    if (patterns[i]->kind != PatternKind::Star) continue;
    if (i >= 256 || count - i - 1 >= (1u << 23)) refuse("too many expressions in star-unpacking sequence pattern");
    emit(Opcode::UNPACK_EX, static_cast<uint32_t>(i + ((count - i - 1) << 8)));
    seen_star = true;
  }
  if (!seen_star) emit(Opcode::UNPACK_SEQUENCE, static_cast<uint32_t>(count));
  state.on_top += count;
  for (const Pattern* part : patterns) {
    --state.on_top;
    subpattern(*part, state);
  }
}

// With `*_` the items in question are taken one by one and the rest is not copied.
void Generator::sequence_subscript(const std::vector<Pattern*>& patterns, size_t star, PatternState& state) {
  ++state.on_top;
  const size_t count = patterns.size();
  for (size_t i = 0; i < count; ++i) {
    if (i == star || is_wildcard(*patterns[i])) continue;
    emit(Opcode::COPY, 1);
    if (i < star) {
      load_count(i);
    } else {
      emit(Opcode::GET_LEN);
      load_count(count - i);
      emit(Opcode::BINARY_OP, static_cast<uint32_t>(Operator::Subtract));
    }
    emit(Opcode::BINARY_SUBSCR);
    subpattern(*patterns[i], state);
  }
  --state.on_top;
  emit(Opcode::POP_TOP);
}

void Generator::mapping_keys(const MappingPattern& node) {
  ConstantTable seen;
  for (size_t i = 0; i < node.keys.size(); ++i) {
    const Expr& key = *node.keys[i];
    if (key.kind == ExprKind::Constant) {
      const Constant& value = as<ConstantExpr>(key).value;
      const size_t known = seen.items().size();
      if (seen.add(as_key(value)) < known) {
        refuse("mapping pattern checks duplicate key (" + repr(value) + ")");
      }
    } else if (key.kind != ExprKind::Attribute) {
      refuse("mapping pattern keys may only match literals and attribute lookups");
    }
    visit(key);
  }
}

void Generator::mapping_pattern(const MappingPattern& node, PatternState& state) {
  const size_t count = node.keys.size();
  ++state.on_top;
  emit(Opcode::MATCH_MAPPING);
  jump_to_fail(pseudo::kPopJumpIfFalse, state);
  if (count == 0 && node.rest.empty()) {
    --state.on_top;
    return emit(Opcode::POP_TOP);
  }
  if (count > 0) check_length(count, Comparison::GreaterEqual, state);
  mapping_keys(node);
  emit(Opcode::BUILD_TUPLE, static_cast<uint32_t>(count));
  emit(Opcode::MATCH_KEYS);
  state.on_top += 2;
  emit(Opcode::COPY, 1);
  load_none();
  emit(Opcode::IS_OP, 1);
  jump_to_fail(pseudo::kPopJumpIfFalse, state);
  emit(Opcode::UNPACK_SEQUENCE, static_cast<uint32_t>(count));
  state.on_top += count;
  --state.on_top;
  for (const Pattern* part : node.patterns) {
    --state.on_top;
    subpattern(*part, state);
  }
  state.on_top -= 2;
  if (!node.rest.empty()) return mapping_rest(count, node.rest, state);
  emit(Opcode::POP_TOP);
  emit(Opcode::POP_TOP);
}

// **rest: a copy of the subject without the keys that were matched.
void Generator::mapping_rest(size_t count, const Name& rest, PatternState& state) {
  emit(Opcode::BUILD_MAP, 0);
  emit(Opcode::SWAP, 3);
  emit(Opcode::DICT_UPDATE, 2);
  emit(Opcode::UNPACK_SEQUENCE, static_cast<uint32_t>(count));
  for (; count > 0; --count) {
    emit(Opcode::COPY, static_cast<uint32_t>(count) + 1);
    emit(Opcode::SWAP, 2);
    emit(Opcode::DELETE_SUBSCR);
  }
  capture(rest, state);
}

void Generator::check_class_pattern(const ClassPattern& node) {
  const Span before = unit_->here;
  for (size_t i = 0; i < node.keyword_names.size(); ++i) {
    const Name& name = node.keyword_names[i];
    at(node.keyword_patterns[i]->span);
    refuse_debug(name, Context::Store);
    const auto first = std::find(node.keyword_names.begin(), node.keyword_names.end(), name);
    if (first != node.keyword_names.begin() + static_cast<long>(i)) {
      refuse("attribute name repeated in class pattern: " + name);
    }
  }
  at(before);
}

void Generator::class_pattern(const ClassPattern& node, PatternState& state) {
  const size_t positional = node.patterns.size();
  const size_t count = positional + node.keyword_patterns.size();
  check_class_pattern(node);
  visit(*node.type);
  TupleConstant names;
  for (const Name& name : node.keyword_names) names.items.push_back({StrConstant{name}});
  load({std::move(names)});
  emit(Opcode::MATCH_CLASS, static_cast<uint32_t>(positional));
  emit(Opcode::COPY, 1);
  load_none();
  emit(Opcode::IS_OP, 1);
  ++state.on_top;
  jump_to_fail(pseudo::kPopJumpIfFalse, state);
  emit(Opcode::UNPACK_SEQUENCE, static_cast<uint32_t>(count));
  state.on_top += count;
  --state.on_top;
  for (size_t i = 0; i < count; ++i) {
    const Pattern& part = i < positional ? *node.patterns[i] : *node.keyword_patterns[i - positional];
    --state.on_top;
    if (is_wildcard(part)) {
      emit(Opcode::POP_TOP);
    } else {
      subpattern(part, state);
    }
  }
}

}  // namespace gillab::compiler
