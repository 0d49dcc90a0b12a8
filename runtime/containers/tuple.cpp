// tuple: making, hashing and what scripts call. Subscripts: list_slices.cpp.
#include "runtime/classes/construct.h"
#include "runtime/classes/layouts.h"
#include "runtime/containers/dict_table.h"
#include "runtime/classes/generic_alias.h"
#include "runtime/int.h"
#include "runtime/iterators.h"
#include "runtime/native.h"
#include "runtime/containers/sequence_compare.h"
#include "runtime/setup.h"

namespace gillab {
namespace {

using Args = const Value*;

Tuple* self_of(Args args) { return as<Tuple>(args[0]); }

// One item is part of the struct, also of an empty tuple.
size_t extra_bytes(size_t length) { return length > 1 ? (length - 1) * sizeof(Value) : 0; }

void destroy_tuple(Thread& thread, Object* object) {
  Tuple* tuple = static_cast<Tuple*>(object);
  for (size_t i = tuple->length; i-- > 0;) drop(tuple->items[i]);
  free_with_attributes(thread, object, sizeof(Tuple) + extra_bytes(tuple->length));
}

void traverse_tuple(Object* object, const Visitor& visitor) {
  Tuple* tuple = static_cast<Tuple*>(object);
  for (size_t i = 0; i < tuple->length; ++i) visitor(tuple->items[i]);
  traverse_attributes(object, visitor);
}

// A cycle through a tuple is broken at another object of it: types read their bases while they are destroyed.
void clear_tuple(Thread& thread, Object* object) { drop_attributes(thread, object); }

void set_items(Tuple* tuple, const Value* items, size_t count) {
  tuple->length = count;
  if (count == 0) tuple->items[0] = Value::empty();
  for (size_t i = 0; i < count; ++i) {
    take(items[i]);
    tuple->items[i] = items[i];
  }
}

Ref tuple_create(Thread& thread, Args args, uint32_t, Tuple*) {
  Type* type = class_argument(thread, args[0], thread.types().tuple);
  if (!type) return {};
  Ref content = args[1].is_empty() ? empty_tuple(thread) : tuple_from(thread, args[1]);
  if (!content || type == thread.types().tuple) return content;
  Tuple* source = content.as<Tuple>();
  Tuple* result = static_cast<Tuple*>(allocate_instance(thread, type, extra_bytes(source->length)));
  if (!result) return {};
  set_items(result, source->items, source->length);
  return Ref::own(result);
}

constexpr uint64_t kPrime1 = 11400714785074694791u;
constexpr uint64_t kPrime2 = 14029467366897019727u;
constexpr uint64_t kPrime5 = 2870177450012600261u;

Ref tuple_hash(Thread& thread, Args args, uint32_t, Tuple*) {
  int64_t hash;
  return hash_tuple(thread, self_of(args), &hash) ? make_int(thread, hash) : Ref();
}

Ref tuple_length(Thread&, Args args, uint32_t, Tuple*) {
  return Ref::own(Value::integer(static_cast<int64_t>(self_of(args)->length)));
}
Ref tuple_get_item(Thread& thread, Args args, uint32_t, Tuple*) { return tuple_get(thread, self_of(args), args[1]); }
Ref tuple_iter(Thread& thread, Args args, uint32_t, Tuple*) { return tuple_iterator(thread, self_of(args)); }

Ref tuple_contains(Thread& thread, Args args, uint32_t, Tuple*) {
  int64_t position = find_item(thread, self_of(args), args[1], 0, INT64_MAX);
  return position == -2 ? Ref() : Ref::boolean(position >= 0);
}

Ref tuple_index(Thread& thread, Args args, uint32_t, Tuple*) {
  int64_t first, last;
  if (!search_bounds(thread, args[2], args[3], static_cast<int64_t>(self_of(args)->length), &first, &last)) return {};
  int64_t position = find_item(thread, self_of(args), args[1], first, last);
  if (position == -2) return {};
  if (position == -1) return raise(thread, Error::ValueError, "tuple.index(x): x not in tuple");
  return Ref::own(Value::integer(position));
}

Ref tuple_count(Thread& thread, Args args, uint32_t, Tuple*) { return count_items(thread, self_of(args), args[1]); }

Ref tuple_add(Thread& thread, Args args, uint32_t, Tuple*) {
  if (is<Tuple>(args[1])) return tuple_concatenate(thread, self_of(args), as<Tuple>(args[1]));
  if (has_reflected(thread, args[1], Dunder::RAdd)) return Ref::not_implemented();
  return raise(thread, Error::TypeError, "can only concatenate tuple (not \"{}\") to tuple",
               type_name(thread, args[1]));
}

Ref tuple_multiply(Thread& thread, Args args, uint32_t, Tuple*) {
  int64_t times;
  Ref status = repeat_count(thread, args[1], &times);
  if (!status || status.get().is_not_implemented()) return status;
  Tuple* tuple = self_of(args);
  int64_t length = static_cast<int64_t>(tuple->length);
  if (times == 1 && is_exact<Tuple>(args[0])) return Ref::share(args[0]);
  if (times == 0 || length == 0) return empty_tuple(thread);
  if (times > (int64_t{1} << 40) / length) return raise_memory_error(thread);
  Tuple* result = new_tuple(thread, static_cast<size_t>(length * times));
  if (!result) return {};
  for (size_t i = 0; i < result->length; i += tuple->length) {
    for (size_t j = 0; j < tuple->length; ++j) result->items[i + j] = Ref::share(tuple->items[j]).release();
  }
  return Ref::own(result);
}

Ref tuple_multiply_reflected(Thread& thread, Args args, uint32_t count, Tuple* names) {
  return is_index(thread, args[1]) ? tuple_multiply(thread, args, count, names) : Ref::not_implemented();
}

template <Compare op>
Ref tuple_compare(Thread& thread, Args args, uint32_t, Tuple*) {
  if (!is<Tuple>(args[1])) return Ref::not_implemented();
  return compare_sequences(thread, op, self_of(args), as<Tuple>(args[1]));
}

Ref tuple_repr(Thread& thread, Args args, uint32_t, Tuple*) {
  Tuple* tuple = self_of(args);
  if (tuple->length == 0) return make_str(thread, "()");
  ReprGuard running(thread, tuple);
  if (running.is_running()) return make_str(thread, "(...)");
  StrBuilder text(thread);
  text.add("(");
  if (!add_items(thread, tuple, &text)) return {};
  text.add(tuple->length == 1 ? ",)" : ")");
  return text.finish();
}

Ref tuple_new_arguments(Thread& thread, Args args, uint32_t, Tuple*) {
  Ref plain = make_tuple(thread, self_of(args)->items, self_of(args)->length);
  return plain ? make_tuple_of(thread, plain.get()) : Ref();
}

Ref tuple_size(Thread& thread, Args args, uint32_t, Tuple*) {
  return make_int_from_unsigned(thread, 24 + sizeof(Value) * self_of(args)->length);
}

constexpr MethodDef kMethods[] = {
    {"__class_getitem__", "(cls, item, /)", generic_class_getitem, MethodDef::Class},
    {"__new__", "(cls, iterable=(), /)", tuple_create, MethodDef::Static},
    {"__repr__", "(self, /)", tuple_repr},
    {"__hash__", "(self, /)", tuple_hash},
    {"__len__", "(self, /)", tuple_length},
    {"__iter__", "(self, /)", tuple_iter},
    {"__contains__", "(self, key, /)", tuple_contains},
    {"__getitem__", "(self, key, /)", tuple_get_item},
    {"__add__", "(self, value, /)", tuple_add},
    {"__mul__", "(self, value, /)", tuple_multiply},
    {"__rmul__", "(self, value, /)", tuple_multiply_reflected},
    {"__lt__", "(self, value, /)", tuple_compare<Compare::Less>},
    {"__le__", "(self, value, /)", tuple_compare<Compare::LessEqual>},
    {"__eq__", "(self, value, /)", tuple_compare<Compare::Equal>},
    {"__ne__", "(self, value, /)", tuple_compare<Compare::NotEqual>},
    {"__gt__", "(self, value, /)", tuple_compare<Compare::Greater>},
    {"__ge__", "(self, value, /)", tuple_compare<Compare::GreaterEqual>},
    {"__getnewargs__", "(self, /)", tuple_new_arguments},
    {"__sizeof__", "(self, /)", tuple_size},
    {"index", "(self, value, start=0, stop=9223372036854775807, /)", tuple_index},
    {"count", "(self, value, /)", tuple_count},
};

}  // namespace

Truth tuples_equal(Thread& thread, Tuple* left, Tuple* right) {
  if (left->length != right->length) return Truth::No;
  NativeDepth depth(thread, " in comparison");
  if (!depth) return Truth::Error;
  for (size_t i = 0; i < left->length; ++i) {
    Value a = left->items[i], b = right->items[i];
    if (a == b) continue;
    if (Value::both_ints(a, b)) return Truth::No;
    Ref held_left = Ref::share(a), held_right = Ref::share(b);  // their __eq__ may let go of the tuples
    Truth same = equal(thread, a, b);
    if (same != Truth::Yes) return same;
  }
  return Truth::Yes;
}

const Layout kTupleLayout = {"tuple", sizeof(Tuple), true, destroy_tuple, traverse_tuple, clear_tuple};

Tuple* new_tuple(Thread& thread, size_t length) {
  if (length > size_t{1} << 40) return raise_memory_error(thread);
  Tuple* tuple = allocate<Tuple>(thread, thread.shapes[static_cast<size_t>(Kind::Tuple)], extra_bytes(length));
  if (!tuple) return nullptr;
  tuple->length = length;
  tuple->items[0] = Value::empty();
  std::fill(tuple->items, tuple->items + length, Value::empty());
  return tuple;
}

Ref empty_tuple(Thread& thread) {
  if (Object* shared = thread.interpreter->empty_tuple) return Ref::share(shared);
  Tuple* tuple = new_tuple(thread, 0);
  return tuple ? Ref::own(tuple) : Ref();
}

Ref make_tuple(Thread& thread, const Value* items, size_t count) {
  if (count == 0) return empty_tuple(thread);
  Tuple* tuple = allocate<Tuple>(thread, thread.shapes[static_cast<size_t>(Kind::Tuple)], extra_bytes(count));
  if (!tuple) return {};
  set_items(tuple, items, count);
  return Ref::own(tuple);
}

Ref make_pair(Thread& thread, Ref first, Ref second) {
  Tuple* tuple = allocate<Tuple>(thread, thread.shapes[static_cast<size_t>(Kind::Tuple)], extra_bytes(2));
  if (!tuple) return {};
  tuple->length = 2;
  tuple->items[0] = first.release();
  tuple->items[1] = second.release();
  return Ref::own(tuple);
}

// xxHash's round over the items' hashes, as CPython takes it, so that hashes agree.
bool hash_tuple(Thread& thread, Tuple* tuple, int64_t* result) {
  NativeDepth depth(thread);
  if (!depth) return false;
  uint64_t sum = kPrime5;
  for (size_t i = 0; i < tuple->length; ++i) {
    int64_t hash;
    if (!key_hash(thread, tuple->items[i], &hash)) return false;
    sum += static_cast<uint64_t>(hash) * kPrime2;
    sum = std::rotl(sum, 31) * kPrime1;
  }
  sum += tuple->length ^ (kPrime5 ^ 3527539u);
  *result = sum == ~uint64_t{0} ? 1546275796 : static_cast<int64_t>(sum);
  return true;
}

Ref tuple_from(Thread& thread, Value iterable) {
  if (is_exact<Tuple>(iterable)) return Ref::share(iterable);
  if (is_exact<List>(iterable)) {
    Guard guard(as<List>(iterable)->header);
    return make_tuple(thread, as<List>(iterable)->items.get(), as<List>(iterable)->length.get());
  }
  Ref list = list_from(thread, iterable);
  if (!list) return {};
  size_t count = list.as<List>()->length.get();
  Tuple* tuple = count == 0 ? nullptr : new_tuple(thread, count);
  if (!tuple) return count == 0 ? empty_tuple(thread) : Ref();
  std::memcpy(static_cast<void*>(tuple->items), list.as<List>()->items.get(), count * sizeof(Value));
  list.as<List>()->length.set(0);  // its references are the tuple's now
  return Ref::own(tuple);
}

Ref tuple_concatenate(Thread& thread, Tuple* left, Tuple* right) {
  if (left->length == 0 && is_exact<Tuple>(Value::object(right))) return Ref::share(right);
  if (right->length == 0 && is_exact<Tuple>(Value::object(left))) return Ref::share(left);
  Tuple* result = new_tuple(thread, left->length + right->length);
  if (!result) return {};
  for (size_t i = 0; i < left->length; ++i) result->items[i] = Ref::share(left->items[i]).release();
  for (size_t i = 0; i < right->length; ++i) result->items[left->length + i] = Ref::share(right->items[i]).release();
  return Ref::own(result);
}

void setup_tuple(Thread& thread, Type* type) {
  add_type_flags(type, kBaseType | kSequencePattern | kSelfPattern);
  add_methods(thread, type, kMethods);
}

}  // namespace gillab
