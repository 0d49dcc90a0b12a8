// The lookup of any key: locate() of dict_table.h.
#pragma once

#include "runtime/containers/dict_table.h"
#include "runtime/list.h"

namespace gillab {

enum class KeyMatch : uint8_t { No, Yes, Ask };

inline KeyMatch match_plain_keys(Value entry_key, Value key) {
  if (entry_key == key) return KeyMatch::Yes;
  if (Value::both_ints(entry_key, key)) return KeyMatch::No;
  if (is_exact<Str>(key) && is_exact<Str>(entry_key)) {
    return same_text(as<Str>(entry_key), as<Str>(key)) ? KeyMatch::Yes : KeyMatch::No;
  }
  return KeyMatch::Ask;
}

// What can be said about two keys of the same hash without running Python code: about tuples too, as long as their
// items are plain.
inline KeyMatch match_keys(Value entry_key, Value key) {
  if (!is_exact<Tuple>(key) || !is_exact<Tuple>(entry_key)) return match_plain_keys(entry_key, key);
  const Tuple* left = as<Tuple>(entry_key);
  const Tuple* right = as<Tuple>(key);
  if (left->length != right->length) return KeyMatch::No;
  for (size_t i = 0; i < left->length; ++i) {
    KeyMatch match = match_plain_keys(left->items[i], right->items[i]);
    if (match != KeyMatch::Yes) return match;
  }
  return KeyMatch::Yes;
}

// The next entry that is the key or may be it.
inline KeyMatch next_candidate(DictTable* table, Probe* probe, Value key, int64_t hash) {
  KeyMatch match = KeyMatch::No;
  walk(table, probe, [&](const DictEntry& entry) {
    if (entry.hash != hash) return false;
    match = match_keys(entry.key, key);
    return match != KeyMatch::No;
  });
  return probe->position < 0 ? KeyMatch::No : match;
}

inline void step_over(const DictTable* table, Probe* probe) {
  probe->perturb >>= 5;
  probe->slot = (probe->slot * 5 + probe->perturb + 1) & ((size_t{1} << table->log_size) - 1);
}

template <class Act>
Found locate(Thread& thread, Dict* dict, Value key, int64_t hash, Act act) {
  Ref candidate;  // compared with the key since the Guard was left, and different from it
  Probe probe{};
  DictTable* seen = nullptr;
  uint32_t version = 0;
  for (;;) {
    {
      Guard guard(dict->header);
      DictTable* table = dict->table.get();
      bool goes_on = candidate && table == seen && dict->version.get() == version;
      if (goes_on) {
        step_over(table, &probe);
      } else {
        probe = start_probe(table, hash);
      }
      KeyMatch match = next_candidate(table, &probe, key, hash);
      if (match != KeyMatch::Ask) {
        bool there = match == KeyMatch::Yes;
        return !act(table, probe) ? Found::Error : there ? Found::Yes : Found::No;
      }
      candidate = Ref::share(table->entries()[probe.position].key);
      seen = table;
      version = dict->version.get();
    }
    Truth same = equal(thread, candidate.get(), key);
    if (same == Truth::Error) return Found::Error;
    if (same == Truth::No) continue;
    Guard guard(dict->header);
    if (dict->table.get() == seen && dict->version.get() == version) {
      return act(seen, probe) ? Found::Yes : Found::Error;
    }
    seen = nullptr;
  }
}

}  // namespace gillab
