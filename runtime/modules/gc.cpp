// The module gc: the cycle collector as scripts drive it.
#include <algorithm>

#include "runtime/collector.h"
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

bool is_tracked(Value value) { return value.is_object() && (head_of(value.as_object()).traits & kIsContainer) != 0; }

Ref gc_callbacks(Thread& thread) {
  Ref module = dict_get_name(thread.interpreter->modules, intern(thread, std::string_view("gc")));
  if (!module || !is<Module>(module.get())) return {};
  return dict_get_name(module_dict(module.as<Module>()), intern(thread, std::string_view("callbacks")));
}

// gc.callbacks get ("start" or "stop", {"generation": 2, "collected": n, "uncollectable": 0}).
bool call_hooks(Thread& thread, const char* phase, int64_t generation, int64_t collected) {
  Ref hooks = gc_callbacks(thread);
  if (!hooks || !is<List>(hooks.get()) || hooks.as<List>()->length.get() == 0) return !thread.has_exception();
  Ref info = make_dict(thread);
  Ref name = make_str(thread, phase);
  if (!info || !name) return false;
  const std::pair<const char*, int64_t> facts[] = {
      {"generation", generation}, {"collected", collected}, {"uncollectable", 0}};
  for (const auto& fact : facts) {
    if (!dict_set_name(thread, info.as<Dict>(), intern(thread, std::string_view(fact.first)),
                       make_int(thread, fact.second)))
      return false;
  }
  Ref all = tuple_from(thread, hooks.get());
  for (uint64_t i = 0; all && i < all.as<Tuple>()->length; ++i) {
    if (!call(thread, all.as<Tuple>()->items[i], name.get(), info.get()))
      write_unraisable(thread, all.as<Tuple>()->items[i]);
  }
  return static_cast<bool>(all);
}

Ref gc_collect(Thread& thread, const Value* args, uint32_t, Tuple*) {
  int64_t generation = 2;
  if (!args[0].is_empty() && !index_as_int64(thread, args[0], &generation)) return {};
  if (generation < 0 || generation > 2) return raise(thread, Error::ValueError, "invalid generation");
  if (!call_hooks(thread, "start", generation, 0)) return {};
  int64_t found = collect_cycles(thread);
  if (!call_hooks(thread, "stop", generation, found)) return {};
  return make_int(thread, found);
}
Ref gc_enable(Thread& thread, const Value*, uint32_t, Tuple*) {
  thread.interpreter->collector_enabled = true;
  return Ref::none();
}
Ref gc_disable(Thread& thread, const Value*, uint32_t, Tuple*) {
  thread.interpreter->collector_enabled = false;
  return Ref::none();
}
Ref gc_is_enabled(Thread& thread, const Value*, uint32_t, Tuple*) {
  return Ref::boolean(thread.interpreter->collector_enabled);
}

// The collector has one generation and finds its own threshold; what a script sets it reads back.
Ref gc_get_threshold(Thread& thread, const Value*, uint32_t, Tuple*) {
  const int64_t* thresholds = thread.interpreter->collector_thresholds;
  return make_tuple_of(thread, Value::integer(thresholds[0]), Value::integer(thresholds[1]),
                       Value::integer(thresholds[2]));
}
Ref gc_set_threshold(Thread& thread, const Value* args, uint32_t, Tuple*) {
  int64_t given[3];
  for (int i = 0; i < 3; ++i) {
    given[i] = thread.interpreter->collector_thresholds[i];
    if (!args[i].is_empty() && !index_as_int64(thread, args[i], &given[i])) return {};
  }
  std::copy(given, given + 3, thread.interpreter->collector_thresholds);
  return Ref::none();
}
Ref gc_get_count(Thread& thread, const Value*, uint32_t, Tuple*) {
  return make_tuple_of(thread, Value::integer(thread.containers_since_collect), Value::integer(0), Value::integer(0));
}
Ref gc_get_debug(Thread&, const Value*, uint32_t, Tuple*) { return Ref::own(Value::integer(0)); }

void list_tracked(Object* object, void* context) {
  if (is_tracked(Value::object(object)) && gil::Count::value(object->header) > 0) {
    static_cast<std::vector<Object*>*>(context)->push_back(object);
  }
}
std::vector<Ref> tracked_objects(Thread& thread) {
  std::vector<Object*> found;
  for_each_object(*thread.interpreter, list_tracked, &found);
  std::vector<Ref> held;
  held.reserve(found.size());
  for (Object* object : found) held.push_back(Ref::share(object));
  return held;
}

Ref gc_get_objects(Thread& thread, const Value*, uint32_t, Tuple*) {
  std::vector<Ref> all = tracked_objects(thread);
  Ref list = make_list(thread, all.size());
  for (Ref& each : all) {
    if (!list || !append(thread, list.as<List>(), std::move(each))) return {};
  }
  return list;
}

Ref gc_get_referents(Thread& thread, const Value* args, uint32_t, Tuple*) {
  std::vector<Ref> found;
  auto* given = as<Tuple>(args[0]);
  auto visit = [](Value value, void* context) {
    static_cast<std::vector<Ref>*>(context)->push_back(Ref::share(value));
  };
  for (uint64_t i = 0; i < given->length; ++i) {
    if (given->items[i].is_object()) visit_references(given->items[i].as_object(), Visitor{visit, &found});
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
Ref gc_is_tracked(Thread&, const Value* args, uint32_t, Tuple*) { return Ref::boolean(is_tracked(args[0])); }
Ref gc_is_finalized(Thread&, const Value* args, uint32_t, Tuple*) {
  return Ref::boolean(args[0].is_object() && (args[0].as_object()->header.flags & kFinalized));
}
Ref gc_nothing(Thread&, const Value*, uint32_t, Tuple*) { return Ref::none(); }
Ref gc_get_freeze_count(Thread&, const Value*, uint32_t, Tuple*) { return Ref::own(Value::integer(0)); }

Ref gc_get_stats(Thread& thread, const Value*, uint32_t, Tuple*) {
  Ref list = make_list(thread);
  for (int generation = 0; list && generation < 3; ++generation) {
    bool whole = generation == 2;
    Ref row = make_dict(thread);
    const std::pair<const char*, int64_t> facts[] = {{"collections", whole ? thread.interpreter->collections : 0},
                                                     {"collected", whole ? thread.interpreter->collected : 0},
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
    {"set_debug", "(flags, /)", gc_nothing},
    {"get_objects", "(generation=None)", gc_get_objects},
    {"get_referents", "(*objs)", gc_get_referents},
    {"get_referrers", "(*objs)", gc_get_referrers},
    {"is_tracked", "(obj, /)", gc_is_tracked},
    {"is_finalized", "(obj, /)", gc_is_finalized},
    {"freeze", "()", gc_nothing},
    {"unfreeze", "()", gc_nothing},
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
  return add_functions(thread, module, kFunctions) && add_value(thread, module, "garbage", make_list(thread)) &&
         add_value(thread, module, "callbacks", make_list(thread));
}

}  // namespace gillab
