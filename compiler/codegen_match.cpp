// Code generation for match: cases, captures, and the patterns that look at one value. Those that take a subject
// apart are in codegen_patterns.cpp.
#include <algorithm>

#include "compiler/codegen.h"

namespace gillab::compiler {

bool is_wildcard(const Pattern& node) {
  return node.kind == PatternKind::As && as<AsPattern>(node).pattern == nullptr && as<AsPattern>(node).name.empty();
}

void Generator::match(const MatchStmt& node) {
  visit(*node.subject);
  Block* end = new_block();
  const size_t count = node.cases.size();
  const bool has_default = count > 1 && is_wildcard(*node.cases.back().pattern);
  const size_t tested = count - has_default;
  for (size_t i = 0; i < tested; ++i) {
    match_case(node.cases[i], i + 1 == tested, node.cases[i].guard != nullptr || i + 1 == count, end);
  }
  if (has_default) {
    const MatchCase& item = node.cases.back();
    at(item.pattern->span);
    emit(Opcode::NOP);
    if (item.guard != nullptr) jump_if(*item.guard, end, false);
    visit_all(item.body);
    nowhere();
  }
  use(end);
}

void Generator::match_case(const MatchCase& item, bool is_last, bool allow_irrefutable, Block* end) {
  at(item.pattern->span);
  if (!is_last) emit(Opcode::COPY, 1);
  PatternState state;
  state.allow_irrefutable = allow_irrefutable;
  pattern(*item.pattern, state);
  for (const std::string& name : state.stores) variable(name, Context::Store);
  if (item.guard != nullptr) {
    ensure_fail(0, state);
    jump_if(*item.guard, state.fail_pops[0], false);
  }
  if (!is_last) emit(Opcode::POP_TOP);
  visit_all(item.body);
  jump(pseudo::kJump, end);
  at(item.pattern->span);
  emit_fails(state);
}

// --- what a failing pattern must pop: one block for each depth, the deepest first

void Generator::ensure_fail(size_t pops, PatternState& state) {
  while (state.fail_pops.size() <= pops) state.fail_pops.push_back(new_block());
}

void Generator::jump_to_fail(Opcode opcode, PatternState& state) {
  const size_t pops = state.on_top + state.stores.size();
  ensure_fail(pops, state);
  jump(opcode, state.fail_pops[pops]);
}

void Generator::emit_fails(PatternState& state) {
  if (state.fail_pops.empty()) return;
  for (size_t i = state.fail_pops.size() - 1; i > 0; --i) {
    use(state.fail_pops[i]);
    emit(Opcode::POP_TOP);
  }
  use(state.fail_pops[0]);
  state.fail_pops.clear();
}

// Puts the top `count - 1` places down.
void Generator::rotate(size_t count) {
  for (; count > 1; --count) emit(Opcode::SWAP, static_cast<uint32_t>(count));
}

// A captured value goes under what the rest of the pattern still needs; an empty name drops it.
void Generator::capture(const Name& name, PatternState& state) {
  if (name.empty()) return emit(Opcode::POP_TOP);
  refuse_debug(name, Context::Store);
  if (std::find(state.stores.begin(), state.stores.end(), name) != state.stores.end()) {
    refuse("multiple assignments to name '" + name + "' in pattern");
  }
  rotate(state.on_top + state.stores.size() + 1);
  state.stores.push_back(name);
}

void Generator::pattern(const Pattern& node, PatternState& state) {
  const Depth depth(depth_, errors_, node.span);
  at(node.span);
  pattern_here(node, state);
}

void Generator::subpattern(const Pattern& node, PatternState& state) {
  const bool before = state.allow_irrefutable;
  state.allow_irrefutable = true;
  pattern(node, state);
  state.allow_irrefutable = before;
}

void Generator::pattern_here(const Pattern& node, PatternState& state) {
  switch (node.kind) {
    case PatternKind::Value:
      visit(*as<ValuePattern>(node).value);
      compare(Comparison::Equal);
      return jump_to_fail(pseudo::kPopJumpIfFalse, state);
    case PatternKind::Singleton:
      load(as<SingletonPattern>(node).value);
      compare(Comparison::Is);
      return jump_to_fail(pseudo::kPopJumpIfFalse, state);
    case PatternKind::Sequence:
      return sequence_pattern(as<SequencePattern>(node), state);
    case PatternKind::Mapping:
      return mapping_pattern(as<MappingPattern>(node), state);
    case PatternKind::Class:
      return class_pattern(as<ClassPattern>(node), state);
    case PatternKind::Star:
      return capture(as<StarPattern>(node).name, state);
    case PatternKind::As:
      return as_pattern(as<AsPattern>(node), state);
    case PatternKind::Or:
      return or_pattern(as<OrPattern>(node), state);
  }
}

void Generator::as_pattern(const AsPattern& node, PatternState& state) {
  if (node.pattern == nullptr) {
    if (!state.allow_irrefutable) {
      refuse(node.name.empty() ? "wildcard makes remaining patterns unreachable"
                               : "name capture '" + node.name + "' makes remaining patterns unreachable");
    }
    return capture(node.name, state);
  }
  ++state.on_top;
  emit(Opcode::COPY, 1);
  pattern(*node.pattern, state);
  --state.on_top;
  capture(node.name, state);
}

void Generator::or_pattern(const OrPattern& node, PatternState& state) {
  Block* end = new_block();
  std::vector<std::string> control;
  for (size_t i = 0; i < node.patterns.size(); ++i) {
    PatternState alternative;
    alternative.allow_irrefutable = i + 1 == node.patterns.size() && state.allow_irrefutable;
    at(node.patterns[i]->span);
    emit(Opcode::COPY, 1);
    pattern(*node.patterns[i], alternative);
    if (i == 0) {
      control = alternative.stores;
    } else {
      if (alternative.stores.size() != control.size()) refuse("alternative patterns bind different names");
      reorder_stores(control, alternative);
    }
    jump(pseudo::kJump, end);
    emit_fails(alternative);
  }
  emit(Opcode::POP_TOP);
  jump_to_fail(pseudo::kJump, state);
  use(end);
  const size_t depth = control.size() + 1 + state.on_top + state.stores.size();
  for (const std::string& name : control) {
    rotate(depth);
    if (std::find(state.stores.begin(), state.stores.end(), name) != state.stores.end()) {
      refuse("multiple assignments to name '" + name + "' in pattern");
    }
    state.stores.push_back(name);
  }
  emit(Opcode::POP_TOP);
}

// Alternatives may capture in another order: the values are rotated into the order of the first.
void Generator::reorder_stores(const std::vector<std::string>& control, PatternState& state) {
  std::vector<std::string>& stores = state.stores;
  for (size_t i = control.size(); i-- > 0;) {
    const auto found = std::find(stores.begin(), stores.end(), control[i]);
    if (found == stores.end()) refuse("alternative patterns bind different names");
    const auto place = static_cast<size_t>(found - stores.begin());
    if (place == i) continue;
    std::rotate(stores.begin(), found + 1, stores.begin() + static_cast<long>(i) + 1);
    for (size_t turns = 0; turns <= place; ++turns) rotate(i + 1);
  }
}

}  // namespace gillab::compiler
