// BaseException: making exceptions, args, notes, the chain. Fields of single classes: exception_fields.cpp; groups:
// exception_groups.cpp; raising: errors.cpp.
#include "runtime/exception.h"

#include <algorithm>

#include "runtime/classes/attributes.h"
#include "runtime/exceptions/exception_fields.h"
#include "runtime/interpreter.h"
#include "runtime/list.h"
#include "runtime/native.h"
#include "runtime/operations.h"
#include "runtime/setup.h"
#include "runtime/str.h"
#include "runtime/classes/type_build.h"

namespace gillab {

void setup_exceptions(Thread& thread);

namespace {

void for_each_field(Exception* exception, void (*act)(Field&, void*), void* context) {
  for (Field* field : {&exception->args, &exception->traceback, &exception->context, &exception->cause})
    act(*field, context);
  for (Field& field : exception->extra) act(field, context);
}

void drop_fields(Exception* exception) {
  for_each_field(
      exception, [](Field& field, void*) { field.end(); }, nullptr);
}
void destroy_exception(Thread& thread, Object* object) {
  drop_fields(static_cast<Exception*>(object));
  drop_attributes(thread, object);
  free_object(thread, object, size_with_attributes(object, sizeof(Exception)));
}
void traverse_exception(Object* object, const Visitor& visitor) {
  auto visit = [](Field& field, void* context) { (*static_cast<const Visitor*>(context))(field); };
  for_each_field(static_cast<Exception*>(object), visit, const_cast<Visitor*>(&visitor));
  traverse_attributes(object, visitor);
}
void clear_exception_fields(Thread& thread, Object* object) {
  auto* exception = static_cast<Exception*>(object);
  drop_fields(exception);
  exception->args.put(empty_tuple(thread));
  for (Field* field : {&exception->traceback, &exception->context, &exception->cause}) field->put(Ref::none());
  drop_attributes(thread, object);
}

Exception* self_of(Value value) { return as<Exception>(value); }

Exception* new_exception(Thread& thread, Type* type, const Value* args, uint32_t count) {
  Ref tuple = make_tuple(thread, args, count);
  auto* exception = tuple ? static_cast<Exception*>(allocate_instance(thread, type)) : nullptr;
  if (!exception) return nullptr;
  exception->args.init(std::move(tuple));
  for (Field* field : {&exception->traceback, &exception->context, &exception->cause}) field->init(Ref::none());
  exception->suppress_context.set(false);
  for (Field& field : exception->extra) field.init_empty();
  return exception;
}

bool fill(Thread& thread, Exception* exception, const Value* args, uint32_t count, Tuple* names) {
  const ExceptionFamily* family = family_of(type_of(exception));
  if (family->fill) return family->fill(thread, exception, args, count, names);
  return refuse_keywords(thread, exception, names);
}

bool is_os_error_type(Thread& thread, const Type* type) { return is_subtype(type, thread.error_type(Error::OSError)); }

Ref exception_new(Thread& thread, const Value* args, uint32_t count, Tuple* names) {
  Type* type = class_for_errno(thread, as<Type>(args[0]), args + 1, count - 1);
  Exception* exception = new_exception(thread, type, args + 1, count - 1);
  Ref made = exception ? Ref::own(exception) : Ref();
  if (!made || !is_os_error_type(thread, type) || os_error_waits_for_init(thread, type)) return made;
  if (!refuse_keywords(thread, exception, names)) return {};
  return fill_os_error(thread, exception, args + 1, count - 1) ? std::move(made) : Ref();
}

// __new__ has usually stored the same arguments already.
bool holds(Value tuple, const Value* items, uint32_t count) {
  if (!is<Tuple>(tuple) || as<Tuple>(tuple)->length != count) return false;
  return std::equal(items, items + count, as<Tuple>(tuple)->items);
}

Ref exception_init(Thread& thread, const Value* args, uint32_t count, Tuple* names) {
  auto* exception = self_of(args[0]);
  const Type* type = type_of(exception);
  if (is_os_error_type(thread, type) && !os_error_waits_for_init(thread, type)) return Ref::none();
  if (!holds(exception->args.peek(), args + 1, count - 1)) {
    Ref tuple = make_tuple(thread, args + 1, count - 1);
    if (!tuple) return {};
    exception->args.put(std::move(tuple));
  }
  return fill(thread, exception, args + 1, count - 1, names) ? Ref::none() : Ref();
}

Ref exception_str(Thread& thread, const Value* args, uint32_t, Tuple*) {
  auto* exception = self_of(args[0]);
  const ExceptionFamily* family = family_of(type_of(exception));
  return family->text ? family->text(thread, exception) : text_of_args(thread, exception);
}

Ref exception_repr(Thread& thread, const Value* args, uint32_t, Tuple*) {
  auto* exception = self_of(args[0]);
  Ref held = exception->args.take();
  auto* tuple = held.as<Tuple>();
  Ref shown = repr(thread, tuple->length == 1 ? tuple->items[0] : held.get());
  if (!shown) return {};
  const char* form = tuple->length == 1 ? "{}({})" : "{}{}";
  return format_text(thread, form, {name_of_type(type_of(exception)), shown.get()});
}

Ref exception_with_traceback(Thread& thread, const Value* args, uint32_t, Tuple*) {
  if (!set_attribute(thread, args[0], thread.names().__traceback__, args[1])) return {};
  return Ref::share(args[0]);
}

Ref exception_add_note(Thread& thread, const Value* args, uint32_t, Tuple*) {
  if (!is<Str>(args[1])) {
    return raise(thread, Error::TypeError, "note must be a str, not '{}'", type_name(thread, args[1]));
  }
  Str* name = thread.names().__notes__;
  Guard guard(args[0].as_object()->header);  // one list, whoever adds the first note
  Ref notes = get_attribute_or_empty(thread, args[0], name);
  if (!notes) {
    if (thread.has_exception() || !(notes = make_list(thread)) || !set_attribute(thread, args[0], name, notes.get()))
      return {};
  }
  if (!is<List>(notes.get())) return raise(thread, Error::TypeError, "Cannot add note: __notes__ is not a list");
  return append(thread, notes.as<List>(), Ref::share(args[1])) ? Ref::none() : Ref();
}

// The arguments that make the exception again: an OSError's second and further files are not in its args.
Ref arguments_again(Thread& thread, Exception* exception) {
  Ref tuple = exception->args.take();
  Value self = Value::object(exception);
  if (tuple.as<Tuple>()->length != 2 || !is_exception_of(thread, self, Error::OSError)) return tuple;
  Ref first = get_attribute(thread, self, intern(thread, std::string_view("filename")));
  Ref second = first ? get_attribute(thread, self, intern(thread, std::string_view("filename2"))) : Ref();
  if (!second || first.get().is_none()) return second ? std::move(tuple) : Ref();
  const Value* given = tuple.as<Tuple>()->items;
  if (second.get().is_none()) return make_tuple_of(thread, given[0], given[1], first.get());
  return make_tuple_of(thread, given[0], given[1], first.get(), Value::none(), second.get());
}

bool has_import_state(const Exception* exception) {
  return !exception->extra[1].peek().is_empty() || !exception->extra[2].peek().is_empty();
}

// What an ImportError has beside its arguments: name and path, with the attributes a script gave it.
Ref import_state(Thread& thread, Exception* exception) {
  Dict* attributes = attributes_as_dict(thread, exception);
  Ref state = attributes ? dict_copy(thread, attributes) : Ref();
  const char* const names[] = {"name", "path"};
  for (int i = 0; state && i < 2; ++i) {
    Ref value = exception->extra[1 + i].take();
    Str* name = intern(thread, std::string_view(names[i]));
    if (value && !dict_set_name(thread, state.as<Dict>(), name, std::move(value))) return {};
  }
  return state;
}

Ref exception_reduce(Thread& thread, const Value* args, uint32_t, Tuple*) {
  auto* exception = self_of(args[0]);
  Value type = Value::object(type_of(exception));
  Ref tuple = arguments_again(thread, exception);
  if (!tuple) return {};
  if (is_exception_of(thread, args[0], Error::ImportError) && has_import_state(exception)) {
    Ref state = import_state(thread, exception);
    return state ? make_tuple_of(thread, type, tuple.get(), state.get()) : Ref();
  }
  if (static_cast<ShapeMode>(exception->shape.get()->mode) == ShapeMode::Slots && exception->shape.get()->count == 0) {
    return make_tuple_of(thread, type, tuple.get());
  }
  Dict* dict = attributes_as_dict(thread, exception);
  return dict ? make_tuple_of(thread, type, tuple.get(), Value::object(dict)) : Ref();
}

Ref exception_setstate(Thread& thread, const Value* args, uint32_t, Tuple*) {
  if (args[1].is_none()) return Ref::none();
  if (!is<Dict>(args[1])) return raise(thread, Error::TypeError, "state is not a dictionary");
  Ref state = dict_copy(thread, as<Dict>(args[1]));
  uint32_t position = 0;
  Value key, value;
  while (state && dict_next(state.as<Dict>(), &position, &key, &value)) {
    Str* name = attribute_name(thread, key);
    if (!name || !set_attribute(thread, args[0], name, value)) return {};
  }
  return state ? Ref::none() : Ref();
}

const MethodDef kMethods[] = {
    {"__new__", "*", exception_new, MethodDef::Static},
    {"__init__", "*", exception_init},
    {"__str__", "(self, /)", exception_str},
    {"__repr__", "(self, /)", exception_repr},
    {"with_traceback", "(self, tb, /)", exception_with_traceback},
    {"add_note", "(self, note, /)", exception_add_note},
    {"__reduce__", "(self, /)", exception_reduce},
    {"__setstate__", "(self, state, /)", exception_setstate},
};

// --- attributes

Ref read_args(Thread&, Value self) { return self_of(self)->args.take(); }
bool write_args(Thread& thread, Value self, Value value) {
  if (value.is_empty()) return raise(thread, Error::TypeError, "args may not be deleted");
  Ref tuple = tuple_from(thread, value);
  if (!tuple) return false;
  self_of(self)->args.put(std::move(tuple));
  return true;
}
Ref read_traceback(Thread&, Value self) { return self_of(self)->traceback.take(); }
bool write_traceback(Thread& thread, Value self, Value value) {
  if (value.is_empty()) return raise(thread, Error::TypeError, "__traceback__ may not be deleted");
  if (!value.is_none() && !is<Traceback>(value)) {
    return raise(thread, Error::TypeError, "__traceback__ must be a traceback or None");
  }
  self_of(self)->traceback.put(Ref::share(value));
  return true;
}
bool check_link(Thread& thread, Value value, const char* attribute, const char* what) {
  if (value.is_empty()) return raise(thread, Error::TypeError, "{} may not be deleted", attribute);
  if (value.is_none() || is<Exception>(value)) return true;
  return raise(thread, Error::TypeError, "exception {} must be None or derive from BaseException", what);
}
Ref read_context(Thread&, Value self) { return self_of(self)->context.take(); }
bool write_context(Thread& thread, Value self, Value value) {
  if (!check_link(thread, value, "__context__", "context")) return false;
  self_of(self)->context.put(Ref::share(value));
  return true;
}
Ref read_cause(Thread&, Value self) { return self_of(self)->cause.take(); }
bool write_cause(Thread& thread, Value self, Value value) {
  if (!check_link(thread, value, "__cause__", "cause")) return false;
  self_of(self)->cause.put(Ref::share(value));
  self_of(self)->suppress_context.set(true);
  return true;
}
Ref read_suppress(Thread&, Value self) { return Ref::boolean(self_of(self)->suppress_context.get()); }
bool write_suppress(Thread& thread, Value self, Value value) {
  if (value.is_empty()) return raise(thread, Error::TypeError, "can't delete numeric/char attribute");
  if (!value.is_bool()) return raise(thread, Error::TypeError, "attribute value type must be bool");
  self_of(self)->suppress_context.set(value.is_true());
  return true;
}

const GetSetDef kAttributes[] = {
    {"args", read_args, write_args},
    {"__traceback__", read_traceback, write_traceback},
    {"__context__", read_context, write_context},
    {"__cause__", read_cause, write_cause},
    {"__suppress_context__", read_suppress, write_suppress},
};

const ExceptionFamily kPlainFamily = {nullptr, nullptr};

}  // namespace

const Layout kExceptionLayout = {"exception",       sizeof(Exception),  true,
                                 destroy_exception, traverse_exception, clear_exception_fields};

bool refuse_keywords(Thread& thread, const Exception* exception, const Tuple* names) {
  if (!names || names->length == 0) return true;
  return raise(thread, Error::TypeError, "{}() takes no keyword arguments", name_of_type(type_of(exception)));
}

Ref text_of_args(Thread& thread, Exception* exception) {
  Ref held = exception->args.take();
  auto* tuple = held.as<Tuple>();
  if (tuple->length == 0) return Ref::share(thread.interpreter->empty_string);
  return str(thread, tuple->length == 1 ? tuple->items[0] : held.get());
}

Ref make_exception(Thread& thread, Type* type, const Value* args, uint32_t count) {
  if (has_flag(type, kHeapType)) return call(thread, Value::object(type), args, count);
  Exception* exception = new_exception(thread, type, args, count);
  if (!exception) return {};
  Ref owner = Ref::own(exception);
  const ExceptionFamily* family = family_of(type);
  if (family && family->fill && !family->fill(thread, exception, args, count, nullptr)) return {};
  return owner;
}

Ref exception_message(Thread& thread, Value exception) { return str(thread, exception); }

void setup_exceptions(Thread& thread) {
  Type* base = thread.error_type(Error::BaseException);
  for (Type* type : thread.interpreter->error_types) type->module_data = &kPlainFamily;
  add_methods(thread, base, kMethods);
  add_getsets(thread, base, kAttributes);
  GetSetDef const* dict_row = &kInstanceDict;
  add_getsets(thread, base, dict_row, 1);
  setup_exception_fields(thread);
  setup_exception_groups(thread);
}

}  // namespace gillab
