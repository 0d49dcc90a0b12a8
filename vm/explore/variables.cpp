// What is known of variables, handed from one process of a search to another. The rest of Variables is in step.cpp.
#include "vm/explore/session.h"

namespace gillab::explore {

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
