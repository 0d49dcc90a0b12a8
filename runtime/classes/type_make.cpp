// Making classes: what type.__new__ does. What the class statement does before: the VM. __slots__: type_slots.cpp.
#include <algorithm>

#include "runtime/classes/descriptors.h"
#include "runtime/exception.h"
#include "runtime/interpreter.h"
#include "runtime/list.h"
#include "runtime/native.h"
#include "runtime/operations.h"
#include "runtime/str.h"
#include "runtime/classes/type_build.h"
#include "runtime/classes/type_slots.h"
#include "runtime/sizes.h"

namespace gillab {

namespace {

constexpr uint32_t kDefaultCapacity = usual_or_smallest(2u, 0u);
constexpr uint32_t kInherited = kHasDict | kHasWeakref | kSelfPattern;
constexpr uint32_t kPatterns = kSequencePattern | kMappingPattern;  // of the first base that has one

// CPython's objects of variable size cannot be extended in two ways at once.
bool adds_dict_to_items(const Type* type) {
  bool items =
      type->instance_kind == Kind::Int || type->instance_kind == Kind::Tuple || type->instance_kind == Kind::Bytes;
  return items && has_flag(type, kHasDict) && !has_flag(type->base, kHasDict);
}

// The nearest class that adds to the C++ layout.
const Type* solid_base(const Type* type) {
  while (type->base && type->layout == type->base->layout && type->slot_count == type->base->slot_count) {
    if (adds_dict_to_items(type)) break;
    type = type->base;
  }
  return type;
}

Type* best_base(Thread& thread, const Tuple* bases) {
  const Type* winner = nullptr;
  Type* base = nullptr;
  for (uint64_t i = 0; i < bases->length; ++i) {
    if (!is<Type>(bases->items[i])) return raise(thread, Error::TypeError, "bases must be types");
    Type* each = as<Type>(bases->items[i]);
    if (!has_flag(each, kBaseType)) {
      return raise(thread, Error::TypeError, "type '{}' is not an acceptable base type", name_of_type(each));
    }
    const Type* candidate = solid_base(each);
    if (!winner || (candidate != winner && is_subtype(candidate, winner))) {
      winner = candidate;
      base = each;
    } else if (!is_subtype(winner, candidate)) {
      return raise(thread, Error::TypeError, "multiple bases have instance lay-out conflict");
    }
  }
  return base;
}

bool set_default(Thread& thread, Dict* dict, Str* name, Value value) {
  return !dict_peek_name(dict, name).is_empty() || dict_set_name(thread, dict, name, Ref::share(value));
}

bool set_module(Thread& thread, Dict* dict) {
  if (!dict_peek_name(dict, thread.names().__module__).is_empty()) return true;
  if (!thread.frame || !thread.frame->globals) return true;
  Ref module = dict_get_name(thread.frame->globals, thread.names().__name__);
  return !module || dict_set_name(thread, dict, thread.names().__module__, std::move(module));
}

bool take_qualified_name(Thread& thread, Type* type, Dict* dict) {
  Str* key = thread.names().__qualname__;
  Ref name = dict_get_name(dict, key);
  if (!name) return true;
  if (!is<Str>(name.get())) {
    return raise(thread, Error::TypeError, "type __qualname__ must be a str, not {}", type_name(thread, name.get()));
  }
  dict_delete_name(thread, dict, key);
  type->qualified_name.put(std::move(name));
  return true;
}

bool wrap_if_function(Thread& thread, Dict* dict, Str* name, Ref (*wrap)(Thread&, Value)) {
  Ref function = dict_get_name(dict, name);
  if (!function || !is_exact<Function>(function.get())) return true;
  Ref wrapped = wrap(thread, function.get());
  return wrapped && dict_set_name(thread, dict, name, std::move(wrapped));
}

bool wrap_special_functions(Thread& thread, Dict* dict) {
  return wrap_if_function(thread, dict, thread.dunder_name(Dunder::New), make_static_method) &&
         wrap_if_function(thread, dict, thread.dunder_name(Dunder::InitSubclass), make_class_method) &&
         wrap_if_function(thread, dict, thread.dunder_name(Dunder::ClassGetItem), make_class_method);
}

bool fill_class_cell(Thread& thread, Type* type, Dict* dict) {
  Str* key = thread.names().__classcell__;
  Ref cell = dict_get_name(dict, key);
  if (!cell) return true;
  if (!is<CellObject>(cell.get())) {
    Ref shown = repr(thread, Value::object(type_of(thread, cell.get())));
    return shown && raise(thread, Error::TypeError, "__classcell__ must be a nonlocal cell, not {}", shown.get());
  }
  cell.as<CellObject>()->content.put(Ref::share(type));
  dict_delete_name(thread, dict, key);
  return true;
}

bool add_members(Thread& thread, Type* type, Dict* dict, const SlotPlan& plan) {
  uint32_t slot = type->base->slot_count;
  for (Str* name : plan.members) {
    Ref member = make_member(thread, type, name, slot++);
    if (!member || !dict_set_name(thread, dict, name, std::move(member))) return false;
  }
  if (plan.add_dict) {
    Ref getset = make_getset(thread, type, &kInstanceDict);
    if (!getset || !set_default(thread, dict, thread.names().__dict__, getset.get())) return false;
  }
  if (!plan.add_weakref) return true;
  Ref getset = make_getset(thread, type, &kInstanceWeakref);
  return getset && set_default(thread, dict, thread.names().__weakref__, getset.get());
}

bool add_defaults(Thread& thread, Dict* dict) {
  if (!set_default(thread, dict, thread.names().__doc__, Value::none())) return false;
  if (dict_peek_name(dict, thread.dunder_name(Dunder::Eq)).is_empty()) return true;
  return set_default(thread, dict, thread.dunder_name(Dunder::Hash), Value::none());
}

// The parts of a Type that follow from its bases.
void lay_out(Type* type, const Tuple* bases, Type* base, const SlotPlan& plan) {
  type->base = base;
  type->layout = base->layout;
  type->instance_kind = base->instance_kind;
  type->module_data = base->module_data;
  type->slot_count = base->slot_count + static_cast<uint32_t>(plan.members.size());
  uint32_t flags = kHeapType | kBaseType;
  type->inline_capacity = kDefaultCapacity;
  for (uint64_t i = 0; i < bases->length; ++i) {
    const Type* each = as<Type>(bases->items[i]);
    flags |= each->flags.get() & (each == base ? kInherited : kInherited & ~(kHasDict | kHasWeakref));
    if (!(flags & kPatterns)) flags |= each->flags.get() & kPatterns;
    type->inline_capacity = std::max(type->inline_capacity, each->inline_capacity);
  }
  if (plan.add_dict) flags |= kHasDict;
  if (plan.add_weakref) flags |= kHasWeakref;
  type->flags.set(flags);
}

bool check_mro(Thread& thread, const Type* type, const Tuple* mro) {
  for (uint64_t i = 0; i < mro->length; ++i) {
    if (!is<Type>(mro->items[i])) {
      return raise(thread, Error::TypeError, "mro() returned a non-class ('{}')", type_name(thread, mro->items[i]));
    }
    const Type* each = as<Type>(mro->items[i]);
    if (!is_subtype(solid_base(type), solid_base(each))) {
      return raise(thread, Error::TypeError, "mro() returned base with unsuitable layout ('{}')", name_of_type(each));
    }
  }
  return true;
}

bool has_own_mro(Thread& thread, Type* meta) {
  Str* name = thread.names().mro;
  return !(lookup_in_type(thread, meta, name) == lookup_in_type(thread, thread.types().type, name));
}

// What the class answers to while its metatype's mro() runs.
bool set_provisional_mro(Thread& thread, Type* type) {
  const Tuple* rest = as<Tuple>(type->base->mro.peek());
  std::vector<Value> order{Value::object(type)};
  order.insert(order.end(), rest->items, rest->items + rest->length);
  Ref mro = make_tuple(thread, order.data(), order.size());
  if (mro) type->mro.put(std::move(mro));
  return !type->mro.peek().is_empty();
}

bool find_mro(Thread& thread, Type* type) {
  if (!has_own_mro(thread, type_of(type))) return compute_mro(thread, type);
  if (!set_provisional_mro(thread, type)) return false;
  Ref order = call_method(thread, Value::object(type), thread.names().mro);
  Ref mro = order ? tuple_from(thread, order.get()) : Ref();
  if (!mro || !check_mro(thread, type, mro.as<Tuple>())) return false;
  type->mro.put(std::move(mro));
  return true;
}

bool publish(Thread& thread, Type* type, const Tuple* bases) {
  if (!(type->root = make_root_shape(thread, type)) || !find_mro(thread, type)) return false;
  compute_type_tables(thread, type);
  for (uint64_t i = 0; i < bases->length; ++i) {
    if (!add_subclass(thread, as<Type>(bases->items[i]), type)) return raise_memory_error(thread);
  }
  return true;
}

Ref build_type(Thread& thread, Type* metatype, Str* name, Tuple* bases, Type* base, Dict* namespace_) {
  SlotPlan plan;
  if (!plan_slots(thread, name, bases, base, namespace_, &plan)) return {};
  Ref dict = dict_copy(thread, namespace_);
  Type* type = dict ? new_type_object(thread, metatype->root) : nullptr;
  if (!type) return {};
  Ref owner = Ref::own(type);
  lay_out(type, bases, base, plan);
  type->name.put(Ref::share(name));
  type->qualified_name.put(Ref::share(name));
  type->bases.put(Ref::share(bases));
  type->dict.put(dict.share());
  Dict* own = dict.as<Dict>();
  bool done = set_module(thread, own) && take_qualified_name(thread, type, own) &&
              wrap_special_functions(thread, own) && fill_class_cell(thread, type, own) &&
              add_members(thread, type, own, plan) && add_defaults(thread, own) && publish(thread, type, bases);
  return done ? std::move(owner) : Ref();
}

bool call_set_name(Thread& thread, Type* type, Value key, Value value) {
  Value hook = dunder_of(type_of(thread, value), Dunder::SetName);
  if (hook.is_empty()) return true;
  if (call_special(thread, hook, value, Value::object(type), key)) return true;
  Ref cause = take_exception(thread);
  Ref shown = repr(thread, key);
  if (!shown) return false;
  (void)raise(thread, Error::RuntimeError, "Error calling __set_name__ on '{}' instance {} in '{}'",
              type_name(thread, value), shown.get(), name_of_type(type));
  auto* error = as<Exception>(thread.exception);
  error->context.put(cause.share());
  error->cause.put(std::move(cause));
  error->suppress_context.set(true);
  return false;
}

bool set_names(Thread& thread, Type* type) {
  Ref items = dict_copy(thread, type_dict(type));  // __set_name__ may change the class
  if (!items) return false;
  uint32_t position = 0;
  Value key, value;
  while (dict_next(items.as<Dict>(), &position, &key, &value)) {
    if (!call_set_name(thread, type, key, value)) return false;
  }
  return true;
}

bool init_subclass(Thread& thread, Type* type, const Value* keyword_values, Tuple* keyword_names) {
  Ref super = make_super(thread, type, Value::object(type));
  Ref hook = super ? get_attribute(thread, super.get(), thread.dunder_name(Dunder::InitSubclass)) : Ref();
  return hook && call(thread, hook.get(), keyword_values, 0, keyword_names);
}

bool any_set_name(Thread& thread, Dict* dict) {
  uint32_t position = 0;
  Value key, value;
  while (dict_next(dict, &position, &key, &value)) {
    if (!dunder_of(type_of(thread, value), Dunder::SetName).is_empty()) return true;
  }
  return false;
}

bool plain_init_subclass(Thread& thread, const Type* type) {
  return dunder_of(type, Dunder::InitSubclass) == dunder_of(thread.types().object, Dunder::InitSubclass);
}

}  // namespace

void set_expected_attributes(Thread& thread, Type* type, uint32_t count) {
  bool inherits = type->base && has_flag(type->base, kHeapType);
  count = std::min(count + (inherits ? type->base->inline_capacity : 0), 32u);
  if (count == 0 || count == type->inline_capacity || !type->root || type->root->mode != static_cast<uint8_t>(ShapeMode::Slots))
    return;
  type->inline_capacity = count;
  if (Shape* root = make_root_shape(thread, type)) type->root = root;
}

Type* derive_metatype(Thread& thread, Type* metatype, const Tuple* bases) {
  for (uint64_t i = 0; i < bases->length; ++i) {
    Type* each = type_of(thread, bases->items[i]);
    if (is_subtype(metatype, each)) continue;
    if (!is_subtype(each, metatype)) {
      return raise(thread, Error::TypeError,
                   "metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the "
                   "metaclasses of all its bases");
    }
    metatype = each;
  }
  return metatype;
}

Ref make_class(Thread& thread, Type* metatype, Str* name, Tuple* bases, Dict* namespace_, const Value* keyword_values,
               Tuple* keyword_names) {
  Ref held_bases = bases->length ? Ref::share(bases) : make_tuple_of(thread, Value::object(thread.types().object));
  if (!held_bases) return {};
  Type* base = best_base(thread, held_bases.as<Tuple>());
  if (!base) return {};
  Ref made = build_type(thread, metatype, name, held_bases.as<Tuple>(), base, namespace_);
  if (!made) return {};
  auto* type = made.as<Type>();
  if (any_set_name(thread, type_dict(type)) && !set_names(thread, type)) return {};
  bool keywords = keyword_names && keyword_names->length > 0;
  bool own_hook = !dict_peek_name(type_dict(type), thread.dunder_name(Dunder::InitSubclass)).is_empty();
  if ((keywords || own_hook || !plain_init_subclass(thread, type)) &&
      !init_subclass(thread, type, keyword_values, keyword_names)) {
    return {};
  }
  return made;
}

}  // namespace gillab
