// _functools: the function that remembers its results, behind functools.lru_cache and cache.
#include "runtime/classes/construct.h"
#include "runtime/containers/dict_table.h"
#include "runtime/function.h"
#include "runtime/int.h"
#include "runtime/classes/layouts.h"
#include "runtime/list.h"
#include "runtime/modules/functools.h"
#include "runtime/operations.h"
#include "runtime/classes/type_build.h"

namespace gillab {
namespace {

using Args = const Value*;

// A remembered result in a ring, the most recently used last. The dict has a reference, and so has the ring: each can lose
// it while the other is not looked at, for comparing keys may run Python code, and to guard the dict may mean to wait.
struct Link : Object {
  static constexpr Kind kKind = Kind::Extension;
  Field key;
  Field result;
  Link* before;
  Link* after;  // null: not in the ring
};
constexpr Layout kLinkLayout = FieldLayout<Link, &Link::key, &Link::result>::named("_lru_list_elem");

struct Cached : Object {
  static constexpr Kind kKind = Kind::Extension;
  Field function;
  Field results;  // dict: key -> result, or -> Link where there is a limit
  Field info_type;
  Cell<int64_t> limit;  // -1: none
  Cell<uint64_t> hits;
  Cell<uint64_t> misses;
  Link* oldest;  // of the ring; null while it is empty
  bool typed;
};
using CachedFields = FieldLayout<Cached, &Cached::function, &Cached::results, &Cached::info_type>;

// --- the ring; under the Guard

// The ring's reference. Empty: it was not in the ring any more.
Ref unlink(Cached* cached, Link* link) {
  if (!link->after) return {};
  if (cached->oldest == link) cached->oldest = link->after == link ? nullptr : link->after;
  link->before->after = link->after;
  link->after->before = link->before;
  link->after = nullptr;
  return Ref::own(link);
}

std::vector<Ref> unlink_all(Cached* cached) {
  std::vector<Ref> links;
  while (cached->oldest) links.push_back(unlink(cached, cached->oldest));
  return links;
}

void link_newest(Cached* cached, Ref owner) {
  Link* link = as<Link>(owner.release());
  Link* oldest = cached->oldest;
  if (!oldest) {
    cached->oldest = link->before = link->after = link;
    return;
  }
  link->after = oldest;
  link->before = oldest->before;
  oldest->before->after = link;
  oldest->before = link;
}

void destroy_cached(Thread& thread, Object* object) {
  (void)unlink_all(static_cast<Cached*>(object));
  CachedFields::destroy(thread, object);
}
void traverse_cached(Object* object, const Visitor& visitor) {
  const Link* oldest = static_cast<Cached*>(object)->oldest;
  for (const Link* link = oldest; link; link = link->after == oldest ? nullptr : link->after) visitor(link);
  CachedFields::traverse(object, visitor);
}
void clear_cached(Thread& thread, Object* object) {
  (void)unlink_all(static_cast<Cached*>(object));
  CachedFields::clear(thread, object);
}
constexpr Layout kCachedLayout = {"_lru_cache_wrapper", sizeof(Cached),  true,
                                  destroy_cached,       traverse_cached, clear_cached};

// --- keys

bool is_plain_key(Value value) { return value.is_int() || is_exact<Str>(value) || is_exact<BigInt>(value); }

// All arguments as one hashable value: a lone int or str as itself, others in a tuple with a mark before the keywords.
Ref make_key(Thread& thread, Cached* cached, Args args, uint32_t count, Tuple* names) {
  if (!names && !cached->typed && count == 1 && is_plain_key(args[0])) return Ref::share(args[0]);
  if (!names && !cached->typed) return make_tuple(thread, args, count);
  const size_t keywords = names ? names->length : 0, given = count + keywords;
  Tuple* key = new_tuple(thread, given + keywords + (keywords ? 1 : 0) + (cached->typed ? given : 0));
  if (!key) return {};
  size_t at = 0;
  auto add = [&](Value value) { key->items[at++] = Ref::share(value).release(); };
  for (size_t i = 0; i < count; ++i) add(args[i]);
  if (keywords) add(Value::object(type_of(cached)));
  for (size_t i = 0; i < keywords; ++i) {
    add(names->items[i]);
    add(args[count + i]);
  }
  for (size_t i = 0; cached->typed && i < given; ++i) add(Value::object(type_of(thread, args[i])));
  return Ref::own(key);
}

// --- calls

Ref compute(Thread& thread, Cached* cached, Args args, uint32_t count, Tuple* names) {
  cached->misses.set(cached->misses.get() + 1);
  return call(thread, cached->function.take().get(), args, count, names);
}

Ref call_unlimited(Thread& thread, Cached* cached, Value key, int64_t hash, Args args, uint32_t count, Tuple* names) {
  Ref results = cached->results.take(), result;
  Found found = dict_get_hashed(thread, results.as<Dict>(), key, hash, &result);
  if (found == Found::Error) return {};
  if (found == Found::Yes) {
    cached->hits.set(cached->hits.get() + 1);
    return result;
  }
  result = compute(thread, cached, args, count, names);
  if (!result || !dict_set_hashed(thread, results.as<Dict>(), key, hash, result.share())) return {};
  return result;
}

Type* link_type(Cached* cached) {
  Type* type = type_of(cached);
  while (has_flag(type, kHeapType)) type = type->base;
  return static_cast<Type*>(const_cast<void*>(type->module_data));
}

// Forgets the result that was not used for the longest time. False: there is none, or an exception is set.
bool forget_oldest(Thread& thread, Cached* cached, Dict* results) {
  Ref oldest, gone;
  {
    Guard guard(cached->header);
    if (cached->oldest) oldest = unlink(cached, cached->oldest);
  }
  return oldest && dict_pop(thread, results, oldest.as<Link>()->key.take().get(), &gone) != Found::Error;
}

bool remember(Thread& thread, Cached* cached, Value key, int64_t hash, Value result) {
  Ref results = cached->results.take(), there;
  // The function may have called itself with the same arguments.
  Found found = dict_get_hashed(thread, results.as<Dict>(), key, hash, &there);
  if (found != Found::No) return found == Found::Yes;
  Link* link = allocate<Link>(thread, link_type(cached)->root);
  if (!link) return false;
  link->key.init(Ref::share(key));
  link->result.init(Ref::share(result));
  link->after = nullptr;
  Ref owner = Ref::own(link);
  if (!dict_set_hashed(thread, results.as<Dict>(), key, hash, owner.share())) return false;
  {
    Guard guard(cached->header);
    if (cached->results.peek() != results.get()) return true;  // all was forgotten meanwhile
    link_newest(cached, std::move(owner));
  }
  while (dict_size(results.as<Dict>()) > static_cast<uint64_t>(cached->limit.get()) &&
         forget_oldest(thread, cached, results.as<Dict>())) {}
  return !thread.has_exception();
}

Ref call_limited(Thread& thread, Cached* cached, Value key, int64_t hash, Args args, uint32_t count, Tuple* names) {
  Ref found_link;
  Found found = dict_get_hashed(thread, as<Dict>(cached->results.take().get()), key, hash, &found_link);
  if (found == Found::Error) return {};
  if (found == Found::Yes) {
    Guard guard(cached->header);
    Link* link = found_link.as<Link>();
    if (Ref owner = unlink(cached, link)) link_newest(cached, std::move(owner));
    cached->hits.set(cached->hits.get() + 1);
    return link->result.take();
  }
  Ref result = compute(thread, cached, args, count, names);
  if (!result || !remember(thread, cached, key, hash, result.get())) return {};
  return result;
}

Ref cached_call(Thread& thread, Args args, uint32_t count, Tuple* names) {
  Cached* cached = as<Cached>(args[0]);
  if (names && names->length == 0) names = nullptr;
  if (cached->limit.get() == 0) return compute(thread, cached, args + 1, count - 1, names);
  int64_t hash;
  Ref key = make_key(thread, cached, args + 1, count - 1, names);
  if (!key || !key_hash(thread, key.get(), &hash)) return {};
  auto* act = cached->limit.get() < 0 ? call_unlimited : call_limited;
  return act(thread, cached, key.get(), hash, args + 1, count - 1, names);
}

// --- the object

Ref cached_create(Thread& thread, Args args, uint32_t, Tuple*) {
  int64_t limit = -1;
  if (!is_callable(thread, args[1])) return raise(thread, Error::TypeError, "the first argument must be callable");
  if (!args[2].is_none() && !index_as_int64(thread, args[2], &limit)) {
    clear_exception(thread);
    return raise(thread, Error::TypeError, "maxsize should be integer or None");
  }
  if (!args[2].is_none() && limit < 0) limit = 0;
  Truth typed = truth(thread, args[3]);
  Ref results = typed == Truth::Error ? Ref() : make_dict(thread);
  if (!results || !is<Type>(args[0])) return {};
  Cached* cached = static_cast<Cached*>(allocate_instance(thread, as<Type>(args[0]), 0));
  if (!cached) return {};
  cached->function.init(Ref::share(args[1]));
  cached->results.init(std::move(results));
  cached->info_type.init(Ref::share(args[4]));
  cached->limit.set(limit);
  cached->hits.set(0);
  cached->misses.set(0);
  cached->oldest = nullptr;
  cached->typed = typed == Truth::Yes;
  return Ref::own(cached);
}

Ref cached_get(Thread& thread, Args args, uint32_t, Tuple*) {
  if (args[1].is_none()) return Ref::share(args[0]);
  return make_bound_method(thread, args[0], args[1]);
}

Ref cache_info(Thread& thread, Args args, uint32_t, Tuple*) {
  Cached* cached = as<Cached>(args[0]);
  int64_t limit = cached->limit.get();
  Ref info = cached->info_type.take(), results = cached->results.take();
  Value numbers[] = {Value::integer(static_cast<int64_t>(cached->hits.get())),
                     Value::integer(static_cast<int64_t>(cached->misses.get())),
                     limit < 0 ? Value::none() : Value::integer(limit), Value::integer(dict_size(results.as<Dict>()))};
  return call(thread, info.get(), numbers, 4);
}

Ref cache_clear(Thread& thread, Args args, uint32_t, Tuple*) {
  Cached* cached = as<Cached>(args[0]);
  Ref nothing = make_dict(thread);
  if (!nothing) return {};
  Ref old;
  std::vector<Ref> links;
  Guard guard(cached->header);
  cached->hits.set(0);
  cached->misses.set(0);
  links = unlink_all(cached);
  old = cached->results.exchange(std::move(nothing));
  return Ref::none();
}

Ref itself(Thread&, Args args, uint32_t, Tuple*) { return Ref::share(args[0]); }
Ref cached_reduce(Thread& thread, Args args, uint32_t, Tuple*) {
  return get_attribute(thread, args[0], thread.names().__qualname__);
}

constexpr MethodDef kMethods[] = {
    {"__new__", "(cls, user_function, maxsize, typed, cache_info_type)", cached_create, MethodDef::Static},
    {"__call__", "*", cached_call},
    {"__get__", "(self, instance, owner=None, /)", cached_get},
    {"__copy__", "(self, /)", itself},
    {"__deepcopy__", "(self, memo, /)", itself},
    {"__reduce__", "(self, /)", cached_reduce},
    {"cache_info", "(self, /)", cache_info},
    {"cache_clear", "(self, /)", cache_clear},
};

}  // namespace

bool add_cache_type(Thread& thread, Module* module) {
  Type* type = make_native_type(
      thread, {"functools._lru_cache_wrapper", "functools", &kCachedLayout, kBaseType | kHasDict | kHasWeakref},
      nullptr);
  Type* link = make_native_type(thread, {"functools._lru_list_elem", "functools", &kLinkLayout, kNoInstances}, nullptr);
  if (!type || !link) return false;
  add_methods(thread, type, kMethods);
  add_getsets(thread, type, &kInstanceDict, 1);
  finish_type(thread, type);
  finish_type(thread, link);
  type->module_data = link;
  return add_value(thread, module, "_lru_cache_wrapper", Ref::share(type));
}

}  // namespace gillab
