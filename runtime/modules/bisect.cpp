// _bisect: searching and inserting in sorted sequences.
#include "runtime/int.h"
#include "runtime/list.h"
#include "runtime/modules/modules.h"
#include "runtime/native.h"
#include "runtime/operations.h"
#include "runtime/containers/sequence.h"

namespace gillab {
namespace {

using Args = const Value*;  // (a, x, lo=0, hi=None, *, key=None)

bool search_range(Thread& thread, Args args, int64_t* low, int64_t* high) {
  *low = 0;
  if (!args[2].is_empty() && !index_as_int64(thread, args[2], low)) return false;
  if (*low < 0) return raise(thread, Error::ValueError, "lo must be non-negative");
  if (!args[3].is_empty() && !args[3].is_none()) return index_as_int64(thread, args[3], high);
  *high = length(thread, args[0]);
  return *high >= 0;
}

Truth is_less(Thread& thread, Value a, Value b) {
  if (Value::both_ints(a, b)) return truth_of(a.as_int() < b.as_int());
  return compare_truth(thread, Compare::Less, a, b);
}

Ref rank_at(Thread& thread, Value sequence, int64_t position, Value key) {
  Ref item = is_exact<List>(sequence) ? item_at(as<List>(sequence), static_cast<size_t>(position)) : Ref();
  if (!item) item = get_item(thread, sequence, Value::integer(position));
  return !item || key.is_empty() || key.is_none() ? std::move(item) : call(thread, key, item.get());
}

// The place of `value`: before its equals, or after them. -1: an error is set.
template <bool kLeft>
int64_t find_place(Thread& thread, Args args, Value value) {
  int64_t low, high;
  if (!search_range(thread, args, &low, &high)) return -1;
  while (low < high) {
    int64_t middle = low + (high - low) / 2;
    Ref rank = rank_at(thread, args[0], middle, args[4]);
    if (!rank) return -1;
    Truth less = kLeft ? is_less(thread, rank.get(), value) : is_less(thread, value, rank.get());
    if (less == Truth::Error) return -1;
    if ((less == Truth::Yes) == kLeft) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

template <bool kLeft>
Ref bisect(Thread& thread, Args args, uint32_t, Tuple*) {
  SourceGuard guard(args[0]);
  int64_t place = find_place<kLeft>(thread, args, args[1]);
  return place < 0 ? Ref() : make_int(thread, place);
}

template <bool kLeft>
Ref insort(Thread& thread, Args args, uint32_t, Tuple*) {
  SourceGuard guard(args[0]);  // the place that is found is the place where it goes
  bool keyed = !args[4].is_empty() && !args[4].is_none();
  Ref rank = keyed ? call(thread, args[4], args[1]) : Ref::share(args[1]);
  int64_t place = rank ? find_place<kLeft>(thread, args, rank.get()) : -1;
  if (place < 0) return {};
  if (is_exact<List>(args[0])) {
    bool ok = list_insert(thread, as<List>(args[0]), static_cast<size_t>(place), Ref::share(args[1]));
    return ok ? Ref::none() : Ref();
  }
  Value arguments[] = {Value::integer(place), args[1]};
  Ref done = call_method(thread, args[0], intern(thread, "insert"), arguments, 2);
  return done ? Ref::none() : Ref();
}

constexpr const char* kSignature = "(a, x, lo=0, hi=None, *, key=None)";
constexpr MethodDef kFunctions[] = {
    {"bisect_left", kSignature, bisect<true>},   {"bisect_right", kSignature, bisect<false>},
    {"bisect", kSignature, bisect<false>},       {"insort_left", kSignature, insort<true>},
    {"insort_right", kSignature, insort<false>}, {"insort", kSignature, insort<false>},
};

}  // namespace

bool init_bisect(Thread& thread, Module* module) { return add_functions(thread, module, kFunctions); }

}  // namespace gillab
