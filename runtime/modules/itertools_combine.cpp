// itertools: product, permutations, combinations, combinations_with_replacement. All give tuples of items from pools,
// chosen by an array of positions that is counted up.
#include <algorithm>

#include "runtime/modules/itertools_types.h"

namespace gillab {
namespace {

using Args = const Value*;


size_t bytes_of(const Chooser* chooser) {
  return static_cast<size_t>(chooser->total + chooser->count) * sizeof(int64_t);
}

void destroy_chooser(Thread& thread, Object* object) {
  Chooser* chooser = static_cast<Chooser*>(object);
  if (chooser->positions) free_buffer(thread, chooser->positions, bytes_of(chooser));
  chooser->pools.clear();
  drop_attributes(thread, object);
  free_object(thread, object, size_with_attributes(object, sizeof(Chooser)));
}
using ChooserFields = FieldLayout<Chooser, &Chooser::pools>;
constexpr Layout kChooserLayout = {"itertools",     sizeof(Chooser),         true,
                                   destroy_chooser, ChooserFields::traverse, ChooserFields::clear};

Ref make_chooser(Thread& thread, Value cls, Ref pools, int64_t count, int64_t total) {
  Chooser* chooser = new_iterator<Chooser>(thread, cls);
  if (!chooser) return {};
  chooser->pools.init(std::move(pools));
  chooser->positions = nullptr;
  chooser->count = count;
  chooser->total = total;
  chooser->started.set(false);
  chooser->ended.set(false);
  Ref owner = Ref::own(chooser);
  if (count > INT32_MAX || total > INT32_MAX) return raise_memory_error(thread);
  if (bytes_of(chooser) == 0) return owner;
  chooser->positions = static_cast<int64_t*>(allocate_buffer(thread, bytes_of(chooser)));
  if (!chooser->positions) return {};
  std::fill_n(chooser->positions, total + count, 0);
  return owner;
}

int64_t pool_size(const Chooser* chooser) { return static_cast<int64_t>(as<Tuple>(chooser->pools.peek())->length); }

// The chosen items of the one pool.
Ref chosen_items(Thread& thread, Chooser* chooser) {
  Ref pool = chooser->pools.take();
  if (chooser->count == 0) return empty_tuple(thread);
  Tuple* result = new_tuple(thread, static_cast<size_t>(chooser->count));
  if (!result) return {};
  for (int64_t i = 0; i < chooser->count; ++i) {
    result->items[i] = Ref::share(pool.as<Tuple>()->items[chooser->positions[i]]).release();
  }
  return Ref::own(result);
}

// __next__ by a function that counts the positions up and says false at the end.
template <bool (*kAdvance)(Chooser*)>
Ref choose_next(Thread& thread, Args args, uint32_t, Tuple*) {
  Chooser* chooser = as<Chooser>(args[0]);
  if (chooser->ended.get()) return Ref::exhausted();
  if (chooser->started.get() && !kAdvance(chooser)) {
    chooser->ended.set(true);
    return Ref::exhausted();
  }
  chooser->started.set(true);
  return chosen_items(thread, chooser);
}

// --- product

Ref product_create(Thread& thread, Args args, uint32_t count, Tuple* names) {
  int64_t repeat = 1;
  for (size_t i = 0; names && i < names->length; ++i) {
    if (!equals_ascii(as<Str>(names->items[i]), "repeat")) {
      return raise(thread, Error::TypeError, "'{}' is an invalid keyword argument for product()", names->items[i]);
    }
    if (!index_as_int64(thread, args[count + i], &repeat)) return {};
    if (repeat < 0) return raise(thread, Error::ValueError, "repeat argument cannot be negative");
  }
  int64_t given = count - 1;
  if (given > 0 && repeat > (int64_t{1} << 31) / given) {
    return raise(thread, Error::OverflowError, "repeat argument too large");
  }
  Ref pools = make_list(thread);
  for (int64_t i = 0; pools && repeat > 0 && i < given; ++i) {
    Ref pool = tuple_from(thread, args[i + 1]);
    if (!pool || !append(thread, pools.as<List>(), std::move(pool))) return {};
  }
  int64_t total = repeat == 0 ? 0 : given * repeat;
  Ref tuple = pools ? tuple_from(thread, pools.get()) : Ref();
  return tuple ? make_chooser(thread, args[0], std::move(tuple), total, total) : Ref();
}

Tuple* pool_at(Chooser* chooser, int64_t i) {
  Tuple* pools = as<Tuple>(chooser->pools.peek());
  return as<Tuple>(pools->items[static_cast<uint64_t>(i) % pools->length]);
}

// Like the digits of a number, the last one fastest.
bool advance_product(Chooser* chooser) {
  for (int64_t i = chooser->count - 1; i >= 0; --i) {
    if (++chooser->positions[i] < static_cast<int64_t>(pool_at(chooser, i)->length)) return true;
    chooser->positions[i] = 0;
  }
  return false;
}

bool has_empty_pool(Chooser* chooser) {
  for (int64_t i = 0; i < chooser->count; ++i) {
    if (pool_at(chooser, i)->length == 0) return true;
  }
  return false;
}

Ref product_next(Thread& thread, Args args, uint32_t, Tuple*) {
  Chooser* chooser = as<Chooser>(args[0]);
  bool goes_on =
      !chooser->ended.get() && (chooser->started.get() ? advance_product(chooser) : !has_empty_pool(chooser));
  chooser->started.set(true);
  if (!goes_on) {
    chooser->ended.set(true);
    return Ref::exhausted();
  }
  if (chooser->count == 0) return empty_tuple(thread);
  Tuple* result = new_tuple(thread, static_cast<size_t>(chooser->count));
  if (!result) return {};
  for (int64_t i = 0; i < chooser->count; ++i) {
    result->items[i] = Ref::share(pool_at(chooser, i)->items[chooser->positions[i]]).release();
  }
  return Ref::own(result);
}

// --- choices from one pool

bool check_count(Thread& thread, int64_t count) {
  return count >= 0 || raise(thread, Error::ValueError, "r must be non-negative");
}

Ref combinations_create(Thread& thread, Args args, uint32_t, Tuple*) {
  int64_t count;
  if (!index_as_int64(thread, args[2], &count)) return {};
  Ref pool = tuple_from(thread, args[1]);
  if (!pool || !check_count(thread, count)) return {};
  Ref result = make_chooser(thread, args[0], std::move(pool), count, count);
  if (!result) return {};
  Chooser* chooser = result.as<Chooser>();
  for (int64_t i = 0; i < count; ++i) chooser->positions[i] = i;
  chooser->ended.set(count > pool_size(chooser));
  return result;
}

bool advance_combination(Chooser* chooser) {
  int64_t size = pool_size(chooser), i = chooser->count - 1;
  while (i >= 0 && chooser->positions[i] == i + size - chooser->count) --i;
  if (i < 0) return false;
  ++chooser->positions[i];
  for (++i; i < chooser->count; ++i) chooser->positions[i] = chooser->positions[i - 1] + 1;
  return true;
}

Ref with_replacement_create(Thread& thread, Args args, uint32_t, Tuple*) {
  int64_t count;
  if (!index_as_int64(thread, args[2], &count)) return {};
  Ref pool = tuple_from(thread, args[1]);
  if (!pool || !check_count(thread, count)) return {};
  Ref result = make_chooser(thread, args[0], std::move(pool), count, count);
  if (result) result.as<Chooser>()->ended.set(count > 0 && pool_size(result.as<Chooser>()) == 0);
  return result;
}

bool advance_with_replacement(Chooser* chooser) {
  int64_t last = pool_size(chooser) - 1, i = chooser->count - 1;
  while (i >= 0 && chooser->positions[i] == last) --i;
  if (i < 0) return false;
  int64_t position = chooser->positions[i] + 1;
  for (; i < chooser->count; ++i) chooser->positions[i] = position;
  return true;
}

Ref permutations_create(Thread& thread, Args args, uint32_t, Tuple*) {
  Ref pool = tuple_from(thread, args[1]);
  if (!pool) return {};
  int64_t size = static_cast<int64_t>(pool.as<Tuple>()->length), count = size;
  if (!args[2].is_empty() && !args[2].is_none()) {
    if (!is_integer(args[2])) return raise(thread, Error::TypeError, "Expected int as r");
    if (!index_as_int64(thread, args[2], &count) || !check_count(thread, count)) return {};
  }
  bool impossible = count > size;
  if (impossible) count = 0;
  Ref result = make_chooser(thread, args[0], std::move(pool), count, size);
  if (!result) return {};
  Chooser* chooser = result.as<Chooser>();
  for (int64_t i = 0; i < size; ++i) chooser->positions[i] = i;
  for (int64_t i = 0; i < count; ++i) chooser->positions[size + i] = size - i;
  chooser->ended.set(impossible);
  return result;
}

// The cycle of place i says how many more items will stand there before the place to its left moves on.
bool advance_permutation(Chooser* chooser) {
  int64_t size = chooser->total;
  int64_t* cycles = chooser->positions + size;
  for (int64_t i = chooser->count - 1; i >= 0; --i) {
    if (--cycles[i] == 0) {
      std::rotate(chooser->positions + i, chooser->positions + i + 1, chooser->positions + size);
      cycles[i] = size - i;
    } else {
      std::swap(chooser->positions[i], chooser->positions[size - cycles[i]]);
      return true;
    }
  }
  return false;
}

constexpr IteratorTypeDef kTypes[] = {
    {"itertools.product", &kChooserLayout, "*", product_create, product_next, nullptr},
    {"itertools.combinations", &kChooserLayout, "(cls, iterable, r)", combinations_create,
     choose_next<advance_combination>, nullptr},
    {"itertools.combinations_with_replacement", &kChooserLayout, "(cls, iterable, r)", with_replacement_create,
     choose_next<advance_with_replacement>, nullptr},
    {"itertools.permutations", &kChooserLayout, "(cls, iterable, r=None)", permutations_create,
     choose_next<advance_permutation>, nullptr},
};

}  // namespace

bool add_combining_types(Thread& thread, Module* module) {
  for (const IteratorTypeDef& def : kTypes) {
    if (!add_iterator_type(thread, module, def)) return false;
  }
  return true;
}

}  // namespace gillab
