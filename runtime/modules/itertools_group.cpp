// itertools: groupby and tee.
#include "runtime/modules/itertools.h"

namespace gillab {
namespace {

using Args = const Value*;

// --- groupby

struct GroupBy : Object {
  static constexpr Kind kKind = Kind::Extension;
  Field iterator;
  Field key_function;  // or None
  Field target_key;    // of the group given last
  Field current_key;
  Field current_item;
  Field group;  // the group given last: only it may go on
};
constexpr Layout kGroupByLayout =
    FieldLayout<GroupBy, &GroupBy::iterator, &GroupBy::key_function, &GroupBy::target_key, &GroupBy::current_key,
                &GroupBy::current_item, &GroupBy::group>::named("groupby");

// A mark that a group shares with its groupby: no cycle of references, and an older group sees it is not the last.
struct Grouper : Object {
  static constexpr Kind kKind = Kind::Extension;
  Field parent;
  Field target_key;
  Field mark;
};
constexpr Layout kGrouperLayout =
    FieldLayout<Grouper, &Grouper::parent, &Grouper::target_key, &Grouper::mark>::named("_grouper");

Ref groupby_create(Thread& thread, Args args, uint32_t, Tuple*) {
  Ref iterator = iterate(thread, args[1]);
  GroupBy* result = iterator ? new_iterator<GroupBy>(thread, args[0]) : nullptr;
  if (!result) return {};
  result->iterator.init(std::move(iterator));
  result->key_function.init(args[2].is_empty() ? Ref::none() : Ref::share(args[2]));
  result->target_key.init_empty();
  result->current_key.init_empty();
  result->current_item.init_empty();
  result->group.init_empty();
  return Ref::own(result);
}

// Reads the next item. No: the end; Yes: current_item and current_key are set.
Truth read_item(Thread& thread, GroupBy* self) {
  Ref item = next(thread, self->iterator.take().get());
  if (!item) return Truth::Error;
  if (item.get().is_exhausted()) return Truth::No;
  Ref function = self->key_function.take();
  Ref key = function.get().is_none() ? item.share() : call(thread, function.get(), item.get());
  if (!key) return Truth::Error;
  self->current_item.put(std::move(item));
  self->current_key.put(std::move(key));
  return Truth::Yes;
}

Type* grouper_type(GroupBy* self) {
  Type* type = type_of(self);
  while (has_flag(type, kHeapType)) type = type->base;
  return static_cast<Type*>(const_cast<void*>(type->module_data));
}

Ref make_group(Thread& thread, GroupBy* self) {
  Ref mark = make_list(thread);
  Grouper* group = mark ? allocate<Grouper>(thread, grouper_type(self)->root) : nullptr;
  if (!group) return {};
  group->parent.init(Ref::share(self));
  group->target_key.init(self->target_key.take());
  group->mark.init(mark.share());
  Ref result = Ref::own(group);
  self->group.put(std::move(mark));
  return make_tuple_of(thread, self->current_key.peek(), result.get());
}

Ref groupby_next(Thread& thread, Args args, uint32_t, Tuple*) {
  GroupBy* self = as<GroupBy>(args[0]);
  self->group.clear();
  for (;;) {
    Ref current = self->current_key.take(), target = self->target_key.take();
    if (current) {
      if (!target) break;
      Truth same = equal(thread, target.get(), current.get());
      if (same == Truth::Error) return {};
      if (same == Truth::No) break;
    }
    Truth read = read_item(thread, self);
    if (read != Truth::Yes) return read == Truth::No ? Ref::exhausted() : Ref();
  }
  self->target_key.put(self->current_key.take());
  return make_group(thread, self);
}

Ref grouper_next(Thread& thread, Args args, uint32_t, Tuple*) {
  Grouper* self = as<Grouper>(args[0]);
  Ref keep = self->parent.take();
  if (!keep) return Ref::exhausted();
  GroupBy* parent = keep.as<GroupBy>();
  if (!(parent->group.peek() == self->mark.peek())) return Ref::exhausted();
  if (has_ended(parent->current_item)) {
    Truth read = read_item(thread, parent);
    if (read != Truth::Yes) return read == Truth::No ? Ref::exhausted() : Ref();
  }
  Truth same = equal(thread, self->target_key.take().get(), parent->current_key.take().get());
  if (same != Truth::Yes) return same == Truth::No ? Ref::exhausted() : Ref();
  parent->current_key.clear();
  Ref item = parent->current_item.exchange({});
  return item ? std::move(item) : Ref::exhausted();  // __eq__ may have taken it
}

// --- tee: a chain of items that are read once; each copy stands at one of them

struct TeeNode : Object {
  static constexpr Kind kKind = Kind::Extension;
  Field item;  // empty until read
  Field next;
  bool reading;  // the source is being asked for it
};
constexpr Layout kTeeNodeLayout = FieldLayout<TeeNode, &TeeNode::item, &TeeNode::next>::named("_tee_dataobject");

struct Tee : Object {
  static constexpr Kind kKind = Kind::Extension;
  Field source;
  Field node;
};
constexpr Layout kTeeLayout = FieldLayout<Tee, &Tee::source, &Tee::node>::named("_tee");

Type* find_type(Thread& thread, const Layout& layout) {
  for (Type* type : thread.interpreter->native_types) {
    if (type->layout == &layout) return type;
  }
  return nullptr;
}

Ref make_node(Thread& thread) {
  TeeNode* node = allocate<TeeNode>(thread, find_type(thread, kTeeNodeLayout)->root);
  if (!node) return {};
  node->item.init_empty();
  node->next.init_empty();
  node->reading = false;
  return Ref::own(node);
}

Ref make_tee(Thread& thread, Ref source, Ref node) {
  Tee* tee = allocate<Tee>(thread, find_type(thread, kTeeLayout)->root);
  if (!tee) return {};
  tee->source.init(std::move(source));
  tee->node.init(std::move(node));
  return Ref::own(tee);
}

Ref tee_next(Thread& thread, Args args, uint32_t, Tuple*) {
  Tee* tee = as<Tee>(args[0]);
  Ref keep = tee->node.take();
  TeeNode* node = keep.as<TeeNode>();
  if (has_ended(node->item)) {
    if (node->reading) return raise(thread, Error::RuntimeError, "cannot re-enter the tee iterator");
    node->reading = true;
    Ref item = next(thread, tee->source.take().get());
    node->reading = false;
    if (!item || item.get().is_exhausted()) return item;
    TeeNode* tail = allocate<TeeNode>(thread, node->shape.get());
    if (!tail) return {};
    tail->item.init_empty();
    tail->next.init_empty();
    tail->reading = false;
    node->next.put(Ref::own(tail));
    node->item.put(std::move(item));
  }
  tee->node.put(node->next.take());
  return node->item.take();
}

Ref tee_copy(Thread& thread, Args args, uint32_t, Tuple*) {
  Tee* tee = as<Tee>(args[0]);
  return make_tee(thread, tee->source.take(), tee->node.take());
}
constexpr MethodDef kTeeMore[] = {{"__copy__", "(self, /)", tee_copy}};

Ref tee_of(Thread& thread, Value iterable) {
  if (has_layout(iterable, kTeeLayout)) return tee_copy(thread, &iterable, 1, nullptr);
  Ref source = iterate(thread, iterable);
  Ref node = source ? make_node(thread) : Ref();
  return node ? make_tee(thread, std::move(source), std::move(node)) : Ref();
}

Ref tee(Thread& thread, Args args, uint32_t, Tuple*) {
  int64_t count = 2;
  if (!args[1].is_empty() && !index_as_int64(thread, args[1], &count)) return {};
  if (count < 0) return raise(thread, Error::ValueError, "n must be >= 0");
  if (count == 0) return empty_tuple(thread);
  Tuple* result = new_tuple(thread, static_cast<size_t>(count));
  if (!result) return {};
  Ref owner = Ref::own(result);
  Ref first = tee_of(thread, args[0]);
  if (!first) return {};
  result->items[0] = first.release();
  for (int64_t i = 1; i < count; ++i) {
    Ref copy = tee_copy(thread, result->items, 1, nullptr);
    if (!copy) return {};
    result->items[i] = copy.release();
  }
  return owner;
}

constexpr MethodDef kFunctions[] = {{"tee", "(iterable, n=2, /)", tee}};

Ref no_next(Thread&, Args, uint32_t, Tuple*) { return Ref::exhausted(); }

}  // namespace

bool add_grouping_types(Thread& thread, Module* module) {
  Type* groupby = add_iterator_type(
      thread, module,
      {"itertools.groupby", &kGroupByLayout, "(cls, iterable, key=None)", groupby_create, groupby_next, nullptr});
  Type* grouper = add_iterator_type(thread, module,
                                    {"itertools._grouper", &kGrouperLayout, nullptr, nullptr, grouper_next, nullptr});
  if (!groupby || !grouper) return false;
  groupby->module_data = grouper;
  return add_iterator_type(thread, module, {"itertools._tee", &kTeeLayout, nullptr, nullptr, tee_next, nullptr},
                           kTeeMore, 1) &&
         add_iterator_type(thread, module,
                           {"itertools._tee_dataobject", &kTeeNodeLayout, nullptr, nullptr, no_next, nullptr}) &&
         add_functions(thread, module, kFunctions);
}

}  // namespace gillab
