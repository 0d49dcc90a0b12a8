// What copy and pickle ask of the iterators of itertools: __reduce__ names the type and what makes the iterator again,
// __setstate__ takes it to its place.
#include <algorithm>
#include <cstring>

#include "runtime/interpreter.h"
#include "runtime/modules/itertools_types.h"

namespace gillab {
namespace {

using Args = const Value*;

Value type_value(Value self) { return Value::object(type_of(self.as_object())); }

// (type, arguments) or (type, arguments, state).
Ref reduced(Thread& thread, Value self, Ref arguments, Ref state) {
  if (!arguments || !state) return {};
  return make_tuple_of(thread, type_value(self), arguments.get(), state.get());
}
Ref reduced(Thread& thread, Value self, Ref arguments) {
  return arguments ? make_tuple_of(thread, type_value(self), arguments.get()) : Ref();
}

Ref ended_iterator(Thread& thread) {
  Ref nothing = empty_tuple(thread);
  return nothing ? iterate(thread, nothing.get()) : Ref();
}
// What a field that may have ended holds, as an iterator.
Ref iterator_in(Thread& thread, const Field& field) {
  Ref iterator = field.take();
  return iterator ? std::move(iterator) : ended_iterator(thread);
}

// The state of a type must be a tuple of so many items.
Tuple* state_tuple(Thread& thread, Value state, size_t least, size_t most) {
  if (!is<Tuple>(state)) return raise(thread, Error::TypeError, "state is not a tuple");
  Tuple* tuple = as<Tuple>(state);
  if (tuple->length >= least && tuple->length <= most) return tuple;
  return raise(thread, Error::TypeError, "function takes exactly {} arguments ({} given)", static_cast<int64_t>(most),
               static_cast<int64_t>(tuple->length));
}

bool as_flag(Thread& thread, Value value, Cell<bool>* flag) {
  Truth truth_of_it = truth(thread, value);
  if (truth_of_it == Truth::Error) return false;
  flag->set(truth_of_it == Truth::Yes);
  return true;
}

// --- count, repeat, cycle

Ref reduce_count(Thread& thread, Args args, uint32_t, Tuple*) {
  Count* count = as<Count>(args[0]);
  Ref next = count->next.take(), step = count->step.take();
  bool by_one = step.get() == Value::integer(1);
  return reduced(thread, args[0],
                 by_one ? make_tuple_of(thread, next.get()) : make_tuple_of(thread, next.get(), step.get()));
}

Ref reduce_repeat(Thread& thread, Args args, uint32_t, Tuple*) {
  Repeat* repeat = as<Repeat>(args[0]);
  Ref item = repeat->item.take();
  if (repeat->remaining.get() < 0) return reduced(thread, args[0], make_tuple_of(thread, item.get()));
  Ref remaining = make_int(thread, repeat->remaining.get());
  return remaining ? reduced(thread, args[0], make_tuple_of(thread, item.get(), remaining.get())) : Ref();
}

Ref reduce_cycle(Thread& thread, Args args, uint32_t, Tuple*) {
  Cycle* cycle = as<Cycle>(args[0]);
  Ref iterator = cycle->iterator.take(), saved = cycle->saved.take();
  bool complete = cycle->complete.get();
  if (!iterator) {
    iterator = iterate(thread, saved.get());
    if (!iterator) return {};
    as<ListIterator>(iterator.get())->position.set(cycle->position.get());
    complete = true;
  }
  return reduced(thread, args[0], make_tuple_of(thread, iterator.get()),
                 make_tuple_of(thread, saved.get(), Value::integer(complete ? 1 : 0)));
}

Ref set_cycle(Thread& thread, Args args, uint32_t, Tuple*) {
  Tuple* state = state_tuple(thread, args[1], 2, 2);
  if (!state) return {};
  if (!is<List>(state->items[0]) || !is_integer(state->items[1])) {
    return raise(thread, Error::TypeError, "state is not a list and a number");
  }
  Cycle* cycle = as<Cycle>(args[0]);
  if (!as_flag(thread, state->items[1], &cycle->complete)) return {};
  cycle->saved.put(Ref::share(state->items[0]));
  return Ref::none();
}

// --- a function and an iterator

Ref reduce_guided(Thread& thread, Args args, uint32_t, Tuple*) {
  Guided* self = as<Guided>(args[0]);
  Ref function = self->function.take(), iterator = iterator_in(thread, self->iterator);
  return iterator ? reduced(thread, args[0], make_tuple_of(thread, function.get(), iterator.get())) : Ref();
}

// With a flag: dropwhile has started, takewhile has stopped.
Ref with_flag(Thread& thread, Value self, bool flag) {
  Ref without = reduce_guided(thread, &self, 1, nullptr);
  if (!without) return {};
  Tuple* parts = without.as<Tuple>();
  return make_tuple_of(thread, parts->items[0], parts->items[1], Value::integer(flag ? 1 : 0));
}
Ref reduce_dropwhile(Thread& thread, Args args, uint32_t, Tuple*) {
  return with_flag(thread, args[0], as<Guided>(args[0])->started.get());
}
Ref set_dropwhile(Thread& thread, Args args, uint32_t, Tuple*) {
  return as_flag(thread, args[1], &as<Guided>(args[0])->started) ? Ref::none() : Ref();
}
Ref reduce_takewhile(Thread& thread, Args args, uint32_t, Tuple*) {
  return with_flag(thread, args[0], has_ended(as<Guided>(args[0])->iterator));
}
Ref set_takewhile(Thread& thread, Args args, uint32_t, Tuple*) {
  Truth stopped = truth(thread, args[1]);
  if (stopped == Truth::Error) return {};
  if (stopped == Truth::Yes) as<Guided>(args[0])->iterator.clear();
  return Ref::none();
}

// The total and then the rest.
Ref total_and_rest(Thread& thread, Value total, Value iterator) {
  Type* chain = find_iterator_type(thread, "itertools.chain");
  Ref first = make_tuple_of(thread, total);
  return first ? call(thread, Value::object(chain), first.get(), iterator) : Ref();
}

// A total of None cannot be a state, so it is the first item of an accumulate of which the first is left out.
Ref reduce_none_total(Thread& thread, Value self, Value function, Value iterator) {
  Ref all = total_and_rest(thread, Value::none(), iterator);
  Ref inner = all ? call(thread, type_value(self), all.get(), function) : Ref();
  Ref arguments = inner ? make_tuple_of(thread, inner.get(), Value::integer(1), Value::none()) : Ref();
  Type* slice = find_iterator_type(thread, "itertools.islice");
  return arguments ? make_tuple_of(thread, Value::object(slice), arguments.get()) : Ref();
}

Ref reduce_accumulate(Thread& thread, Args args, uint32_t, Tuple*) {
  Guided* self = as<Guided>(args[0]);
  Ref function = self->function.take(), iterator = iterator_in(thread, self->iterator), total = self->total.take();
  if (!iterator) return {};
  if (total && !self->started.get()) {
    iterator = total_and_rest(thread, total.get(), iterator.get());
    if (!iterator) return {};
    total = Ref();
  }
  if (total && total.get().is_none()) return reduce_none_total(thread, args[0], function.get(), iterator.get());
  Ref arguments = make_tuple_of(thread, iterator.get(), function.get());
  return reduced(thread, args[0], std::move(arguments), total ? std::move(total) : Ref::none());
}
Ref set_accumulate(Thread&, Args args, uint32_t, Tuple*) {
  as<Guided>(args[0])->started.set(true);
  as<Guided>(args[0])->total.put(Ref::share(args[1]));
  return Ref::none();
}

// --- chain, compress

Ref reduce_chain(Thread& thread, Args args, uint32_t, Tuple*) {
  Pair* chain = as<Pair>(args[0]);
  Ref sources = chain->first.take(), active = chain->second.take();
  if (!sources) return reduced(thread, args[0], empty_tuple(thread));
  Ref state = active ? make_tuple_of(thread, sources.get(), active.get()) : make_tuple_of(thread, sources.get());
  return reduced(thread, args[0], empty_tuple(thread), std::move(state));
}

bool is_iterator(Thread& thread, Value value) { return !special_method(thread, value, Dunder::Next).is_empty(); }

Ref set_chain(Thread& thread, Args args, uint32_t, Tuple*) {
  Tuple* state = state_tuple(thread, args[1], 1, 2);
  if (!state) return {};
  for (size_t i = 0; i < state->length; ++i) {
    if (!is_iterator(thread, state->items[i])) return raise(thread, Error::TypeError, "Arguments must be iterators.");
  }
  as<Pair>(args[0])->first.put(Ref::share(state->items[0]));
  if (state->length == 2) as<Pair>(args[0])->second.put(Ref::share(state->items[1]));
  return Ref::none();
}

Ref reduce_compress(Thread& thread, Args args, uint32_t, Tuple*) {
  Ref data = as<Pair>(args[0])->first.take(), selectors = as<Pair>(args[0])->second.take();
  return reduced(thread, args[0], make_tuple_of(thread, data.get(), selectors.get()));
}

// --- islice, zip_longest

Ref reduce_islice(Thread& thread, Args args, uint32_t, Tuple*) {
  ISlice* slice = as<ISlice>(args[0]);
  Ref iterator = slice->iterator.take();
  if (!iterator) {
    iterator = ended_iterator(thread);
    if (!iterator) return {};
    return reduced(thread, args[0], make_tuple_of(thread, iterator.get(), Value::integer(0)),
                   Ref::own(Value::integer(0)));
  }
  Ref first = make_int(thread, slice->next.get()), step = make_int(thread, slice->step.get());
  Ref stop = slice->stop.get() < 0 ? Ref::none() : make_int(thread, slice->stop.get());
  if (!first || !step || !stop) return {};
  return reduced(thread, args[0], make_tuple_of(thread, iterator.get(), first.get(), stop.get(), step.get()),
                 make_int(thread, slice->position.get()));
}
Ref set_islice(Thread& thread, Args args, uint32_t, Tuple*) {
  int64_t position;
  if (!index_as_int64(thread, args[1], &position)) return {};
  as<ISlice>(args[0])->position.set(position);
  return Ref::none();
}

Ref reduce_zip_longest(Thread& thread, Args args, uint32_t, Tuple*) {
  ZipLongest* zip = as<ZipLongest>(args[0]);
  Ref walked = tuple_from(thread, zip->iterators.take().get()), nothing = empty_tuple(thread), given = make_list(thread);
  if (!walked || !nothing || !given) return {};
  Tuple* iterators = walked.as<Tuple>();
  for (size_t i = 0; i < iterators->length; ++i) {
    Value one = iterators->items[i].is_none() ? nothing.get() : iterators->items[i];
    if (!append(thread, given.as<List>(), Ref::share(one))) return {};
  }
  return reduced(thread, args[0], tuple_from(thread, given.get()), zip->fill.take());
}
Ref set_zip_longest(Thread&, Args args, uint32_t, Tuple*) {
  as<ZipLongest>(args[0])->fill.put(Ref::share(args[1]));
  return Ref::none();
}

// --- products and choices

Ref positions_tuple(Thread& thread, const int64_t* positions, int64_t count) {
  Ref result = make_list(thread);
  for (int64_t i = 0; result && i < count; ++i) {
    if (!append(thread, result.as<List>(), make_int(thread, positions[i]))) return {};
  }
  return result ? tuple_from(thread, result.get()) : Ref();
}

// A position of a state, moved to what is allowed there.
bool position_at(Thread& thread, Tuple* state, int64_t i, int64_t lowest, int64_t highest, int64_t* position) {
  if (!index_as_int64(thread, state->items[i], position)) return false;
  *position = std::max(lowest, std::min(highest, *position));
  return true;
}

Tuple* positions_state(Thread& thread, Value state, int64_t count) {
  if (is<Tuple>(state) && as<Tuple>(state)->length == static_cast<size_t>(count)) return as<Tuple>(state);
  return raise(thread, Error::ValueError, "invalid arguments");
}

Ref product_pools(Thread& thread, Chooser* chooser) {
  Ref given = make_list(thread), pools = chooser->pools.take();
  for (int64_t i = 0; given && i < chooser->count; ++i) {
    Tuple* all = pools.as<Tuple>();
    if (!append(thread, given.as<List>(), Ref::share(all->items[static_cast<size_t>(i) % all->length]))) return {};
  }
  return given ? tuple_from(thread, given.get()) : Ref();
}

Ref reduce_product(Thread& thread, Args args, uint32_t, Tuple*) {
  Chooser* chooser = as<Chooser>(args[0]);
  if (chooser->ended.get()) {
    Ref nothing = empty_tuple(thread);
    return nothing ? reduced(thread, args[0], make_tuple_of(thread, nothing.get())) : Ref();
  }
  Ref pools = product_pools(thread, chooser);
  if (!chooser->started.get()) return reduced(thread, args[0], std::move(pools));
  return reduced(thread, args[0], std::move(pools), positions_tuple(thread, chooser->positions, chooser->count));
}

Ref set_product(Thread& thread, Args args, uint32_t, Tuple*) {
  Chooser* chooser = as<Chooser>(args[0]);
  Tuple* state = positions_state(thread, args[1], chooser->count);
  Ref pools = state ? product_pools(thread, chooser) : Ref();
  if (!pools) return {};
  for (int64_t i = 0; i < chooser->count; ++i) {
    int64_t size = static_cast<int64_t>(as<Tuple>(pools.as<Tuple>()->items[i])->length), position;
    if (size == 0) {
      chooser->ended.set(true);
      return Ref::none();
    }
    if (!position_at(thread, state, i, 0, size - 1, &position)) return {};
    chooser->positions[i] = position;
  }
  chooser->started.set(true);
  return Ref::none();
}

int64_t pool_size(Chooser* chooser) { return static_cast<int64_t>(as<Tuple>(chooser->pools.peek())->length); }

// (type, (pool, count)) with the positions when some were given already; an ended one is that of an empty pool.
Ref reduce_choice(Thread& thread, Args args, Ref (*state)(Thread&, Chooser*)) {
  Chooser* chooser = as<Chooser>(args[0]);
  Ref pool = chooser->ended.get() ? empty_tuple(thread) : chooser->pools.take();
  if (!pool) return {};
  // None is left of an empty pool only where something is to be chosen.
  int64_t count = chooser->ended.get() ? std::max<int64_t>(chooser->count, 1) : chooser->count;
  Ref arguments = make_tuple_of(thread, pool.get(), Value::integer(count));
  if (chooser->ended.get() || !chooser->started.get()) return reduced(thread, args[0], std::move(arguments));
  return reduced(thread, args[0], std::move(arguments), state(thread, chooser));
}

Ref chosen_positions(Thread& thread, Chooser* chooser) {
  return positions_tuple(thread, chooser->positions, chooser->count);
}
Ref reduce_combinations(Thread& thread, Args args, uint32_t, Tuple*) {
  return reduce_choice(thread, args, chosen_positions);
}

// The highest position at place i is that of the last choice: pool - count + i, or the pool's last.
template <bool kRepeats>
Ref set_combinations(Thread& thread, Args args, uint32_t, Tuple*) {
  Chooser* chooser = as<Chooser>(args[0]);
  Tuple* state = positions_state(thread, args[1], chooser->count);
  if (!state) return {};
  for (int64_t i = 0; i < chooser->count; ++i) {
    int64_t highest = pool_size(chooser) - (kRepeats ? 1 : chooser->count - i), position;
    if (!position_at(thread, state, i, 0, highest, &position)) return {};
    chooser->positions[i] = position;
  }
  chooser->started.set(true);
  return Ref::none();
}

Ref permutation_state(Thread& thread, Chooser* chooser) {
  Ref positions = positions_tuple(thread, chooser->positions, chooser->total);
  Ref cycles = positions_tuple(thread, chooser->positions + chooser->total, chooser->count);
  return positions && cycles ? make_tuple_of(thread, positions.get(), cycles.get()) : Ref();
}
Ref reduce_permutations(Thread& thread, Args args, uint32_t, Tuple*) {
  return reduce_choice(thread, args, permutation_state);
}

Ref set_permutations(Thread& thread, Args args, uint32_t, Tuple*) {
  Chooser* chooser = as<Chooser>(args[0]);
  Tuple* state = positions_state(thread, args[1], 2);
  Tuple* positions = state ? positions_state(thread, state->items[0], chooser->total) : nullptr;
  Tuple* cycles = positions ? positions_state(thread, state->items[1], chooser->count) : nullptr;
  if (!cycles) return {};
  int64_t position;
  for (int64_t i = 0; i < chooser->total; ++i) {
    if (!position_at(thread, positions, i, 0, chooser->total - 1, &position)) return {};
    chooser->positions[i] = position;
  }
  for (int64_t i = 0; i < chooser->count; ++i) {
    if (!position_at(thread, cycles, i, 1, chooser->total - i, &position)) return {};
    chooser->positions[chooser->total + i] = position;
  }
  chooser->started.set(true);
  return Ref::none();
}

// --- groupby, tee

Ref reduce_groupby(Thread& thread, Args args, uint32_t, Tuple*) {
  GroupBy* self = as<GroupBy>(args[0]);
  Ref iterator = self->iterator.take(), function = self->key_function.take();
  Ref item = self->current_item.take(), target = self->target_key.take(), key = self->current_key.take();
  Ref arguments = make_tuple_of(thread, iterator.get(), function.get());
  if (!item || !target || !key) return reduced(thread, args[0], std::move(arguments));
  return reduced(thread, args[0], std::move(arguments), make_tuple_of(thread, item.get(), target.get(), key.get()));
}
Ref set_groupby(Thread& thread, Args args, uint32_t, Tuple*) {
  Tuple* state = state_tuple(thread, args[1], 3, 3);
  if (!state) return {};
  GroupBy* self = as<GroupBy>(args[0]);
  self->current_item.put(Ref::share(state->items[0]));
  self->target_key.put(Ref::share(state->items[1]));
  self->current_key.put(Ref::share(state->items[2]));
  return Ref::none();
}

Ref reduce_grouper(Thread& thread, Args args, uint32_t, Tuple*) {
  Grouper* self = as<Grouper>(args[0]);
  Ref parent = self->parent.take(), key = self->target_key.take();
  if (parent.as<GroupBy>()->group.peek() == self->mark.peek()) {
    return reduced(thread, args[0], make_tuple_of(thread, parent.get(), key.get()));
  }
  Ref nothing = ended_iterator(thread);
  return nothing ? call_method(thread, nothing.get(), thread.names().__reduce__) : Ref();
}

Ref reduce_tee(Thread& thread, Args args, uint32_t, Tuple*) {
  Tee* tee = as<Tee>(args[0]);
  Ref block = tee->block.take(), nothing = empty_tuple(thread);
  if (!nothing) return {};
  return reduced(thread, args[0], make_tuple_of(thread, nothing.get()),
                 make_tuple_of(thread, block.get(), Value::integer(tee->position.get())));
}
Ref reduce_block(Thread& thread, Args args, uint32_t, Tuple*) {
  TeeBlock* block = as<TeeBlock>(args[0]);
  Ref source = block->source.take(), next = block->next.take(), items = list_from(thread, block->items.take().get());
  if (!items) return {};
  return reduced(thread, args[0],
                 make_tuple_of(thread, source.get(), items.get(), next ? next.get() : Value::none()));
}

struct Reduction {
  const char* name;
  NativeCall reduce;
  NativeCall set_state;  // null: it has none
};
constexpr Reduction kReductions[] = {
    {"count", reduce_count, nullptr},
    {"repeat", reduce_repeat, nullptr},
    {"cycle", reduce_cycle, set_cycle},
    {"accumulate", reduce_accumulate, set_accumulate},
    {"dropwhile", reduce_dropwhile, set_dropwhile},
    {"takewhile", reduce_takewhile, set_takewhile},
    {"filterfalse", reduce_guided, nullptr},
    {"starmap", reduce_guided, nullptr},
    {"chain", reduce_chain, set_chain},
    {"compress", reduce_compress, nullptr},
    {"islice", reduce_islice, set_islice},
    {"zip_longest", reduce_zip_longest, set_zip_longest},
    {"product", reduce_product, set_product},
    {"combinations", reduce_combinations, set_combinations<false>},
    {"combinations_with_replacement", reduce_combinations, set_combinations<true>},
    {"permutations", reduce_permutations, set_permutations},
    {"groupby", reduce_groupby, set_groupby},
    {"_grouper", reduce_grouper, nullptr},
    {"_tee", reduce_tee, nullptr},
    {"_tee_dataobject", reduce_block, nullptr},
};

}  // namespace

void add_reduction(Thread& thread, Type* type, const char* name) {
  for (const Reduction& each : kReductions) {
    if (std::strcmp(each.name, name) != 0) continue;
    const MethodDef reduce[] = {{"__reduce__", "(self, /)", each.reduce}};
    const MethodDef set_state[] = {{"__setstate__", "(self, state, /)", each.set_state}};
    add_methods(thread, type, reduce);
    if (each.set_state) add_methods(thread, type, set_state);
  }
}

Type* find_iterator_type(Thread& thread, const char* name) {
  for (Type* type : thread.interpreter->native_types) {
    if (type->native_name && std::strcmp(type->native_name, name) == 0) return type;
  }
  return nullptr;
}

}  // namespace gillab
