// Built-in functions over iterables: all, any, iter, next, max, min, sorted, sum, aiter, anext.
#include "runtime/functions/async_step.h"
#include "runtime/bytes.h"
#include "runtime/containers/sequence.h"
#include "runtime/int.h"
#include "runtime/interpreter.h"
#include "runtime/iterators.h"
#include "runtime/list.h"
#include "runtime/modules/builtins.h"
#include "runtime/operations.h"
#include "runtime/operations/fed_each.h"
#include "runtime/str.h"

namespace gillab {

namespace {

// A container that other threads may write to is walked as it is now, so that walking it is one step. False: memory is out.
bool hold_still(Thread& thread, Value* iterable, Ref* copy) {
  if constexpr (!gil::Layer::kConcurrent) return true;
  if (!iterable->is_object() || !head_of(iterable->as_object()).exact) return true;
  const Kind kind = kind_of(iterable->as_object());
  if (kind != Kind::List && kind != Kind::Dict && kind != Kind::Set && kind != Kind::DictView) return true;
  gil::Header* header = changing_header(*iterable);
  if (!header || gil::Layer::may_write(thread.attached, *header)) return true;
  *copy = tuple_from(thread, *iterable);
  *iterable = copy->get();
  return static_cast<bool>(*copy);
}

// True at the first item whose truth is `wanted`; Error when an item or the iteration fails.
Truth find_truth(Thread& thread, Value iterable, Truth wanted) {
  Ref copy;
  if (!hold_still(thread, &iterable, &copy)) return Truth::Error;
  FedEach each(thread, iterable, [wanted](Value item) {
    if (item.is_bool()) return item.is_true() != (wanted == Truth::Yes);
    return item.is_none() && wanted == Truth::Yes;
  });
  while (Ref item = each.next()) {
    Truth found = truth(thread, item.get());
    if (found == Truth::Error || found == wanted) return found == wanted ? Truth::Yes : Truth::Error;
  }
  return each.failed() ? Truth::Error : Truth::No;
}

Ref builtin_all(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Truth found = find_truth(thread, args[0], Truth::No);
  return found == Truth::Error ? Ref() : Ref::boolean(found == Truth::No);
}

Ref builtin_any(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Truth found = find_truth(thread, args[0], Truth::Yes);
  return found == Truth::Error ? Ref() : Ref::boolean(found == Truth::Yes);
}

Ref builtin_iter(Thread& thread, const Value* args, uint32_t, Tuple*) {
  if (args[1].is_empty()) return iterate(thread, args[0]);
  if (!is_callable(thread, args[0])) return raise(thread, Error::TypeError, "iter(v, w): v must be callable");
  auto* iterator = allocate<CallableIterator>(thread, thread.types().callable_iterator->root);
  if (!iterator) return {};
  iterator->callable.init(Ref::share(args[0]));
  iterator->sentinel.init(Ref::share(args[1]));
  return Ref::own(iterator);
}

// The loop's own next() drops the value a generator returned; here it belongs into the StopIteration.
Ref builtin_next(Thread& thread, const Value* args, uint32_t, Tuple*) {
  if (!args[1].is_empty()) {
    Ref item = next(thread, args[0]);
    return item.get().is_exhausted() ? Ref::share(args[1]) : std::move(item);
  }
  Value method = special_method(thread, args[0], Dunder::Next);
  if (!method.is_empty()) return call_special(thread, method, args[0]);
  return raise(thread, Error::TypeError, "'{}' object is not an iterator", type_name(thread, args[0]));
}

// --- max and min

struct Extreme {
  Thread& thread;
  const char* name;
  Compare wanted;
  Value key = Value::none();
  Value fallback = Value::empty();
  Ref best{};
  Ref best_key{};

  bool take_keywords(const Value* values, Tuple* names) {
    for (uint64_t i = 0; names && i < names->length; ++i) {
      const Str* given = as<Str>(names->items[i]);
      if (equals_ascii(given, "key"))
        key = values[i];
      else if (equals_ascii(given, "default"))
        fallback = values[i];
      else
        return raise(thread, Error::TypeError, "'{}' is an invalid keyword argument for {}()", given, name);
    }
    return true;
  }

