// The table of slots, and what is handed from thread to thread in it.
#include "gil/slots.h"

#include <mutex>
#include <new>
#include <sched.h>
#include <utility>

#include "gil/biased_count.h"
#include "gil/script_lock.h"
#include "gil/spread_count.h"

namespace gillab::gil {

constinit thread_local CountingThread counting_thread;
constinit thread_local uint8_t counting_slot = kNoSlot;
constinit thread_local uint64_t counting_fresh = ~uint64_t{0};  // of no object

namespace {

// The first is for the threads that found no slot, together.
struct Slot {
  ShortLock mutex;                   // guards the rest; who has it and finds no thread counts in its place
  Attached* thread = nullptr;
  bool used = false;                 // once
  std::vector<Header*> given_back;   // each with one reference
  std::vector<Header*> dead;         // whose end this slot's thread has to see to
};

Slot slots[kMostSlots + 1];
constexpr Header kMergedHeader{BiasedCount::kMerged + BiasedCount::kOne, 0, 0, 0, {}};
std::atomic<uint32_t> last_mark{0};

Slot& slot_of(const Attached& me) { return slots[me.slot == kNoSlot ? 0 : me.slot]; }

// REQUIRES: under the slot's mutex, and its thread does not count meanwhile. The same once it owns the object no more.
bool settle_one(Header& header, uint8_t slot) {
  const bool owned = __atomic_load_n(&header.owner, __ATOMIC_RELAXED) == slot;
  return owned ? BiasedCount::merge(header, 1) : BiasedCount::drop(header);
}

void settle(Slot& slot, uint8_t number, std::vector<Header*>& dead) {
  for (Header* each : std::exchange(slot.given_back, {})) {
    if (settle_one(*each, number)) note(dead, each);
  }
  for (Header* each : std::exchange(slot.dead, {})) note(dead, each);
}

// A thread that is away does not count. It waits, very shortly, if it comes back meanwhile.
class Borrowed {
 public:
  explicit Borrowed(Attached* thread) : thread_(thread) {
    uint32_t expected = kAway;
    works_ = !thread || thread->presence.compare_exchange_strong(expected, kBorrowed, std::memory_order_acquire);
  }
  ~Borrowed() {
    if (works_ && thread_) thread_->presence.store(kAway, std::memory_order_release);
  }
  Borrowed(const Borrowed&) = delete;
  explicit operator bool() const { return works_; }

 private:
  Attached* thread_;
  bool works_;
};

void see_to(std::vector<Header*> dead) {
  if (dead.empty()) return;
  Attached& me = *attached_here;
  Slot& slot = slot_of(me);
  std::lock_guard lock(slot.mutex);
  for (Header* each : dead) note(slot.dead, each);
  me.ask(kMerge);
}

void wait_for_merge(const Header& header) {
  while ((__atomic_load_n(&header.count, __ATOMIC_ACQUIRE) & BiasedCount::kStateMask) != BiasedCount::kMerged) sched_yield();
}

}  // namespace

void note(std::vector<Header*>& list, Header* header) {
  try {
    list.push_back(header);
  } catch (const std::bad_alloc&) {
  }
}

namespace {

bool take_slot_if(Attached& me, bool used) {
  for (uint8_t number = 1; number <= kMostSlots; ++number) {
    std::lock_guard lock(slots[number].mutex);
    if (slots[number].thread || slots[number].used != used) continue;
    slots[number].thread = &me;
    slots[number].used = true;
    me.slot = number;
    return true;
  }
  return false;
}

}  // namespace

namespace {
void count_as(uint8_t slot) {
  constexpr uint64_t kOneLocal = uint64_t{1} << 40, kOwner = uint64_t{1} << 32;
  counting_thread.slot = counting_slot = slot;
  counting_fresh = slot == kNoSlot ? ~uint64_t{0} : kOneLocal | slot * kOwner;
}
}  // namespace

// A new one while there are any: its objects are not known to others (object_lock.h, biased sections).
bool take_slot(Attached& me) {
  me.slot = kNoSlot;
  const bool fresh = take_slot_if(me, false);
  if (!fresh) take_slot_if(me, true);
  const uint32_t mark = (last_mark.fetch_add(1) + 1) * BiasedCount::kOne;
  counting_thread = {me.slot == kNoSlot ? kMergedHeader : Header{0, me.slot, 1, 0, {}}, mark, me.slot, 0, 0, nullptr};
  count_as(me.slot);
  begin_spreading();
  return fresh;
}

void return_slot(Attached& me) {
  end_spreading();
  counting_thread = {};
  count_as(kNoSlot);
  if (me.slot == kNoSlot) return;
  Slot& slot = slots[me.slot];
  std::lock_guard lock(slot.mutex);
  slot.thread = nullptr;
}

bool give_back(Header& header) {
  for (;;) {
    const uint8_t owner = __atomic_load_n(&header.owner, __ATOMIC_ACQUIRE);
    if (owner == 0) {  // its owner is merging it
      wait_for_merge(header);
      return BiasedCount::drop(header);
    }
    Slot& slot = slots[owner];
    std::vector<Header*> others;
    bool dead = false;
    {
      std::lock_guard lock(slot.mutex);
      if (__atomic_load_n(&header.owner, __ATOMIC_RELAXED) != owner) continue;
      Borrowed thread(slot.thread);
      if (!thread) {
        note(slot.given_back, &header);
        slot.thread->ask(kMerge);
        return false;
      }
      dead = settle_one(header, owner);
      settle(slot, owner, others);
    }
    see_to(std::move(others));
    return dead;
  }
}

std::vector<Header*> take_back(Attached& me) {
  std::vector<Header*> dead;
  Slot& slot = slot_of(me);
  std::lock_guard lock(slot.mutex);
  settle(slot, me.slot, dead);
  return dead;
}

std::vector<Header*> leave_slot(Attached& me) {
  std::vector<Header*> dead;
  if (me.slot == kNoSlot) return dead;
  Slot& slot = slots[me.slot];
  std::lock_guard lock(slot.mutex);
  settle(slot, me.slot, dead);
  if (!dead.empty()) return dead;
  slot.thread = nullptr;
  me.slot = kNoSlot;
  counting_thread.fresh = kMergedHeader;
  count_as(kNoSlot);
  return dead;
}

bool has_one_slot_only() {
  int taken = 0;
  for (uint8_t number = 1; number <= kMostSlots; ++number) {
    std::lock_guard lock(slots[number].mutex);
    taken += slots[number].thread != nullptr;
  }
  return taken <= 1;
}

std::vector<Header*> take_back_all() {
  std::vector<Header*> dead;
  for (uint8_t number = 0; number <= kMostSlots; ++number) {
    std::lock_guard lock(slots[number].mutex);
    settle(slots[number], number, dead);
  }
  return dead;
}

void reset_slots(Attached& me) {
  for (Slot& slot : slots) {
    slot.mutex.reset();
    if (&slot != &slots[0] && slot.thread != &me) slot.thread = nullptr;
  }
}

}  // namespace gillab::gil
