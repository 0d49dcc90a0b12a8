// The slow half of sections: objects that somebody else has, several at once, letting go and taking back.
#include "gil/free_turn.h"

#include <algorithm>
#include <tuple>
#include <utility>
#include <vector>

namespace gillab::gil {
namespace {

// An outer section has it locked.
bool has(const HeldGuard* sections, const Header* header) {
  for (; sections; sections = sections->outer) {
    if ((sections->locked_lower && sections->lower == header) || (sections->locked_higher && sections->higher == header))
      return true;
  }
  return false;
}

void end_foreign_bias(Attached& me, const Header& header) {
  const uint8_t owner = __atomic_load_n(&header.owner, __ATOMIC_ACQUIRE);
  if (owner != me.biased && me.slots->biased[owner].load(std::memory_order_acquire)) me.slots->turn->end_bias(me, owner);
}

bool try_open(Attached& me, HeldGuard* outer, Header* header, bool* locked) {
  *locked = false;
  if (!header || is_biased(me, *header) || has(outer, header)) return true;
  const uint8_t owner = __atomic_load_n(&header->owner, __ATOMIC_ACQUIRE);
  if (me.slots->biased[owner].load(std::memory_order_acquire)) return false;
  return *locked = ByteLock::try_lock(*header);
}

bool are_biased(const Attached& me, const HeldGuard* sections) {
  for (; sections; sections = sections->outer) {
    if (!is_biased(me, *sections->lower) || (sections->higher && !is_biased(me, *sections->higher))) return false;
  }
  return true;
}

}  // namespace

void release_objects(HeldGuard* sections) {
  for (; sections; sections = sections->outer) sections->close();
}

// In the order of the addresses: who waits has only lower ones, so nobody waits in a circle.
void take_objects(Attached& me, HeldGuard* sections) {
  if (are_biased(me, sections)) return;
  struct Wanted {
    Header* header;
    size_t depth;  // of sections in the same object the outermost locks it
    bool* locked;
  };
  std::vector<Wanted> wanted;
  size_t depth = ~size_t{0};
  for (HeldGuard* each = sections; each; each = each->outer, --depth) {
    wanted.push_back({each->lower, depth, &each->locked_lower});
    if (each->higher) wanted.push_back({each->higher, depth, &each->locked_higher});
  }
  std::sort(wanted.begin(), wanted.end(),
            [](const Wanted& a, const Wanted& b) { return std::tie(a.header, a.depth) < std::tie(b.header, b.depth); });
  for (const Wanted& each : wanted) end_foreign_bias(me, *each.header);
  const Header* last = nullptr;
  for (const Wanted& each : wanted) {
    if (each.header == std::exchange(last, each.header) || is_biased(me, *each.header)) continue;
    ByteLock::lock(*each.header);
    *each.locked = true;
  }
}

void lock_held_sections(Attached& me, Header& header) {
  HeldGuard* outermost = nullptr;
  bool* locked = nullptr;
  for (HeldGuard* each = me.guards; each; each = each->outer) {
    if (each->lower == &header) outermost = each, locked = &each->locked_lower;
    if (each->higher == &header) outermost = each, locked = &each->locked_higher;
  }
  if (!outermost || *locked || !is_biased(me, header)) return;
  ByteLock::lock(header);
  *locked = true;
}

void HeldGuard::open(Attached& me) {
  me.guards = this;
  if (try_open(me, outer, lower, &locked_lower)) {
    if (try_open(me, outer, higher, &locked_higher)) return;
    if (locked_lower) ByteLock::unlock(*lower);
    locked_lower = false;
  }
  release_objects(outer);
  take_objects(me, this);
}

void HeldGuard::close() {
  if (std::exchange(locked_lower, false)) ByteLock::unlock(*lower);
  if (std::exchange(locked_higher, false)) ByteLock::unlock(*higher);
}

}  // namespace gillab::gil