  bool offer(Value item) {
    if (key.is_none()) return offer_itself(item);
    Ref measured = call(thread, key, item);
    if (!measured) return false;
    if (best) {
      Truth better = is_better(measured.get(), best_key.get());
      if (better != Truth::Yes) return better == Truth::No;
    }
    best = Ref::share(item);
    best_key = std::move(measured);
    return true;
  }

  bool offer_itself(Value item) {
    if (best) {
      Truth better = is_better(item, best.get());
      if (better != Truth::Yes) return better == Truth::No;
    }
    best = Ref::share(item);
    return true;
  }

  Truth is_better(Value item, Value than) {
    bool greater = wanted == Compare::Greater;
    if (Value::both_ints(item, than)) {
      return truth_of(greater ? item.as_int() > than.as_int() : item.as_int() < than.as_int());
    }
    if (item.is_float() && than.is_float()) {
      return truth_of(greater ? item.as_float() > than.as_float() : item.as_float() < than.as_float());
    }
    return compare_truth(thread, wanted, item, than);
  }

  // A number among numbers: the best so far, or not.
  bool is_quickly_done(Value item) {
    const Value than = best.get();
    const bool comparable = Value::both_ints(item, than) || (item.is_float() && than.is_float());
    if (!comparable || !key.is_none()) return false;
    if (is_better(item, than) == Truth::Yes) best = Ref::own(item);
    return true;
  }

  Ref of_iterable(Value iterable) {
    Ref copy;
    if (!hold_still(thread, &iterable, &copy)) return {};
    FedEach each(thread, iterable, [this](Value item) { return is_quickly_done(item); });
    while (Ref item = each.next()) {
      if (!offer(item.get())) return {};
    }
    if (each.failed()) return {};
    if (best) return std::move(best);
    if (!fallback.is_empty()) return Ref::share(fallback);
    return raise(thread, Error::ValueError, "{}() arg is an empty sequence", name);
  }

  Ref of_arguments(const Value* args, uint32_t count) {
    if (!fallback.is_empty()) {
      return raise(thread, Error::TypeError, "Cannot specify a default for {}() with multiple positional arguments",
                   name);
    }
    for (uint32_t i = 0; i < count; ++i) {
      if (!offer(args[i])) return {};
    }
    return std::move(best);
  }

