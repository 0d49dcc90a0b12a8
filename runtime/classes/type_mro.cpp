// The method resolution order: C3, with CPython's messages.
#include <algorithm>
#include <string>

#include "runtime/errors.h"
#include "runtime/list.h"
#include "runtime/str.h"
#include "runtime/classes/type_build.h"

namespace gillab {

namespace {

struct Sequence {  // what is left to merge of one list
  const Value* items;
  uint64_t length;
};

bool in_a_tail(const std::vector<Sequence>& sequences, Value candidate) {
  for (const Sequence& each : sequences) {
    for (uint64_t i = 1; i < each.length; ++i) {
      if (each.items[i] == candidate) return true;
    }
  }
  return false;
}

Value next_in_order(const std::vector<Sequence>& sequences) {
  for (const Sequence& each : sequences) {
    if (each.length && !in_a_tail(sequences, each.items[0])) return each.items[0];
  }
  return {};
}

bool refuse(Thread& thread, const std::vector<Sequence>& sequences) {
  std::vector<Value> heads;
  std::string names;
  for (const Sequence& each : sequences) {
    if (!each.length || std::find(heads.begin(), heads.end(), each.items[0]) != heads.end()) continue;
    heads.push_back(each.items[0]);
    if (heads.size() > 1) names += ", ";
    names += name_of_type(as<Type>(each.items[0]));
  }
  return raise(thread, Error::TypeError, "Cannot create a consistent method resolution\norder (MRO) for bases {}",
               std::string_view(names));
}

bool refuse_twice(Thread& thread, const Tuple* bases) {
  for (uint64_t i = 0; i < bases->length; ++i) {
    for (uint64_t j = i + 1; j < bases->length; ++j) {
      if (!(bases->items[i] == bases->items[j])) continue;
      return raise(thread, Error::TypeError, "duplicate base class {}", name_of_type(as<Type>(bases->items[i])));
    }
  }
  return true;
}

bool merge(Thread& thread, std::vector<Sequence>& sequences, std::vector<Value>* order) {
  for (;;) {
    Value next = next_in_order(sequences);
    if (next.is_empty()) break;
    order->push_back(next);
    for (Sequence& each : sequences) {
      if (each.length && each.items[0] == next) ++each.items, --each.length;
    }
  }
  for (const Sequence& each : sequences) {
    if (each.length) return refuse(thread, sequences);
  }
  return true;
}

}  // namespace

bool compute_mro(Thread& thread, Type* type) {
  const Tuple* bases = as<Tuple>(type->bases.peek());
  if (!refuse_twice(thread, bases)) return false;
  std::vector<Sequence> sequences;
  for (uint64_t i = 0; i < bases->length; ++i) {
    const Tuple* mro = as<Tuple>(as<Type>(bases->items[i])->mro.peek());
    sequences.push_back({mro->items, mro->length});
  }
  sequences.push_back({bases->items, bases->length});
  std::vector<Value> order{Value::object(type)};
  if (!merge(thread, sequences, &order)) return false;
  Ref mro = make_tuple(thread, order.data(), order.size());
  if (!mro) return false;
  type->mro.put(std::move(mro));
  return true;
}

}  // namespace gillab
