// Which objects threads get in each other's way at: waited for, or counted by threads that do not own them. Kept only
// while somebody asked for figures; then the slow paths of locks and counts, and nobody else, write here.
#pragma once

#include <atomic>
#include <cstdint>

#include "gil/clock.h"

namespace gillab::gil {

struct Header;

// A fixed table of objects by address. An object that dies leaves its row behind; the next one at the same address
// continues it, so whoever reads must see to it that what stands there is still of the kind it was.
// Thread safety: any thread may note at any time. Rows are never taken out; when the table is full nothing new gets in.
class ContentionTable {
 public:
  struct Row {
    std::atomic<const Header*> object{nullptr};
    std::atomic<uint64_t> waits{0};    // times a thread had to wait for it
    std::atomic<uint64_t> waited{0};   // in all, in nanoseconds
    std::atomic<uint64_t> foreign{0};  // references counted by others than its owner, as far as they were sampled
  };
  static constexpr size_t kRows = 4096;

  void note_wait(const Header& object, Nanoseconds waited) {
    if (Row* row = row_of(object)) {
      row->waits.fetch_add(1, std::memory_order_relaxed);
      row->waited.fetch_add(static_cast<uint64_t>(waited), std::memory_order_relaxed);
    }
  }
  void note_foreign(const Header& object, uint32_t counts) {
    if (Row* row = row_of(object)) row->foreign.fetch_add(counts, std::memory_order_relaxed);
  }
  template <class Visit>
  void for_each(Visit visit) const {
    for (const Row& row : rows_) {
      if (row.object.load(std::memory_order_relaxed)) visit(row);
    }
  }

 private:
  static constexpr size_t kProbes = 16;

  Row* row_of(const Header& object) {
    size_t place = (reinterpret_cast<uintptr_t>(&object) >> 4) * 0x9E3779B97F4A7C15u >> 52;  // the upper 12 bits
    for (size_t i = 0; i < kProbes; ++i, place = (place + 1) % kRows) {
      const Header* there = rows_[place].object.load(std::memory_order_relaxed);
      if (!there && rows_[place].object.compare_exchange_strong(there, &object)) there = &object;
      if (there == &object) return &rows_[place];
    }
    return nullptr;
  }

  Row rows_[kRows];
};

// Where objects were made, by address: a shadow of the heap, in which a place belongs to the object that was made last at
// an address a multiple of its span away. What a place is only the VM knows.
class MadeTable {
 public:
  void note(const Header& object, const void* place) {
    Entry& entry = entry_of(object);
    entry.object.store(&object, std::memory_order_relaxed);
    entry.place.store(place, std::memory_order_relaxed);
  }
  const void* place_of(const Header& object) const {  // null: not known, or no longer
    const Entry& entry = const_cast<MadeTable*>(this)->entry_of(object);
    return entry.object.load(std::memory_order_relaxed) == &object ? entry.place.load(std::memory_order_relaxed) : nullptr;
  }

 private:
  struct Entry {
    std::atomic<const Header*> object;
    std::atomic<const void*> place;
  };
  static constexpr size_t kEntries = size_t{1} << 20;  // address space: 16 bytes for 16 bytes of the heap, when touched

  Entry& entry_of(const Header& object) { return entries_[reinterpret_cast<uintptr_t>(&object) / 16 % kEntries]; }

  Entry entries_[kEntries];
};

// Null: nobody asked. Set once, before a second thread starts or under the turn, and never taken back.
inline std::atomic<ContentionTable*> contention_table{nullptr};
inline std::atomic<MadeTable*> made_table{nullptr};
// From now on. False: there is no memory for the tables, and nothing changes.
bool watch_contention();

inline void note_wait(const Header& object, Nanoseconds waited) {
  if (ContentionTable* table = contention_table.load(std::memory_order_relaxed)) table->note_wait(object, waited);
}
inline void note_foreign(const Header& object, uint32_t counts) {
  if (ContentionTable* table = contention_table.load(std::memory_order_relaxed)) table->note_foreign(object, counts);
}
inline void note_made(const Header& object, const void* place) {
  if (MadeTable* table = made_table.load(std::memory_order_relaxed)) table->note(object, place);
}
inline bool watches_contention() { return contention_table.load(std::memory_order_relaxed) != nullptr; }

}  // namespace gillab::gil
