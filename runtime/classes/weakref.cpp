// Weak references: the table from objects to what refers to them weakly, and the type ReferenceType. Proxies:
// weak_proxy.cpp; what stands above them in Python: lib/weakref.py.
#include <cstdio>
#include <unordered_map>

#include "runtime/collector.h"
#include "runtime/classes/generic_alias.h"
#include "runtime/interpreter.h"
#include "runtime/classes/layouts.h"
#include "runtime/list.h"
#include "runtime/native.h"
#include "runtime/operations.h"
#include "runtime/setup.h"
#include "runtime/str.h"
#include "runtime/classes/type_build.h"
#include "runtime/classes/weak_table.h"

namespace gillab {

// In parts, so that threads with objects of their own do not meet. Thread safety: the lock of a part guards its map, the
// lists that hang from it and the targets of their members; the end of a target and that of a reference wait for it.
struct WeakTable {
  static constexpr size_t kParts = 32;
  struct alignas(64) Part {
    TableLock lock;
    std::unordered_map<Object*, WeakRef*> first;  // newest first
  } parts[kParts];
};

namespace {

WeakTable::Part& part_of(Thread& thread, const Object* target) {
  const uintptr_t address = reinterpret_cast<uintptr_t>(target);
  return thread.interpreter->weak_references->parts[(address >> 5 ^ address >> 12) % WeakTable::kParts];
}

}  // namespace

WeakTable* make_weak_table() { return new WeakTable; }
void free_weak_table(Interpreter& interpreter) { delete std::exchange(interpreter.weak_references, nullptr); }

namespace {

void unlink(Thread& thread, WeakRef* reference) {
  Object* target = reference->target.get();
  if (!target) return;
  WeakTable::Part& part = part_of(thread, target);
  TableLocked lock(part.lock);
  if (!reference->target.get()) return;
  reference->target.set(nullptr);
  auto found = part.first.find(target);
  if (found == part.first.end()) return;
  WeakRef** link = &found->second;
  while (*link && *link != reference) link = &(*link)->next;
  if (*link) *link = reference->next;
  if (found->second) return;
  part.first.erase(found);
  clear_flags(target, kHasWeakRefs);
}

void destroy_reference(Thread& thread, Object* object) {
  auto* reference = static_cast<WeakRef*>(object);
  unlink(thread, reference);
  reference->callback.end();
  drop_attributes(thread, object);
  free_object(thread, object, size_with_attributes(object, sizeof(WeakRef)));
}
void traverse_reference(Object* object, const Visitor& visitor) {
  visitor(static_cast<WeakRef*>(object)->callback);
  traverse_attributes(object, visitor);
}
void clear_reference(Thread& thread, Object* object) {
  unlink(thread, static_cast<WeakRef*>(object));
  static_cast<WeakRef*>(object)->callback.clear();
  drop_attributes(thread, object);
}

WeakRef* self_of(Value value) { return as<WeakRef>(value); }

// All that refer to the object, detached from it. Each is kept alive by the result.
std::vector<Ref> detach_all(Thread& thread, Object* object) {
  std::vector<Ref> references;
  WeakTable::Part& part = part_of(thread, object);
  TableLocked lock(part.lock);
  auto found = part.first.find(object);
  if (found == part.first.end()) return references;
  for (WeakRef* each = found->second; each; each = each->next) {
    each->target.set(nullptr);
    if (Ref alive = share_if_alive(each)) references.push_back(std::move(alive));
  }
  part.first.erase(found);
  clear_flags(object, kHasWeakRefs);
  return references;
}

void run_callback(Thread& thread, WeakRef* reference) {
  Ref callback = reference->callback.exchange({});
  if (!callback) return;
  if (!call(thread, callback.get(), Value::object(reference))) write_unraisable(thread, callback.get());
}

// A reference of exactly that type without a callback. REQUIRES: the part's lock
Ref find_plain(const WeakTable::Part& part, Object* target, const Type* type) {
  auto found = part.first.find(target);
  if (found == part.first.end()) return {};
  for (WeakRef* each = found->second; each; each = each->next) {
    if (type_of(each) != type || !each->callback.peek().is_empty()) continue;
    if (Ref alive = share_if_alive(each)) return alive;
  }
  return {};
}

// What everybody who asks for one gets: a reference or proxy of the built-in types without a callback.
bool is_shared(const WeakRef* reference) {
  return reference->callback.peek().is_empty() && !has_flag(type_of(reference), kHeapType);
}

// Those that are shared come first. REQUIRES: the part's lock
void link(WeakTable::Part& part, Object* target, WeakRef* reference) {
  WeakRef** place = &part.first[target];
  while (!is_shared(reference) && *place && is_shared(*place)) place = &(*place)->next;
  reference->next = *place;
  *place = reference;
  gil::Count::share(target->header);  // both may be found dying from now on
  gil::Count::share(reference->header);
  reference->target.set(target);
  set_flags(target, kHasWeakRefs);
}

// --- ReferenceType

Ref reference_new(Thread& thread, const Value* args, uint32_t count, Tuple* names) {
  if (names && as<Type>(args[0]) == thread.types().weakref)  // a subclass's __init__ may take some
    return raise(thread, Error::TypeError, "ref() takes no keyword arguments");
  if (count < 2) return raise(thread, Error::TypeError, "__new__ expected at least 1 argument, got {}", count - 1);
  if (count > 3) return raise(thread, Error::TypeError, "__new__ expected at most 2 arguments, got {}", count - 1);
  return make_weak(thread, as<Type>(args[0]), args[1], count == 3 ? args[2] : Value::none());
}
Ref reference_init(Thread& thread, const Value*, uint32_t count, Tuple* names) {
  if (names) return raise(thread, Error::TypeError, "ref() takes no keyword arguments");
  if (count < 2) return raise(thread, Error::TypeError, "__init__ expected at least 1 argument, got {}", count - 1);
  if (count > 3) return raise(thread, Error::TypeError, "__init__ expected at most 2 arguments, got {}", count - 1);
  return Ref::none();
}
Ref reference_call(Thread& thread, const Value* args, uint32_t, Tuple*) {
  return weak_target(thread, self_of(args[0]));
}
Ref reference_hash(Thread& thread, const Value* args, uint32_t, Tuple*) {
  WeakRef* self = self_of(args[0]);
  if (self->hash.get() == -1) {
    Ref target = weak_target(thread, self);
    if (target.get().is_none()) return raise(thread, Error::TypeError, "weak object has gone away");
    int64_t result;
    if (!hash(thread, target.get(), &result)) return {};
    self->hash.set(result);
  }
  int64_t result = self->hash.get();
  return Ref::own(Value::integer(Value::fits_int(result) ? result : result >> 4));
}
template <Compare op>
Ref reference_compare(Thread& thread, const Value* args, uint32_t, Tuple*) {
  if (!is<WeakRef>(args[1])) return Ref::not_implemented();
  Ref left = weak_target(thread, self_of(args[0])), right = weak_target(thread, self_of(args[1]));
  if (!left.get().is_none() && !right.get().is_none()) return compare(thread, op, left.get(), right.get());
  return Ref::boolean((args[0] == args[1]) == (op == Compare::Equal));
}
Ref reference_repr(Thread& thread, const Value* args, uint32_t, Tuple*) {
  char own[32], other[32];
  std::snprintf(own, sizeof own, "%p", static_cast<void*>(args[0].as_object()));
  Ref target = weak_target(thread, self_of(args[0]));
  if (target.get().is_none()) return format_text(thread, "<weakref at {}; dead>", {own});
  std::snprintf(other, sizeof other, "%p", static_cast<void*>(target.get().as_object()));
  Ref name = get_attribute_or_empty(thread, target.get(), thread.names().__name__);
  clear_exception(thread);
  std::string_view type = type_name(thread, target.get());
  if (!name || !is<Str>(name.get())) return format_text(thread, "<weakref at {}; to '{}' at {}>", {own, type, other});
  return format_text(thread, "<weakref at {}; to '{}' at {} ({})>", {own, type, other, name.get()});
}
const MethodDef kMethods[] = {
    {"__new__", "*", reference_new, MethodDef::Static},
    {"__init__", "*", reference_init},
    {"__call__", "(self, /)", reference_call},
    {"__hash__", "(self, /)", reference_hash},
    {"__eq__", "(self, value, /)", reference_compare<Compare::Equal>},
    {"__ne__", "(self, value, /)", reference_compare<Compare::NotEqual>},
    {"__repr__", "(self, /)", reference_repr},
    {"__class_getitem__", "(cls, item, /)", generic_class_getitem, MethodDef::Class},
};
Ref read_callback(Thread&, Value self) {
  Ref callback = self_of(self)->callback.take();
  return callback ? std::move(callback) : Ref::none();
}
const GetSetDef kAttributes[] = {{"__callback__", read_callback}};

}  // namespace

const Layout kWeakRefLayout = {"weakref",         sizeof(WeakRef),    true,
                               destroy_reference, traverse_reference, clear_reference};

Ref make_weak(Thread& thread, Type* type, Value target, Value callback) {
  if (!target.is_object() || !has_flag(type_of(target.as_object()), kHasWeakref)) {
    return raise(thread, Error::TypeError, "cannot create weak reference to '{}' object", type_name(thread, target));
  }
  bool plain = callback.is_none() || callback.is_empty(), shared = plain && !has_flag(type, kHeapType);
  Object* object = target.as_object();
  WeakTable::Part& part = part_of(thread, object);
  if (shared && (object->header.flags & kHasWeakRefs)) {
    TableLocked lock(part.lock);
    if (Ref existing = find_plain(part, object, type)) return existing;
  }
  auto* reference = static_cast<WeakRef*>(allocate_instance(thread, type));
  if (!reference) return {};
  reference->target.set(nullptr);
  reference->callback.init(plain ? Ref() : Ref::share(callback));
  reference->hash.set(-1);
  reference->next = nullptr;
  Ref made = Ref::own(reference);
  TableLocked lock(part.lock);
  if (gil::Layer::kConcurrent && shared) {
    if (Ref existing = find_plain(part, object, type)) return existing;  // another thread was faster; ours has no target
  }
  link(part, object, reference);
  return made;
}

Ref make_weak_reference(Thread& thread, Value target, Value callback) {
  return make_weak(thread, thread.types().weakref, target, callback);
}

Ref weak_target(Thread& thread, WeakRef* reference) {
  if constexpr (gil::Layer::kLockFreeReads) {
    while (Object* target = reference->target.get()) {
      Ref found = share_if_alive(target);  // or what stands there now, where the target is gone
      if (!found) return Ref::none();
      if (reference->target.get() == target) return found;
    }
    return Ref::none();
  }
  Object* target = reference->target.get();
  if (!target) return Ref::none();
  TableLocked lock(part_of(thread, target).lock);
  if (!reference->target.get()) return Ref::none();
  Ref found = share_if_alive(target);
  return found ? std::move(found) : Ref::none();
}

std::vector<Ref> weak_references_to(Thread& thread, Object* target) {
  std::vector<Ref> references;
  WeakTable::Part& part = part_of(thread, target);
  TableLocked lock(part.lock);
  auto found = part.first.find(target);
  for (WeakRef* each = found == part.first.end() ? nullptr : found->second; each; each = each->next) {
    if (Ref alive = share_if_alive(each)) references.push_back(std::move(alive));
  }
  return references;
}

Ref first_weak_reference(Thread& thread, Object* target) {
  std::vector<Ref> all = weak_references_to(thread, target);
  return all.empty() ? Ref::none() : std::move(all.front());
}

void clear_weak_references(Thread& thread, Object* object) {
  for (Ref& reference : detach_all(thread, object)) run_callback(thread, reference.as<WeakRef>());
}

void clear_weak_references_of_garbage(Thread& thread, const std::vector<Object*>& garbage,
                                      bool (*is_garbage)(const Object*, void*), void* context) {
  std::vector<Ref> to_call;
  for (Object* object : garbage) {
    if (!(object->header.flags & kHasWeakRefs)) continue;
    for (Ref& reference : detach_all(thread, object)) {
      if (!is_garbage(reference.get().as_object(), context)) to_call.push_back(std::move(reference));
    }
  }
  for (Ref& reference : to_call) run_callback(thread, reference.as<WeakRef>());
}

void setup_weakref(Thread& thread, Type* type) {
  add_constant(thread, type, "__module__", make_str(thread, "weakref"));
  add_methods(thread, type, kMethods);
  add_getsets(thread, type, kAttributes);
}

}  // namespace gillab
