// dict: taking over the content of mappings, pairs and keyword arguments; equality.
#include "runtime/containers/dict_table.h"
#include "runtime/containers/sequence.h"
#include "runtime/function.h"
#include "runtime/interpreter.h"
#include "runtime/iterators.h"
#include "runtime/list.h"

namespace gillab {
namespace {

// A dict whose content may be read directly: no subclass says how it is walked.
bool is_plain_dict(Thread& thread, Value value) {
  if (!is<Dict>(value)) return false;
  return is_exact<Dict>(value) ||
         dunder_of(type_of(thread, value), Dunder::Iter) == dunder_of(thread.types().dict, Dunder::Iter);
}

bool set_or_keep(Thread& thread, Dict* dict, Value key, Ref value, bool override_) {
  if (override_) return dict_set(thread, dict, key, std::move(value));
  Ref there;
  return dict_set_default(thread, dict, key, value.get(), &there) != Found::Error;
}

bool update_from_dict(Thread& thread, Dict* dict, Dict* other, bool override_) {
  if (dict == other) return true;
  if (dict->used.get() == 0 && !dict->cells.get()) return copy_into_empty(thread, dict, other);
  uint32_t position = 0;
  Ref key, value, there;
  int64_t hash;
  uint32_t used = other->used.get();
  while (dict_next_held(other, &position, &key, &value, &hash)) {
    if (!override_ && dict_get_hashed(thread, dict, key.get(), hash, &there) == Found::Yes) continue;
    if (thread.has_exception() || !dict_set_hashed(thread, dict, key.get(), hash, std::move(value))) return false;
    if (other->used.get() != used) return raise(thread, Error::RuntimeError, "dict mutated during update");
  }
  return true;
}

bool update_from_keys(Thread& thread, Dict* dict, Value mapping, Value keys_method, bool override_) {
  Ref keys = call(thread, keys_method);
  if (!keys) return false;
  Each each(thread, keys.get());
  while (Ref key = each.next()) {
    Ref value = get_item(thread, mapping, key.get());
    if (!value || !set_or_keep(thread, dict, key.get(), std::move(value), override_)) return false;
  }
  return !each.failed();
}

bool update_from_pair(Thread& thread, Dict* dict, Value pair, int64_t number, bool override_) {
  Ref items = is_exact<Tuple>(pair) ? Ref::share(pair) : tuple_from(thread, pair);
  if (!items) {
    if (!exception_matches(thread, Error::TypeError)) return false;
    clear_exception(thread);
    return raise(thread, Error::TypeError, "cannot convert dictionary update sequence element #{} to a sequence",
                 number);
  }
  Tuple* two = items.as<Tuple>();
  if (two->length != 2) {
    return raise(thread, Error::ValueError, "dictionary update sequence element #{} has length {}; 2 is required",
                 number, two->length);
  }
  return set_or_keep(thread, dict, two->items[0], Ref::share(two->items[1]), override_);
}

// dict(zip(a, b)) without a tuple for each pair.
bool update_from_zip(Thread& thread, Dict* dict, Zip* zip, bool override_) {
  Ref key, value;
  for (;;) {
    Truth there = zip_next_pair(thread, zip, &key, &value);
    if (there != Truth::Yes) return there == Truth::No;
    if (!set_or_keep(thread, dict, key.get(), std::move(value), override_)) return false;
  }
}

bool update_from_pairs(Thread& thread, Dict* dict, Value pairs, bool override_) {
  if (is_exact<Zip>(pairs) && is_pair_zip(as<Zip>(pairs))) return update_from_zip(thread, dict, as<Zip>(pairs), override_);
  Each each(thread, pairs);
  int64_t number = 0;
  while (Ref pair = each.next()) {
    if (!update_from_pair(thread, dict, pair.get(), number++, override_)) return false;
  }
  return !each.failed();
}

// "module.name()" as CPython's messages about ** name what is called.
Ref name_callable(Thread& thread, Value callable) {
  Ref name = get_attribute_or_empty(thread, callable, thread.names().__qualname__);
  if (!name) {
    clear_exception(thread);
    return str(thread, callable);
  }
  Ref module = get_attribute_or_empty(thread, callable, thread.names().__module__);
  if (!module) clear_exception(thread);
  bool shown = module && is<Str>(module.get()) && !equals_ascii(module.as<Str>(), "builtins");
  if (!shown) return format_text(thread, "{}()", {FormatArg(name.get())});
  return format_text(thread, "{}.{}()", {FormatArg(module.get()), FormatArg(name.get())});
}

bool no_mapping(Thread& thread, Value other, Value callable) {
  Ref name = name_callable(thread, callable);
  if (!name) return false;
  return raise(thread, Error::TypeError, "{} argument after ** must be a mapping, not {}", name.get(),
               type_name(thread, other));
}

bool merge_keyword(Thread& thread, Dict* dict, Value key, Value value, Value callable) {
  Ref there;
  Found found = dict_set_default(thread, dict, key, value, &there);
  if (found != Found::Yes) return found == Found::No;
  if (!is<Str>(key)) return raise(thread, Error::TypeError, "keywords must be strings");
  Ref name = name_callable(thread, callable);
  if (!name) return false;
  return raise(thread, Error::TypeError, "{} got multiple values for keyword argument '{}'", name.get(), key);
}

}  // namespace

bool dict_update(Thread& thread, Dict* dict, Value other, bool override_) {
  TransferGuard guard(dict, other);
  if (is_plain_dict(thread, other)) return update_from_dict(thread, dict, as<Dict>(other), override_);
  Ref keys = get_attribute_or_empty(thread, other, thread.names().keys);
  if (!keys && thread.has_exception()) return false;
  if (keys) return update_from_keys(thread, dict, other, keys.get(), override_);
  return update_from_pairs(thread, dict, other, override_);
}

bool dict_merge_keywords(Thread& thread, Dict* dict, Value other, Value callable) {
  Ref mapping = Ref::share(other);
  if (!is_plain_dict(thread, other)) {
    Ref keys = get_attribute_or_empty(thread, other, thread.names().keys);
    if (!keys && thread.has_exception()) return false;
    if (!keys) return no_mapping(thread, other, callable);
    mapping = make_dict(thread);
    if (!mapping || !update_from_keys(thread, mapping.as<Dict>(), other, keys.get(), true)) return false;
  }
  SourceGuard guard(mapping.get());
  uint32_t position = 0;
  Ref name, content;
  while (dict_next_held(mapping.as<Dict>(), &position, &name, &content)) {
    if (!merge_keyword(thread, dict, name.get(), content.get(), callable)) return false;
  }
  return true;
}

Truth dict_equal(Thread& thread, Dict* left, Dict* right) {
  Guard guard(left->header, right->header);
  if (left->used.get() != right->used.get()) return Truth::No;
  NativeDepth depth(thread, " in comparison");
  if (!depth) return Truth::Error;
  uint32_t position = 0;
  Ref key, value, other;
  int64_t hash;
  while (dict_next_held(left, &position, &key, &value, &hash)) {
    Found found = dict_get_hashed(thread, right, key.get(), hash, &other);
    if (found != Found::Yes) return found == Found::No ? Truth::No : Truth::Error;
    Truth same = equal(thread, value.get(), other.get());
    if (same != Truth::Yes) return same;
  }
  return Truth::Yes;
}

}  // namespace gillab
