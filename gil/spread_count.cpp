// The table of spread objects and the sums over all threads.
#include "gil/spread_count.h"

#include "gil/contention.h"

#include <algorithm>
#include <cstdlib>
#include <mutex>
#include <new>
#include <utility>

#include "gil/biased_count.h"
#include "gil/free_turn.h"
#include "gil/script_lock.h"
#include "gil/slots.h"

namespace gillab::gil {
namespace {

struct Entry {
  Header* header = nullptr;
  int64_t total = 0;  // beside what the threads have in their own numbers; of a free entry: the next free one
};

ShortLock mutex;  // guards all below
Entry entries[kMostSpread];            // the first is never used
uint32_t first_free = 0;               // below `used`; 0: none
uint32_t used = 1;
std::vector<int32_t*> numbers;         // of each thread that has begun
std::vector<Header*> hot;              // each with one reference
std::atomic<bool> wanted{false};
Nanoseconds last_settled = 0;

constexpr Nanoseconds kOften = 100'000'000;

uint32_t entry_of(const Header& header) { return __atomic_load_n(&header.count, __ATOMIC_RELAXED) / BiasedCount::kOne; }

void ask_for_settling() {
  wanted.store(true, std::memory_order_relaxed);
  attached_here->ask(kMerge);
}

int64_t sum_up(uint32_t number) {
  Entry& entry = entries[number];
  for (int32_t* each : numbers) entry.total += std::exchange(each[number], 0);
  return entry.total;
}

uint32_t take_entry() {
  if (first_free == 0) return used < kMostSpread ? used++ : 0;
  return std::exchange(first_free, static_cast<uint32_t>(entries[first_free].total));
}

Header header_with(const Header& old, uint32_t count, uint8_t owner, uint8_t local) {
  return {count, owner, local, old.lock, old.flags};
}

// The reference by which it stood among the hot ones is given back. True: it was the last.
bool spread(Header& header) {
  if (header.owner == BiasedCount::kSpread) {
    --entries[entry_of(header)].total;
    return false;
  }
  const uint32_t number = take_entry();
  if (number == 0) return BiasedCount::drop(header);
  entries[number] = {&header, int64_t{BiasedCount::total(header)} - 1};
  header.write(header_with(header, number * BiasedCount::kOne + BiasedCount::kMerged, BiasedCount::kSpread, 0));
  return false;
}

void free_entry(uint32_t number) {
  entries[number] = {nullptr, first_free};
  first_free = number;
}

// A usual object again, owned by the thread of this slot.
void gather(uint32_t number, uint8_t slot) {
  Header& header = *entries[number].header;
  const auto others = static_cast<uint32_t>(entries[number].total);
  const bool owned = slot != kNoSlot;
  const uint32_t word = owned ? (others - 1) * BiasedCount::kOne + BiasedCount::kShared
                              : others * BiasedCount::kOne + BiasedCount::kMerged;
  header.write(header_with(header, word, owned ? slot : 0, owned ? 1 : 0));
  free_entry(number);
}

}  // namespace

void begin_spreading() {
  auto* mine = static_cast<int32_t*>(std::calloc(kMostSpread, sizeof(int32_t)));
  if (!mine) std::abort();
  counting_thread.spread = mine;
  std::lock_guard lock(mutex);
  numbers.push_back(mine);
}

void end_spreading() {
  int32_t* mine = std::exchange(counting_thread.spread, nullptr);
  std::lock_guard lock(mutex);
  for (uint32_t number = 1; number < used; ++number) entries[number].total += mine[number];
  std::erase(numbers, mine);
  std::free(mine);
}

void sample_foreign(Header& header) {
  note_foreign(header, 256);  // every 256th count of a thread comes here
  constexpr unsigned kCandidatesLog = 10;  // two that share a place keep each other from being noticed
  static thread_local const Header* candidates[size_t{1} << kCandidatesLog];
  const Header*& seen = candidates[(reinterpret_cast<uintptr_t>(&header) >> 4) * 0x9E3779B97F4A7C15u >> (64 - kCandidatesLog)];
  if (std::exchange(seen, &header) != &header) return;
  std::lock_guard lock(mutex);
  try {
    hot.push_back(&header);
  } catch (const std::bad_alloc&) {  // it goes on being counted as it is
    return;
  }
  __atomic_fetch_add(&header.count, BiasedCount::kOne, __ATOMIC_RELAXED);
  ask_for_settling();
}

void note_many_drops() {
  std::lock_guard lock(mutex);
  if (now() - last_settled > kOften) ask_for_settling();
}

void ask_for_gathering(Attached& last) {
  std::lock_guard lock(mutex);
  if (used == 1) return;
  wanted.store(true, std::memory_order_relaxed);
  last.ask(kMerge);
}

void reset_spreading() { mutex.reset(); }

bool is_settling_wanted() { return wanted.load(std::memory_order_relaxed); }

bool is_gathering_due() {
  {
    std::lock_guard lock(mutex);
    const bool any = std::any_of(entries, entries + used, [](const Entry& each) { return each.header != nullptr; });
    if (hot.empty() && !any) return false;
  }
  return has_one_slot_only();
}

std::vector<Header*> settle_spread(uint8_t slot) {
  const bool alone = has_one_slot_only();
  std::lock_guard lock(mutex);
  wanted.store(false, std::memory_order_relaxed);
  last_settled = now();
  std::vector<Header*> dead;
  for (Header* each : std::exchange(hot, {})) {
    if (spread(*each)) note(dead, each);
  }
  for (uint32_t number = 1; number < used; ++number) {
    Header* header = entries[number].header;
    if (!header) continue;
    if (sum_up(number) == 0) {
      header->write(header_with(*header, BiasedCount::kMerged, 0, 0));
      note(dead, header);
      free_entry(number);
    } else if (alone) {
      gather(number, slot);
    }
  }
  return dead;
}

int64_t spread_total(const Header& header) {
  std::lock_guard lock(mutex);
  return sum_up(entry_of(header));
}

}  // namespace gillab::gil