  Ref find(const Value* args, uint32_t count, Tuple* names) {
    if (count == 0) return raise(thread, Error::TypeError, "{} expected at least 1 argument, got 0", name);
    if (!take_keywords(args + count, names)) return {};
    return count == 1 ? of_iterable(args[0]) : of_arguments(args, count);
  }
};

Ref builtin_max(Thread& thread, const Value* args, uint32_t count, Tuple* names) {
  return Extreme{thread, "max", Compare::Greater}.find(args, count, names);
}

Ref builtin_min(Thread& thread, const Value* args, uint32_t count, Tuple* names) {
  return Extreme{thread, "min", Compare::Less}.find(args, count, names);
}

Ref builtin_sorted(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Ref list = list_from(thread, args[0]);
  if (!list) return {};
  Truth reverse = args[2].is_empty() ? Truth::No : truth(thread, args[2]);
  if (reverse == Truth::Error) return {};
  Value key = args[1].is_empty() ? Value::none() : args[1];
  return sort(thread, list.as<List>(), key, reverse == Truth::Yes) ? std::move(list) : Ref();
}

// --- sum

Failed cannot_sum(Thread& thread, Value start) {
  if (is<Str>(start)) {
    return raise(thread, Error::TypeError, "sum() can't sum strings [use ''.join(seq) instead]");
  }
  const char* kind = is<Bytes>(start) ? "bytes" : "bytearray";
  return raise(thread, Error::TypeError, "sum() can't sum {} [use b''.join(seq) instead]", kind);
}

// Immediates whose sum is one too.
inline bool add_quickly(Ref* total, Value item) {
  Value sum = total->get();
  if (Value::both_ints(sum, item)) {
    int64_t number = sum.as_int() + item.as_int();
    if (!Value::fits_int(number)) return false;
    *total = Ref::own(Value::integer(number));
    return true;
  }
  if (!sum.is_float() || (!item.is_float() && !item.is_int())) return false;
  Value number = Value::try_float(sum.as_float() + (item.is_int() ? static_cast<double>(item.as_int()) : item.as_float()));
  if (!number.is_float()) return false;
  *total = Ref::own(number);
  return true;
}

// Of a list or tuple, which may change meanwhile only in add().
Ref sum_of_items(Thread& thread, Value sequence, Ref total) {
  Ref held = Ref::share(sequence);
  for (size_t i = 0;; ++i) {
    {
      SourceGuard guard(sequence);
      const Items items = is<List>(sequence) ? items_of(as<List>(sequence)) : items_of(as<Tuple>(sequence));
      while (i < items.count && add_quickly(&total, items.data[i])) ++i;
    }
    Ref item = is<List>(sequence) ? item_at(as<List>(sequence), i) : item_at(as<Tuple>(sequence), i);
    if (!item) return total;
    const bool signalled = thread.attached.requests.load(std::memory_order_relaxed) & gil::kSignal;
    if (signalled && !check_signals(thread)) return {};
    total = binary(thread, Binary::Add, total.get(), item.get());
    if (!total) return {};
  }
}

Ref builtin_sum(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Ref total = args[1].is_empty() ? Ref::own(Value::integer(0)) : Ref::share(args[1]);
  if (is<Str>(total.get()) || is<Bytes>(total.get()) || is<ByteArray>(total.get())) {
    if (!iterate(thread, args[0])) return {};
    return cannot_sum(thread, total.get());
  }
  Value iterable = args[0];
  Ref copy;
  if (!hold_still(thread, &iterable, &copy)) return {};
  const bool at_once = !gil::kControlled;  // where schedules are explored others may write between two elements
  if (at_once && (is_exact<List>(iterable) || is_exact<Tuple>(iterable))) return sum_of_items(thread, iterable, std::move(total));
  FedEach each(thread, iterable, [&total](Value item) { return add_quickly(&total, item); });
  while (Ref item = each.next()) {
    if (add_quickly(&total, item.get())) continue;
    total = binary(thread, Binary::Add, total.get(), item.get());
    if (!total) return {};
  }
  return each.failed() ? Ref() : std::move(total);
}

// --- asynchronous

Ref builtin_aiter(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Value method = special_method(thread, args[0], Dunder::AIter);
  if (method.is_empty()) {
    return raise(thread, Error::TypeError, "'{}' object is not an async iterable", type_name(thread, args[0]));
  }
  Ref iterator = call_special(thread, method, args[0]);
  if (!iterator || !special_method(thread, iterator.get(), Dunder::ANext).is_empty()) return iterator;
  return raise(thread, Error::TypeError, "aiter() returned not an async iterator of type '{}'",
               type_name(thread, iterator.get()));
}

Ref builtin_anext(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Value method = special_method(thread, args[0], Dunder::ANext);
  if (method.is_empty()) {
    return raise(thread, Error::TypeError, "'{}' object is not an async iterator", type_name(thread, args[0]));
  }
  Ref awaitable = call_special(thread, method, args[0]);
  if (!awaitable || args[1].is_empty()) return awaitable;
  return make_anext_awaitable(thread, awaitable.get(), args[1]);
}

const MethodDef kFunctions[] = {{"all", "(iterable, /)", builtin_all},
                                {"any", "(iterable, /)", builtin_any},
                                {"iter", "(object, sentinel=None, /)", builtin_iter},
                                {"next", "(iterator, default=None, /)", builtin_next},
                                {"max", "*", builtin_max},
                                {"min", "*", builtin_min},
                                {"sorted", "(iterable, /, *, key=None, reverse=False)", builtin_sorted},
                                {"sum", "(iterable, /, start=0)", builtin_sum},
                                {"aiter", "(async_iterable, /)", builtin_aiter},
                                {"anext", "(aiterator, default=None, /)", builtin_anext}};

}  // namespace

bool add_iteration_builtins(Thread& thread, Module* module) { return add_functions(thread, module, kFunctions); }

}  // namespace gillab
