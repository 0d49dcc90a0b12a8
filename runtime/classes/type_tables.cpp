// What is derived from a class's MRO and namespaces, and kept true when they change: special methods, flags, shape ids,
// the cache of lookups. Making classes: type_make.cpp.
#include <unordered_map>

#include "runtime/dict.h"
#include "runtime/errors.h"
#include "runtime/interpreter.h"
#include "runtime/stopped_world.h"
#include "runtime/list.h"
#include "runtime/str.h"
#include "runtime/classes/type_build.h"

namespace gillab {

namespace {

// Of each thread; where states are compared and put back, little is to change when a thread begins or ends.
constexpr uint32_t kLookupEntries = gil::kControlled ? 64u : usual_or_smallest(1024u, 2u);

const Tuple* mro_of(const Type* type) { return as<Tuple>(type->mro.peek()); }

LookupEntry& lookup_entry(Thread& thread, uint32_t id, const Str* name) {
  if (!thread.lookups) thread.lookups = std::make_unique<LookupEntry[]>(kLookupEntries);
  uint64_t mixed = (uint64_t{id} * 0x9E3779B1u) ^ (reinterpret_cast<uintptr_t>(name) >> 4);
  return thread.lookups[(mixed ^ (mixed >> 12)) % kLookupEntries];
}

Value walk_mro(const Type* type, Str* name) {
  const Tuple* mro = mro_of(type);
  for (uint64_t i = 0; i < mro->length; ++i) {
    Value found = dict_peek_name(type_dict(as<Type>(mro->items[i])), name);
    if (!found.is_empty()) return found;
  }
  return {};
}

Held hold_in_mro(const Type* type, Str* name) {
  if constexpr (!Held::kOwns) return Held::of(walk_mro(type, name));
  const Tuple* mro = mro_of(type);
  for (uint64_t i = 0; i < mro->length; ++i) {
    Ref found = dict_get_name(type_dict(as<Type>(mro->items[i])), name);
    if (found) return Held::of(found.get());
  }
  return {};
}

// A value that attribute lookup hands out as it is. Nothing else may be replaced behind the caches' back.
bool is_plain(Thread& thread, Value value) {
  const Type* type = type_of(thread, value);
  return dunder_of(type, Dunder::Get).is_empty() && dunder_of(type, Dunder::Set).is_empty() &&
         dunder_of(type, Dunder::Delete).is_empty();
}

void overlay_dunders(Type* type, Dict* namespace_) {
  uint32_t position = 0;
  Value key, value;
  while (dict_next(namespace_, &position, &key, &value)) {
    if (!is<Str>(key)) continue;
    int number = dunder_number(as<Str>(key));
    if (number >= 0) type->dunders[number].set(value);
  }
}

bool extends_only(const Type* type, const Type* base) {
  const Tuple* mro = mro_of(type);
  const Tuple* rest = mro_of(base);
  return mro->length == rest->length + 1 && std::memcmp(&mro->items[1], rest->items, rest->length * sizeof(Value)) == 0;
}

bool same_entry(const Type* type, const Type* other, Dunder dunder) {
  return dunder_of(type, dunder) == dunder_of(other, dunder);
}

void set_flag(Type* type, uint32_t flag, bool on) {
  uint32_t flags = type->flags.get();
  type->flags.set(on ? flags | flag : flags & ~flag);
}

void compute_flags(Thread& thread, Type* type) {
  const Type* object = thread.types().object;
  set_flag(type, kPlainGetAttribute,
           same_entry(type, object, Dunder::GetAttribute) && dunder_of(type, Dunder::GetAttr).is_empty());
  set_flag(type, kPlainSetAttribute,
           same_entry(type, object, Dunder::SetAttr) && same_entry(type, object, Dunder::DelAttr));
  set_flag(type, kPlainNew, same_entry(type, object, Dunder::New));
  set_flag(type, kPlainInit, same_entry(type, object, Dunder::Init));
  bool finalizer = !dunder_of(type, Dunder::Del).is_empty();
  if (!type->shapes) return;
  for (Shape* shape : *type->shapes) {
    shape->traits = static_cast<uint8_t>(finalizer ? shape->traits | kHasFinalizer : shape->traits & ~kHasFinalizer);
  }
}

void renew_dunder(Thread& thread, Type* type, int number) {
  Dunder dunder = static_cast<Dunder>(number);
  type->dunders[number].set(walk_mro(type, thread.dunder_name(dunder)));
  compute_flags(thread, type);
  if (!type->subclasses) return;
  for (Type* each : *type->subclasses) renew_dunder(thread, each, number);
}

bool store_in_namespace(Thread& thread, Type* type, Str* name, Value value) {
  Dict* dict = type_dict(type);
  if (!value.is_empty()) return dict_set_name(thread, dict, name, Ref::share(value));
  if (dict_delete_name(thread, dict, name)) return true;
  if (thread.has_exception()) return false;
  return raise(thread, Error::AttributeError, "type object '{}' has no attribute '{}'", name_of_type(type), name);
}

}  // namespace

int dunder_number(const Str* name) {
  static const std::unordered_map<std::string_view, int> numbers = [] {
    std::unordered_map<std::string_view, int> made;
    const char* const texts[] = {
#define GILLAB_DUNDER(enumerator, text) text,
#include "runtime/dunders.def"
#include "runtime/sizes.h"
#undef GILLAB_DUNDER
    };
    for (size_t i = 0; i < kDunderCount; ++i) made[texts[i]] = static_cast<int>(i);
    return made;
  }();
  if (!name->ascii || name->length < 6) return -1;
  std::string_view text = name->ascii_view();
  if (text[0] != '_' || text[1] != '_' || text[text.size() - 1] != '_') return -1;
  auto found = numbers.find(text);
  return found == numbers.end() ? -1 : found->second;
}

void compute_type_tables(Thread& thread, Type* type) {
  const Type* base = type->base;
  if (base && extends_only(type, base)) {
    std::memcpy(static_cast<void*>(type->dunders), static_cast<const void*>(base->dunders), sizeof type->dunders);
    overlay_dunders(type, type_dict(type));
  } else {
    for (size_t i = 0; i < kDunderCount; ++i) type->dunders[i].set(Value());
    const Tuple* mro = mro_of(type);
    for (uint64_t i = mro->length; i-- > 0;) overlay_dunders(type, type_dict(as<Type>(mro->items[i])));
  }
  compute_flags(thread, type);
}

Held find_in_type(Thread& thread, const Type* type, Str* interned_name) {
  uint32_t id = type->root->id;
  LookupEntry& entry = lookup_entry(thread, id, interned_name);
  if (entry.name == interned_name && entry.id == id && id != 0) return Held::of(entry.value);
  Held found = hold_in_mro(type, interned_name);
  if (found.is_empty() || !is_plain(thread, found.get())) entry = {id, interned_name, found.get()};
  return found;
}

Value lookup_in_type(Thread& thread, Type* type, Str* interned_name) {
  return find_in_type(thread, type, interned_name).get();
}

namespace {

// Whether a value in a class's namespace may be replaced without any cache knowing: those that have it read it anew.
bool is_cached_by_cell(Thread& thread, Type* type, Str* name, Value old, Value value) {
  return dunder_number(name) < 0 && !old.is_empty() && !value.is_empty() && is_plain(thread, old) &&
         is_plain(thread, value) && dict_has_cell(type_dict(type), name);
}

}  // namespace

bool set_type_attribute(Thread& thread, Type* type, Str* interned_name, Value value) {
  Ref old = dict_get_name(type_dict(type), interned_name);  // alive until nothing points to it any more
  if (is_cached_by_cell(thread, type, interned_name, old.get(), value)) {
    return store_in_namespace(thread, type, interned_name, value);
  }
  StoppedWorld stopped(thread);
  old = dict_get_name(type_dict(type), interned_name);
  if (!store_in_namespace(thread, type, interned_name, value)) return false;
  if (int number = dunder_number(interned_name); number >= 0) renew_dunder(thread, type, number);
  renew_shapes(thread, type);
  return true;
}

void change_type_flags(Thread& thread, Type* type, uint32_t flags, bool on) {
  StoppedWorld stopped(thread);
  set_flag(type, flags, on);
  renew_shapes(thread, type);
}

bool is_subtype(const Type* type, const Type* base) {
  if (type == base) return true;
  if (type->mro.peek().is_empty()) {  // while types are being made
    for (const Type* each = type->base; each; each = each->base) {
      if (each == base) return true;
    }
    return false;
  }
  const Tuple* mro = mro_of(type);
  Value wanted = Value::object(base);
  for (uint64_t i = 1; i < mro->length; ++i) {
    if (mro->items[i] == wanted) return true;
  }
  return false;
}

Type* type_of(Thread& thread, Value value) {
  if (value.is_object()) return type_of(value.as_object());
  const Types& types = thread.types();
  if (value.is_int()) return types.integer;
  if (value.is_float()) return types.floating;
  if (value.is_bool()) return types.boolean;
  if (value.is_none()) return types.none;
  if (value.is_not_implemented()) return types.not_implemented;
  assert(value == Value::ellipsis());
  return types.ellipsis;
}

bool add_subclass(Thread& thread, Type* base, Type* type) {
  TableLocked lock(thread.interpreter->types_lock);
  if (!base->subclasses) base->subclasses = new (std::nothrow) std::vector<Type*>();
  if (!base->subclasses) return false;
  gil::Count::share(type->header);  // it may be found dying from now on
  base->subclasses->push_back(type);
  return true;
}

void remove_subclass(Thread& thread, Type* base, Type* type) {
  TableLocked lock(thread.interpreter->types_lock);
  if (base->subclasses) std::erase(*base->subclasses, type);
}

std::vector<Ref> subclasses_of(Thread& thread, const Type* type) {
  std::vector<Ref> found;
  TableLocked lock(thread.interpreter->types_lock);
  if (!type->subclasses) return found;
  for (Type* each : *type->subclasses) {
    if (Ref alive = share_if_alive(each)) found.push_back(std::move(alive));
  }
  return found;
}

}  // namespace gillab
