// Types of named tuples in C++ and their instances. namedtuple of collections is elsewhere.
#include "runtime/text/struct_sequence.h"

#include <deque>
#include <mutex>
#include <string>
#include <utility>

#include "runtime/classes/layouts.h"
#include "runtime/dict.h"
#include "runtime/interpreter.h"
#include "runtime/list.h"
#include "runtime/operations.h"
#include "runtime/str.h"

namespace gillab {

namespace {

struct Fields {
  StructDef def;
  GetSetDef descriptors[kMostFields];
  uint32_t named;  // of the descriptors
};

const Fields* fields_of(const Object* object) { return static_cast<const Fields*>(type_of(object)->module_data); }

// The fields that are no items stand behind them.
size_t extra_bytes(uint32_t count) { return count > 1 ? (count - 1) * sizeof(Value) : 0; }

void destroy_struct(Thread& thread, Object* object) {
  const uint32_t count = fields_of(object)->def.count;
  auto* tuple = static_cast<Tuple*>(object);
  for (uint32_t i = count; i-- > 0;) drop(tuple->items[i]);
  free_with_attributes(thread, object, sizeof(Tuple) + extra_bytes(count));
}
void traverse_struct(Object* object, const Visitor& visitor) {
  const uint32_t count = fields_of(object)->def.count;
  for (uint32_t i = 0; i < count; ++i) visitor(static_cast<Tuple*>(object)->items[i]);
}
void clear_struct(Thread&, Object*) {}
const Layout kStructLayout = {"struct_sequence", sizeof(Tuple), true, destroy_struct, traverse_struct, clear_struct};

template <size_t Number>
Ref get_field(Thread&, Value self) {
  return Ref::share(struct_field(as<Tuple>(self), Number));
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

Ref struct_repr(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Type* type = type_of(args[0].as_object());
  const Fields* fields = fields_of(args[0].as_object());
  StrBuilder builder(thread);
  builder.add(name_of_type(type));
  builder.add(std::string_view("("));
  auto* tuple = as<Tuple>(args[0]);
  for (uint32_t i = 0; i < tuple->length; ++i) {
    if (i > 0) builder.add(std::string_view(", "));
    builder.add(std::string_view(fields->descriptors[i].name));
    builder.add(std::string_view("="));
    if (!builder.add_repr(tuple->items[i])) return {};
  }
  builder.add(std::string_view(")"));
  return builder.finish();
}

bool check_length(Thread& thread, const StructDef& def, uint64_t given) {
  if (given >= def.items && given <= def.count) return true;
  const bool fixed = def.items == def.count;
  const bool few = given < def.items;
  return raise(thread, Error::TypeError, "{}() takes a{} {}-sequence ({}-sequence given)", def.name,
               fixed ? "" : few ? "n at least" : "n at most", few ? def.items : def.count, given);
}

Ref struct_new(Thread& thread, const Value* args, uint32_t, Tuple*) {
  auto* type = as<Type>(args[0]);
  if (args[1].is_empty()) {
    return raise(thread, Error::TypeError, "structseq() missing required argument 'sequence' (pos 1)");
  }
  Ref values[kMostFields];
  if (!struct_values(thread, type, args[1], args[2], values)) return {};
  return make_struct(thread, type, values, static_cast<const Fields*>(type->module_data)->def.count);
}

// (type, (items, the other fields))
Ref struct_reduce(Thread& thread, const Value* args, uint32_t, Tuple*) {
  auto* tuple = as<Tuple>(args[0]);
  const StructDef& def = fields_of(tuple)->def;
  Ref items = make_tuple(thread, tuple->items, tuple->length), others = make_dict(thread);
  for (uint32_t i = def.items; others && i < def.count; ++i) {
    Str* name = intern(thread, std::string_view(def.fields[i]));
    if (!name || !dict_set_name(thread, others.as<Dict>(), name, Ref::share(tuple->items[i]))) return {};
  }
  Ref arguments = items && others ? make_tuple_of(thread, items.get(), others.get()) : Ref();
  return arguments ? make_tuple_of(thread, Value::object(type_of(tuple)), arguments.get()) : Ref();
}

const MethodDef kConstructor[] = {{"__new__", "(cls, sequence=None, dict=None)", struct_new, MethodDef::Static}};
const MethodDef kMethods[] = {{"__repr__", "(self, /)", struct_repr}, {"__reduce__", "(self, /)", struct_reduce}};

// Constant and made of constants, so it is made once a process, whatever interpreters come and go.
const Fields* table_of(const StructDef& def) {
  static std::mutex mutex;
  static std::deque<Fields> tables;
  std::lock_guard lock(mutex);
  for (const Fields& table : tables) {
    if (table.def.fields == def.fields && table.def.name == def.name) return &table;
  }
  Fields& table = tables.emplace_back(Fields{def, {}, 0});
  for (uint32_t i = 0; i < def.count; ++i) {
    if (def.fields[i]) table.descriptors[table.named++] = {def.fields[i], kGetters.getters[i]};
  }
  return &table;
}

// The module's part of a name.
std::string module_of(std::string_view name) {
  const size_t dot = name.rfind('.');
  return dot == name.npos ? "builtins" : std::string(name.substr(0, dot));
}

bool add_facts(Thread& thread, Type* type, const Fields* fields) {
  const StructDef& def = fields->def;
  const uint32_t unnamed = def.count - fields->named;
  Tuple* names = new_tuple(thread, def.items - unnamed);
  if (!names) return false;
  for (uint32_t i = 0; i < names->length; ++i) {
    names->items[i] = make_str(thread, fields->descriptors[i].name).release();
  }
  add_constant(thread, type, "__match_args__", Ref::own(names));
  add_constant(thread, type, "n_fields", Ref::own(Value::integer(def.count)));
  add_constant(thread, type, "n_sequence_fields", Ref::own(Value::integer(def.items)));
  add_constant(thread, type, "n_unnamed_fields", Ref::own(Value::integer(unnamed)));
  return true;
}

}  // namespace

Type* make_struct_type(Thread& thread, const StructDef& def, const MethodDef* constructor) {
  const std::string module = module_of(def.name);
  Type* type = make_native_type(thread,
                                {.name = def.name,
                                 .module = module.c_str(),
                                 .layout = &kStructLayout,
                                 .flags = def.scripts_make_it ? uint32_t{0} : uint32_t{kNoInstances},
                                 .kind = Kind::Tuple},
                                thread.types().tuple);
  if (!type) return nullptr;
  const Fields* kept = table_of(def);
  type->module_data = kept;
  add_getsets(thread, type, kept->descriptors, kept->named);
  add_methods(thread, type, kMethods);
  if (def.scripts_make_it) add_methods(thread, type, constructor ? constructor : kConstructor, 1);
  if (!add_facts(thread, type, kept)) return nullptr;
  finish_type(thread, type);
  return thread.has_exception() ? nullptr : type;
}

Value struct_field(const Tuple* tuple, uint32_t number) { return tuple->items[number]; }

bool struct_values(Thread& thread, Type* type, Value sequence, Value dict, Ref* values) {
  const StructDef& def = static_cast<const Fields*>(type->module_data)->def;
  Ref items = tuple_from(thread, sequence);
  if (!items) {
    if (!exception_matches(thread, Error::TypeError)) return false;
    clear_exception(thread);
    return raise(thread, Error::TypeError, "constructor requires a sequence");
  }
  if (!dict.is_empty() && !is<Dict>(dict)) {
    return raise(thread, Error::TypeError, "{}() takes a dict as second arg, if any", def.name);
  }
  auto* given = items.as<Tuple>();
  if (!check_length(thread, def, given->length)) return false;
  for (uint32_t i = 0; i < def.count; ++i) {
    values[i] = i < given->length ? Ref::share(given->items[i]) : Ref();
    if (!values[i] && !dict.is_empty() && def.fields[i]) {
      values[i] = dict_get_name(as<Dict>(dict), intern(thread, std::string_view(def.fields[i])));
    }
    if (!values[i]) values[i] = Ref::none();
  }
  return true;
}

Ref make_struct(Thread& thread, Type* type, Ref* values, uint32_t count) {
  Tuple* tuple = allocate<Tuple>(thread, type->root, extra_bytes(count));
  if (!tuple) return {};
  tuple->length = static_cast<const Fields*>(type->module_data)->def.items;
  for (uint32_t i = 0; i < count; ++i) tuple->items[i] = values[i].release();
  return Ref::own(tuple);
}

}  // namespace gillab
