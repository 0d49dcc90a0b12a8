// The slow half of sections: objects that somebody else has, several at once, letting go and taking back.
#include "gil/object_lock.h"

#include <algorithm>
#include <sched.h>
#include <utility>
#include <vector>

namespace gillab::gil {
namespace {

bool has(const HeldGuard* sections, const Header* header) {
  if (!header) return false;
  for (; sections; sections = sections->outer) {
    if (sections->lower == header || sections->higher == header) return true;
  }
  return false;
}

template <class Do>
void for_each_object(HeldGuard* sections, Do act) {
  for (; sections; sections = sections->outer) {
    for (Header* header : {sections->lower, sections->higher}) {
      if (header) act(*header);
    }
  }
}

}  // namespace

void release_objects(HeldGuard* sections) { for_each_object(sections, ByteLock::unlock); }

// In the order of the addresses: who waits has only lower ones, so nobody waits in a circle.
void take_objects(HeldGuard* sections) {
  std::vector<Header*> objects;
  for_each_object(sections, [&](Header& header) { objects.push_back(&header); });
  std::sort(objects.begin(), objects.end());
  for (Header* header : objects) ByteLock::lock(*header);
}

void ByteLock::lock_slowly(Header& header) {
  while (!try_lock(header)) sched_yield();
}
void ByteLock::unlock_slowly(Header& header) { __atomic_store_n(&header.lock, uint8_t{0}, __ATOMIC_SEQ_CST); }

void HeldGuard::open(Header* first, Header* second) {
  Attached& me = *attached_here;
  outer = me.guards;
  if (second == first || has(outer, second)) second = nullptr;
  if (has(outer, first)) first = nullptr;
  lower = first ? first : second;
  higher = first ? second : nullptr;
  if (higher && higher < lower) std::swap(lower, higher);
  const bool got_lower = !lower || ByteLock::try_lock(*lower);
  const bool got_higher = got_lower && (!higher || ByteLock::try_lock(*higher));
  me.guards = this;
  if (got_lower && got_higher) return;
  if (got_lower && lower) ByteLock::unlock(*lower);
  release_objects(outer);
  take_objects(this);
}

void HeldGuard::close() {
  if (lower) ByteLock::unlock(*lower);
  if (higher) ByteLock::unlock(*higher);
}


}  // namespace gillab::gil
