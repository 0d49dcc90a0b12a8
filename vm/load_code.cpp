// Code units become code objects: constants become values, names are interned.
#include "runtime/bytes.h"
#include "runtime/errors.h"
#include "runtime/float.h"
#include "runtime/int.h"
#include "runtime/interpreter.h"
#include "runtime/list.h"
#include "runtime/set.h"
#include "runtime/str.h"
#include "vm/body.h"

namespace gillab {
namespace {

bool looks_like_name(std::string_view text) {
  for (char c : text) {
    bool part = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
    if (!part) return false;
  }
  return true;
}

Ref load_text(Thread& thread, const std::string& text) {
  if (!looks_like_name(text)) return make_str(thread, text);
  Str* interned = intern(thread, std::string_view(text));
  return interned ? Ref::share(interned) : Ref();
}

Ref load_items(Thread& thread, const std::vector<compiler::Constant>& items) {
  Tuple* tuple = new_tuple(thread, items.size());
  if (!tuple) return {};
  Ref owner = Ref::own(tuple);
  for (size_t i = 0; i < items.size(); ++i) {
    tuple->items[i] = load_constant(thread, items[i]).release();
    if (tuple->items[i].is_empty()) return {};
  }
  return owner;
}

struct Loader {
  Thread& thread;
  Ref operator()(const compiler::NoneConstant&) const { return Ref::none(); }
  Ref operator()(bool value) const { return Ref::boolean(value); }
  Ref operator()(const compiler::EllipsisConstant&) const { return Ref::own(Value::ellipsis()); }
  Ref operator()(int64_t value) const { return make_int(thread, value); }
  Ref operator()(const compiler::BigIntConstant& value) const { return parse_int(thread, value.hex, 16); }
  Ref operator()(double value) const { return make_float(thread, value); }
  Ref operator()(const compiler::ComplexConstant& value) const { return make_complex(thread, value.real, value.imaginary); }
  Ref operator()(const compiler::StrConstant& value) const { return load_text(thread, value.text); }
  Ref operator()(const compiler::BytesConstant& value) const { return make_bytes(thread, value.bytes); }
  Ref operator()(const compiler::TupleConstant& value) const {
    return value.items.empty() ? empty_tuple(thread) : load_items(thread, value.items);
  }
  Ref operator()(const compiler::FrozenSetConstant& value) const {
    Ref items = load_items(thread, value.items);
    return items ? set_from(thread, items.get(), true) : Ref();
  }
  Ref operator()(const compiler::CodeConstant& value) const { return load_code(thread, value); }
};

Ref load_names(Thread& thread, std::initializer_list<const std::vector<std::string>*> lists) {
  size_t count = 0;
  for (const auto* list : lists) count += list->size();
  Tuple* tuple = new_tuple(thread, count);
  if (!tuple) return {};
  Ref owner = Ref::own(tuple);
  size_t i = 0;
  for (const auto* list : lists) {
    for (const std::string& name : *list) {
      Str* interned = intern(thread, std::string_view(name));
      if (!interned) return {};
      tuple->items[i++] = Ref::share(interned).release();
    }
  }
  return owner;
}

std::vector<std::string> all_cells(const compiler::CodeUnit& unit) {
  std::vector<std::string> names;
  for (size_t i = 0; i < unit.local_names.size(); ++i) {
    if (unit.is_cell[i]) names.push_back(unit.local_names[i]);
  }
  names.insert(names.end(), unit.cell_names.begin(), unit.cell_names.end());
  return names;
}

void fill_counts(Code* code, const compiler::CodeUnit& unit) {
  code->first_line = unit.first_line;
  code->flags = unit.flags;
  code->argument_count = unit.argument_count;
  code->positional_only_count = unit.positional_only_count;
  code->keyword_only_count = unit.keyword_only_count;
  code->local_count = static_cast<uint32_t>(unit.local_names.size());
  code->cell_count = static_cast<uint32_t>(unit.cell_names.size());
  code->free_count = static_cast<uint32_t>(unit.free_names.size());
  code->variable_count = unit.variable_count();
  code->stack_size = unit.stack_size;
  static_assert(sizeof(Position) == sizeof(compiler::Span));
  code->positions = reinterpret_cast<const Position*>(unit.positions.data());
  code->instruction_count = static_cast<uint32_t>(unit.code.size());
}

}  // namespace

Ref load_constant(Thread& thread, const compiler::Constant& constant) { return std::visit(Loader{thread}, constant.value); }

Ref load_code(Thread& thread, std::shared_ptr<const compiler::CodeUnit> unit) {
  Ref constants = load_items(thread, unit->constants);
  Ref names = load_names(thread, {&unit->names});
  Ref variables = load_names(thread, {&unit->local_names, &unit->cell_names, &unit->free_names});
  std::vector<std::string> cells = all_cells(*unit);
  Ref cell_names = load_names(thread, {&cells});
  Ref name = load_text(thread, unit->name), qualified = load_text(thread, unit->qualified_name);
  Ref filename = make_str(thread, unit->filename);
  auto* code = constants && names && variables && cell_names && name && qualified && filename
                   ? allocate<Code>(thread, thread.types().code->root)
                   : nullptr;
  if (!code) return {};
  code->name.init(std::move(name));
  code->qualified_name.init(std::move(qualified));
  code->filename.init(std::move(filename));
  code->constants.init(std::move(constants));
  code->names.init(std::move(names));
  code->variable_names.init(std::move(variables));
  code->cell_names.init(std::move(cell_names));
  fill_counts(code, *unit);
  new (&code->unit) std::shared_ptr<const void>(std::move(unit));
  code->bodies.set(nullptr);
  return Ref::own(code);
}

}  // namespace gillab
