// The lookup of any key: locate() of dict_table.h.
#pragma once

#include "runtime/containers/dict_table.h"

namespace gillab {

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
