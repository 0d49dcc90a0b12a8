// Binding arguments in place, where that runs no Python code and can fail only for memory: the usual case. Whatever else
// a call may be (errors, keywords that are no plain strs) is bound by bind.cpp, beside the stack.
#include <algorithm>

#include "runtime/list.h"
#include "runtime/str.h"
#include "vm/calls.h"

namespace gillab {
namespace {

constexpr uint32_t kMostParameters = 64;  // their numbers are bits of a word
constexpr uint32_t kMostKeywordOnly = 16;
constexpr int32_t kRest = -1;             // this keyword goes into the dict

uint64_t low_bits(uint32_t count) { return count >= 64 ? ~uint64_t{0} : (uint64_t{1} << count) - 1; }

// The number of the parameter with this name that a keyword may fill; kRest: none.
int32_t find_named(const Code* code, const Str* wanted) {
  const Tuple* all = as<Tuple>(code->variable_names.peek());
  uint32_t from = code->positional_only_count, to = code->argument_count + code->keyword_only_count;
  for (uint32_t i = from; i < to; ++i) {
    if (all->items[i] == Value::object(wanted)) return static_cast<int32_t>(i);
  }
  if (wanted->header.flags & kInterned) return kRest;
  for (uint32_t i = from; i < to; ++i) {
    if (same_text(as<Str>(all->items[i]), wanted)) return static_cast<int32_t>(i);
  }
  return kRest;
}

// The parameter whose default comes first in the tuple; it may have more of them than there are parameters.
int64_t first_default(uint32_t wanted, const Tuple* defaults) {
  return int64_t{wanted} - static_cast<int64_t>(defaults ? defaults->length : 0);
}

// Owned where Held would own it.
bool find_default(Dict* defaults, Str* name, Value* value) {
  *value = Held::kOwns ? dict_get_name(defaults, name).release() : dict_peek_name(defaults, name);
  return !value->is_empty();
}

class DirectBinding {
 public:
  DirectBinding(Thread& thread, Function* function, Body* body, Value* args, uint32_t positional)
      : thread_(thread), function_(function), code_(body->code), body_(body), args_(args), positional_(positional),
        wanted_(code_->argument_count), named_(wanted_ + code_->keyword_only_count) {
    star_ = (code_->flags & compiler::kVarArgs) != 0;
    double_star_ = (code_->flags & compiler::kVarKeywords) != 0;
    Value defaults = function->defaults.peek();
    defaults_ = is<Tuple>(defaults) ? as<Tuple>(defaults) : nullptr;
    first_default_ = first_default(wanted_, defaults_);
  }

  ~DirectBinding() {
    for (uint32_t i = wanted_; Held::kOwns && i < named_ && i - wanted_ < kMostKeywordOnly; ++i) drop(keyword_defaults_[i - wanted_]);
  }
  DirectBinding(const DirectBinding&) = delete;

  DirectOutcome run(const Value* names, const Value* values, uint32_t count) {
    filled_ = low_bits(std::min(positional_, wanted_));
    bool fits = named_ < kMostParameters && named_ - wanted_ <= kMostKeywordOnly && (positional_ <= wanted_ || star_) && find_places(names, count) && has_defaults();
    if (!fits) return DirectOutcome::Unfit;
    if ((double_star_ && !make_keywords(names, values, count)) || !make_rest()) return DirectOutcome::Failed;
    for (uint32_t i = std::min(positional_, wanted_); i < std::max(positional_, body_->local_arguments); ++i)
      args_[i] = Value::empty();
    for (uint32_t i = 0; i < count; ++i) {
      if (places_[i] == kRest) drop(values[i]); else args_[places_[i]] = values[i];
    }
    fill_defaults();
    if (star_) args_[named_] = rest_.release();
    if (double_star_) args_[named_ + star_] = keywords_.release();
    return DirectOutcome::Bound;
  }

 private:
  Str* parameter(uint32_t index) { return as<Str>(as<Tuple>(code_->variable_names.peek())->items[index]); }
  bool is_filled(uint32_t index) const { return (filled_ >> index) & 1; }

  bool find_places(const Value* names, uint32_t count) {
    for (uint32_t i = 0; i < count; ++i) {
      if (!is_exact<Str>(names[i])) return false;
      places_[i] = find_named(code_, as<Str>(names[i]));
      if (places_[i] == kRest ? !double_star_ : is_filled(static_cast<uint32_t>(places_[i]))) return false;
      if (places_[i] != kRest) filled_ |= uint64_t{1} << places_[i];
    }
    return true;
  }
  bool has_defaults() {
    for (int64_t i = std::min(positional_, wanted_); i < first_default_; ++i) {
      if (!is_filled(static_cast<uint32_t>(i))) return false;
    }
    Value defaults = function_->keyword_defaults.peek();
    for (uint32_t i = wanted_; i < named_; ++i) {
      if (is_filled(i)) continue;
      if (!is<Dict>(defaults) || !find_default(as<Dict>(defaults), parameter(i), &keyword_defaults_[i - wanted_])) return false;
    }
    return true;
  }
  bool make_rest() {
    if (!star_) return true;
    uint32_t extra = positional_ > wanted_ ? positional_ - wanted_ : 0;
    if (extra == 0) return static_cast<bool>(rest_ = empty_tuple(thread_));
    Tuple* tuple = new_tuple(thread_, extra);
    if (!tuple) return false;
    std::copy(args_ + wanted_, args_ + positional_, tuple->items);  // they move: nothing can fail from here on
    rest_ = Ref::own(tuple);
    return true;
  }
  bool make_keywords(const Value* names, const Value* values, uint32_t count) {
    keywords_ = make_dict(thread_, static_cast<size_t>(std::count(places_, places_ + count, kRest)));
    for (uint32_t i = 0; keywords_ && i < count; ++i) {
      if (places_[i] == kRest && !add_keyword(as<Str>(names[i]), values[i])) return false;
    }
    return static_cast<bool>(keywords_);
  }
  bool add_keyword(Str* name, Value value) {
    Dict* dict = keywords_.as<Dict>();
    return name->header.flags & kInterned ? dict_set_name(thread_, dict, name, Ref::share(value))
                                          : dict_set(thread_, dict, Value::object(name), Ref::share(value));
  }
  void fill_defaults() {
    for (uint32_t i = std::min(positional_, wanted_); i < wanted_; ++i) {
      if (!is_filled(i)) args_[i] = Ref::share(defaults_->items[i - first_default_]).release();
    }
    for (uint32_t i = wanted_; i < named_; ++i) {
      if (!is_filled(i)) args_[i] = Ref::share(keyword_defaults_[i - wanted_]).release();
    }
  }

