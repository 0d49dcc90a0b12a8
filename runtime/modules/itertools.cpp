// itertools: count, cycle, repeat, accumulate, chain, compress, dropwhile, takewhile, filterfalse, starmap, pairwise,
// islice, zip_longest. Groups and copies: itertools_group.cpp; products and choices: itertools_combine.cpp.
#include "runtime/modules/itertools_types.h"

#include "runtime/float.h"
#include "runtime/classes/generic_alias.h"
#include "runtime/containers/sequence.h"

namespace gillab {
namespace {

using Args = const Value*;

Ref add(Thread& thread, Value left, Value right) {
  if (left.is_int() && right.is_int()) return make_int(thread, left.as_int() + right.as_int());
  return binary(thread, Binary::Add, left, right);
}

// --- count

constexpr Layout kCountLayout = FieldLayout<Count, &Count::next, &Count::step>::named("count");

bool is_number(Thread& thread, Value value) {
  return is_integer(value) || is_floating(value) || is<Complex>(value) ||
         !special_method(thread, value, Dunder::Index).is_empty() ||
         !special_method(thread, value, Dunder::Float).is_empty() ||
         !special_method(thread, value, Dunder::Int).is_empty() ||
         !special_method(thread, value, Dunder::Complex).is_empty();
}

Ref count_create(Thread& thread, Args args, uint32_t, Tuple*) {
  Value start = args[1].is_empty() ? Value::integer(0) : args[1];
  Value step = args[2].is_empty() ? Value::integer(1) : args[2];
  if (!is_number(thread, start) || !is_number(thread, step)) {
    return raise(thread, Error::TypeError, "a number is required");
  }
  Count* count = new_iterator<Count>(thread, args[0]);
  if (!count) return {};
  count->next.init(Ref::share(start));
  count->step.init(Ref::share(step));
  return Ref::own(count);
}

Ref count_next(Thread& thread, Args args, uint32_t, Tuple*) {
  Count* count = as<Count>(args[0]);
  Ref now = count->next.take();
  Ref following = add(thread, now.get(), count->step.peek());
  if (!following) return {};
  count->next.put(std::move(following));
  return now;
}

Ref count_repr(Thread& thread, Args args, uint32_t, Tuple*) {
  Count* count = as<Count>(args[0]);
  StrBuilder text(thread);
  text.add(short_type_name(thread, args[0]));
  text.add("(");
  if (!text.add_repr(count->next.take().get())) return {};
  if (!(count->step.peek() == Value::integer(1))) {
    text.add(", ");
    if (!text.add_repr(count->step.take().get())) return {};
  }
  text.add(")");
  return text.finish();
}
constexpr MethodDef kCountMore[] = {{"__repr__", "(self, /)", count_repr}};

// --- repeat

constexpr Layout kRepeatLayout = FieldLayout<Repeat, &Repeat::item>::named("repeat");

Ref repeat_create(Thread& thread, Args args, uint32_t, Tuple*) {
  int64_t times = -1;
  if (!args[2].is_empty()) {
    if (!index_as_int64(thread, args[2], &times)) return {};
    if (times < 0) times = 0;
  }
  Repeat* repeat = new_iterator<Repeat>(thread, args[0]);
  if (!repeat) return {};
  repeat->item.init(Ref::share(args[1]));
  repeat->remaining.set(times);
  return Ref::own(repeat);
}

Ref repeat_next(Thread&, Args args, uint32_t, Tuple*) {
  Repeat* repeat = as<Repeat>(args[0]);
  int64_t remaining = repeat->remaining.get();
  if (remaining == 0) return Ref::exhausted();
  if (remaining > 0) repeat->remaining.set(remaining - 1);
  return repeat->item.take();
}

Ref repeat_hint(Thread& thread, Args args, uint32_t, Tuple*) {
  int64_t remaining = as<Repeat>(args[0])->remaining.get();
  if (remaining < 0) return raise(thread, Error::TypeError, "len() of unsized object");
  return make_int(thread, remaining);
}

Ref repeat_repr(Thread& thread, Args args, uint32_t, Tuple*) {
  Repeat* repeat = as<Repeat>(args[0]);
  FormatArg name(short_type_name(thread, args[0]));
  Ref shown = gillab::repr(thread, repeat->item.take().get());
  if (!shown) return {};
  if (repeat->remaining.get() < 0) return format_text(thread, "{}({})", {name, FormatArg(shown.get())});
  return format_text(thread, "{}({}, {})", {name, FormatArg(shown.get()), FormatArg(repeat->remaining.get())});
}
constexpr MethodDef kRepeatMore[] = {{"__repr__", "(self, /)", repeat_repr}};

// --- cycle

constexpr Layout kCycleLayout = FieldLayout<Cycle, &Cycle::iterator, &Cycle::saved>::named("cycle");

Ref cycle_create(Thread& thread, Args args, uint32_t, Tuple*) {
  Ref iterator = iterate(thread, args[1]);
  Ref saved = iterator ? make_list(thread) : Ref();
  Cycle* cycle = saved ? new_iterator<Cycle>(thread, args[0]) : nullptr;
  if (!cycle) return {};
  cycle->iterator.init(std::move(iterator));
  cycle->saved.init(std::move(saved));
  cycle->position.set(0);
  cycle->complete.set(false);
  return Ref::own(cycle);
}

Ref cycle_next(Thread& thread, Args args, uint32_t, Tuple*) {
  Cycle* cycle = as<Cycle>(args[0]);
  Ref saved = cycle->saved.take();
  if (Ref iterator = cycle->iterator.take()) {
    Ref item = next(thread, iterator.get());
    if (!item) return {};
    if (!item.get().is_exhausted()) {
      bool kept = cycle->complete.get() || append(thread, saved.as<List>(), item.share());
      return kept ? std::move(item) : Ref();
    }
    cycle->iterator.clear();
  }
  int64_t position = cycle->position.get();
  Ref item = item_at(saved.as<List>(), static_cast<size_t>(position));
  if (!item) return Ref::exhausted();
  cycle->position.set(position + 1 < saved.as<List>()->length.get() ? position + 1 : 0);
  return item;
}

// --- a function and an iterator: accumulate, dropwhile, takewhile, filterfalse, starmap

constexpr Layout kGuidedLayout =
    FieldLayout<Guided, &Guided::function, &Guided::iterator, &Guided::total>::named("itertools");

Ref guided(Thread& thread, Value cls, Value function, Value iterable) {
  Ref iterator = iterate(thread, iterable);
  Guided* result = iterator ? new_iterator<Guided>(thread, cls) : nullptr;
  if (!result) return {};
  result->function.init(Ref::share(function));
  result->iterator.init(std::move(iterator));
  result->total.init_empty();
  result->started.set(false);
  return Ref::own(result);
}
Ref guided_create(Thread& thread, Args args, uint32_t, Tuple*) { return guided(thread, args[0], args[1], args[2]); }

Ref accumulate_create(Thread& thread, Args args, uint32_t, Tuple*) {
  Ref result = guided(thread, args[0], args[2].is_empty() ? Value::none() : args[2], args[1]);
  if (result && !args[3].is_empty() && !args[3].is_none()) result.as<Guided>()->total.put(Ref::share(args[3]));
  return result;
}

Ref accumulate_next(Thread& thread, Args args, uint32_t, Tuple*) {
  Guided* self = as<Guided>(args[0]);
  Ref total = self->total.take();
  if (!self->started.get()) {
    self->started.set(true);
    if (total) return total;
  }
  Ref item = next(thread, self->iterator.take().get());
  if (!item || item.get().is_exhausted()) return item;
  if (total) {
    Ref function = self->function.take();
    item = function.get().is_none() ? add(thread, total.get(), item.get())
                                    : call(thread, function.get(), total.get(), item.get());
    if (!item) return {};
  }
  self->total.put(item.share());
  return item;
}

Truth judge(Thread& thread, Value function, Value item) {
  Ref verdict = call(thread, function, item);
  return verdict ? truth(thread, verdict.get()) : Truth::Error;
}

Ref dropwhile_next(Thread& thread, Args args, uint32_t, Tuple*) {
  Guided* self = as<Guided>(args[0]);
  Ref function = self->function.take(), iterator = self->iterator.take();
  for (;;) {
    Ref item = next(thread, iterator.get());
    if (!item || item.get().is_exhausted() || self->started.get()) return item;
    Truth skip = judge(thread, function.get(), item.get());
    if (skip == Truth::Error) return {};
    if (skip == Truth::Yes) continue;
    self->started.set(true);
    return item;
  }
}

Ref takewhile_next(Thread& thread, Args args, uint32_t, Tuple*) {
  Guided* self = as<Guided>(args[0]);
  Ref function = self->function.take(), iterator = self->iterator.take();
  if (!iterator) return Ref::exhausted();
  Ref item = next(thread, iterator.get());
  if (!item || item.get().is_exhausted()) return item;
  Truth keep = judge(thread, function.get(), item.get());
  if (keep == Truth::Error) return {};
  return keep == Truth::Yes ? std::move(item) : end_of(self->iterator);
}

Ref filterfalse_next(Thread& thread, Args args, uint32_t, Tuple*) {
  Guided* self = as<Guided>(args[0]);
  Ref function = self->function.take(), iterator = self->iterator.take();
  bool by_truth = function.get().is_none() || function.get() == Value::object(thread.types().boolean);
  for (;;) {
    Ref item = next(thread, iterator.get());
    if (!item || item.get().is_exhausted()) return item;
    Truth skip = by_truth ? truth(thread, item.get()) : judge(thread, function.get(), item.get());
    if (skip == Truth::Error) return {};
    if (skip == Truth::No) return item;
  }
}

Ref starmap_next(Thread& thread, Args args, uint32_t, Tuple*) {
  Guided* self = as<Guided>(args[0]);
  Ref function = self->function.take(), iterator = self->iterator.take();
  Ref item = next(thread, iterator.get());
  if (!item || item.get().is_exhausted()) return item;
  Ref arguments = tuple_from(thread, item.get());
  if (!arguments) return {};
  Tuple* tuple = arguments.as<Tuple>();
  return call(thread, function.get(), tuple->items, static_cast<uint32_t>(tuple->length));
}

// --- two fields: chain, compress, pairwise

constexpr Layout kPairLayout = FieldLayout<Pair, &Pair::first, &Pair::second>::named("itertools");

Ref new_pair(Thread& thread, Value cls, Ref first, Ref second) {
  Pair* pair = new_iterator<Pair>(thread, cls);
  if (!pair) return {};
  pair->first.init(std::move(first));
  pair->second.init(std::move(second));
  return Ref::own(pair);
}

Ref chain_create(Thread& thread, Args args, uint32_t count, Tuple* names) {
  if (names && names->length != 0) return raise(thread, Error::TypeError, "chain() takes no keyword arguments");
  Ref sources = make_tuple(thread, args + 1, count - 1);
  Ref iterator = sources ? iterate(thread, sources.get()) : Ref();
  return iterator ? new_pair(thread, args[0], std::move(iterator), {}) : Ref();
}

Ref chain_from_iterable(Thread& thread, Args args, uint32_t, Tuple*) {
  Ref iterator = iterate(thread, args[1]);
  return iterator ? new_pair(thread, args[0], std::move(iterator), {}) : Ref();
}

Ref chain_next(Thread& thread, Args args, uint32_t, Tuple*) {
  Pair* chain = as<Pair>(args[0]);
  for (;;) {
    Ref active = chain->second.take();
    if (!active) {
      Ref sources = chain->first.take();
      if (!sources) return Ref::exhausted();
      Ref source = next(thread, sources.get());
      if (!source || source.get().is_exhausted()) {
        chain->first.clear();
        return source;
      }
      active = iterate(thread, source.get());
      if (!active) {
        chain->first.clear();
        return {};
      }
      chain->second.put(active.share());
    }
    Ref item = next(thread, active.get());
    if (!item || !item.get().is_exhausted()) return item;
    chain->second.clear();
  }
}
constexpr MethodDef kChainMore[] = {
    {"from_iterable", "(cls, iterable, /)", chain_from_iterable, MethodDef::Class},
    {"__class_getitem__", "(cls, item, /)", generic_class_getitem, MethodDef::Class},
};

Ref compress_create(Thread& thread, Args args, uint32_t, Tuple*) {
  Ref data = iterate(thread, args[1]);
  Ref selectors = data ? iterate(thread, args[2]) : Ref();
  return selectors ? new_pair(thread, args[0], std::move(data), std::move(selectors)) : Ref();
}

Ref compress_next(Thread& thread, Args args, uint32_t, Tuple*) {
  Pair* self = as<Pair>(args[0]);
  Ref data = self->first.take(), selectors = self->second.take();
  for (;;) {
    Ref item = next(thread, data.get());
    if (!item || item.get().is_exhausted()) return item;
    Ref selector = next(thread, selectors.get());
    if (!selector || selector.get().is_exhausted()) return selector;
    Truth wanted = truth(thread, selector.get());
    if (wanted == Truth::Error) return {};
    if (wanted == Truth::Yes) return item;
  }
}

Ref pairwise_create(Thread& thread, Args args, uint32_t, Tuple*) {
  Ref iterator = iterate(thread, args[1]);
  return iterator ? new_pair(thread, args[0], std::move(iterator), {}) : Ref();
}

Ref pairwise_next(Thread& thread, Args args, uint32_t, Tuple*) {
  Pair* self = as<Pair>(args[0]);
  Ref iterator = self->first.take(), before = self->second.take();
  if (!iterator) return Ref::exhausted();
  if (!before) {
    before = next(thread, iterator.get());
    if (!before) return {};
    if (before.get().is_exhausted()) return end_of(self->first);
    self->second.put(before.share());
  }
  Ref item = next(thread, iterator.get());
  if (!item) return {};
  if (item.get().is_exhausted()) {
    self->second.clear();
    return end_of(self->first);
  }
  self->second.put(item.share());
  return make_tuple_of(thread, before.get(), item.get());
}

// --- islice

constexpr Layout kISliceLayout = FieldLayout<ISlice, &ISlice::iterator>::named("islice");

// None leaves *result as it is; anything but a number that is at least `minimum` is an error.
bool slice_number(Thread& thread, Value value, int64_t minimum, const char* message, int64_t* result) {
  if (value.is_none()) return true;
  bool ok = is_integer(value) || !special_method(thread, value, Dunder::Index).is_empty();
  if (ok && !index_as_int64(thread, value, result)) {
    clear_exception(thread);
    ok = false;
  }
  return (ok && *result >= minimum) || raise(thread, Error::ValueError, message);
}

Ref islice_create(Thread& thread, Args args, uint32_t count, Tuple* names) {
  constexpr const char* kStop = "Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.";
  constexpr const char* kStart = "Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.";
  if (names && names->length != 0) return raise(thread, Error::TypeError, "islice() takes no keyword arguments");
  if (count < 3) return raise(thread, Error::TypeError, "islice expected at least 2 arguments, got {}", count - 1);
  if (count > 5) return raise(thread, Error::TypeError, "islice expected at most 4 arguments, got {}", count - 1);
  int64_t start = 0, stop = -1, step = 1;
  bool only_stop = count == 3;
  if (!slice_number(thread, only_stop ? args[2] : args[3], 0, kStop, &stop)) return {};
  if (!only_stop && !slice_number(thread, args[2], 0, kStart, &start)) return {};
  if (count == 5 && !slice_number(thread, args[4], 1, "Step for islice() must be a positive integer or None.", &step)) {
    return {};
  }
  Ref iterator = iterate(thread, args[1]);
  ISlice* slice = iterator ? new_iterator<ISlice>(thread, args[0]) : nullptr;
  if (!slice) return {};
  slice->iterator.init(std::move(iterator));
  slice->next.set(start);
  slice->stop.set(stop);
  slice->step.set(step);
  slice->position.set(0);
  return Ref::own(slice);
}

Ref islice_next(Thread& thread, Args args, uint32_t, Tuple*) {
  ISlice* slice = as<ISlice>(args[0]);
  Ref iterator = slice->iterator.take();
  if (!iterator) return Ref::exhausted();
  int64_t stop = slice->stop.get(), wanted = slice->next.get(), position = slice->position.get();
  bool last_reached = stop >= 0 && wanted >= stop;
  for (int64_t end = last_reached ? stop : wanted; position < end; ++position) {
    Ref skipped = next(thread, iterator.get());
    if (!skipped) return {};
    if (skipped.get().is_exhausted()) return end_of(slice->iterator);
    slice->position.set(position + 1);
  }
  if (last_reached) return end_of(slice->iterator);
  Ref item = next(thread, iterator.get());
  if (!item) return {};
  if (item.get().is_exhausted()) return end_of(slice->iterator);
  slice->position.set(position + 1);
  int64_t step = slice->step.get();
  int64_t following = wanted > INT64_MAX - step ? INT64_MAX : wanted + step;
  slice->next.set(stop >= 0 && following > stop ? stop : following);
  return item;
}

// --- zip_longest

constexpr Layout kZipLongestLayout =
    FieldLayout<ZipLongest, &ZipLongest::iterators, &ZipLongest::fill>::named("zip_longest");

Ref zip_longest_create(Thread& thread, Args args, uint32_t count, Tuple* names) {
  Value fill = Value::none();
  if (names && names->length != 0) {
    if (names->length > 1 || !equals_ascii(as<Str>(names->items[0]), "fillvalue")) {
      return raise(thread, Error::TypeError, "zip_longest() got an unexpected keyword argument");
    }
    fill = args[count];
  }
  Ref iterators = make_list(thread, count - 1);
  if (!iterators) return {};
  for (uint32_t i = 1; i < count; ++i) {
    Ref iterator = iterate(thread, args[i]);
    if (!iterator || !append(thread, iterators.as<List>(), std::move(iterator))) return {};
  }
  ZipLongest* zip = new_iterator<ZipLongest>(thread, args[0]);
  if (!zip) return {};
  zip->iterators.init(std::move(iterators));
  zip->fill.init(Ref::share(fill));
  zip->active.set(count - 1);
  return Ref::own(zip);
}

Ref zip_longest_next(Thread& thread, Args args, uint32_t, Tuple*) {
  ZipLongest* zip = as<ZipLongest>(args[0]);
  Ref iterators = zip->iterators.take();
  List* list = iterators.as<List>();
  if (zip->active.get() == 0) return Ref::exhausted();
  Tuple* result = new_tuple(thread, list->length.get());
  if (!result) return {};
  Ref owner = Ref::own(result);
  for (size_t i = 0; i < result->length; ++i) {
    Ref iterator = item_at(list, i);
    Ref item = iterator.get().is_none() ? Ref::exhausted() : next(thread, iterator.get());
    if (!item) {
      zip->active.set(0);
      return {};
    }
    if (!item.get().is_exhausted()) {
      result->items[i] = item.release();
      continue;
    }
    result->items[i] = zip->fill.take().release();
    if (iterator.get().is_none()) continue;
    zip->active.set(zip->active.get() - 1);
    if (zip->active.get() == 0) return Ref::exhausted();
    if (!list_set(thread, list, Value::integer(static_cast<int64_t>(i)), Value::none())) return {};
  }
  return owner;
}

constexpr IteratorTypeDef kTypes[] = {
    {"itertools.accumulate", &kGuidedLayout, "(cls, iterable, func=None, *, initial=None)", accumulate_create,
     accumulate_next, nullptr},
    {"itertools.compress", &kPairLayout, "(cls, data, selectors)", compress_create, compress_next, nullptr},
    {"itertools.cycle", &kCycleLayout, "(cls, iterable, /)", cycle_create, cycle_next, nullptr},
    {"itertools.dropwhile", &kGuidedLayout, "(cls, predicate, iterable, /)", guided_create, dropwhile_next, nullptr},
    {"itertools.filterfalse", &kGuidedLayout, "(cls, function, iterable, /)", guided_create, filterfalse_next, nullptr},
    {"itertools.islice", &kISliceLayout, "*", islice_create, islice_next, nullptr},
    {"itertools.pairwise", &kPairLayout, "(cls, iterable, /)", pairwise_create, pairwise_next, nullptr},
    {"itertools.starmap", &kGuidedLayout, "(cls, function, iterable, /)", guided_create, starmap_next, nullptr},
    {"itertools.takewhile", &kGuidedLayout, "(cls, predicate, iterable, /)", guided_create, takewhile_next, nullptr},
    {"itertools.zip_longest", &kZipLongestLayout, "*", zip_longest_create, zip_longest_next, nullptr},
};
constexpr IteratorTypeDef kCountType = {"itertools.count", &kCountLayout, "(cls, start=0, step=1)",
                                        count_create,      count_next,    nullptr};
constexpr IteratorTypeDef kRepeatType = {"itertools.repeat", &kRepeatLayout, "(cls, object, times=None)",
                                         repeat_create,      repeat_next,    repeat_hint};
constexpr IteratorTypeDef kChainType = {"itertools.chain", &kPairLayout, "*", chain_create, chain_next, nullptr};

}  // namespace

Type* add_iterator_type(Thread& thread, Module* module, const IteratorTypeDef& def, const MethodDef* more,
                        size_t more_count) {
  uint32_t flags = def.signature ? kBaseType : kNoInstances;
  Type* type = make_native_type(thread, {def.name, "itertools", def.layout, flags}, nullptr);
  if (!type) return nullptr;
  if (def.next) add_iterator_rows(thread, type, def.next, def.length_hint);
  if (more) add_methods(thread, type, more, more_count);
  if (def.signature) {
    const MethodDef create[] = {{"__new__", def.signature, def.create, MethodDef::Static}};
    add_methods(thread, type, create);
  }
  add_reduction(thread, type, std::strrchr(def.name, '.') + 1);
  finish_type(thread, type);
  if (def.signature && !add_value(thread, module, std::strrchr(def.name, '.') + 1, Ref::share(type))) return nullptr;
  return type;
}

bool add_lazy_types(Thread& thread, Module* module) {
  for (const IteratorTypeDef& def : kTypes) {
    if (!add_iterator_type(thread, module, def)) return false;
  }
  return add_iterator_type(thread, module, kCountType, kCountMore, std::size(kCountMore)) &&
         add_iterator_type(thread, module, kRepeatType, kRepeatMore, std::size(kRepeatMore)) &&
         add_iterator_type(thread, module, kChainType, kChainMore, std::size(kChainMore));
}

bool init_itertools(Thread& thread, Module* module) {
  return add_lazy_types(thread, module) && add_grouping_types(thread, module) && add_combining_types(thread, module);
}

}  // namespace gillab
