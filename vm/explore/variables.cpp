// Which variables are shared: who has read and written what so far. As words it goes from one process of a search to another.
#include <algorithm>
#include <utility>

#include "gil/schedule/arena.h"
#include "runtime/dict.h"
#include "runtime/function.h"
#include "runtime/interpreter.h"
#include "runtime/str.h"
#include "vm/explore/session.h"

namespace gillab::explore {

bool Variables::is_shared(const Uses& a, const Uses& b) {
  const ThreadSet writers = a.writers | b.writers, all = writers | a.readers | b.readers;
  return !writers.is_empty() && all.has_several();
}

uint64_t Variables::root_of(uint64_t object) const {
  for (auto up = united_.find(object); up != united_.end(); up = united_.find(object)) object = up->second;
  return object;
}

void Variables::unite(uint64_t object, uint64_t other) {
  object = root_of(object);
  other = root_of(other);
  if (object == other) return;
  united_[other] = object;
  const auto found = objects_.find(other);
  if (found == objects_.end()) return;
  const ObjectUses uses = std::move(found->second);
  objects_.erase(found);
  const auto add = [&](uint64_t place, const Uses& each) {
    for (uint32_t thread = 0; thread < gil::schedule::kMostFibers; ++thread) {
      if (each.readers.has(thread)) touch({{object, place}, false}, thread);
      if (each.writers.has(thread)) touch({{object, place}, true}, thread);
    }
  };
  add(kWhole, uses.whole);
  add(kStructure, uses.structure);
  for (const auto& [place, each] : uses.places) add(place, each);
}

bool Variables::touch(const Touch& touch, uint32_t thread) {
  ObjectUses& object = objects_[united_.empty() ? touch.variable.object : root_of(touch.variable.object)];
  const uint64_t place = touch.variable.place;
  Uses& mine = place == kWhole ? object.whole : place == kStructure ? object.structure : object.places[place];
  Uses others = place == kWhole ? object.items : object.whole;
  if (place == kWhole) {
    others.readers = others.readers | object.structure.readers;
    others.writers = others.writers | object.structure.writers;
  }
  const bool before = is_shared(mine, others);
  (touch.writes ? mine.writers : mine.readers).add(thread);
  if (place != kWhole && place != kStructure) (touch.writes ? object.items.writers : object.items.readers).add(thread);
  if (before) return true;
  if (!is_shared(mine, others)) return false;
  ++shared_;
  found_new = true;
  return true;
}

std::vector<Variable> Variables::shared_names() const {
  std::vector<Variable> found;
  const Value main = dict_peek_name(record_of(0).thread->interpreter->modules, record_of(0).thread->names().__main__);
  const auto globals = objects_.find(reinterpret_cast<uint64_t>(module_dict(as<Module>(main))));
  if (globals == objects_.end()) return found;
  for (const auto& [place, uses] : globals->second.places) {
    if ((place & 15) == kName && is_shared(uses, globals->second.whole)) found.push_back({globals->first, place});
  }
  std::sort(found.begin(), found.end(), [](const Variable& a, const Variable& b) {
    return compare_text(reinterpret_cast<Str*>(a.place >> 4), reinterpret_cast<Str*>(b.place >> 4)) < 0;
  });
  return found;
}

std::vector<Variable> Variables::shared() const {
  std::vector<Variable> found;
  const auto is_here = [](uint64_t object) {  // now, not only in another schedule
    const auto* place = reinterpret_cast<const void*>(object);
    return gil::schedule::is_new(place) || gil::schedule::old_objects().contains(place);
  };
  for (const auto& [object, uses] : objects_) {
    if (!is_here(object)) continue;
    for (const auto& [place, each] : uses.places) {
      if (is_shared(each, uses.whole)) found.push_back({object, place});
    }
    if (is_shared(uses.structure, uses.whole)) found.push_back({object, kStructure});
    if (is_shared(uses.whole, uses.items)) found.push_back({object, kWhole});
  }
  return found;
}

// United objects: how many, then pairs. Then objects: address, number of places, and for each place who reads and writes.
std::vector<uint64_t> Variables::as_words() const {
  std::vector<uint64_t> words{united_.size()};
  for (const auto& [other, object] : united_) words.insert(words.end(), {object, other});
  const auto add = [&](uint64_t place, const Uses& uses) {
    words.insert(words.end(), {place, uses.readers.low, uses.readers.high, uses.writers.low, uses.writers.high});
  };
  for (const auto& [object, uses] : objects_) {
    words.insert(words.end(), {object, uses.places.size() + 2});
    add(kWhole, uses.whole);
    add(kStructure, uses.structure);
    for (const auto& [place, each] : uses.places) add(place, each);
  }
  return words;
}

void Variables::add_words(const std::vector<uint64_t>& words) {
  size_t at = 0;
  const auto next = [&] { return words[at++]; };
  for (uint64_t left = next(); left > 0; --left) {
    const uint64_t object = next();
    unite(object, next());
  }
  while (at < words.size()) {
    const uint64_t object = next();
    for (uint64_t left = next(); left > 0; --left) {
      const uint64_t place = next();
      const uint64_t low = next(), high = next();
      const ThreadSet readers{low, high};
      const uint64_t lower = next(), higher = next();
      const ThreadSet writers{lower, higher};
      for (uint32_t thread = 0; thread < gil::schedule::kMostFibers; ++thread) {
        if (readers.has(thread)) touch({{object, place}, false}, thread);
        if (writers.has(thread)) touch({{object, place}, true}, thread);
      }
    }
  }
}

}  // namespace gillab::explore
