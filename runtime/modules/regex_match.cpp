// Match objects.
#include "runtime/dict.h"
#include "runtime/int.h"
#include "runtime/interpreter.h"
#include "runtime/list.h"
#include "runtime/memory.h"
#include "runtime/modules/regex.h"
#include "runtime/operations.h"
#include "runtime/str.h"

namespace gillab::regex {

namespace {

constexpr size_t kShownCharacters = 50;

size_t size_of(const Match* match) { return sizeof(Match) + 2 * sizeof(int64_t) * (match->groups - 1); }

void destroy_match(Thread& thread, Object* object) {
  auto* match = static_cast<Match*>(object);
  match->pattern.clear();
  match->string.clear();
  free_object(thread, object, size_of(match));
}

const Layout kMatchLayout = {"re.Match", sizeof(Match), false, destroy_match};

Pattern* pattern_of(const Match* match) { return as_pattern(match->pattern.peek()); }

// A group given by number or name. False: IndexError.
bool find_group(Thread& thread, Match* match, Value which, uint32_t* group) {
  int64_t number = -1;
  if (which.is_int()) {
    number = which.as_int();
  } else if (!is<Str>(which) && !special_method(thread, which, Dunder::Index).is_empty()) {
    if (!index_as_int64(thread, which, &number)) {
      if (!exception_matches(thread, Error::OverflowError)) return false;
      clear_exception(thread);
      number = -1;
    }
  } else {
    Ref found;
    Found known = dict_get(thread, as<Dict>(pattern_of(match)->group_index.peek()), which, &found);
    if (known == Found::Error) clear_exception(thread);
    if (known == Found::Yes) number = found.get().as_int();
  }
  if (number < 0 || number >= match->groups) return raise(thread, Error::IndexError, "no such group");
  *group = static_cast<uint32_t>(number);
  return true;
}

Ref one_group(Thread& thread, Match* match, Value which) {
  uint32_t group;
  return find_group(thread, match, which, &group) ? group_text(thread, match, group, Value::none()) : Ref();
}

Ref match_group(Thread& thread, const Value* args, uint32_t count, Tuple* names) {
  if (names && names->length > 0) return raise(thread, Error::TypeError, "Match.group() takes no keyword arguments");
  Match* match = as_match(args[0]);
  if (count == 1) return group_text(thread, match, 0, Value::none());
  if (count == 2) return one_group(thread, match, args[1]);
  Ref result = make_list(thread, count - 1);
  for (uint32_t i = 1; result && i < count; ++i) {
    Ref text = one_group(thread, match, args[i]);
    if (!text || !append(thread, result.as<List>(), std::move(text))) return {};
  }
  return result ? tuple_from(thread, result.get()) : Ref();
}

Ref match_getitem(Thread& thread, const Value* args, uint32_t, Tuple*) {
  return one_group(thread, as_match(args[0]), args[1]);
}

Ref match_groups(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Match* match = as_match(args[0]);
  Value fallback = args[1].is_empty() ? Value::none() : args[1];
  Tuple* tuple = match->groups > 1 ? new_tuple(thread, match->groups - 1) : nullptr;
  if (match->groups == 1) return empty_tuple(thread);
  if (!tuple) return {};
  Ref owned = Ref::own(tuple);
  for (uint32_t i = 1; i < match->groups; ++i) {
    Ref text = group_text(thread, match, i, fallback);
    if (!text) return {};
    tuple->items[i - 1] = text.release();
  }
  return owned;
}

Ref match_groupdict(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Match* match = as_match(args[0]);
  Ref result = make_dict(thread);
  Dict* index = as<Dict>(pattern_of(match)->group_index.peek());
  uint32_t position = 0;
  Value name, number;
  while (result && dict_next(index, &position, &name, &number)) {
    Value fallback = args[1].is_empty() ? Value::none() : args[1];
    Ref text = group_text(thread, match, static_cast<uint32_t>(number.as_int()), fallback);
    if (!text || !dict_set(thread, result.as<Dict>(), name, std::move(text))) return {};
  }
  return result;
}

Ref make_span(Thread& thread, int64_t start, int64_t end) {
  return make_tuple_of(thread, Value::integer(start), Value::integer(end));
}

template <Ref give(Thread&, Match*, uint32_t)>
Ref of_group(Thread& thread, const Value* args, uint32_t, Tuple*) {
  uint32_t group = 0;
  Match* match = as_match(args[0]);
  if (!args[1].is_empty() && !find_group(thread, match, args[1], &group)) return {};
  return give(thread, match, group);
}
Ref start_of(Thread& thread, Match* match, uint32_t group) { return make_int(thread, match->start(group)); }
Ref end_of(Thread& thread, Match* match, uint32_t group) { return make_int(thread, match->end(group)); }
Ref span_of(Thread& thread, Match* match, uint32_t group) {
  return make_span(thread, match->start(group), match->end(group));
}

Ref match_expand(Thread& thread, const Value* args, uint32_t, Tuple*) {
  return expand(thread, as_match(args[0]), args[1]);
}

Ref match_self(Thread&, const Value* args, uint32_t, Tuple*) { return Ref::share(args[0]); }

Ref match_alias(Thread& thread, const Value* args, uint32_t, Tuple*) {
  return make_generic_alias(thread, args[0], args[1]);
}

Ref match_repr(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Match* match = as_match(args[0]);
  Ref text = group_text(thread, match, 0, Value::none());
  Ref shown = text ? repr(thread, text.get()) : Ref();
  if (!shown) return {};
  if (shown.as<Str>()->length > kShownCharacters) shown = substring(thread, shown.as<Str>(), 0, kShownCharacters);
  if (!shown) return {};
  return format_text(thread, "<re.Match object; span=({}, {}), match={}>",
                     {match->start(0), match->end(0), shown.as<Str>()});
}

Ref get_string(Thread&, Value self) { return as_match(self)->string.take(); }
Ref get_pattern(Thread&, Value self) { return as_match(self)->pattern.take(); }
Ref get_position(Thread& thread, Value self) { return make_int(thread, as_match(self)->position); }
Ref get_end(Thread& thread, Value self) { return make_int(thread, as_match(self)->end_position); }

Ref get_last_index(Thread& thread, Value self) {
  uint32_t group = last_group(as_match(self));
  return group == 0 ? Ref::none() : make_int(thread, group);
}

Ref get_last_group(Thread&, Value self) {
  uint32_t group = last_group(as_match(self));
  Tuple* names = as<Tuple>(pattern_of(as_match(self))->names.peek());
  return group == 0 || group >= names->length ? Ref::none() : Ref::share(names->items[group]);
}

Ref get_spans(Thread& thread, Value self) {
  Match* match = as_match(self);
  Tuple* tuple = new_tuple(thread, match->groups);
  if (!tuple) return {};
  Ref owned = Ref::own(tuple);
  for (uint32_t i = 0; i < match->groups; ++i) {
    Ref span = span_of(thread, match, i);
    if (!span) return {};
    tuple->items[i] = span.release();
  }
  return owned;
}

const MethodDef kMethods[] = {
    {"group", "*", match_group},
    {"groups", "(self, /, default=None)", match_groups},
    {"groupdict", "(self, /, default=None)", match_groupdict},
    {"start", "(self, group=0, /)", of_group<start_of>},
    {"end", "(self, group=0, /)", of_group<end_of>},
    {"span", "(self, group=0, /)", of_group<span_of>},
    {"expand", "(self, /, template)", match_expand},
    {"__getitem__", "(self, key, /)", match_getitem},
    {"__repr__", "(self, /)", match_repr},
    {"__copy__", "(self, /)", match_self},
    {"__deepcopy__", "(self, memo, /)", match_self},
    {"__class_getitem__", "(cls, item, /)", match_alias, MethodDef::Class},
};
const GetSetDef kAttributes[] = {
    {"string", get_string}, {"re", get_pattern}, {"pos", get_position}, {"endpos", get_end},
    {"lastindex", get_last_index}, {"lastgroup", get_last_group}, {"regs", get_spans},
};

}  // namespace

Ref group_text(Thread& thread, Match* match, uint32_t group, Value fallback) {
  if (match->start(group) < 0) return Ref::share(fallback);
  return slice_of(thread, match->string.peek(), match->start(group), match->end(group));
}

// The group that was closed last. PCRE2 does not tell; among the turns of one loop the later place is the later turn.
uint32_t last_group(const Match* match) {
  const GroupOrder* last = nullptr;
  for (const GroupOrder& group : pattern_of(match)->compiled->closing) {
    if (match->start(group.number) < 0) continue;
    bool same_loop = last && last->loop != 0 && last->loop == group.loop;
    if (!same_loop || match->end(group.number) >= match->end(last->number)) last = &group;
  }
  return last ? last->number : 0;
}

bool add_match_type(Thread& thread, Types* types) {
  types->match = make_native_type(
      thread, {.name = "re.Match", .module = "re", .layout = &kMatchLayout, .flags = kImmutable | kNoInstances | kOwnGuards}, nullptr);
  if (!types->match) return false;
  add_methods(thread, types->match, kMethods);
  add_getsets(thread, types->match, kAttributes);
  finish_type(thread, types->match);
  return true;
}

}  // namespace gillab::regex
