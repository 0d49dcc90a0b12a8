// Assigning to __bases__: a new MRO for the class and all below it, or an error and no change.
#include "runtime/errors.h"
#include "runtime/list.h"
#include "runtime/stopped_world.h"
#include "runtime/str.h"
#include "runtime/classes/type_build.h"

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

// Whether CPython's collector knows its instances, which decides how they are freed there.
bool is_collected(const Type* type) {
  if (!has_flag(type, kHeapType)) return type->layout->container && type->instance_kind != Kind::Instance;
  return has_flag(type, kHasDict) || type->slot_count > 0 || is_collected(type->base);
}

// Instances exist: the new first base must lay them out as the old one did.
bool check_layout(Thread& thread, const Type* type, const Type* base) {
  const Type* old = type->base;
  const char* what = nullptr;
  if (is_collected(base) != is_collected(old)) {
    what = "deallocator";
  } else if (!same_layout(old, base)) {
    what = "object layout";
  }
  if (!what) return true;
  return raise(thread, Error::TypeError, "__bases__ assignment: '{}' {} differs from '{}'", name_of_type(base), what,
               name_of_type(old));
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

void move_in_lists(Thread& thread, Type* type, const Tuple* from, const Tuple* to) {
  for (uint64_t i = 0; i < from->length; ++i) remove_subclass(thread, as<Type>(from->items[i]), type);
  for (uint64_t i = 0; i < to->length; ++i) add_subclass(thread, as<Type>(to->items[i]), type);
}

}  // namespace

bool replace_bases(Thread& thread, Type* type, Tuple* bases) {
  Ref old_bases;
  std::vector<Saved> saved;
  StoppedWorld stopped(thread);
  if (!check_bases(thread, type, bases) || !check_layout(thread, type, as<Type>(bases->items[0]))) return false;
  old_bases = type->bases.exchange(Ref::share(bases));
  Type* old_base = std::exchange(type->base, as<Type>(bases->items[0]));
  if (!recompute(thread, type, &saved)) {
    for (Saved& each : saved) each.type->mro.put(std::move(each.mro));
    type->bases.put(std::move(old_bases));
    type->base = old_base;
    return false;
  }
  move_in_lists(thread, type, old_bases.as<Tuple>(), bases);
  for (Saved& each : saved) compute_type_tables(thread, each.type);
  renew_shapes(thread, type);
  return true;
}

}  // namespace gillab
