// Types of named tuples in C++ and their instances. namedtuple of collections is elsewhere.
#include "runtime/text/struct_sequence.h"

#include <deque>
#include <mutex>
#include <utility>

#include "runtime/interpreter.h"
#include "runtime/list.h"
#include "runtime/operations.h"
#include "runtime/str.h"

namespace gillab {

namespace {

template <size_t Number>
Ref get_field(Thread&, Value self) {
  auto* tuple = as<Tuple>(self);
  return Number < tuple->length ? Ref::share(tuple->items[Number]) : Ref::none();
}

using Getter = Ref (*)(Thread&, Value);
template <size_t... Numbers>
constexpr auto make_getters(std::index_sequence<Numbers...>) {
  struct Table {
    Getter getters[sizeof...(Numbers)];
  };
  return Table{{get_field<Numbers>...}};
}
constexpr auto kGetters = make_getters(std::make_index_sequence<kMostFields>());

struct Fields {
  const char* const* names;
  uint32_t count;
  GetSetDef descriptors[kMostFields];
};

bool is_builtins(const Str* module) { return to_utf8(module) == "builtins"; }

Ref struct_repr(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Type* type = type_of(args[0].as_object());
  auto* fields = static_cast<const Fields*>(type->module_data);
  Ref module = get_attribute(thread, Value::object(type), thread.names().__module__);
  if (!module) return {};
  StrBuilder builder(thread);
  if (!is_builtins(as<Str>(module.get()))) {
    builder.add(as<Str>(module.get()));
    builder.add(std::string_view("."));
  }
  builder.add(name_of_type(type));
  builder.add(std::string_view("("));
  auto* tuple = as<Tuple>(args[0]);
  for (uint32_t i = 0; i < tuple->length; ++i) {
    if (i > 0) builder.add(std::string_view(", "));
    builder.add(std::string_view(fields->names[i]));
    builder.add(std::string_view("="));
    if (!builder.add_repr(tuple->items[i])) return {};
  }
  builder.add(std::string_view(")"));
  return builder.finish();
}

// type(sequence): as many items as there are fields.
Ref struct_new(Thread& thread, const Value* args, uint32_t, Tuple*) {
  auto* type = as<Type>(args[0]);
  const uint32_t count = static_cast<const Fields*>(type->module_data)->count;
  Ref items = tuple_from(thread, args[1]);
  if (!items) {
    if (!exception_matches(thread, Error::TypeError)) return {};
    clear_exception(thread);
    return raise(thread, Error::TypeError, "constructor requires a sequence");
  }
  auto* given = items.as<Tuple>();
  if (given->length != count) {
    Ref module = get_attribute(thread, args[0], thread.names().__module__);
    if (!module) return {};
    return raise(thread, Error::TypeError, "{}.{}() takes a {}-sequence ({}-sequence given)", module.get(),
                 type->native_name, count, given->length);
  }
  Ref values[kMostFields];
  for (uint32_t i = 0; i < count; ++i) values[i] = Ref::share(given->items[i]);
  return make_struct(thread, type, values, count);
}

const MethodDef kConstructor[] = {{"__new__", "(cls, sequence, /)", struct_new, MethodDef::Static}};
const MethodDef kMethods[] = {{"__repr__", "(self, /)", struct_repr}};

}  // namespace

namespace {

// Constant and made of constants, so it is made once a process, whatever interpreters come and go.
const Fields* table_of(const char* const* fields, uint32_t count) {
  static std::mutex mutex;
  static std::deque<Fields> tables;
  std::lock_guard lock(mutex);
  for (const Fields& table : tables) {
    if (table.names == fields && table.count == count) return &table;
  }
  Fields& table = tables.emplace_back(Fields{fields, count, {}});
  for (uint32_t i = 0; i < count; ++i) table.descriptors[i] = {fields[i], kGetters.getters[i]};
  return &table;
}

}  // namespace

Type* make_struct_type(Thread& thread, const char* module, const char* name, const char* const* fields, uint32_t count,
                       bool scripts_make_it) {
  TypeDef def{name, module, nullptr, scripts_make_it ? uint32_t{0} : uint32_t{kNoInstances}, Kind::Tuple};
  Type* type = make_native_type(thread, def, thread.types().tuple);
  if (!type) return nullptr;
  const Fields* kept = table_of(fields, count);
  type->module_data = kept;
  add_getsets(thread, type, kept->descriptors, count);
  add_methods(thread, type, kMethods);
  if (scripts_make_it) add_methods(thread, type, kConstructor);
  Tuple* all = new_tuple(thread, count);
  for (uint32_t i = 0; all && i < count; ++i) all->items[i] = make_str(thread, fields[i]).release();
  if (all) add_constant(thread, type, "__match_args__", Ref::own(all));
  add_constant(thread, type, "n_fields", Ref::own(Value::integer(count)));
  add_constant(thread, type, "n_sequence_fields", Ref::own(Value::integer(count)));
  add_constant(thread, type, "n_unnamed_fields", Ref::own(Value::integer(0)));
  finish_type(thread, type);
  return thread.has_exception() ? nullptr : type;
}

Ref make_struct(Thread& thread, Type* type, Ref* values, uint32_t count) {
  Tuple* tuple = new_tuple(thread, count);
  if (!tuple) return {};
  for (uint32_t i = 0; i < count; ++i) tuple->items[i] = values[i].release();
  tuple->shape.set(type->root);
  return Ref::own(tuple);
}

}  // namespace gillab
