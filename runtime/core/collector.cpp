// The cycle collector: containers that only each other refer to are found by taking, in a table beside the heap, all
// references between containers off their counts. What keeps a count above zero is held from outside, and so is all it
// reaches; the rest is garbage. Finalizers and callbacks run before anything is taken apart, and may save objects. When
// to collect which generation: collector_policy.cpp.
#include "runtime/collector.h"

#include <algorithm>
#include <cstdio>
#include <new>
#include <vector>

#include "runtime/errors.h"
#include "runtime/interpreter.h"
#include "runtime/list.h"
#include "runtime/operations.h"
#include "runtime/stopped_world.h"
#include "runtime/classes/type_build.h"
#include "runtime/classes/weak_table.h"

namespace gillab {

namespace {

struct Candidate {
  Object* object;
  uint32_t references;  // not accounted for by other candidates
  bool reachable;
};

class Candidates {
 public:
  void add(Object* object, uint32_t references) { rows_.push_back({object, references, false}); }
  void build_index() {
    size_t slots = 16;
    while (slots < rows_.size() * 2) slots *= 2;
    index_.assign(slots, kFree);
    for (uint32_t i = 0; i < rows_.size(); ++i) index_[free_slot(rows_[i].object)] = i;
  }
  Candidate* find(const Object* object) {
    for (size_t at = slot_of(object); index_[at] != kFree; at = (at + 1) & (index_.size() - 1)) {
      if (rows_[index_[at]].object == object) return &rows_[index_[at]];
    }
    return nullptr;
  }
  std::vector<Candidate>& rows() { return rows_; }

