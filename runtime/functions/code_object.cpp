// What scripts see of code objects and cells. Code is made and run by the VM.
#include <cstdio>

#include "runtime/classes/descriptors.h"
#include "runtime/function.h"
#include "runtime/functions/code_replace.h"
#include "runtime/int.h"
#include "runtime/interpreter.h"
#include "runtime/classes/layouts.h"
#include "runtime/list.h"
#include "runtime/native.h"
#include "runtime/operations.h"
#include "runtime/setup.h"
#include "runtime/str.h"

namespace gillab {

namespace {

using CellFields = FieldLayout<CellObject, &CellObject::content>;
using CodeFields = FieldLayout<Code, &Code::name, &Code::qualified_name, &Code::filename, &Code::constants,
                               &Code::names, &Code::variable_names, &Code::cell_names>;

void destroy_code(Thread& thread, Object* object) {
  auto* code = static_cast<Code*>(object);
  free_bodies(thread, code);
  code->unit.~shared_ptr();
  CodeFields::destroy(thread, object);
}
void traverse_code(Object* object, const Visitor& visitor) {
  CodeFields::traverse(object, visitor);
  traverse_bodies(static_cast<Code*>(object), visitor);
}
// Its constants close no cycle, and what its bodies hold goes with them: something else in the cycle is cleared.
void keep_code(Thread&, Object*) {}

Code* self_of(Value value) { return as<Code>(value); }

Ref read_name(Thread&, Value self) { return self_of(self)->name.take(); }
Ref read_qualified_name(Thread&, Value self) { return self_of(self)->qualified_name.take(); }
Ref read_filename(Thread&, Value self) { return self_of(self)->filename.take(); }
Ref read_constants(Thread&, Value self) { return self_of(self)->constants.take(); }
Ref read_names(Thread&, Value self) { return self_of(self)->names.take(); }
Ref read_cell_names(Thread&, Value self) { return self_of(self)->cell_names.take(); }
template <auto member>
Ref read_number(Thread&, Value self) {
  return Ref::own(Value::integer(static_cast<int64_t>(self_of(self)->*member)));
}
Ref part_of_variables(Thread& thread, const Code* code, uint32_t start, uint32_t count) {
  return make_tuple(thread, as<Tuple>(code->variable_names.peek())->items + start, count);
}
Ref read_variable_names(Thread& thread, Value self) {
  return part_of_variables(thread, self_of(self), 0, self_of(self)->local_count);
}
Ref read_free_names(Thread& thread, Value self) {
  const Code* code = self_of(self);
  return part_of_variables(thread, code, code->variable_count - code->free_count, code->free_count);
}

const GetSetDef kCodeAttributes[] = {
    {"co_name", read_name, readonly_attribute},
    {"co_qualname", read_qualified_name, readonly_attribute},
    {"co_filename", read_filename, readonly_attribute},
    {"co_firstlineno", read_number<&Code::first_line>, readonly_attribute},
    {"co_flags", read_number<&Code::flags>, readonly_attribute},
    {"co_argcount", read_number<&Code::argument_count>, readonly_attribute},
    {"co_posonlyargcount", read_number<&Code::positional_only_count>, readonly_attribute},
    {"co_kwonlyargcount", read_number<&Code::keyword_only_count>, readonly_attribute},
    {"co_nlocals", read_number<&Code::local_count>},
    {"co_stacksize", read_number<&Code::stack_size>, readonly_attribute},
    {"co_consts", read_constants, readonly_attribute},
    {"co_names", read_names, readonly_attribute},
    {"co_varnames", read_variable_names},
    {"co_cellvars", read_cell_names},
    {"co_freevars", read_free_names},
};

Ref code_repr(Thread& thread, const Value* args, uint32_t, Tuple*) {
  const Code* code = self_of(args[0]);
  char address[32];
  std::snprintf(address, sizeof address, "%p", static_cast<const void*>(code));
  return format_text(thread, "<code object {} at {}, file \"{}\", line {}>",
                     {code->name.peek(), address, code->filename.peek(), code->first_line});
}

Ref number_or_none(int32_t number) { return number < 0 ? Ref::none() : Ref::own(Value::integer(number)); }

// co_positions(): (line, end_line, column, end_column) of each instruction.
Ref code_positions(Thread& thread, const Value* args, uint32_t, Tuple*) {
  const Code* code = self_of(args[0]);
  Ref list = make_list(thread, code->instruction_count);
  for (uint32_t i = 0; list && i < code->instruction_count; ++i) {
    const Position& at = code->positions[i];
    bool known = at.line > 0;
    Ref row = make_tuple_of(thread, number_or_none(known ? at.line : -1).get(),
                            number_or_none(known ? at.end_line : -1).get(), number_or_none(at.column).get(),
                            number_or_none(at.end_column).get());
    if (!row || !append(thread, list.as<List>(), std::move(row))) return {};
  }
  return list ? iterate(thread, list.get()) : Ref();
}

// co_lines(): (start, end, line) of runs of instructions, at two bytes an instruction as CPython counts.
Ref code_lines(Thread& thread, const Value* args, uint32_t, Tuple*) {
  const Code* code = self_of(args[0]);
  Ref list = make_list(thread);
  for (uint32_t start = 0, end; list && start < code->instruction_count; start = end) {
    int32_t line = code->positions[start].line;
    for (end = start + 1; end < code->instruction_count && code->positions[end].line == line; ++end) continue;
    Ref row = make_tuple_of(thread, Value::integer(2 * int64_t{start}), Value::integer(2 * int64_t{end}),
                            number_or_none(line > 0 ? line : -1).get());
    if (!row || !append(thread, list.as<List>(), std::move(row))) return {};
  }
  return list ? iterate(thread, list.get()) : Ref();
}

const MethodDef kCodeMethods[] = {
    {"__repr__", "(self, /)", code_repr},
    {"co_positions", "(self, /)", code_positions},
    {"co_lines", "(self, /)", code_lines},
    {"replace", kReplaceSignature, code_replace},
};

// --- cells

CellObject* cell_of(Value value) { return as<CellObject>(value); }

Ref cell_new(Thread& thread, const Value* args, uint32_t, Tuple*) { return make_cell(thread, args[1]); }
Ref cell_repr(Thread& thread, const Value* args, uint32_t, Tuple*) {
  char address[32], content[32];
  std::snprintf(address, sizeof address, "%p", static_cast<void*>(args[0].as_object()));
  Ref value = cell_of(args[0])->content.take();
  if (!value) return format_text(thread, "<cell at {}: empty>", {address});
  void* target = value.get().is_object() ? static_cast<void*>(value.get().as_object())
                                         : reinterpret_cast<void*>(value.get().bits());
  std::snprintf(content, sizeof content, "%p", target);
  return format_text(thread, "<cell at {}: {} object at {}>", {address, type_name(thread, value.get()), content});
}
// Empty cells stand before all others.
template <Compare op>
Ref cell_compare(Thread& thread, const Value* args, uint32_t, Tuple*) {
  if (!is<CellObject>(args[1])) return Ref::not_implemented();
  Ref left = cell_of(args[0])->content.take(), right = cell_of(args[1])->content.take();
  if (left && right) return compare(thread, op, left.get(), right.get());
  return compare(thread, op, Value::boolean(static_cast<bool>(left)), Value::boolean(static_cast<bool>(right)));
}
const MethodDef kCellMethods[] = {
    {"__new__", "(cls, contents=None, /)", cell_new, MethodDef::Static},
    {"__repr__", "(self, /)", cell_repr},
    {"__lt__", "(self, value, /)", cell_compare<Compare::Less>},
    {"__le__", "(self, value, /)", cell_compare<Compare::LessEqual>},
    {"__eq__", "(self, value, /)", cell_compare<Compare::Equal>},
    {"__ne__", "(self, value, /)", cell_compare<Compare::NotEqual>},
    {"__gt__", "(self, value, /)", cell_compare<Compare::Greater>},
    {"__ge__", "(self, value, /)", cell_compare<Compare::GreaterEqual>},
};

Ref read_content(Thread& thread, Value self) {
  Ref content = cell_of(self)->content.take();
  return content ? std::move(content) : raise(thread, Error::ValueError, "Cell is empty");
}
bool write_content(Thread&, Value self, Value value) {
  Ref old;
  {
    Guard guard(self.as_object()->header);
    old = cell_of(self)->content.exchange(value.is_empty() ? Ref() : Ref::share(value));
  }
  return true;
}
const GetSetDef kCellAttributes[] = {{"cell_contents", read_content, write_content}};

}  // namespace

const Layout kCodeLayout = {"code", sizeof(Code), true, destroy_code, traverse_code, keep_code};
const Layout kCellObjectLayout = CellFields::named("cell");

Ref make_cell(Thread& thread, Value content) {
  auto* cell = allocate<CellObject>(thread, thread.types().cell->root);
  if (!cell) return {};
  cell->content.init(content.is_empty() ? Ref() : Ref::share(content));
  return Ref::own(cell);
}

void setup_code(Thread& thread, Type* type) {
  add_methods(thread, type, kCodeMethods);
  add_getsets(thread, type, kCodeAttributes);
}
void setup_cell(Thread& thread, Type* type) {
  add_methods(thread, type, kCellMethods);
  add_getsets(thread, type, kCellAttributes);
}

}  // namespace gillab
