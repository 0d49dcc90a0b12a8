// Names: globals and built-ins through cells, the namespaces of modules and classes, cells of closures.
#include "runtime/interpreter.h"
#include "runtime/operations.h"
#include "runtime/str.h"
#include "vm/slow.h"

namespace gillab {

Ref builtins_of(Thread& thread, Dict* globals) {
  Ref named = dict_get_name(globals, thread.names().__builtins__);
  if (is<Module>(named.get())) return Ref::share(static_cast<Object*>(module_dict(as<Module>(named.get()))));
  if (is<Dict>(named.get())) return named;
  return named ? Ref() : Ref::share(static_cast<Object*>(thread.interpreter->builtins));
}

namespace {

void raise_name_error(Thread& thread, Str* name) {
  raise(thread, Error::NameError, "name '{}' is not defined", name);
  Ref exception = take_exception(thread);
  if (exception) set_attribute(thread, exception.get(), thread.names().name, Value::object(name));
  thread.exception = exception.release();
}

// A name in a mapping of any kind; empty and no error when it is not there.
Ref find_in_mapping(Thread& thread, Value mapping, Str* name) {
  Ref value = get_item(thread, mapping, Value::object(name));
  if (!value && exception_matches(thread, Error::KeyError)) clear_exception(thread);
  return value;
}

// Globals or built-ins that are no plain dicts: nothing is cached.
Value load_global_from_mappings(Thread& thread, Dict* globals, Str* name) {
  Ref value = find_in_mapping(thread, Value::object(globals), name);
  if (!value && !thread.has_exception()) {
    Ref named = builtins_of(thread, globals);
    if (!named) named = dict_get_name(globals, thread.names().__builtins__);
    value = find_in_mapping(thread, named.get(), name);
  }
  if (!value && !thread.has_exception()) raise_name_error(thread, name);
  return value.release();
}

DictCell* keep_cell(Thread& thread, Body* body, Dict* dict, Str* name) {
  DictCell* cell = dict_cell(thread, dict, name);
  if (cell) body->cells.push_back(cell);
  return cell;
}

}  // namespace

Value load_global_slow(Thread& thread, const Instruction* pc) {
  Body* body = thread.frame->body;
  Str* name = name_operand(thread, pc->arg);
  Ref builtins = builtins_of(thread, body->globals);
  if (!is_exact<Dict>(Value::object(body->globals)) || !builtins)
    return load_global_from_mappings(thread, body->globals, name);
  if (word_at(pc, 1) == 0) {
    DictCell* global = keep_cell(thread, body, body->globals, name);
    DictCell* builtin = keep_cell(thread, body, builtins.as<Dict>(), name);
    if (!global || !builtin) return Value();
    set_word(pc, 2, reinterpret_cast<uint64_t>(builtin));
    set_word(pc, 1, reinterpret_cast<uint64_t>(global));
  }
  auto* global = reinterpret_cast<DictCell*>(word_at(pc, 1));
  Value value = global->value.take().release();
  if (!value.is_empty()) {
    set_op(pc, Op::GLOBAL_MODULE);
    return value;
  }
  value = reinterpret_cast<DictCell*>(word_at(pc, 2))->value.take().release();
  if (!value.is_empty()) {
    set_op(pc, Op::GLOBAL_BUILTIN);
    return value;
  }
  raise_name_error(thread, name);
  return Value();
}

bool store_global_slow(Thread& thread, const Instruction* pc, Value value) {
  Body* body = thread.frame->body;
  Str* name = name_operand(thread, pc->arg);
  if (!dict_set_name(thread, body->globals, name, Ref::share(value))) return false;
  if (word_at(pc, 1) == 0) {
    DictCell* cell = keep_cell(thread, body, body->globals, name);
    if (!cell) return false;
    set_word(pc, 1, reinterpret_cast<uint64_t>(cell));
  }
  return true;
}

Value load_global_by_name(Thread& thread, uint32_t index) {
  Str* name = name_operand(thread, index);
  Dict* globals = thread.frame->globals;
  Ref builtins = builtins_of(thread, globals);
  if (!is_exact<Dict>(Value::object(globals)) || !builtins) return load_global_from_mappings(thread, globals, name);
  Ref value = dict_get_name(globals, name);
  if (!value) value = dict_get_name(builtins.as<Dict>(), name);
  if (!value) raise_name_error(thread, name);
  return value.release();
}
bool store_global_by_name(Thread& thread, uint32_t index, Value value) {
  return dict_set_name(thread, thread.frame->globals, name_operand(thread, index), Ref::share(value));
}
bool delete_global_by_name(Thread& thread, uint32_t index) {
  Str* name = name_operand(thread, index);
  if (dict_delete_name(thread, thread.frame->globals, name)) return true;
  if (!thread.has_exception()) raise_name_error(thread, name);
  return false;
}

namespace {

// A look into the frame's locals mapping; Found::Error with an exception set.
Found find_in_namespace(Thread& thread, Str* name, Ref* value) {
  Value mapping = thread.frame->namespace_;
  if (!mapping.is_object()) mapping = Value::object(thread.frame->globals);
  if (is_exact<Dict>(mapping)) {
    *value = dict_get_name(as<Dict>(mapping), name);
    return *value ? Found::Yes : Found::No;
  }
  *value = get_item(thread, mapping, Value::object(name));
  if (*value) return Found::Yes;
  if (!exception_matches(thread, Error::KeyError)) return Found::Error;
  clear_exception(thread);
  return Found::No;
}

}  // namespace

Value load_name(Thread& thread, uint32_t index) {
  Ref value;
  switch (find_in_namespace(thread, name_operand(thread, index), &value)) {
    case Found::Yes: return value.release();
    case Found::No: return load_global_by_name(thread, index);
    default: return Value();
  }
}
bool store_name(Thread& thread, uint32_t index, Value value) {
  Str* name = name_operand(thread, index);
  Value mapping = thread.frame->namespace_;
  if (!mapping.is_object()) return dict_set_name(thread, thread.frame->globals, name, Ref::share(value));
  if (is_exact<Dict>(mapping)) return dict_set_name(thread, as<Dict>(mapping), name, Ref::share(value));
  return set_item(thread, mapping, Value::object(name), value);
}
bool delete_name(Thread& thread, uint32_t index) {
  Str* name = name_operand(thread, index);
  Value mapping = thread.frame->namespace_;
  if (!mapping.is_object()) mapping = Value::object(thread.frame->globals);
  if (is_exact<Dict>(mapping)) {
    if (dict_delete_name(thread, as<Dict>(mapping), name)) return true;
  } else {
    if (delete_item(thread, mapping, Value::object(name))) return true;
    if (!exception_matches(thread, Error::KeyError)) return false;
    clear_exception(thread);
  }
  if (!thread.has_exception()) raise_name_error(thread, name);
  return false;
}

Value load_class_deref(Thread& thread, Value cell, uint32_t index) {
  Str* name = as<Str>(as<Tuple>(thread.frame->code->variable_names.peek())->items[index]);
  Ref value;
  Found found = find_in_namespace(thread, name, &value);
  if (found == Found::Error) return Value();
  if (found == Found::Yes) return value.release();
  value = as<CellObject>(cell)->content.take();
  if (!value) raise_unbound_cell(thread, index);
  return value.release();
}

bool make_variable_cell(Thread& thread, Value* variable) {
  Ref cell = make_cell(thread, *variable);
  if (!cell) return false;
  Value old = *variable;
  *variable = cell.release();
  drop(old);
  return true;
}

bool setup_annotations(Thread& thread) {
  Str* name = thread.names().__annotations__;
  Ref value;
  Found found = find_in_namespace(thread, name, &value);
  if (found != Found::No) return found == Found::Yes;
  Ref dict = make_dict(thread);
  if (!dict) return false;
  Value mapping = thread.frame->namespace_;
  if (!mapping.is_object()) mapping = Value::object(thread.frame->globals);
  return set_item(thread, mapping, Value::object(name), dict.get());
}

}  // namespace gillab
