// Assigning to __bases__: a new MRO for the class and all below it, or an error and no change.
#include "runtime/errors.h"
#include "runtime/list.h"
#include "runtime/str.h"
#include "runtime/type_build.h"

namespace gillab {

namespace {

bool check_bases(Thread& thread, Type* type, const Tuple* bases) {
  for (uint64_t i = 0; i < bases->length; ++i) {
    if (!is<Type>(bases->items[i])) {
      return raise(thread, Error::TypeError, "{}.__bases__ must be tuple of classes, not '{}'", name_of_type(type),
                   type_name(thread, bases->items[i]));
    }
    if (is_subtype(as<Type>(bases->items[i]), type)) {
      return raise(thread, Error::TypeError, "a __bases__ item causes an inheritance cycle");
    }
  }
  return true;
}

// Instances exist: the new first base must lay them out as the old one did.
bool check_layout(Thread& thread, const Type* type, const Type* base) {
  const Type* old = type->base;
  if (has_flag(base, kHeapType) != has_flag(old, kHeapType)) {
    return raise(thread, Error::TypeError, "__bases__ assignment: '{}' deallocator differs from '{}'",
                 name_of_type(base), name_of_type(old));
  }
  bool same = base->layout == old->layout && base->slot_count == old->slot_count && has_flag(base, kBaseType);
  bool gains = has_flag(base, kHasDict) && !has_flag(type, kHasDict);
  if (same && !gains) return true;
  return raise(thread, Error::TypeError, "__bases__ assignment: '{}' object layout differs from '{}'",
               name_of_type(base), name_of_type(old));
}

struct Saved {
  Type* type;
  Ref mro;
};

bool recompute(Thread& thread, Type* type, std::vector<Saved>* saved) {
  saved->push_back({type, type->mro.take()});
  if (!compute_mro(thread, type)) return false;
  if (!type->subclasses) return true;
  std::vector<Type*> below = *type->subclasses;
  for (Type* each : below) {
    if (!recompute(thread, each, saved)) return false;
  }
  return true;
}

void move_in_lists(Type* type, const Tuple* from, const Tuple* to) {
  for (uint64_t i = 0; i < from->length; ++i) remove_subclass(as<Type>(from->items[i]), type);
  for (uint64_t i = 0; i < to->length; ++i) add_subclass(as<Type>(to->items[i]), type);
}

}  // namespace

bool replace_bases(Thread& thread, Type* type, Tuple* bases) {
  if (!check_bases(thread, type, bases) || !check_layout(thread, type, as<Type>(bases->items[0]))) return false;
  Ref old_bases = type->bases.exchange(Ref::share(bases));
  Type* old_base = std::exchange(type->base, as<Type>(bases->items[0]));
  std::vector<Saved> saved;
  if (!recompute(thread, type, &saved)) {
    for (Saved& each : saved) each.type->mro.put(std::move(each.mro));
    type->bases.put(std::move(old_bases));
    type->base = old_base;
    return false;
  }
  move_in_lists(type, old_bases.as<Tuple>(), bases);
  for (Saved& each : saved) compute_type_tables(thread, each.type);
  renew_shapes(thread, type);
  return true;
}

}  // namespace gillab
