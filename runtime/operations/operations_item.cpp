// Containers as the language sees them: subscripts, length, membership.
#include "runtime/dict.h"
#include "runtime/function.h"
#include "runtime/interpreter.h"
#include "runtime/list.h"
#include "runtime/operations/operations_inner.h"
#include "runtime/containers/sequence_compare.h"
#include "runtime/set.h"
#include "runtime/str.h"

namespace gillab {

namespace {

Ref get_by_method(Thread& thread, Value container, Value key) {
  Value method = special_method(thread, container, Dunder::GetItem);
  if (!method.is_empty()) return call_special(thread, method, container, key);
  if (is<Type>(container)) {
    if (as<Type>(container) == thread.types().type) return make_generic_alias(thread, container, key);
    Ref maker = get_attribute_or_empty(thread, container, thread.dunder_name(Dunder::ClassGetItem));
    if (maker) return call(thread, maker.get(), key);
    if (thread.has_exception()) return {};
    return raise(thread, Error::TypeError, "type '{}' is not subscriptable", name_of_type(as<Type>(container)));
  }
  return raise(thread, Error::TypeError, "'{}' object is not subscriptable", type_name(thread, container));
}

// The item at a plain position of an exact list, tuple or str; empty without an error where it is neither or out of range.
Ref item_of_sequence(Thread& thread, Value container, int64_t index) {
  if (is_exact<List>(container)) {
    return list_item(as<List>(container), index);
  } else if (is_exact<Tuple>(container)) {
    auto* tuple = as<Tuple>(container);
    auto count = static_cast<int64_t>(tuple->length);
    if (index < 0) index += count;
    if (index >= 0 && index < count) return Ref::share(tuple->items[index]);
  } else if (is_exact<Str>(container)) {
    auto* text = as<Str>(container);
    auto count = static_cast<int64_t>(text->length);
    if (index < 0) index += count;
    if (index >= 0 && index < count) return make_character(thread, text->at(static_cast<size_t>(index)));
  }
  return {};
}

}  // namespace

namespace {
// A defaultdict, a Counter ...: a subclass that leaves __getitem__ as it is.
bool is_dict_with_own_items(Thread& thread, Value value) {
  return is<Dict>(value) && dunder_of(type_of(value.as_object()), Dunder::GetItem) ==
                                dunder_of(thread.types().dict, Dunder::GetItem);
}
}  // namespace

Ref get_item(Thread& thread, Value container, Value key) {
  if (key.is_int()) {
    Ref item = item_of_sequence(thread, container, key.as_int());
    if (item || thread.has_exception()) return item;
  }
  if (is_exact<Dict>(container)) {
    Ref value;
    Found found = dict_get(thread, as<Dict>(container), key, &value);
    if (found == Found::Yes) return value;
    return found == Found::No ? raise_object(thread, Error::KeyError, key) : Failed{};
  }
  if (is_dict_with_own_items(thread, container)) {
    Ref value;
    Found found = dict_get(thread, as<Dict>(container), key, &value);
    if (found != Found::No) return value;  // otherwise there may be a __missing__
  }
  return get_by_method(thread, container, key);
}

bool set_item(Thread& thread, Value container, Value key, Value value) {
  if (is_exact<Dict>(container)) return dict_set(thread, as<Dict>(container), key, Ref::share(value));
  Value method = special_method(thread, container, Dunder::SetItem);
  if (method.is_empty()) {
    return raise(thread, Error::TypeError, "'{}' object does not support item assignment",
                 type_name(thread, container));
  }
  return static_cast<bool>(call_special(thread, method, container, key, value));
}

bool delete_item(Thread& thread, Value container, Value key) {
  Value method = special_method(thread, container, Dunder::DelItem);
  if (method.is_empty()) {
    if (!special_method(thread, container, Dunder::SetItem).is_empty()) {
      return raise(thread, Error::AttributeError, "__delitem__");
    }
    bool sequence = !special_method(thread, key, Dunder::Index).is_empty() &&
                    (has_flag(type_of(thread, container), kHeapType) ||
                     !special_method(thread, container, Dunder::Len).is_empty());
    return raise(thread, Error::TypeError,
                 sequence ? "'{}' object doesn't support item deletion" : "'{}' object does not support item deletion",
                 type_name(thread, container));
  }
  return static_cast<bool>(call_special(thread, method, container, key));
}

// --- length

namespace {

int64_t checked_length(Thread& thread, Ref answer) {
  if (!answer) return -1;
  Ref number = index(thread, answer.get());
  if (!number) return -1;
  int64_t result;
  bool fits = fits_int64(number.get(), &result);
  bool negative = fits ? result < 0 : int_compare(number.get(), Value::integer(0)) < 0;
  if (negative) {
    raise(thread, Error::ValueError, "__len__() should return >= 0");
    return -1;
  }
  if (fits) return result;
  raise(thread, Error::OverflowError, "cannot fit '{}' into an index-sized integer", type_name(thread, answer.get()));
  return -1;
}

}  // namespace

int64_t length(Thread& thread, Value value) {
  if (is_exact<List>(value)) return list_length(as<List>(value));
  if (is_exact<Str>(value)) return static_cast<int64_t>(as<Str>(value)->length);
  if (is_exact<Tuple>(value)) return static_cast<int64_t>(as<Tuple>(value)->length);
  if (is_exact<Dict>(value)) return dict_size(as<Dict>(value));
  Value method = special_method(thread, value, Dunder::Len);
  if (!method.is_empty()) return checked_length(thread, call_special(thread, method, value));
  raise(thread, Error::TypeError, "object of type '{}' has no len()", type_name(thread, value));
  return -1;
}

int64_t length_hint(Thread& thread, Value value, int64_t fallback) {
  if (!special_method(thread, value, Dunder::Len).is_empty()) {
    int64_t count = length(thread, value);
    if (count >= 0) return count;
    if (!exception_matches(thread, Error::TypeError)) return -1;
    clear_exception(thread);
  }
  Value method = special_method(thread, value, Dunder::LengthHint);
  if (method.is_empty()) return fallback;
  Ref answer = call_special(thread, method, value);
  if (!answer) {
    if (!exception_matches(thread, Error::TypeError)) return -1;
    clear_exception(thread);
    return fallback;
  }
  if (answer.get().is_not_implemented()) return fallback;
  int64_t hint;
  if (!is_integer(answer.get())) {
    raise(thread, Error::TypeError, "__length_hint__ must be an integer, not {}", type_name(thread, answer.get()));
    return -1;
  }
  if (!index_as_int64(thread, answer.get(), &hint)) return -1;
  if (hint >= 0) return hint;
  raise(thread, Error::ValueError, "__length_hint__() should return >= 0");
  return -1;
}

// --- membership

namespace {

Truth contained_by_iteration(Thread& thread, Value container, Value value) {
  Type* type = quick_type_of(thread, container);
  if (dunder_of(type, Dunder::Iter).is_empty() && !has_items(type)) {
    return raise(thread, Error::TypeError, "argument of type '{}' is not iterable", type_name(thread, container));
  }
  Each each(thread, container);
  while (Ref item = each.next()) {
    Truth same = equal(thread, item.get(), value);
    if (same != Truth::No) return same;
  }
  return each.failed() ? Truth::Error : Truth::No;
}

template <class Sequence>
Truth contained_in(Thread& thread, Sequence* sequence, Value value) {
  int64_t position = find_item(thread, sequence, value, 0, INT64_MAX);
  return position == -2 ? Truth::Error : truth_of(position >= 0);
}

}  // namespace

Truth contains(Thread& thread, Value container, Value value) {
  if (is_exact<Dict>(container)) return static_cast<Truth>(dict_contains(thread, as<Dict>(container), value));
  if (is_exact<Set>(container) && !is<Set>(value)) {
    return static_cast<Truth>(set_contains(thread, as<Set>(container), value));
  }
  if (is_exact<List>(container)) return contained_in(thread, as<List>(container), value);
  if (is_exact<Tuple>(container)) return contained_in(thread, as<Tuple>(container), value);
  if (is_exact<Str>(container) && is<Str>(value)) {
    Str* text = as<Str>(container);
    return truth_of(find_text(text, as<Str>(value), 0, static_cast<int64_t>(text->length)) >= 0);
  }
  Value method = special_method(thread, container, Dunder::Contains);
  if (method.is_empty()) return contained_by_iteration(thread, container, value);
  if (method.is_none()) {
    return raise(thread, Error::TypeError, "'{}' object is not a container", type_name(thread, container));
  }
  Ref answer = call_special(thread, method, container, value);
  return answer ? truth(thread, answer.get()) : Truth::Error;
}

}  // namespace gillab
