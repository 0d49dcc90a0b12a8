// list: what scripts call. Storage: list.cpp; subscripts and slices: list_slices.cpp; sorting: sort.cpp.
#include "runtime/classes/construct.h"
#include "runtime/classes/generic_alias.h"
#include "runtime/int.h"
#include "runtime/iterators.h"
#include "runtime/native.h"
#include "runtime/containers/sequence_compare.h"
#include "runtime/setup.h"

namespace gillab {
namespace {

using Args = const Value*;

List* self_of(Args args) { return as<List>(args[0]); }

Ref done(bool ok) { return ok ? Ref::none() : Ref(); }

Ref list_create(Thread& thread, Args args, uint32_t count, Tuple*) {
  if (count == 0) return raise(thread, Error::TypeError, "list.__new__(): not enough arguments");
  Type* type = class_argument(thread, args[0], thread.types().list);
  if (!type) return {};
  List* list = static_cast<List*>(allocate_instance(thread, type, 0));
  if (!list) return {};
  init_list(list);
  return Ref::own(list);
}

Ref list_init(Thread& thread, Args args, uint32_t, Tuple*) {
  TransferGuard guard(self_of(args), args[1]);
  if (self_of(args)->length.get() != 0) list_clear(thread, self_of(args));
  return done(args[1].is_empty() || extend(thread, self_of(args), args[1]));
}

Ref list_append(Thread& thread, Args args, uint32_t, Tuple*) {
  return done(append_inline(thread, self_of(args), Ref::share(args[1])));
}
Ref list_extend(Thread& thread, Args args, uint32_t, Tuple*) { return done(extend(thread, self_of(args), args[1])); }

Ref list_insert_at(Thread& thread, Args args, uint32_t, Tuple*) {
  int64_t position;
  if (!size_argument(thread, args[1], &position)) return {};
  Guard guard(self_of(args)->header);
  int64_t length = self_of(args)->length.get();
  if (position < 0) position = position + length < 0 ? 0 : position + length;
  return done(list_insert(thread, self_of(args), static_cast<size_t>(position), Ref::share(args[2])));
}

Ref list_pop(Thread& thread, Args args, uint32_t, Tuple*) {
  int64_t position = -1;
  if (!args[1].is_empty() && !size_argument(thread, args[1], &position)) return {};
  ShortGuard guard(self_of(args));
  int64_t length = self_of(args)->length.get();
  if (length == 0) return raise(thread, Error::IndexError, "pop from empty list");
  if (position < 0) position += length;
  Ref item = position < 0 ? Ref() : take_out(self_of(args), static_cast<size_t>(position));
  if (!item) return raise(thread, Error::IndexError, "pop index out of range");
  return item;
}

Ref list_remove(Thread& thread, Args args, uint32_t, Tuple*) {
  Ref old;
  Guard guard(self_of(args)->header);
  int64_t position = find_item(thread, self_of(args), args[1], 0, INT64_MAX);
  if (position == -2) return {};
  if (position == -1) return raise(thread, Error::ValueError, "list.remove(x): x not in list");
  old = take_out(self_of(args), static_cast<size_t>(position));
  return Ref::none();
}

Ref list_clear_all(Thread& thread, Args args, uint32_t, Tuple*) {
  list_clear(thread, self_of(args));
  return Ref::none();
}

Ref list_index(Thread& thread, Args args, uint32_t, Tuple*) {
  Guard guard(self_of(args)->header);
  int64_t first, last;
  if (!search_bounds(thread, args[2], args[3], self_of(args)->length.get(), &first, &last)) return {};
  int64_t position = find_item(thread, self_of(args), args[1], first, last);
  if (position == -2) return {};
  if (position == -1) {
    Ref shown = repr(thread, args[1]);
    return shown ? raise(thread, Error::ValueError, "{} is not in list", shown.get()) : Ref();
  }
  return Ref::own(Value::integer(position));
}

Ref list_count(Thread& thread, Args args, uint32_t, Tuple*) { return count_items(thread, self_of(args), args[1]); }

Ref list_sort(Thread& thread, Args args, uint32_t, Tuple*) {
  Truth reverse = args[2].is_empty() ? Truth::No : truth(thread, args[2]);
  if (reverse == Truth::Error) return {};
  Value key = args[1].is_empty() ? Value::none() : args[1];
  return done(sort(thread, self_of(args), key, reverse == Truth::Yes));
}

Ref list_reverse(Thread&, Args args, uint32_t, Tuple*) {
  List* list = self_of(args);
  Guard guard(list->header);
  Value* items = list->items.get();
  for (size_t i = 0, j = list->length.get(); i + 1 < j; ++i) {
    Value first = items[i];
    store_shared(items[i], items[--j]);
    store_shared(items[j], first);
  }
  return Ref::none();
}

Ref list_copy(Thread& thread, Args args, uint32_t, Tuple*) {
  Guard guard(self_of(args)->header);
  int64_t length = self_of(args)->length.get();
  return list_slice(thread, self_of(args), {0, length, 1, length});
}

Ref list_get_item(Thread& thread, Args args, uint32_t, Tuple*) { return list_get(thread, self_of(args), args[1]); }
Ref list_set_item(Thread& thread, Args args, uint32_t, Tuple*) {
  return done(list_set(thread, self_of(args), args[1], args[2]));
}
Ref list_delete_item(Thread& thread, Args args, uint32_t, Tuple*) {
  return done(list_set(thread, self_of(args), args[1], Value::empty()));
}
Ref list_length_method(Thread&, Args args, uint32_t, Tuple*) { return Ref::own(Value::integer(list_length(self_of(args)))); }

Ref list_contains(Thread& thread, Args args, uint32_t, Tuple*) {
  int64_t position = find_item(thread, self_of(args), args[1], 0, INT64_MAX);
  return position == -2 ? Ref() : Ref::boolean(position >= 0);
}

Ref list_iter(Thread& thread, Args args, uint32_t, Tuple*) { return list_iterator(thread, self_of(args)); }

Ref list_add(Thread& thread, Args args, uint32_t, Tuple*) {
  if (is<List>(args[1])) return list_concatenate(thread, self_of(args), as<List>(args[1]));
  if (has_reflected(thread, args[1], Dunder::RAdd)) return Ref::not_implemented();
  return raise(thread, Error::TypeError, "can only concatenate list (not \"{}\") to list", type_name(thread, args[1]));
}

Ref list_add_in_place(Thread& thread, Args args, uint32_t, Tuple*) {
  return extend(thread, self_of(args), args[1]) ? Ref::share(args[0]) : Ref();
}

// `times` more copies of the first `length` items, which are all there are. Under the Guard where others know the list.
bool repeat_in_place(Thread& thread, List* list, size_t length, size_t times) {
  if (length != 0 && times > 0xFFFFFFFFu / length) return raise_memory_error(thread);
  if (!reserve(thread, list, length * (times + 1))) return false;
  Value* items = list->items.get();
  const size_t end = length * (times + 1);
  if (length == 1 && !items[0].is_object()) {
    const Value item = items[0];
    for (size_t i = length; i < end; ++i) store_shared(items[i], item);
  } else {
    for (size_t i = length; i < end; ++i) {
      const Value item = items[i - length];
      take(item);
      store_shared(items[i], item);
    }
  }
  list->length.set(static_cast<uint32_t>(end));
  return true;
}

Ref list_multiply(Thread& thread, Args args, uint32_t, Tuple*) {
  int64_t times;
  Ref status = repeat_count(thread, args[1], &times);
  if (!status || status.get().is_not_implemented()) return status;
  List* list = self_of(args);
  Guard guard(list->header);
  size_t length = list->length.get();
  if (times == 0 || length == 0) return make_list(thread);
  if (static_cast<uint64_t>(times) > 0xFFFFFFFFu / length) return raise_memory_error(thread);
  Ref result = make_list(thread, length * static_cast<size_t>(times));
  if (!result) return {};
  List* product = result.as<List>();
  for (size_t i = 0; i < length; ++i) product->items.get()[i] = Ref::share(list->items.get()[i]).release();
  product->length.set(static_cast<uint32_t>(length));
  return repeat_in_place(thread, product, length, static_cast<size_t>(times - 1)) ? std::move(result) : Ref();
}

Ref list_multiply_reflected(Thread& thread, Args args, uint32_t count, Tuple* names) {
  return is_index(thread, args[1]) ? list_multiply(thread, args, count, names) : Ref::not_implemented();
}

Ref list_multiply_in_place(Thread& thread, Args args, uint32_t, Tuple*) {
  int64_t times;
  Ref status = repeat_count(thread, args[1], &times);
  if (!status || status.get().is_not_implemented()) return status;
  List* list = self_of(args);
  Guard guard(list->header);
  if (times == 0) {
    list_clear(thread, list);
  } else if (!repeat_in_place(thread, list, list->length.get(), static_cast<size_t>(times - 1))) {
    return {};
  }
  return Ref::share(args[0]);
}

template <Compare op>
Ref list_compare(Thread& thread, Args args, uint32_t, Tuple*) {
  if (!is<List>(args[1])) return Ref::not_implemented();
  return compare_sequences(thread, op, self_of(args), as<List>(args[1]));
}

Ref list_repr(Thread& thread, Args args, uint32_t, Tuple*) {
  List* list = self_of(args);
  if (list_length(list) == 0) return make_str(thread, "[]");
  ReprGuard running(thread, list);
  if (running.is_running()) return make_str(thread, "[...]");
  StrBuilder text(thread);
  text.add("[");
  if (!add_items(thread, list, &text)) return {};
  text.add("]");
  return text.finish();
}

Ref list_size(Thread& thread, Args args, uint32_t, Tuple*) {
  return make_int_from_unsigned(thread, 40 + sizeof(Value) * self_of(args)->capacity.get());
}

constexpr MethodDef kMethods[] = {
    {"__class_getitem__", "(cls, item, /)", generic_class_getitem, MethodDef::Class},
    {"__new__", "*", list_create, MethodDef::Static},
    {"__init__", "(self, iterable=(), /)", list_init},
    {"__repr__", "(self, /)", list_repr},
    {"__len__", "(self, /)", list_length_method},
    {"__iter__", "(self, /)", list_iter},
    {"__contains__", "(self, key, /)", list_contains},
    {"__getitem__", "(self, index, /)", list_get_item},
    {"__setitem__", "(self, key, value, /)", list_set_item},
    {"__delitem__", "(self, key, /)", list_delete_item},
    {"__add__", "(self, value, /)", list_add},
    {"__iadd__", "(self, value, /)", list_add_in_place},
    {"__mul__", "(self, value, /)", list_multiply},
    {"__rmul__", "(self, value, /)", list_multiply_reflected},
    {"__imul__", "(self, value, /)", list_multiply_in_place},
    {"__lt__", "(self, value, /)", list_compare<Compare::Less>},
    {"__le__", "(self, value, /)", list_compare<Compare::LessEqual>},
    {"__eq__", "(self, value, /)", list_compare<Compare::Equal>},
    {"__ne__", "(self, value, /)", list_compare<Compare::NotEqual>},
    {"__gt__", "(self, value, /)", list_compare<Compare::Greater>},
    {"__ge__", "(self, value, /)", list_compare<Compare::GreaterEqual>},
    {"__sizeof__", "(self, /)", list_size},
    {"append", "(self, object, /)", list_append},
    {"extend", "(self, iterable, /)", list_extend},
    {"insert", "(self, index, object, /)", list_insert_at},
    {"pop", "(self, index=-1, /)", list_pop},
    {"remove", "(self, value, /)", list_remove},
    {"clear", "(self, /)", list_clear_all},
    {"index", "(self, value, start=0, stop=9223372036854775807, /)", list_index},
    {"count", "(self, value, /)", list_count},
    {"sort", "(self, /, *, key=None, reverse=False)", list_sort},
    {"reverse", "(self, /)", list_reverse},
    {"copy", "(self, /)", list_copy},
};

}  // namespace

void setup_list(Thread& thread, Type* type) {
  add_type_flags(type, kBaseType | kSequencePattern | kSelfPattern);
  add_methods(thread, type, kMethods);
  add_constant(thread, type, "__hash__", Ref::none());
}

}  // namespace gillab
