// Binding arguments to parameters where they lie, and the TypeErrors for those that do not fit.
#include <algorithm>

#include "runtime/interpreter.h"
#include "runtime/list.h"
#include "runtime/operations.h"
#include "runtime/sizes.h"
#include "runtime/str.h"
#include "vm/calls.h"

namespace gillab {
namespace {

// Room for the arguments of one call: on the C++ stack for all but the longest lists.
class Scratch {
 public:
  explicit Scratch(uint32_t count) : many_(count <= kInline ? nullptr : new Value[count]) {}
  Value* get() { return many_ ? many_.get() : reinterpret_cast<Value*>(few_); }

 private:
  static constexpr uint32_t kInline = usual_or_smallest(32u, 1u);
  alignas(Value) unsigned char few_[kInline * sizeof(Value)];  // written before it is read
  std::unique_ptr<Value[]> many_;
};

class Binding {
 public:
  Binding(Thread& thread, Function* function, Body* body, Value* args)
      : thread_(thread), function_(function), code_(body->code), body_(body), args_(args) {
    has_star_ = (code_->flags & compiler::kVarArgs) != 0;
    has_double_star_ = (code_->flags & compiler::kVarKeywords) != 0;
    named_ = code_->argument_count + code_->keyword_only_count;
  }

  bool run(const Value* given, uint32_t positional, Tuple* names) {
    given_ = positional;
    std::fill(args_, args_ + body_->local_arguments, Value::empty());
    bool ok = place_positional(given, positional);
    ok = place_keywords(given + positional, names, ok) && ok;
    return ok && check_positional() && fill_defaults() && fill_keyword_defaults();
  }

 private:
  Value* star_place() { return args_ + named_; }
  Value* double_star_place() { return args_ + named_ + has_star_; }
  Str* parameter(uint32_t index) { return as<Str>(as<Tuple>(code_->variable_names.peek())->items[index]); }
  Str* name() { return as<Str>(function_->qualified_name.peek()); }

  bool place_positional(const Value* given, uint32_t positional) {
    uint32_t direct = std::min(positional, code_->argument_count);
    std::copy(given, given + direct, args_);
    if (has_star_) {
      Ref rest = make_tuple(thread_, given + direct, positional - direct);
      for (uint32_t i = direct; i < positional; ++i) drop(given[i]);
      *star_place() = rest.release();
      return !star_place()->is_empty();
    }
    for (uint32_t i = direct; i < positional; ++i) drop(given[i]);
    return true;
  }
  // All values are taken over, whatever happens.
  bool place_keywords(const Value* given, Tuple* names, bool ok) {
    if (has_double_star_ && ok) {
      *double_star_place() = make_dict(thread_).release();
      ok = !double_star_place()->is_empty();
    }
    for (uint64_t i = 0; names && i < names->length; ++i) {
      Ref value = Ref::own(given[i]);
      if (ok) ok = place_keyword(names->items[i], std::move(value), names);
    }
    return ok;
  }
  bool place_keyword(Value name_value, Ref value, Tuple* names) {
    if (!is<Str>(name_value)) return raise(thread_, Error::TypeError, "{}() keywords must be strings", name());
    int64_t index = find_parameter(as<Str>(name_value), code_->positional_only_count);
    if (index >= 0) {
      if (!args_[index].is_empty())
        return raise(thread_, Error::TypeError, "{}() got multiple values for argument '{}'", name(), name_value);
      args_[index] = value.release();
      return true;
    }
    if (has_double_star_) return dict_set(thread_, as<Dict>(*double_star_place()), name_value, std::move(value));
    if (raise_positional_only(names)) return false;
    return raise(thread_, Error::TypeError, "{}() got an unexpected keyword argument '{}'", name(), name_value);
  }
  int64_t find_parameter(Str* wanted, uint32_t from) {
    Tuple* all = as<Tuple>(code_->variable_names.peek());
    for (uint32_t i = from; i < named_; ++i) {
      if (all->items[i] == Value::object(wanted)) return i;
    }
    for (uint32_t i = from; i < named_; ++i) {
      if (same_text(as<Str>(all->items[i]), wanted)) return i;
    }
    return -1;
  }
  bool raise_positional_only(Tuple* names) {
    std::string wrong;
    for (uint32_t i = 0; i < code_->positional_only_count; ++i) {
      for (uint64_t j = 0; j < names->length; ++j) {
        if (!is<Str>(names->items[j]) || !same_text(parameter(i), as<Str>(names->items[j]))) continue;
        wrong += (wrong.empty() ? "" : ", ") + to_utf8(parameter(i));
      }
    }
    if (wrong.empty()) return false;
    raise(thread_, Error::TypeError, "{}() got some positional-only arguments passed as keyword arguments: '{}'", name(), wrong);
    return true;
  }