 private:
  static constexpr uint32_t kFree = ~0u;
  size_t slot_of(const Object* object) const {
    return ((reinterpret_cast<uintptr_t>(object) >> 4) * 0x9E3779B97F4A7C15u >> 20) & (index_.size() - 1);
  }
  size_t free_slot(const Object* object) const {
    size_t at = slot_of(object);
    while (index_[at] != kFree) at = (at + 1) & (index_.size() - 1);
    return at;
  }
  std::vector<Candidate> rows_;
  std::vector<uint32_t> index_;
};

void subtract_internal(Candidates& candidates) {
  auto visit = [](Value value, void* context) {
    Candidate* target = static_cast<Candidates*>(context)->find(value.as_object());
    if (target && target->references > 0) --target->references;
  };
  for (Candidate& each : candidates.rows()) visit_references(each.object, Visitor{visit, &candidates});
}

struct Marking {
  Candidates& candidates;
  std::vector<Object*> stack;
};

void mark_reachable(Candidates& candidates) {
  Marking marking{candidates, {}};
  auto mark = [](Candidate* candidate, Marking* state) {
    if (!candidate || candidate->reachable) return;
    candidate->reachable = true;
    state->stack.push_back(candidate->object);
  };
  auto visit = [](Value value, void* context) {
    auto* state = static_cast<Marking*>(context);
    Candidate* candidate = state->candidates.find(value.as_object());
    if (!candidate || candidate->reachable) return;
    candidate->reachable = true;
    state->stack.push_back(candidate->object);
  };
  for (Candidate& each : candidates.rows()) {
    if (each.references > 0) mark(&each, &marking);
  }
  while (!marking.stack.empty()) {
    Object* object = marking.stack.back();
    marking.stack.pop_back();
    visit_references(object, Visitor{visit, &marking});
  }
}

std::vector<Object*> unreachable_of(Candidates& candidates) {
  candidates.build_index();
  subtract_internal(candidates);
  mark_reachable(candidates);
  std::vector<Object*> garbage;
  for (const Candidate& each : candidates.rows()) {
    if (!each.reachable) garbage.push_back(each.object);
  }
  return garbage;
}

struct Search {
  int generation;
  Candidates candidates;
  std::vector<Object*> leaves;
};

bool is_candidate(Object* object, int generation) {
  return is_container(object) && generation_of(object) <= generation && gil::Count::total(object->header) != 0;
}

// What is no garbage is a generation older from now on.
std::vector<Object*> find_garbage(Thread& thread, int generation) {
  Search search{generation, {}, {}};
  auto visit = [](Object* object, void* context) {
    auto* found = static_cast<Search*>(context);
    if (!is_candidate(object, found->generation)) return;
    if (is_leaf(object)) {
      found->leaves.push_back(object);
    } else {
      found->candidates.add(object, gil::Count::total(object->header));
    }
  };
  for_each_object(*thread.interpreter, visit, &search);
  std::vector<Object*> garbage = unreachable_of(search.candidates);
  const int older = std::min(generation + 1, kOldest);
  for (const Candidate& each : search.candidates.rows()) {
    if (each.reachable) set_generation(each.object, older);
  }
  for (Object* object : search.leaves) set_generation(object, older);
  const size_t all = search.candidates.rows().size() + search.leaves.size();
  thread.interpreter->collector.survivors = static_cast<int64_t>(all - garbage.size());
  return garbage;
}

// Garbage that nobody has got hold of meanwhile. `held`: references the collector itself has to each.
std::vector<Object*> still_garbage(Thread& thread, const std::vector<Object*>& garbage, uint32_t held) {
  StoppedWorld stopped(thread);
  Candidates candidates;
  for (Object* object : garbage) candidates.add(object, gil::Count::total(object->header) - held);
  return unreachable_of(candidates);
}

void clear_weak_references_of(Thread& thread, const std::vector<Object*>& garbage) {
  Candidates members;
  for (Object* object : garbage) members.add(object, 0);
  members.build_index();
  auto is_garbage = [](const Object* object, void* context) {
    return static_cast<Candidates*>(context)->find(object) != nullptr;
  };
  clear_weak_references_of_garbage(thread, garbage, is_garbage, &members);
}

void run_finalizers(Thread& thread, const std::vector<Object*>& garbage) {
  std::vector<std::pair<uint64_t, Object*>> waiting;
  for (Object* object : garbage) {
    if ((head_of(object).traits & kHasFinalizer) && !(object->header.flags & kFinalized))
      waiting.emplace_back(birth_of(*thread.interpreter, object), object);
  }
  std::sort(waiting.begin(), waiting.end());
  for (auto& [birth, object] : waiting) call_finalizer(thread, object);
}

// With gc.DEBUG_SAVEALL garbage is shown instead of freed.
bool is_saved(Thread& thread, Object* object) {
  const CollectorState& state = thread.interpreter->collector;
  return (state.debug & kSaveAll) && state.garbage &&
         append(thread, static_cast<List*>(state.garbage), Ref::share(object));
}

void take_apart(Thread& thread, const std::vector<Object*>& garbage) {
  for (Object* object : garbage) {
    if (is_saved(thread, object)) continue;
    const Layout* layout = type_of(object)->layout;
    if (layout->clear) {
      layout->clear(thread, object);
    } else {
      drop_attributes(thread, object);
    }
  }
}

void name_collectable(Thread& thread, const std::vector<Object*>& garbage) {
  for (Object* object : garbage) {
    const std::string type(type_name(thread, Value::object(object)));
    std::fprintf(stderr, "gc: collectable <%s %p>\n", type.c_str(), static_cast<void*>(object));
  }
}

int64_t collect_garbage(Thread& thread, int generation) {
  std::vector<Object*> garbage;
  {
    StoppedWorld stopped(thread);
    garbage = find_garbage(thread, generation);
    for (Object* object : garbage) take(object);
  }
  if (garbage.empty()) return 0;
  if (thread.interpreter->collector.debug & kNameCollectable) name_collectable(thread, garbage);
  clear_weak_references_of(thread, garbage);
  run_finalizers(thread, garbage);
  std::vector<Object*> dead = still_garbage(thread, garbage, 1);
  take_apart(thread, dead);
  for (Object* object : garbage) drop(object);
  return static_cast<int64_t>(dead.size());
}

}  // namespace

bool is_leaf(const Object* object) {
  const ShapeHead& head = head_of(object);
  if (head.kind != Kind::Tuple || !head.exact) return false;
  const auto* tuple = static_cast<const Tuple*>(object);
  return std::none_of(tuple->items, tuple->items + tuple->length,
                      [](Value item) { return item.is_object() && is_container(item.as_object()); });
}

void visit_references(Object* object, const Visitor& visitor) {
  const Layout* layout = type_of(object)->layout;
  if (layout->traverse) {
    layout->traverse(object, visitor);
  } else {
    traverse_attributes(object, visitor);
  }
  if (head_of(object).traits & kOfHeapType) visitor(static_cast<const void*>(type_of(object)));
}

void call_finalizer(Thread& thread, Object* object) {
  set_flags(object, kFinalized);
  Ref pending = take_exception(thread);
  Value hook = dunder_of(type_of(object), Dunder::Del);
  if (!hook.is_empty() && !call_special(thread, hook, Value::object(object))) write_unraisable(thread, hook);
  clear_exception(thread);
  if (pending) thread.exception = pending.release();
}

bool finalize(Thread& thread, Object* object) {
  gil::Count::revive(object->header);  // alive again while __del__ runs
  call_finalizer(thread, object);
  return gil::Count::drop(object->header);
}

int64_t collect_cycles(Thread& thread, int generation) {
  CollectorState& state = thread.interpreter->collector;
  destroy_all_given_back(thread);
  if (state.running.exchange(true)) return 0;
  Ref pending = take_exception(thread);
  int64_t found = 0;
  try {
    found = collect_garbage(thread, generation);
  } catch (const std::bad_alloc&) {  // no room for the tables: the garbage waits
  }
  clear_exception(thread);
  if (pending) thread.exception = pending.release();
  state.running = false;
  if (gil::Layer::kConcurrent && found > 0) destroy_all_given_back(thread);  // what was given to threads that are ending
  return found;
}

}  // namespace gillab
