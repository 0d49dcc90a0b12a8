// "Did you mean", with CPython's distances so that the same names are found near.
#include "runtime/exceptions/suggestions.h"

#include <algorithm>
#include <string>
#include <vector>

#include "runtime/dict.h"
#include "runtime/function.h"
#include "runtime/interpreter.h"
#include "runtime/list.h"
#include "runtime/operations.h"
#include "runtime/str.h"

namespace gillab {

namespace {

constexpr size_t kMostCandidates = 750;
constexpr size_t kLongestName = 40;
constexpr size_t kMoveCost = 2;
constexpr size_t kCaseCost = 1;

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }
size_t substitution_cost(char a, char b) {
  if (a == b) return 0;
  return lower(a) == lower(b) ? kCaseCost : kMoveCost;
}

// The edit distance, or anything above `limit` when it is more.
size_t distance(std::string_view a, std::string_view b, size_t limit) {
  while (!a.empty() && !b.empty() && a.front() == b.front()) a.remove_prefix(1), b.remove_prefix(1);
  while (!a.empty() && !b.empty() && a.back() == b.back()) a.remove_suffix(1), b.remove_suffix(1);
  if (a.empty() || b.empty()) return (a.size() + b.size()) * kMoveCost;
  if (a.size() > kLongestName || b.size() > kLongestName) return limit + 1;
  if (b.size() < a.size()) std::swap(a, b);
  if ((b.size() - a.size()) * kMoveCost > limit) return limit + 1;
  size_t row[kLongestName];
  for (size_t i = 0; i < a.size(); ++i) row[i] = (i + 1) * kMoveCost;
  size_t result = 0;
  for (size_t j = 0; j < b.size(); ++j) {
    size_t diagonal = j * kMoveCost;
    result = diagonal;
    size_t least = limit + 1;
    for (size_t i = 0; i < a.size(); ++i) {
      size_t substituted = diagonal + substitution_cost(b[j], a[i]);
      diagonal = row[i];
      result = std::min(substituted, std::min(result, diagonal) + kMoveCost);
      row[i] = result;
      least = std::min(least, result);
    }
    if (least > limit) return limit + 1;
  }
  return result;
}

Ref nearest(Thread& thread, const std::string& name, const std::vector<std::string>& candidates) {
  if (candidates.size() >= kMostCandidates) return {};
  const std::string* best = nullptr;
  size_t best_distance = ~size_t{0};
  for (const std::string& each : candidates) {
    if (each == name) continue;
    size_t limit = std::min((name.size() + each.size() + 3) * kMoveCost / 6, best_distance - 1);
    size_t cost = distance(name, each, limit);
    if (cost > limit) continue;
    best = &each;
    best_distance = cost;
  }
  return best ? make_str(thread, *best) : Ref();
}

void add_name(Value value, std::vector<std::string>* names) {
  if (is<Str>(value)) names->push_back(to_utf8(as<Str>(value)));
}
std::vector<std::string> names_in(Value list) {
  std::vector<std::string> names;
  for (uint32_t i = 0; is<List>(list) && i < as<List>(list)->length.get(); ++i) add_name(as<List>(list)->items.get()[i], &names);
  return names;
}
std::vector<std::string> keys_of(Thread& thread, Dict* dict) {
  Ref keys = dict ? dict_keys_list(thread, dict) : Ref();
  return names_in(keys.get());
}

Ref nearest_attribute(Thread& thread, const std::string& name, Value object) {
  Ref dir = dict_get_name(thread.interpreter->builtins, intern(thread, std::string_view("dir")));
  Ref list = dir ? call(thread, dir.get(), object) : Ref();
  if (!list || !is<List>(list.get())) return {};
  return nearest(thread, name, names_in(list.get()));
}

const Traceback* last_row(Value row) {
  while (is<Traceback>(row) && is<Traceback>(as<Traceback>(row)->next.peek())) row = as<Traceback>(row)->next.peek();
  return is<Traceback>(row) ? as<Traceback>(row) : nullptr;
}

Ref nearest_variable(Thread& thread, const std::string& name, const Exception* exception) {
  Ref traceback = exception->traceback.take();
  const Traceback* row = last_row(traceback.get());
  if (!row) return {};
  auto* code = as<Code>(row->code.peek());
  std::vector<std::string> names;
  const Tuple* variables = as<Tuple>(code->variable_names.peek());
  for (uint64_t i = 0; i < variables->length; ++i) add_name(variables->items[i], &names);
  Ref found = nearest(thread, name, names);
  if (!found) found = nearest(thread, name, keys_of(thread, globals_of_code(code)));
  return found ? std::move(found) : nearest(thread, name, keys_of(thread, thread.interpreter->builtins));
}

}  // namespace

Ref suggestion_for(Thread& thread, Exception* exception) {
  Ref held = exception->extra[0].take();
  Value name = held.get();
  const Type* type = type_of(exception);
  Ref found;
  if (type == thread.error_type(Error::AttributeError) && is<Str>(name) && !exception->extra[1].peek().is_empty()) {
    found = nearest_attribute(thread, to_utf8(as<Str>(name)), exception->extra[1].take().get());
  } else if (type == thread.error_type(Error::NameError) && is<Str>(name)) {
    found = nearest_variable(thread, to_utf8(as<Str>(name)), exception);
  }
  clear_exception(thread);
  return found;
}

}  // namespace gillab