  uint32_t default_count() {
    Value defaults = function_->defaults.peek();
    return is<Tuple>(defaults) ? static_cast<uint32_t>(as<Tuple>(defaults)->length) : 0;
  }
  bool check_positional() {
    if (given_ <= code_->argument_count || has_star_) return true;
    uint32_t keyword_only_given = 0;
    for (uint32_t i = code_->argument_count; i < named_; ++i) keyword_only_given += !args_[i].is_empty();
    uint32_t wanted = code_->argument_count, optional = default_count();
    std::string takes = optional ? "from " + std::to_string(wanted - optional) + " to " + std::to_string(wanted)
                                 : std::to_string(wanted);
    bool plural = optional ? true : wanted != 1;
    std::string extra;
    if (keyword_only_given) {
      extra = " positional argument" + std::string(given_ != 1 ? "s" : "") + " (and " + std::to_string(keyword_only_given) +
              " keyword-only argument" + (keyword_only_given != 1 ? "s" : "") + ")";
    }
    return raise(thread_, Error::TypeError, "{}() takes {} positional argument{} but {}{} {} given", name(), takes,
                 plural ? "s" : "", given_, extra, given_ == 1 && !keyword_only_given ? "was" : "were");
  }
  bool fill_defaults() {
    uint32_t count = code_->argument_count, optional = default_count();
    std::vector<uint32_t> missing;
    for (uint32_t i = 0; i < count; ++i) {
      if (!args_[i].is_empty()) continue;
      if (i + optional < count) {
        missing.push_back(i);
      } else {
        args_[i] = Ref::share(as<Tuple>(function_->defaults.peek())->items[i - (count - optional)]).release();
      }
    }
    return missing.empty() || raise_missing("positional", missing);
  }
  bool fill_keyword_defaults() {
    std::vector<uint32_t> missing;
    Value defaults = function_->keyword_defaults.peek();
    for (uint32_t i = code_->argument_count; i < named_; ++i) {
      if (!args_[i].is_empty()) continue;
      Ref value;
      if (is<Dict>(defaults)) value = dict_get_name(as<Dict>(defaults), parameter(i));
      if (value) args_[i] = value.release(); else missing.push_back(i);
    }
    return missing.empty() || raise_missing("keyword-only", missing);
  }
  bool raise_missing(std::string_view kind, const std::vector<uint32_t>& missing) {
    std::string list;
    for (size_t i = 0; i < missing.size(); ++i) {
      if (i) list += missing.size() == 2 ? " and " : i + 1 == missing.size() ? ", and " : ", ";
      list += "'" + to_utf8(parameter(missing[i])) + "'";
    }
    return raise(thread_, Error::TypeError, "{}() missing {} required {} argument{}: {}", name(), missing.size(), kind,
                 missing.size() == 1 ? "" : "s", list);
  }

  Thread& thread_;
  Function* function_;
  Code* code_;
  Body* body_;
  Value* args_;
  bool has_star_;
  bool has_double_star_;
  uint32_t named_;
  uint32_t given_ = 0;
};

}  // namespace

namespace {

// What lies above the caller's operands is overwritten by any Python code that runs meanwhile (a __del__, the hash of a
// keyword).
bool bind_beside(Thread& thread, Function* function, Body* body, Value* args, uint32_t given, Tuple* names) {
  const uint32_t keywords = static_cast<uint32_t>(names ? names->length : 0);
  const uint32_t wanted = body->local_arguments;
  Scratch scratch(given + wanted);
  Value* values = scratch.get();
  Value* bound = values + given;
  std::copy(args, args + given, values);
  std::fill(args, args + given, Value::empty());
  if (Binding(thread, function, body, bound).run(values, given - keywords, names)) {
    std::copy(bound, bound + wanted, args);
    return true;
  }
  for (uint32_t i = 0; i < wanted; ++i) drop(bound[i]);
  return false;
}

}  // namespace

bool bind_arguments(Thread& thread, Function* function, Body* body, Value* args, uint32_t given, Tuple* names) {
  const uint32_t count = static_cast<uint32_t>(names ? names->length : 0);
  if (count <= kMostDirect) {
    Value values[kMostDirect];
    for (uint32_t i = 0; i < count; ++i) values[i] = args[given - count + i];
    DirectOutcome outcome = bind_directly(thread, function, body, args, given - count, names ? names->items : nullptr, values, count);
    if (outcome != DirectOutcome::Unfit) [[likely]]
      return outcome == DirectOutcome::Bound;
  }
  return bind_beside(thread, function, body, args, given, names);
}

bool bind_with_dict(Thread& thread, Function* function, Body* body, Value* args, uint32_t positional, Dict* keywords) {
  uint32_t size = dict_size(keywords), count = 0, position = 0;
  Tuple* names = new_tuple(thread, size);
  if (!names) return false;
  Ref held = Ref::own(names);
  Value key, value;
  for (; count < size && dict_next(keywords, &position, &key, &value); ++count) {
    names->items[count] = Ref::share(key).release();
    args[positional + count] = Ref::share(value).release();
  }
  if (bind_arguments(thread, function, body, args, positional + count, names)) return true;
  for (uint32_t i = positional; i < positional + count; ++i) drop(std::exchange(args[i], Value::empty()));
  return false;
}

}  // namespace gillab
