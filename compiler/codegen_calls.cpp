// Code generation for calls, and for what suspends: yield, yield from, await.
#include "compiler/codegen.h"

namespace gillab::compiler {

namespace {

bool has_starred(const ExprList& args) {
  for (const Expr* arg : args) {
    if (arg->kind == ExprKind::Starred) return true;
  }
  return false;
}

bool has_unpacked(const std::vector<Keyword>& keywords) {
  for (const Keyword& keyword : keywords) {
    if (!keyword.has_name) return true;
  }
  return false;
}

}  // namespace

void Generator::check_keywords(const std::vector<Keyword>& keywords) const {
  std::unordered_map<std::string_view, int> seen;
  for (const Keyword& keyword : keywords) {
    if (!keyword.has_name) continue;
    if (keyword.name == "__debug__") refuse("cannot assign to __debug__");
    if (++seen[keyword.name] > 1) errors_.refuse(keyword.span, "keyword argument repeated: " + keyword.name);
  }
}

void Generator::call(const CallExpr& node) {
  check_keywords(node.keywords);
  if (method_call(node)) return;
  check_callee(*node.function);
  at(node.function->span);
  emit(Opcode::PUSH_NULL);
  at(node.span);
  visit(*node.function);
  call_arguments(0, node.args, node.keywords);
}

// A module's function is no method: the module's scope says what is imported.
bool Generator::is_imported(const Expr& node) const {
  if (node.kind != ExprKind::Name) return false;
  const auto& symbols = scopes_.of(&tree_).symbols;
  const auto it = symbols.find(as<NameExpr>(node).id);
  return it != symbols.end() && (it->second.flags & kImported);
}

bool Generator::method_call(const CallExpr& node) {
  if (node.function->kind != ExprKind::Attribute) return false;
  const auto& method = as<AttributeExpr>(*node.function);
  if (method.context != Context::Load || is_imported(*method.value)) return false;
  const size_t count = node.args.size() + node.keywords.size();
  if (count + !node.keywords.empty() >= kStackGuideline) return false;
  if (has_starred(node.args) || has_unpacked(node.keywords)) return false;
  visit(*method.value);
  at(method.span);
  attribute_place(method);
  emit_name(Opcode::LOAD_METHOD, method.attribute);
  visit_all(node.args);
  keyword_values(node.keywords);
  at(node.span);
  attribute_place(method);
  emit(Opcode::CALL, static_cast<uint32_t>(count));
  return true;
}

void Generator::keyword_values(const std::vector<Keyword>& keywords) {
  if (keywords.empty()) return;
  TupleConstant names;
  for (const Keyword& keyword : keywords) {
    visit(*keyword.value);
    names.items.push_back({StrConstant{keyword.name}});
  }
  emit(Opcode::KW_NAMES, unit_->draft.constants.add({std::move(names)}));
}

void Generator::call_arguments(uint32_t pushed, const ExprList& args, const std::vector<Keyword>& keywords) {
  check_keywords(keywords);
  const bool large = args.size() + keywords.size() * 2 > kStackGuideline;
  if (large || has_starred(args) || has_unpacked(keywords)) return call_unpacked(pushed, args, keywords);
  visit_all(args);
  keyword_values(keywords);
  emit(Opcode::CALL, pushed + static_cast<uint32_t>(args.size() + keywords.size()));
}

void Generator::call_unpacked(uint32_t pushed, const ExprList& args, const std::vector<Keyword>& keywords) {
  if (pushed == 0 && args.size() == 1 && args[0]->kind == ExprKind::Starred) {
    visit(*as<StarredExpr>(*args[0]).value);
  } else {
    display(args, pushed, Opcode::BUILD_LIST, Opcode::LIST_APPEND, Opcode::LIST_EXTEND, true);
  }
  bool have_dict = false;
  size_t waiting = 0;
  const auto merge = [&](size_t end) {
    keyword_dict(keywords, end - waiting, end);
    if (have_dict) emit(Opcode::DICT_MERGE, 1);
    have_dict = true;
    waiting = 0;
  };
  for (size_t i = 0; i < keywords.size(); ++i) {
    if (keywords[i].has_name) {
      ++waiting;
      continue;
    }
    if (waiting > 0) merge(i);
    if (!have_dict) emit(Opcode::BUILD_MAP, 0);
    have_dict = true;
    visit(*keywords[i].value);
    emit(Opcode::DICT_MERGE, 1);
  }
  if (waiting > 0) merge(keywords.size());
  emit(Opcode::CALL_FUNCTION_EX, !keywords.empty());
}

void Generator::keyword_dict(const std::vector<Keyword>& keywords, size_t begin, size_t end) {
  const size_t count = end - begin;
  const bool big = count * 2 > kStackGuideline;
  if (count > 1 && !big) {
    TupleConstant names;
    for (size_t i = begin; i < end; ++i) {
      visit(*keywords[i].value);
      names.items.push_back({StrConstant{keywords[i].name}});
    }
    load({std::move(names)});
    return emit(Opcode::BUILD_CONST_KEY_MAP, static_cast<uint32_t>(count));
  }
  if (big) emit(Opcode::BUILD_MAP, 0);
  for (size_t i = begin; i < end; ++i) {
    load_text(keywords[i].name);
    visit(*keywords[i].value);
    if (!big) continue;
    const Span before = unit_->here;
    nowhere();
    emit(Opcode::MAP_ADD, 1);
    at(before);
  }
  if (!big) emit(Opcode::BUILD_MAP, static_cast<uint32_t>(count));
}

void Generator::yield_value(const YieldExpr& node) {
  if (!is_function_scope()) refuse("'yield' outside function");
  if (node.value != nullptr) {
    visit(*node.value);
  } else {
    load_none();
  }
  emit_yield();
}

void Generator::emit_yield() {
  if (unit_->scope->is_generator && unit_->scope->is_coroutine) emit(Opcode::ASYNC_GEN_WRAP);
  emit(Opcode::YIELD_VALUE);
  emit(Opcode::RESUME, 1);
}

void Generator::yield_from(const YieldFromExpr& node) {
  if (!is_function_scope()) refuse("'yield' outside function");
  if (unit_->kind == UnitKind::AsyncFunction) refuse("'yield from' inside async function");
  visit(*node.value);
  emit(Opcode::GET_YIELD_FROM_ITER);
  load_none();
  emit_yield_from(false);
}

void Generator::await(const AwaitExpr& node) {
  if (!top_level_await()) {
    if (!is_function_scope()) refuse("'await' outside function");
    if (unit_->kind != UnitKind::AsyncFunction && unit_->kind != UnitKind::Comprehension) {
      refuse("'await' outside async function");
    }
  }
  visit(*node.value);
  emit_await(0);
}

void Generator::emit_await(uint32_t kind) {
  emit(Opcode::GET_AWAITABLE, kind);
  load_none();
  emit_yield_from(true);
}

void Generator::emit_yield_from(bool is_await) {
  Block* start = new_block();
  Block* resume = new_block();
  Block* exit = new_block();
  use(start);
  jump(Opcode::SEND, exit);
  use(resume);
  emit(Opcode::YIELD_VALUE);
  emit(Opcode::RESUME, is_await ? 3 : 2);
  jump(pseudo::kJumpNoInterrupt, start);
  use(exit);
}

}  // namespace gillab::compiler
