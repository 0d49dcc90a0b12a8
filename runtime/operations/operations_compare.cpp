// Comparisons: fast for exact numbers and strs, else the six methods with their reflections and the default of
// identity for == and !=.
#include "runtime/interpreter.h"
#include "runtime/containers/sequence_compare.h"
#include "runtime/list.h"
#include "runtime/operations/operations_inner.h"
#include "runtime/str.h"

namespace gillab {

namespace {

const char* const kSymbols[] = {"<", "<=", "==", "!=", ">", ">="};
constexpr Dunder kMethods[] = {Dunder::Lt, Dunder::Le, Dunder::Eq, Dunder::Ne, Dunder::Gt, Dunder::Ge};
constexpr Compare kReflected[] = {Compare::Greater,  Compare::GreaterEqual, Compare::Equal,
                                  Compare::NotEqual, Compare::Less,         Compare::LessEqual};

bool holds(Compare op, int order) {
  switch (op) {
    case Compare::Less:
      return order < 0;
    case Compare::LessEqual:
      return order <= 0;
    case Compare::Equal:
      return order == 0;
    case Compare::NotEqual:
      return order != 0;
    case Compare::Greater:
      return order > 0;
    default:
      return order >= 0;
  }
}

bool holds(Compare op, double x, double y) {  // not by order: NaN
  switch (op) {
    case Compare::Less:
      return x < y;
    case Compare::LessEqual:
      return x <= y;
    case Compare::Equal:
      return x == y;
    case Compare::NotEqual:
      return x != y;
    case Compare::Greater:
      return x > y;
    default:
      return x >= y;
  }
}

// An immediate int that a double holds exactly, or a float.
bool exact_double(Value value, double* result) {
  constexpr int64_t kExact = int64_t{1} << 53;
  if (value.is_int() && (value.as_int() > kExact || value.as_int() < -kExact)) return false;
  return quick_double(value, result);
}

// True: both are exact built-in values of one kind, and *result is the answer.
bool quick_compare(Compare op, Value left, Value right, bool* result) {
  if (Value::both_ints(left, right)) {
    int64_t x = left.as_int(), y = right.as_int();
    *result = holds(op, x < y ? -1 : x > y);
    return true;
  }
  if (is_exact<Str>(left) && is_exact<Str>(right)) {
    if (op == Compare::Equal || op == Compare::NotEqual) {
      *result = (left == right || same_text(as<Str>(left), as<Str>(right))) == (op == Compare::Equal);
    } else {
      *result = holds(op, compare_text(as<Str>(left), as<Str>(right)));
    }
    return true;
  }
  double x, y;
  if (exact_double(left, &x) && exact_double(right, &y)) {
    *result = holds(op, x, y);
    return true;
  }
  if (is_exact_int(left) && is_exact_int(right)) {
    *result = holds(op, int_compare(left, right));
    return true;
  }
  return false;
}

// object's own methods are known: equality is identity, != turns == round, the others do not know.
Ref by_object(Thread& thread, Compare op, Value self, Value other) {
  if (op == Compare::Equal) return self == other ? Ref::boolean(true) : Ref::not_implemented();
  if (op != Compare::NotEqual) return Ref::not_implemented();
  Value equality = special_method(thread, self, Dunder::Eq);
  if (equality.is_empty() || is_of_object(thread, equality)) {
    return self == other ? Ref::boolean(false) : Ref::not_implemented();
  }
  Ref same = call_special(thread, equality, self, other);
  if (!same || same.get().is_not_implemented()) return same;
  Truth answer = truth(thread, same.get());
  return answer == Truth::Error ? Ref() : Ref::boolean(answer == Truth::No);
}

Ref try_method(Thread& thread, Compare op, Value self, Value other) {
  Value method = special_method(thread, self, kMethods[static_cast<int>(op)]);
  if (method.is_empty() || is_of_object(thread, method)) return by_object(thread, op, self, other);
  return call_special(thread, method, self, other);
}

// Nobody has an answer.
Ref compare_by_identity(Thread& thread, Compare op, Value left, Value right) {
  if (op == Compare::Equal || op == Compare::NotEqual) return Ref::boolean((left == right) == (op == Compare::Equal));
  return raise(thread, Error::TypeError, "'{}' not supported between instances of '{}' and '{}'",
               kSymbols[static_cast<int>(op)], type_name(thread, left), type_name(thread, right));
}

Ref compare_by_methods(Thread& thread, Compare op, Value left, Value right) {
  if (is_exact<Tuple>(left) && is_exact<Tuple>(right))
    return compare_sequences(thread, op, as<Tuple>(left), as<Tuple>(right));
  if (is_exact<List>(left) && is_exact<List>(right))
    return compare_sequences(thread, op, as<List>(left), as<List>(right));
  NativeDepth depth(thread, " in comparison");
  if (!depth) return {};
  Type* left_type = quick_type_of(thread, left);
  Type* right_type = quick_type_of(thread, right);
  Compare reflected = kReflected[static_cast<int>(op)];
  bool right_first = left_type != right_type && is_subtype(right_type, left_type);
  if (right_first) {
    Ref result = try_method(thread, reflected, right, left);
    if (!result.get().is_not_implemented()) return result;
  }
  Ref result = try_method(thread, op, left, right);
  if (!result.get().is_not_implemented()) return result;
  if (!right_first) {
    result = try_method(thread, reflected, right, left);
    if (!result.get().is_not_implemented()) return result;
  }
  return compare_by_identity(thread, op, left, right);
}

}  // namespace

Ref compare_refused(Thread& thread, Compare op, Value left, Value right) {
  NativeDepth depth(thread, " in comparison");
  if (!depth) return {};
  Ref result = try_method(thread, kReflected[static_cast<int>(op)], right, left);
  return result.get().is_not_implemented() ? compare_by_identity(thread, op, left, right) : std::move(result);
}

namespace {

bool are_tuples(Value left, Value right) { return is_exact<Tuple>(left) && is_exact<Tuple>(right); }

// Two exact tuples, without the way over their methods.
Truth compare_tuples(Thread& thread, Compare op, Tuple* left, Tuple* right) {
  if (op == Compare::Equal || op == Compare::NotEqual) {
    Truth same = left == right ? Truth::Yes : tuples_equal(thread, left, right);
    return same == Truth::Error ? same : truth_of((same == Truth::Yes) == (op == Compare::Equal));
  }
  NativeDepth depth(thread, " in comparison");
  if (!depth) return Truth::Error;
  Ref held_left = Ref::share(static_cast<Object*>(left)), held_right = Ref::share(static_cast<Object*>(right));
  for (uint64_t i = 0; i < left->length && i < right->length; ++i) {
    Value x = left->items[i], y = right->items[i];
    Truth same = Value::both_ints(x, y) ? truth_of(x == y) : equal(thread, x, y);
    if (same == Truth::Yes) continue;
    return same == Truth::Error ? same : compare_truth(thread, op, x, y);
  }
  return truth_of(holds(op, left->length < right->length ? -1 : left->length > right->length));
}

// == and != of two exact lists; their items are shared while they are compared, for __eq__ may change the lists.
Truth lists_equal(Thread& thread, List* left, List* right) {
  NativeDepth depth(thread, " in comparison");
  if (!depth) return Truth::Error;
  Guard guard(left->header, right->header);
  for (uint32_t i = 0;; ++i) {
    if (left->length.get() != right->length.get()) return Truth::No;
    if (i >= left->length.get()) return Truth::Yes;
    Value a = left->items.get()[i], b = right->items.get()[i];
    if (a == b) continue;
    if (Value::both_ints(a, b)) return Truth::No;
    Ref x = Ref::share(a), y = Ref::share(b);
    Truth same = equal(thread, x.get(), y.get());
    if (same != Truth::Yes) return same;
  }
}

bool asks_equality_of_lists(Compare op, Value left, Value right) {
  return (op == Compare::Equal || op == Compare::NotEqual) && is_exact<List>(left) && is_exact<List>(right);
}

}  // namespace

Ref compare(Thread& thread, Compare op, Value left, Value right) {
  bool result;
  if (quick_compare(op, left, right, &result)) return Ref::boolean(result);
  return compare_by_methods(thread, op, left, right);
}

Truth compare_truth(Thread& thread, Compare op, Value left, Value right) {
  bool result;
  if (quick_compare(op, left, right, &result)) return truth_of(result);
  if (are_tuples(left, right)) return compare_tuples(thread, op, as<Tuple>(left), as<Tuple>(right));
  if (asks_equality_of_lists(op, left, right)) {
    Ref held_left = Ref::share(left), held_right = Ref::share(right);
    Truth same = lists_equal(thread, as<List>(left), as<List>(right));
    return same == Truth::Error ? same : truth_of((same == Truth::Yes) == (op == Compare::Equal));
  }
  Ref answer = compare_by_methods(thread, op, left, right);
  return answer ? truth(thread, answer.get()) : Truth::Error;
}

Truth equal(Thread& thread, Value left, Value right) {
  if (left == right) return Truth::Yes;
  Type* tuple = thread.types().tuple;
  if (is<Tuple>(left) && is<Tuple>(right) && has_method_of(tuple, left, Dunder::Eq) && has_method_of(tuple, right, Dunder::Eq))
    return tuples_equal(thread, as<Tuple>(left), as<Tuple>(right));
  return compare_truth(thread, Compare::Equal, left, right);
}

}  // namespace gillab
