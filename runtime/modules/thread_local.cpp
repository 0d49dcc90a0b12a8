// threading.local: an object whose attributes each thread has for itself. They stand in a dict of the thread, under the
// local's number; a subclass's __init__ runs again in each thread that comes.
#include "runtime/classes/attributes.h"
#include "runtime/classes/construct.h"
#include "runtime/classes/layouts.h"
#include "runtime/classes/type_build.h"
#include "runtime/dict.h"
#include "runtime/list.h"
#include "runtime/modules/thread.h"
#include "runtime/operations.h"
#include "runtime/stopped_world.h"
#include "runtime/threads.h"

namespace gillab {
namespace {

using Args = const Value*;

struct Local : Object {
  static constexpr Kind kKind = Kind::Extension;
  Field arguments;
  Field keywords;
  uint64_t number;
  uint64_t maker;      // the id of the thread that made it
  Cell<bool> shared;   // others have used it
};
using LocalFields = FieldLayout<Local, &Local::arguments, &Local::keywords>;

Local* local_of(Value self) { return reinterpret_cast<Local*>(self.as_object()); }

Value find_dict(const Thread& thread, uint64_t number) {
  for (const LocalSlot& slot : thread.locals) {
    if (slot.local == number) return slot.dict;
  }
  return Value::empty();
}

bool has_init(Thread& thread, Type* type) {
  return dunder_of(type, Dunder::Init) != dunder_of(thread.types().object, Dunder::Init);
}

bool run_init(Thread& thread, Value self) {
  Type* type = type_of(thread, self);
  if (!has_init(thread, type)) return true;
  Ref init = get_attribute(thread, self, thread.dunder_name(Dunder::Init));
  if (!init) return false;
  return static_cast<bool>(call_with_dict(thread, init.get(), as<Tuple>(local_of(self)->arguments.peek()),
                                          as<Dict>(local_of(self)->keywords.peek())));
}

// This thread's dict; where it is the first time, made and filled by __init__. Borrowed. Null: an error is set.
Dict* dict_here(Thread& thread, Value self, bool initialise = true) {
  const uint64_t number = local_of(self)->number;
  if (Value found = find_dict(thread, number); !found.is_empty()) return as<Dict>(found);
  Ref dict = make_dict(thread);
  if (!dict) return nullptr;
  auto* made = dict.as<Dict>();
  if (thread.id != local_of(self)->maker) local_of(self)->shared.set(true);
  thread.locals.push_back({number, dict.release()});
  if (!initialise || run_init(thread, self)) return made;
  std::erase_if(thread.locals, [&](const LocalSlot& slot) { return slot.local == number; });
  drop(made);
  return nullptr;
}

// As object.__getattribute__, with this thread's dict for the instance's.
Ref local_get(Thread& thread, Args args, uint32_t, Tuple*) {
  Str* name = attribute_name(thread, args[1]);
  Dict* dict = name ? dict_here(thread, args[0]) : nullptr;
  if (!dict) return {};
  if (name == thread.names().__dict__) return Ref::share(dict);
  Type* type = type_of(thread, args[0]);
  Ref on_type = find_in_type(thread, type, name).share();
  if (on_type && is_data_descriptor(thread, on_type.get())) {
    return bind_descriptor(thread, on_type.get(), args[0], Value::object(type));
  }
  Ref own = dict_get_name(dict, name);
  if (own) return own;
  if (on_type) return bind_descriptor(thread, on_type.get(), args[0], Value::object(type));
  return raise_no_attribute(thread, args[0], name);
}

Ref change(Thread& thread, Value self, Value given, Value value) {
  Str* name = attribute_name(thread, given);
  Dict* dict = name ? dict_here(thread, self) : nullptr;
  if (!dict) return {};
  if (name == thread.names().__dict__) {
    return raise(thread, Error::AttributeError, "'{}' object attribute '__dict__' is read-only", type_name(thread, self));
  }
  Ref on_type = find_in_type(thread, type_of(thread, self), name).share();
  if (on_type && is_data_descriptor(thread, on_type.get())) {
    return generic_set_attribute(thread, self, name, value) ? Ref::none() : Ref();
  }
  if (!value.is_empty()) return dict_set_name(thread, dict, name, Ref::share(value)) ? Ref::none() : Ref();
  return dict_delete_name(thread, dict, name) ? Ref::none() : Ref(raise_no_attribute(thread, self, name));
}

Ref local_set(Thread& thread, Args args, uint32_t, Tuple*) { return change(thread, args[0], args[1], args[2]); }
Ref local_delete(Thread& thread, Args args, uint32_t, Tuple*) { return change(thread, args[0], args[1], Value()); }

Ref local_new(Thread& thread, Args args, uint32_t, Tuple*) {
  if (!is<Type>(args[0])) return raise(thread, Error::TypeError, "_local.__new__(X): X is not a type object");
  auto* type = as<Type>(args[0]);
  const bool given = as<Tuple>(args[1])->length != 0 || dict_size(as<Dict>(args[2])) != 0;
  if (given && !has_init(thread, type)) {
    return raise(thread, Error::TypeError, "Initialization arguments are not supported");
  }
  auto* local = static_cast<Local*>(allocate_instance(thread, type, 0));
  if (!local) return {};
  local->arguments.init(Ref::share(args[1]));
  local->keywords.init(Ref::share(args[2]));
  local->number = ++thread.interpreter->last_local;
  local->maker = thread.id;
  local->shared.set(false);
  Ref made = Ref::own(local);
  // __init__ is run by the call of the class here, and by the first access in other threads.
  return dict_here(thread, made.get(), false) ? std::move(made) : Ref();
}

void take_dict(Thread& thread, uint64_t number, std::vector<Ref>* dicts) {
  std::erase_if(thread.locals, [&](const LocalSlot& slot) {
    if (slot.local == number) dicts->push_back(Ref::own(slot.dict));
    return slot.local == number;
  });
}

void destroy_local(Thread& thread, Object* object) {
  auto* local = static_cast<Local*>(object);
  std::vector<Ref> dicts;
  if (thread.id == local->maker && !local->shared.get()) {
    take_dict(thread, local->number, &dicts);
  } else {
    StoppedWorld stopped(thread);  // each thread looks into its own without a lock
    for_each_thread(*thread.interpreter, [&](Thread& each) { take_dict(each, local->number, &dicts); });
  }
  dicts.clear();
  LocalFields::destroy(thread, object);
}

constexpr Layout kLocalLayout = {
    "_local", sizeof(Local), true, destroy_local, LocalFields::traverse, LocalFields::clear};

constexpr MethodDef kMethods[] = {{"__new__", "(cls, /, *args, **kwargs)", local_new, MethodDef::Static},
                                  {"__getattribute__", "(self, name, /)", local_get},
                                  {"__setattr__", "(self, name, value, /)", local_set},
                                  {"__delattr__", "(self, name, /)", local_delete}};

}  // namespace

bool add_local_type(Thread& thread, Module* module) {
  Type* type = make_native_type(thread, {"_thread._local", "_thread", &kLocalLayout, kBaseType | kHasWeakref | kOwnGuards}, nullptr);
  if (!type) return false;
  add_methods(thread, type, kMethods);
  finish_type(thread, type);
  return add_value(thread, module, "_local", Ref::share(type));
}

}  // namespace gillab
