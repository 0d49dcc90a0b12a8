// itertools: groupby and tee.
#include "runtime/modules/itertools_types.h"

namespace gillab {
namespace {

using Args = const Value*;

// --- groupby

constexpr Layout kGroupByLayout =
    FieldLayout<GroupBy, &GroupBy::iterator, &GroupBy::key_function, &GroupBy::target_key, &GroupBy::current_key,
                &GroupBy::current_item, &GroupBy::group>::named("groupby");

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

// A group of `self` with that key, the one that may go on from now.
Ref make_group(Thread& thread, GroupBy* self, Value key) {
  Ref mark = make_list(thread);
  Grouper* group = mark ? allocate<Grouper>(thread, grouper_type(self)->root) : nullptr;
  if (!group) return {};
  group->parent.init(Ref::share(self));
  group->target_key.init(Ref::share(key));
  group->mark.init(mark.share());
  Ref result = Ref::own(group);
  self->group.put(std::move(mark));
  return result;
}

Ref grouper_create(Thread& thread, Args args, uint32_t, Tuple*) {
  if (has_layout(args[1], kGroupByLayout)) return make_group(thread, as<GroupBy>(args[1]), args[2]);
  return raise(thread, Error::TypeError, "_grouper() argument 1 must be itertools.groupby, not {}",
               type_name(thread, args[1]));
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
  Ref key = self->current_key.take();
  self->target_key.put(key.share());
  Ref group = make_group(thread, self, key.get());
  return group ? make_tuple_of(thread, key.get(), group.get()) : Ref();
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

// --- tee: a chain of blocks of items that are read once; each copy stands at a place of one of them

constexpr Layout kTeeBlockLayout =
    FieldLayout<TeeBlock, &TeeBlock::source, &TeeBlock::items, &TeeBlock::next>::named("_tee_dataobject");
constexpr Layout kTeeLayout = FieldLayout<Tee, &Tee::block>::named("_tee");

Ref make_block(Thread& thread, Value cls, Ref source, Ref items) {
  TeeBlock* block = items ? new_iterator<TeeBlock>(thread, cls) : nullptr;
  if (!block) return {};
  block->source.init(std::move(source));
  block->items.init(std::move(items));
  block->next.init_empty();
  block->reading = false;
  return Ref::own(block);
}

Ref make_tee(Thread& thread, Value cls, Ref block, int64_t position) {
  Tee* tee = new_iterator<Tee>(thread, cls);
  if (!tee) return {};
  tee->block.init(std::move(block));
  tee->position.set(position);
  return Ref::own(tee);
}

Ref following_block(Thread& thread, TeeBlock* block) {
  if (Ref next = block->next.take()) return next;
  Ref next = make_block(thread, Value::object(type_of(block)), block->source.take(), make_list(thread));
  if (next) block->next.put(next.share());
  return next;
}

Ref tee_next(Thread& thread, Args args, uint32_t, Tuple*) {
  Tee* tee = as<Tee>(args[0]);
  Ref keep = tee->block.take();
  if (tee->position.get() == kTeeBlockItems) {
    keep = following_block(thread, keep.as<TeeBlock>());
    if (!keep) return {};
    tee->block.put(keep.share());
    tee->position.set(0);
  }
  TeeBlock* block = keep.as<TeeBlock>();
  Ref items = block->items.take();
  int64_t position = tee->position.get();
  if (position == static_cast<int64_t>(items.as<List>()->length.get())) {
    if (block->reading) return raise(thread, Error::RuntimeError, "cannot re-enter the tee iterator");
    block->reading = true;
    Ref item = next(thread, block->source.take().get());
    block->reading = false;
    if (!item || item.get().is_exhausted()) return item;
    if (!append(thread, items.as<List>(), std::move(item))) return {};
  }
  tee->position.set(position + 1);
  return item_at(items.as<List>(), static_cast<size_t>(position));
}

Ref tee_copy(Thread& thread, Args args, uint32_t, Tuple*) {
  Tee* tee = as<Tee>(args[0]);
  return make_tee(thread, Value::object(type_of(tee)), tee->block.take(), tee->position.get());
}
Ref tee_of(Thread& thread, Value iterable) {
  if (has_layout(iterable, kTeeLayout)) return tee_copy(thread, &iterable, 1, nullptr);
  Ref source = iterate(thread, iterable);
  Type* block_type = source ? find_iterator_type(thread, "itertools._tee_dataobject") : nullptr;
  Ref block = block_type ? make_block(thread, Value::object(block_type), std::move(source), make_list(thread)) : Ref();
  Type* type = find_iterator_type(thread, "itertools._tee");
  return block ? make_tee(thread, Value::object(type), std::move(block), 0) : Ref();
}

Ref tee_create(Thread& thread, Args args, uint32_t, Tuple*) { return tee_of(thread, args[1]); }

// What pickle makes: the source, the items read, and the block behind or None.
Ref block_create(Thread& thread, Args args, uint32_t, Tuple*) {
  if (!is<List>(args[2])) {
    return raise(thread, Error::TypeError, "_tee_dataobject() argument 2 must be list, not {}", type_name(thread, args[2]));
  }
  size_t length = as<List>(args[2])->length.get();
  bool behind = !args[3].is_none();
  if (length > kTeeBlockItems || (behind && (length < kTeeBlockItems || !has_layout(args[3], kTeeBlockLayout)))) {
    return raise(thread, Error::ValueError, "Invalid arguments");
  }
  Ref block = make_block(thread, args[0], Ref::share(args[1]), list_from(thread, args[2]));
  if (block && behind) block.as<TeeBlock>()->next.put(Ref::share(args[3]));
  return block;
}

// The state of a tee: a block and a place in it.
Ref tee_set_state(Thread& thread, Args args, uint32_t, Tuple*) {
  Tuple* state = is<Tuple>(args[1]) ? as<Tuple>(args[1]) : nullptr;
  int64_t position;
  if (!state || state->length != 2 || !has_layout(state->items[0], kTeeBlockLayout)) {
    return raise(thread, Error::TypeError, "state is not a block and a place");
  }
  if (!index_as_int64(thread, state->items[1], &position)) return {};
  int64_t items = static_cast<int64_t>(as<List>(as<TeeBlock>(state->items[0])->items.peek())->length.get());
  if (position < 0 || position > items) return raise(thread, Error::ValueError, "Index out of range");
  as<Tee>(args[0])->block.put(Ref::share(state->items[0]));
  as<Tee>(args[0])->position.set(position);
  return Ref::none();
}
constexpr MethodDef kTeeMore[] = {{"__copy__", "(self, /)", tee_copy},
                                  {"__setstate__", "(self, state, /)", tee_set_state}};

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

}  // namespace

bool add_grouping_types(Thread& thread, Module* module) {
  Type* groupby = add_iterator_type(
      thread, module,
      {"itertools.groupby", &kGroupByLayout, "(cls, iterable, key=None)", groupby_create, groupby_next, nullptr});
  Type* grouper = add_iterator_type(thread, module,
                                    {"itertools._grouper", &kGrouperLayout, "(cls, parent, tgtkey, /)", grouper_create,
                                     grouper_next, nullptr});
  if (!groupby || !grouper) return false;
  groupby->module_data = grouper;
  return add_iterator_type(thread, module,
                           {"itertools._tee", &kTeeLayout, "(cls, iterable, /)", tee_create, tee_next, nullptr}, kTeeMore,
                           std::size(kTeeMore)) &&
         add_iterator_type(thread, module,
                           {"itertools._tee_dataobject", &kTeeBlockLayout, "(cls, it, values, next, /)", block_create,
                            nullptr, nullptr}) &&
         add_functions(thread, module, kFunctions);
}

}  // namespace gillab
