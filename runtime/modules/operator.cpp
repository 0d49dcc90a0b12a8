// operator (and _operator): the operators as functions. itemgetter and its like: operator_getters.cpp.
#include "runtime/modules/operator.h"

#include "runtime/bytes.h"
#include "runtime/int.h"
#include "runtime/modules/modules.h"
#include "runtime/operations.h"
#include "runtime/str.h"

namespace gillab {
namespace {

using Args = const Value*;

Ref done(bool ok) { return ok ? Ref::none() : Ref(); }
Ref result_of(Truth truth) { return truth == Truth::Error ? Ref() : Ref::boolean(truth == Truth::Yes); }

template <Binary op>
Ref operate(Thread& thread, Args args, uint32_t, Tuple*) {
  return binary(thread, op, args[0], args[1]);
}
template <Binary op>
Ref operate_in_place(Thread& thread, Args args, uint32_t, Tuple*) {
  return binary_in_place(thread, op, args[0], args[1]);
}
template <Compare op>
Ref compare_two(Thread& thread, Args args, uint32_t, Tuple*) {
  return compare(thread, op, args[0], args[1]);
}
template <Ref (*kOperation)(Thread&, Value)>
Ref apply(Thread& thread, Args args, uint32_t, Tuple*) {
  return kOperation(thread, args[0]);
}

Ref absolute(Thread& thread, Args args, uint32_t, Tuple*) {
  Value method = special_method(thread, args[0], Dunder::Abs);
  if (!method.is_empty()) return call_special(thread, method, args[0]);
  return raise(thread, Error::TypeError, "bad operand type for abs(): '{}'", type_name(thread, args[0]));
}
Ref raise_to(Thread& thread, Args args, uint32_t, Tuple*) { return power(thread, args[0], args[1], Value::none()); }
Ref is_true(Thread& thread, Args args, uint32_t, Tuple*) { return result_of(truth(thread, args[0])); }
Ref is_false(Thread& thread, Args args, uint32_t, Tuple*) {
  Truth value = truth(thread, args[0]);
  return value == Truth::Error ? Ref() : Ref::boolean(value == Truth::No);
}
Ref is_same(Thread&, Args args, uint32_t, Tuple*) { return Ref::boolean(args[0] == args[1]); }
Ref is_other(Thread&, Args args, uint32_t, Tuple*) { return Ref::boolean(!(args[0] == args[1])); }
Ref contains_item(Thread& thread, Args args, uint32_t, Tuple*) { return result_of(contains(thread, args[0], args[1])); }
Ref get(Thread& thread, Args args, uint32_t, Tuple*) { return get_item(thread, args[0], args[1]); }
Ref set(Thread& thread, Args args, uint32_t, Tuple*) { return done(set_item(thread, args[0], args[1], args[2])); }
Ref remove(Thread& thread, Args args, uint32_t, Tuple*) { return done(delete_item(thread, args[0], args[1])); }

template <bool kInPlace>
Ref concatenate_two(Thread& thread, Args args, uint32_t, Tuple*) {
  bool sequence = is<Str>(args[0]) || !special_method(thread, args[0], Dunder::GetItem).is_empty();
  if (!sequence) {
    return raise(thread, Error::TypeError, "'{}' object can't be concatenated", type_name(thread, args[0]));
  }
  return kInPlace ? binary_in_place(thread, Binary::Add, args[0], args[1])
                  : binary(thread, Binary::Add, args[0], args[1]);
}

Ref count_of(Thread& thread, Args args, uint32_t, Tuple*) {
  int64_t found = 0;
  Each each(thread, args[0]);
  while (Ref item = each.next()) {
    Truth same = equal(thread, item.get(), args[1]);
    if (same == Truth::Error) return {};
    found += same == Truth::Yes;
  }
  return each.failed() ? Ref() : make_int(thread, found);
}

Ref index_of(Thread& thread, Args args, uint32_t, Tuple*) {
  Each each(thread, args[0]);
  for (int64_t i = 0; Ref item = each.next(); ++i) {
    Truth same = equal(thread, item.get(), args[1]);
    if (same != Truth::No) return same == Truth::Yes ? make_int(thread, i) : Ref();
  }
  if (each.failed()) return {};
  return raise(thread, Error::ValueError, "sequence.index(x): x not in sequence");
}

Ref hint(Thread& thread, Args args, uint32_t, Tuple*) {
  int64_t fallback = 0;
  if (!args[1].is_empty()) {
    if (!is_integer(args[1])) {
      return raise(thread, Error::TypeError, "'{}' object cannot be interpreted as an integer",
                   type_name(thread, args[1]));
    }
    if (!index_as_int64(thread, args[1], &fallback)) return {};
  }
  int64_t result = length_hint(thread, args[0], fallback);
  return thread.has_exception() ? Ref() : make_int(thread, result);
}

Ref call_with(Thread& thread, Args args, uint32_t count, Tuple* names) {
  if (count == 0) return raise(thread, Error::TypeError, "call expected at least 1 argument, got 0");
  return call(thread, args[0], args + 1, count - 1, names);
}

// The same time for any difference of equal length.
Ref compare_digest(Thread& thread, Args args, uint32_t, Tuple*) {
  std::string_view left, right;
  if (is<Str>(args[0]) && is<Str>(args[1])) {
    if (!as<Str>(args[0])->ascii || !as<Str>(args[1])->ascii) {
      return raise(thread, Error::TypeError, "comparing strings with non-ASCII characters is not supported");
    }
    left = as<Str>(args[0])->ascii_view();
    right = as<Str>(args[1])->ascii_view();
  } else if (!bytes_view(thread, args[0], &left) || !bytes_view(thread, args[1], &right)) {
    clear_exception(thread);
    return raise(thread, Error::TypeError, "unsupported operand types(s) or combination of types: '{}' and '{}'",
                 type_name(thread, args[0]), type_name(thread, args[1]));
  }
  unsigned difference = left.size() != right.size();
  for (size_t i = 0; i < right.size(); ++i) {
    difference |=
        static_cast<unsigned char>(right[i]) ^ static_cast<unsigned char>(left.empty() ? 0 : left[i % left.size()]);
  }
  return Ref::boolean(difference == 0);
}

constexpr const char* kTwo = "(a, b, /)";
constexpr const char* kOne = "(a, /)";
constexpr MethodDef kFunctions[] = {
    {"add", kTwo, operate<Binary::Add>},
    {"and_", kTwo, operate<Binary::And>},
    {"floordiv", kTwo, operate<Binary::FloorDivide>},
    {"lshift", kTwo, operate<Binary::LeftShift>},
    {"matmul", kTwo, operate<Binary::MatrixMultiply>},
    {"mul", kTwo, operate<Binary::Multiply>},
    {"mod", kTwo, operate<Binary::Modulo>},
    {"or_", kTwo, operate<Binary::Or>},
    {"pow", kTwo, raise_to},
    {"rshift", kTwo, operate<Binary::RightShift>},
    {"sub", kTwo, operate<Binary::Subtract>},
    {"truediv", kTwo, operate<Binary::TrueDivide>},
    {"xor", kTwo, operate<Binary::Xor>},
    {"iadd", kTwo, operate_in_place<Binary::Add>},
    {"iand", kTwo, operate_in_place<Binary::And>},
    {"ifloordiv", kTwo, operate_in_place<Binary::FloorDivide>},
    {"ilshift", kTwo, operate_in_place<Binary::LeftShift>},
    {"imatmul", kTwo, operate_in_place<Binary::MatrixMultiply>},
    {"imul", kTwo, operate_in_place<Binary::Multiply>},
    {"imod", kTwo, operate_in_place<Binary::Modulo>},
    {"ior", kTwo, operate_in_place<Binary::Or>},
    {"ipow", kTwo, operate_in_place<Binary::Power>},
    {"irshift", kTwo, operate_in_place<Binary::RightShift>},
    {"isub", kTwo, operate_in_place<Binary::Subtract>},
    {"itruediv", kTwo, operate_in_place<Binary::TrueDivide>},
    {"ixor", kTwo, operate_in_place<Binary::Xor>},
    {"lt", kTwo, compare_two<Compare::Less>},
    {"le", kTwo, compare_two<Compare::LessEqual>},
    {"eq", kTwo, compare_two<Compare::Equal>},
    {"ne", kTwo, compare_two<Compare::NotEqual>},
    {"gt", kTwo, compare_two<Compare::Greater>},
    {"ge", kTwo, compare_two<Compare::GreaterEqual>},
    {"neg", kOne, apply<negative>},
    {"pos", kOne, apply<positive>},
    {"inv", kOne, apply<invert>},
    {"invert", kOne, apply<invert>},
    {"index", kOne, apply<gillab::index>},
    {"abs", kOne, absolute},
    {"truth", kOne, is_true},
    {"not_", kOne, is_false},
    {"is_", kTwo, is_same},
    {"is_not", kTwo, is_other},
    {"contains", kTwo, contains_item},
    {"getitem", kTwo, get},
    {"setitem", "(a, b, c, /)", set},
    {"delitem", kTwo, remove},
    {"concat", kTwo, concatenate_two<false>},
    {"iconcat", kTwo, concatenate_two<true>},
    {"countOf", kTwo, count_of},
    {"indexOf", kTwo, index_of},
    {"length_hint", "(obj, default=0, /)", hint},
    {"call", "*", call_with},
    {"_compare_digest", kTwo, compare_digest},
};

}  // namespace

bool init__operator(Thread& thread, Module* module) {
  return add_functions(thread, module, kFunctions) && add_getter_types(thread, module);
}

}  // namespace gillab
