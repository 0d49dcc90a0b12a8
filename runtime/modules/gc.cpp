// The module gc: the cycle collector as scripts drive it.
#include <algorithm>

#include "runtime/audit.h"
#include "runtime/collector.h"
#include "runtime/dict.h"
#include "runtime/function.h"
#include "runtime/int.h"
#include "runtime/interpreter.h"
#include "runtime/list.h"
#include "runtime/modules/modules.h"
#include "runtime/native.h"
#include "runtime/operations.h"
#include "runtime/str.h"

namespace gillab {

namespace {

// --- what scripts take for tracked: what the collector looks at, but for what cannot be part of a cycle

bool leads_on(Value value) {
  return value.is_object() && is_container(value.as_object()) && !is_leaf(value.as_object());
}

bool dict_leads_on(Dict* dict) {
  Ref key, value;
  for (uint32_t position = 0; dict_next_held(dict, &position, &key, &value);) {
    if (leads_on(key.get()) || leads_on(value.get())) return true;
  }
  return false;
}

// As on CPython: built-in classes are not, nor is an object() itself; an exact dict or tuple is for what it holds, which
// of a tuple is found out when a collection first looks at it.
bool is_tracked(Thread& thread, Value value) {
  if (!value.is_object() || !is_container(value.as_object())) return false;
  if (type_of(value.as_object()) == thread.types().object) return false;
  if (is<Type>(value)) return has_flag(as<Type>(value), kHeapType);
  if (is_exact<Dict>(value)) return dict_leads_on(as<Dict>(value));
  if (!is_exact<Tuple>(value)) return true;
  bool seen = generation_of(value.as_object()) > 0;
  return as<Tuple>(value)->length > 0 && !(seen && is_leaf(value.as_object()));
}

CollectorState& state_of(Thread& thread) { return thread.interpreter->collector; }

Ref gc_collect(Thread& thread, const Value* args, uint32_t, Tuple*) {
  int64_t generation = kOldest;
  if (!args[0].is_empty() && !index_as_int64(thread, args[0], &generation)) return {};
  if (generation < 0 || generation > kOldest) return raise(thread, Error::ValueError, "invalid generation");
  return make_int(thread, collect_and_tell(thread, static_cast<int>(generation)));
}

Ref set_enabled(Thread& thread, bool enabled) {
  state_of(thread).enabled = enabled;
  apply_collector_settings(*thread.interpreter);
  return Ref::none();
}
Ref gc_enable(Thread& thread, const Value*, uint32_t, Tuple*) { return set_enabled(thread, true); }
Ref gc_disable(Thread& thread, const Value*, uint32_t, Tuple*) { return set_enabled(thread, false); }
Ref gc_is_enabled(Thread& thread, const Value*, uint32_t, Tuple*) { return Ref::boolean(state_of(thread).enabled); }

Ref gc_get_threshold(Thread& thread, const Value*, uint32_t, Tuple*) {
  const int64_t* thresholds = state_of(thread).thresholds;
  return make_tuple_of(thread, Value::integer(thresholds[0]), Value::integer(thresholds[1]),
                       Value::integer(thresholds[2]));
}
// The thresholds of the start stand for the collector's own rule, also when a script puts them back.
Ref gc_set_threshold(Thread& thread, const Value* args, uint32_t, Tuple*) {
  CollectorState& state = state_of(thread);
  int64_t given[3];
  for (int i = 0; i < 3; ++i) {
    given[i] = state.thresholds[i];
    if (!args[i].is_empty() && !index_as_int64(thread, args[i], &given[i])) return {};
  }
  std::copy(given, given + 3, state.thresholds);
  const CollectorState fresh;
  state.adapts = std::equal(given, given + 3, fresh.thresholds);
  apply_collector_settings(*thread.interpreter);
  return Ref::none();
}
Ref gc_get_count(Thread& thread, const Value*, uint32_t, Tuple*) {
  const CollectorState& state = state_of(thread);
  return make_tuple_of(thread, Value::integer(thread.containers_since_collect), Value::integer(state.younger[1]),
                       Value::integer(state.younger[2]));
}
Ref gc_get_debug(Thread& thread, const Value*, uint32_t, Tuple*) { return make_int(thread, state_of(thread).debug); }
Ref gc_set_debug(Thread& thread, const Value* args, uint32_t, Tuple*) {
  int64_t flags;
  if (!index_as_int64(thread, args[0], &flags)) return {};
  state_of(thread).debug = static_cast<int>(flags);
  return Ref::none();
}

// --- what is alive

struct Listing {
  int generation;  // or -1: all but the permanent one
  std::vector<Object*> found;
};

// Before anything is counted or made: the heap must not change while it is walked.
void list_container(Object* object, void* context) {
  auto* listing = static_cast<Listing*>(context);
  if (!is_container(object) || gil::Count::total(object->header) == 0) return;
  const int generation = generation_of(object);
  if (listing->generation < 0 ? generation <= kOldest : generation == listing->generation)
    listing->found.push_back(object);
}

std::vector<Ref> tracked_objects(Thread& thread, int generation = -1) {
  Listing listing{generation, {}};
  for_each_object(*thread.interpreter, list_container, &listing);
  std::vector<Ref> held;
  held.reserve(listing.found.size());
  for (Object* object : listing.found) {
    if (is_tracked(thread, Value::object(object))) held.push_back(Ref::share(object));
  }
  return held;
}

Ref gc_get_objects(Thread& thread, const Value* args, uint32_t, Tuple*) {
  int64_t generation = -1;
  if (!args[0].is_empty() && !args[0].is_none()) {
    if (!index_as_int64(thread, args[0], &generation)) return {};
    if (generation > kOldest) {
      return raise(thread, Error::ValueError,
                   "generation parameter must be less than the number of available generations (3)");
    }
    if (generation < -1) return raise(thread, Error::ValueError, "generation parameter cannot be negative");
  }
  std::vector<Ref> all = tracked_objects(thread, static_cast<int>(generation));
  Ref list = make_list(thread, all.size());
  for (Ref& each : all) {
    if (!list || !append(thread, list.as<List>(), std::move(each))) return {};
  }
  return list;
}

// Of the plain containers: numbers in them are no objects, which the collector passes over. False: it is none of them.
bool add_numbers_too(Value container, std::vector<Ref>* found) {
  auto add = [&](Value value) { found->push_back(Ref::share(value)); };
  if (is_exact<Tuple>(container)) {
    for (uint64_t i = 0; i < as<Tuple>(container)->length; ++i) add(as<Tuple>(container)->items[i]);
  } else if (is_exact<List>(container)) {
    for (uint32_t i = 0; i < as<List>(container)->length.get(); ++i) add(as<List>(container)->items.get()[i]);
  } else if (is_exact<Dict>(container)) {
    uint32_t position = 0;
    Value key, value;
    while (dict_next(as<Dict>(container), &position, &key, &value)) add(key), add(value);
  } else {
    return false;
  }
  return true;
}

Ref gc_get_referents(Thread& thread, const Value* args, uint32_t, Tuple*) {
  std::vector<Ref> found;
  auto* given = as<Tuple>(args[0]);
  auto visit = [](Value value, void* context) {
    static_cast<std::vector<Ref>*>(context)->push_back(Ref::share(value));
  };
  for (uint64_t i = 0; i < given->length; ++i) {
    const Value each = given->items[i];
    if (!add_numbers_too(each, &found) && each.is_object()) visit_references(each.as_object(), Visitor{visit, &found});
  }
  Ref list = make_list(thread, found.size());
  for (Ref& each : found) {
    if (!list || !append(thread, list.as<List>(), std::move(each))) return {};
  }
  return list;
}

struct Search {
  const Tuple* wanted;
  bool found;
};
Ref gc_get_referrers(Thread& thread, const Value* args, uint32_t, Tuple*) {
  std::vector<Ref> all = tracked_objects(thread);
  Ref list = make_list(thread);
  auto visit = [](Value value, void* context) {
    auto* search = static_cast<Search*>(context);
    for (uint64_t i = 0; i < search->wanted->length; ++i)
      search->found = search->found || search->wanted->items[i] == value;
  };
  for (Ref& each : all) {
    Search search{as<Tuple>(args[0]), false};
    if (each.get() == args[0] || each.get() == list.get()) continue;
    visit_references(each.get().as_object(), Visitor{visit, &search});
    if (search.found && (!list || !append(thread, list.as<List>(), std::move(each)))) return {};
  }
  return list;
}
Ref gc_is_tracked(Thread& thread, const Value* args, uint32_t, Tuple*) {
  return Ref::boolean(is_tracked(thread, args[0]));
}
Ref gc_is_finalized(Thread&, const Value* args, uint32_t, Tuple*) {
  return Ref::boolean(args[0].is_object() && (args[0].as_object()->header.flags & kFinalized));
}
// --- the permanent generation

void freeze(Object* object, void*) {
  if (is_container(object)) set_generation(object, kPermanent);
}
void unfreeze(Object* object, void*) {
  if (is_container(object) && generation_of(object) == kPermanent) set_generation(object, kOldest);
}
void count_frozen(Object* object, void* context) {
  if (is_container(object) && generation_of(object) == kPermanent) ++*static_cast<int64_t*>(context);
}

Ref gc_freeze(Thread& thread, const Value*, uint32_t, Tuple*) {
  for_each_object(*thread.interpreter, freeze, nullptr);
  thread.containers_since_collect = 0;
  return Ref::none();
}
Ref gc_unfreeze(Thread& thread, const Value*, uint32_t, Tuple*) {
  for_each_object(*thread.interpreter, unfreeze, nullptr);
  return Ref::none();
}
Ref gc_get_freeze_count(Thread& thread, const Value*, uint32_t, Tuple*) {
  int64_t count = 0;
  for_each_object(*thread.interpreter, count_frozen, &count);
  return make_int(thread, count);
}

Ref gc_get_stats(Thread& thread, const Value*, uint32_t, Tuple*) {
  Ref list = make_list(thread);
  for (int generation = 0; list && generation < 3; ++generation) {
    Ref row = make_dict(thread);
    const std::pair<const char*, int64_t> facts[] = {{"collections", state_of(thread).collections[generation]},
                                                     {"collected", state_of(thread).collected[generation]},
                                                     {"uncollectable", 0}};
    for (const auto& fact : facts) {
      if (!row || !dict_set_name(thread, row.as<Dict>(), intern(thread, std::string_view(fact.first)),
                                 make_int(thread, fact.second)))
        return {};
    }
    if (!append(thread, list.as<List>(), std::move(row))) return {};
  }
  return list;
}

const MethodDef kFunctions[] = {
    {"collect", "(generation=2)", gc_collect},
    {"enable", "()", gc_enable},
    {"disable", "()", gc_disable},
    {"isenabled", "()", gc_is_enabled},
    {"get_threshold", "()", gc_get_threshold},
    {"set_threshold", "(threshold0, threshold1=None, threshold2=None, /)", gc_set_threshold},
    {"get_count", "()", gc_get_count},
    {"get_debug", "()", gc_get_debug},
    {"set_debug", "(flags, /)", gc_set_debug},
    {"get_objects", "(generation=None)", audited<gc_get_objects, "gc.get_objects", Told{0, -1}>},
    {"get_referents", "(*objs)", audited<gc_get_referents, "gc.get_referents", Told{0}>},
    {"get_referrers", "(*objs)", audited<gc_get_referrers, "gc.get_referrers", Told{0}>},
    {"is_tracked", "(obj, /)", gc_is_tracked},
    {"is_finalized", "(obj, /)", gc_is_finalized},
    {"freeze", "()", gc_freeze},
    {"unfreeze", "()", gc_unfreeze},
    {"get_freeze_count", "()", gc_get_freeze_count},
    {"get_stats", "()", gc_get_stats},
};

}  // namespace

bool init_gc(Thread& thread, Module* module) {
  const std::pair<const char*, int> flags[] = {{"DEBUG_STATS", 1},
                                               {"DEBUG_COLLECTABLE", 2},
                                               {"DEBUG_UNCOLLECTABLE", 4},
                                               {"DEBUG_SAVEALL", 32},
                                               {"DEBUG_LEAK", 38}};
  for (const auto& flag : flags) {
    if (!add_value(thread, module, flag.first, Ref::own(Value::integer(flag.second)))) return false;
  }
  CollectorState& state = state_of(thread);
  Ref garbage = make_list(thread);
  Ref callbacks = make_list(thread);
  if (!garbage || !callbacks) return false;
  if (!state.garbage) state.garbage = garbage.share().release().as_object();
  if (!state.callbacks) state.callbacks = callbacks.share().release().as_object();
  return add_functions(thread, module, kFunctions) && add_value(thread, module, "garbage", Ref::share(state.garbage)) &&
         add_value(thread, module, "callbacks", Ref::share(state.callbacks));
}

}  // namespace gillab
