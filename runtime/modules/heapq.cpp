// _heapq: priority queues in lists. merge, nlargest and nsmallest are Python: lib/heapq.py.
// A comparison may run Python code that changes the list: then the functions say so instead of reading past its end.
// Where none runs, each function is one step: it holds the list's Guard throughout.
#include "runtime/containers/sequence.h"
#include "runtime/list.h"
#include "runtime/modules/modules.h"
#include "runtime/native.h"
#include "runtime/operations.h"
#include "runtime/str.h"

namespace gillab {
namespace {

using Args = const Value*;

List* heap_of(Thread& thread, Value value, const char* name) {
  if (is<List>(value)) return as<List>(value);
  return raise(thread, Error::TypeError, "{}() argument{} must be list, not {}", name,
               std::string_view(name) == "heapify" ? "" : " 1", type_name(thread, value));
}

template <bool kMaximum>
Truth goes_above(Thread& thread, Value a, Value b) {
  if (kMaximum) std::swap(a, b);
  if (Value::both_ints(a, b)) return truth_of(a.as_int() < b.as_int());
  if (a.is_float() && b.is_float()) return truth_of(a.as_float() < b.as_float());
  return compare_truth(thread, Compare::Less, a, b);
}

// Compares the items at two places. Error also when the list changed its length meanwhile.
template <bool kMaximum>
Truth place_above(Thread& thread, List* heap, size_t a, size_t b) {
  Value* items = heap->items.get();
  Ref first = Ref::share(items[a]), second = Ref::share(items[b]);
  uint32_t length = heap->length.get();
  Truth above = goes_above<kMaximum>(thread, first.get(), second.get());
  if (above != Truth::Error && heap->length.get() != length) {
    return raise(thread, Error::RuntimeError, "list changed size during iteration");
  }
  return above;
}

void swap_items(List* heap, size_t a, size_t b) {
  Value* items = heap->items.get();
  Value first = items[a];
  store_shared(items[a], items[b]);
  store_shared(items[b], first);
}

// Moves the item at `at` up until its parent goes above it.
template <bool kMaximum>
bool sift_up(Thread& thread, List* heap, size_t at, size_t top) {
  while (at > top) {
    size_t parent = (at - 1) / 2;
    Truth above = place_above<kMaximum>(thread, heap, at, parent);
    if (above == Truth::Error) return false;
    if (above == Truth::No) break;
    swap_items(heap, at, parent);
    at = parent;
  }
  return true;
}

// Moves the item at `at` down to a leaf along the better children, then up to its place: fewer comparisons than
// stopping on the way, since what stands at the top came from the bottom.
template <bool kMaximum>
bool sift_down(Thread& thread, List* heap, size_t at) {
  size_t top = at, length = heap->length.get();
  for (size_t child = 2 * at + 1; child < length; child = 2 * at + 1) {
    if (child + 1 < length) {
      Truth left = place_above<kMaximum>(thread, heap, child, child + 1);
      if (left == Truth::Error) return false;
      child += left == Truth::No;
    }
    swap_items(heap, at, child);
    at = child;
  }
  return sift_up<kMaximum>(thread, heap, at, top);
}

template <bool kMaximum>
Ref heapify_list(Thread& thread, Args args, uint32_t, Tuple*) {
  List* heap = heap_of(thread, args[0], kMaximum ? "_heapify_max" : "heapify");
  if (!heap) return {};
  Guard guard(heap->header);
  for (size_t i = heap->length.get() / 2; i-- > 0;) {
    if (!sift_down<kMaximum>(thread, heap, i)) return {};
  }
  return Ref::none();
}

Ref heappush(Thread& thread, Args args, uint32_t, Tuple*) {
  List* heap = heap_of(thread, args[0], "heappush");
  if (!heap) return {};
  Guard guard(heap->header);
  if (!append_inline(thread, heap, Ref::share(args[1]))) return {};
  return sift_up<false>(thread, heap, heap->length.get() - 1, 0) ? Ref::none() : Ref();
}

// Puts the item at the top; what was there comes back.
template <bool kMaximum>
Ref replace_top(Thread& thread, List* heap, Ref item) {
  Value top = heap->items.get()[0];
  store_shared(heap->items.get()[0], item.release());
  item = Ref::own(top);
  return sift_down<kMaximum>(thread, heap, 0) ? std::move(item) : Ref();
}

template <bool kMaximum>
Ref pop_top(Thread& thread, Args args, uint32_t, Tuple*) {
  List* heap = heap_of(thread, args[0], kMaximum ? "_heappop_max" : "heappop");
  if (!heap) return {};
  Guard guard(heap->header);
  size_t length = heap->length.get();
  if (length == 0) return raise(thread, Error::IndexError, "index out of range");
  Ref last = take_out(heap, length - 1);
  return length == 1 ? std::move(last) : replace_top<kMaximum>(thread, heap, std::move(last));
}

template <bool kMaximum>
Ref replace(Thread& thread, Args args, uint32_t, Tuple*) {
  List* heap = heap_of(thread, args[0], kMaximum ? "_heapreplace_max" : "heapreplace");
  if (!heap) return {};
  Guard guard(heap->header);
  if (heap->length.get() == 0) return raise(thread, Error::IndexError, "index out of range");
  return replace_top<kMaximum>(thread, heap, Ref::share(args[1]));
}

Ref heappushpop(Thread& thread, Args args, uint32_t, Tuple*) {
  List* heap = heap_of(thread, args[0], "heappushpop");
  if (!heap) return {};
  Guard guard(heap->header);
  if (heap->length.get() == 0) return Ref::share(args[1]);
  Ref top = Ref::share(heap->items.get()[0]);
  Truth above = goes_above<false>(thread, top.get(), args[1]);
  if (above == Truth::Error) return {};
  if (above == Truth::No) return Ref::share(args[1]);
  if (heap->length.get() == 0) return raise(thread, Error::IndexError, "index out of range");
  return replace_top<false>(thread, heap, Ref::share(args[1]));
}

constexpr MethodDef kFunctions[] = {
    {"heappush", "(heap, item, /)", heappush},
    {"heappop", "(heap, /)", pop_top<false>},
    {"heappushpop", "(heap, item, /)", heappushpop},
    {"heapreplace", "(heap, item, /)", replace<false>},
    {"heapify", "(heap, /)", heapify_list<false>},
    {"_heappop_max", "(heap, /)", pop_top<true>},
    {"_heapreplace_max", "(heap, item, /)", replace<true>},
    {"_heapify_max", "(heap, /)", heapify_list<true>},
};

}  // namespace

bool init__heapq(Thread& thread, Module* module) { return add_functions(thread, module, kFunctions); }

}  // namespace gillab
