// types.SimpleNamespace, which sys.implementation is one of.
#include "runtime/classes/simple_namespace.h"

#include "runtime/dict.h"
#include "runtime/interpreter.h"
#include "runtime/list.h"
#include "runtime/operations.h"
#include "runtime/setup.h"
#include "runtime/str.h"

namespace gillab {

namespace {

bool set_all(Thread& thread, Value self, Dict* attributes) {
  uint32_t position = 0;
  Ref key, value;
  while (dict_next_held(attributes, &position, &key, &value)) {
    if (!is<Str>(key.get())) return raise(thread, Error::TypeError, "keywords must be strings");
    if (!generic_set_attribute(thread, self, intern(thread, key.as<Str>()), value.get())) return false;
  }
  return true;
}

Ref namespace_init(Thread& thread, const Value* args, uint32_t, Tuple*) {
  if (as<Tuple>(args[1])->length > 0) return raise(thread, Error::TypeError, "no positional arguments expected");
  return set_all(thread, args[0], as<Dict>(args[2])) ? Ref::none() : Ref();
}

Ref attributes_dict(Thread& thread, Value self) {
  Dict* dict = attributes_as_dict(thread, self.as_object());
  return dict ? Ref::share(dict) : Ref();
}

bool is_running(Thread& thread, Object* object) {
  for (Object* running : thread.repr_running) {
    if (running == object) return true;
  }
  return false;
}

Ref list_fields(Thread& thread, Value self, std::string_view name) {
  Ref dict = attributes_dict(thread, self);
  if (!dict) return {};
  StrBuilder builder(thread);
  builder.add(name);
  builder.add(std::string_view("("));
  uint32_t position = 0;
  Ref key, value;
  for (bool first = true; dict_next_held(dict.as<Dict>(), &position, &key, &value); first = false) {
    if (!first) builder.add(std::string_view(", "));
    if (!builder.add_str(key.get())) return {};
    builder.add(std::string_view("="));
    if (!builder.add_repr(value.get())) return {};
  }
  builder.add(std::string_view(")"));
  return builder.finish();
}

Ref namespace_repr(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Object* self = args[0].as_object();
  bool plain = type_of(self)->native_name != nullptr;
  std::string_view name = plain ? "namespace" : name_of_type(type_of(self));
  if (is_running(thread, self)) return format_text(thread, "{}(...)", {name});
  thread.repr_running.push_back(self);
  Ref text = list_fields(thread, args[0], name);
  thread.repr_running.pop_back();
  return text;
}

Ref namespace_equal(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Type* type = simple_namespace_type(thread);
  if (!type || !is_subtype(type_of(thread, args[1]), type)) return Ref::not_implemented();
  Ref left = attributes_dict(thread, args[0]);
  Ref right = left ? attributes_dict(thread, args[1]) : Ref();
  return right ? compare(thread, Compare::Equal, left.get(), right.get()) : Ref();
}

Ref namespace_reduce(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Ref dict = attributes_dict(thread, args[0]);
  Ref empty = empty_tuple(thread);
  return dict ? make_tuple_of(thread, Value::object(type_of(args[0].as_object())), empty.get(), dict.get()) : Ref();
}

const GetSetDef kFields[] = {{"__dict__", attributes_dict}};
const MethodDef kMethods[] = {{"__init__", "(self, /, *args, **kwargs)", namespace_init},
                              {"__repr__", "(self, /)", namespace_repr},
                              {"__eq__", "(self, value, /)", namespace_equal},
                              {"__reduce__", "(self, /)", namespace_reduce}};

}  // namespace

Type* simple_namespace_type(Thread& thread) {
  Type*& type = thread.interpreter->simple_namespace;
  if (type) return type;
  TypeDef def{"types.SimpleNamespace", "types", &kInstanceLayout, kBaseType | kHasDict | kHasWeakref, Kind::Instance};
  Type* made = make_native_type(thread, def, nullptr);
  if (!made) return nullptr;
  type = made;
  add_methods(thread, made, kMethods);
  add_getsets(thread, made, kFields);
  finish_type(thread, made);
  return type;
}

Ref make_simple_namespace(Thread& thread, Dict* attributes) {
  Type* type = simple_namespace_type(thread);
  Ref made = type ? make_instance(thread, type) : Ref();
  return made && set_all(thread, made.get(), attributes) ? std::move(made) : Ref();
}

}  // namespace gillab
