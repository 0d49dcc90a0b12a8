// Where threads sleep that wait for a byte lock: queues in a table, found by the object's address. The byte itself has
// room for no queue.
#include <mutex>

#include "gil/contention.h"
#include "gil/object_lock.h"
#include "gil/script_lock.h"

namespace gillab::gil {
namespace {

constexpr Nanoseconds kFair = 1'000'000;  // who has waited longer is handed the lock
// How often to look before sleeping; a section is over sooner than the kernel would have woken anybody.
constexpr int kLooks = 200;

// One thread that waits. It stands on that thread's C++ stack.
struct Sleeper {
  Header* header;
  Nanoseconds since;
  Sleeper* next = nullptr;
  bool is_given = false;  // the lock, by who gave it up. Written before it is woken
  Parker parker{};
};

struct alignas(64) Queue {
  ShortLock mutex;
  Sleeper* first = nullptr;  // in order of arrival, of several objects

  void add(Sleeper& sleeper) {
    Sleeper** end = &first;
    while (*end) end = &(*end)->next;
    *end = &sleeper;
  }
  // The first that waits for this object, no longer in the queue; null where none does.
  Sleeper* remove_first(const Header* header) {
    for (Sleeper** each = &first; *each; each = &(*each)->next) {
      if ((*each)->header != header) continue;
      Sleeper* found = *each;
      *each = found->next;
      return found;
    }
    return nullptr;
  }
  bool has(const Header* header) const {
    for (const Sleeper* each = first; each; each = each->next) {
      if (each->header == header) return true;
    }
    return false;
  }
};

constexpr size_t kQueues = 256;
Queue queues[kQueues];
Queue& queue_of(const Header& header) {
  return queues[(reinterpret_cast<uintptr_t>(&header) >> 4) * 0x9E3779B97F4A7C15u >> 56 & (kQueues - 1)];
}

uint8_t look_at(const Header& header) { return __atomic_load_n(&header.lock, __ATOMIC_RELAXED); }
bool change(Header& header, uint8_t& seen, uint8_t wanted) {
  return __atomic_compare_exchange_n(&header.lock, &seen, wanted, false, __ATOMIC_ACQUIRE, __ATOMIC_RELAXED);
}

}  // namespace

void ByteLock::lock_slowly(Header& header) {
  const Nanoseconds begin = watches_contention() ? now() : 0;
  wait_for(header);
  if (begin != 0) note_wait(header, now() - begin);
}

void ByteLock::wait_for(Header& header) {
  Nanoseconds since = 0;
  for (int looks = 0;;) {
    uint8_t seen = look_at(header);
    if (!(seen & kHeld)) {
      if (change(header, seen, seen | kHeld)) return;
    } else if (looks < kLooks && !(seen & kAwaited)) {
      ++looks;
      rest_processor();
    } else if ((seen & kAwaited) || change(header, seen, seen | kAwaited)) {
      if (since == 0) since = now();
      Sleeper me{&header, since};
      {
        Queue& queue = queue_of(header);
        std::lock_guard lock(queue.mutex);
        if (look_at(header) != (kHeld | kAwaited)) continue;
        queue.add(me);
      }
      me.parker.park(kForEver);
      if (me.is_given) return;
      looks = 0;
    }
  }
}

// The byte changes only under the queue's mutex while it says that somebody is awaited and it is held. Who is woken
// under the mutex cannot have left before.
void ByteLock::unlock_slowly(Header& header) {
  Queue& queue = queue_of(header);
  std::lock_guard lock(queue.mutex);
  Sleeper* next = queue.remove_first(&header);
  const uint8_t awaited = queue.has(&header) ? kAwaited : 0;
  if (next) next->is_given = now() - next->since > kFair;
  __atomic_store_n(&header.lock, static_cast<uint8_t>((next && next->is_given ? kHeld : 0) | awaited), __ATOMIC_SEQ_CST);
  if (next) next->parker.unpark();
}

}  // namespace gillab::gil