  Thread& thread_;
  Function* function_;
  Code* code_;
  Body* body_;
  Value* args_;
  uint32_t positional_, wanted_, named_;
  int64_t first_default_;
  bool star_, double_star_;
  const Tuple* defaults_;
  uint64_t filled_ = 0;
  int32_t places_[kMostDirect];
  Value keyword_defaults_[kMostKeywordOnly];  // nothing runs between the look and the use
  Ref rest_, keywords_;
};

}  // namespace

namespace {

// No keywords, no keyword-only parameters, all others given: only *args and **kwargs are left to be made.
DirectOutcome bind_rest(Thread& thread, Body* body, Value* args, uint32_t positional) {
  const Code* code = body->code;
  uint32_t wanted = code->argument_count, extra = positional - wanted;
  bool star = (code->flags & compiler::kVarArgs) != 0, double_star = (code->flags & compiler::kVarKeywords) != 0;
  Value keywords, rest;
  if (double_star) {
    keywords = make_dict(thread).release();
    if (keywords.is_empty()) return DirectOutcome::Failed;
  }
  if (star) {
    Tuple* tuple = extra ? new_tuple(thread, extra) : as<Tuple>(empty_tuple(thread).release());
    if (!tuple) {
      drop(keywords);
      return DirectOutcome::Failed;
    }
    for (uint32_t i = 0; i < extra; ++i) tuple->items[i] = args[wanted + i];
    rest = Value::object(tuple);
    args[wanted] = rest;
  }
  if (double_star) args[wanted + star] = keywords;
  for (uint32_t i = wanted + star + double_star; i < positional; ++i) args[i] = Value::empty();
  return DirectOutcome::Bound;
}

}  // namespace

DirectOutcome bind_directly(Thread& thread, Function* function, Body* body, Value* args, uint32_t positional,
                            const Value* names, const Value* values, uint32_t count) {
  const Code* code = body->code;
  bool only_rest = count == 0 && code->keyword_only_count == 0 && positional >= code->argument_count &&
                   (positional == code->argument_count || (code->flags & compiler::kVarArgs));
  if (only_rest) return bind_rest(thread, body, args, positional);
  return DirectBinding(thread, function, body, args, positional).run(names, values, count);
}

uint32_t plan_keywords(const Body* body, uint32_t positional, const Tuple* names) {
  const Code* code = body->code;
  bool plain = (code->flags & (compiler::kVarArgs | compiler::kVarKeywords)) == 0;
  uint32_t plan = 0;
  if (!plain || names->length > kMostPlanned || body->local_arguments > kPlanMask || positional > code->argument_count)
    return kNoPlan;
  for (uint32_t i = 0; i < names->length; ++i) {
    int32_t index = find_named(code, as<Str>(names->items[i]));
    if (index < static_cast<int32_t>(positional)) return kNoPlan;
    plan |= static_cast<uint32_t>(index) << (kPlanBits * i);
  }
  return plan;
}

Value* place_by_plan(Function* function, Body* body, Value* args, Value* sp, const Tuple* names, uint32_t plan) {
  uint32_t count = static_cast<uint32_t>(names->length);
  uint32_t positional = static_cast<uint32_t>(sp - args) - count;
  uint32_t wanted = body->code->argument_count, all = body->local_arguments;
  uint32_t filled = (1u << positional) - 1;
  for (uint32_t i = 0; i < count; ++i) filled |= 1u << ((plan >> (kPlanBits * i)) & kPlanMask);
  uint32_t missing = ~filled & ((1u << all) - 1);
  const Tuple* defaults = is<Tuple>(function->defaults.peek()) ? as<Tuple>(function->defaults.peek()) : nullptr;
  int64_t from = first_default(wanted, defaults);
  if (missing && (missing >> wanted || __builtin_ctz(missing) < from)) return nullptr;
  Value values[kMostPlanned];
  for (uint32_t i = 0; i < count; ++i) values[i] = args[positional + i];
  for (uint32_t i = 0; i < count; ++i) args[(plan >> (kPlanBits * i)) & kPlanMask] = values[i];
  for (; missing; missing &= missing - 1) {
    uint32_t index = static_cast<uint32_t>(__builtin_ctz(missing));
    args[index] = Ref::share(defaults->items[index - from]).release();
  }
  return args + all;
}

}  // namespace gillab
