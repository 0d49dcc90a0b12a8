// Biased counts, those of the layer `object`: the thread that made an object (its owner, known by its slot) counts its own
// references plainly in `local`, all others count theirs atomically in `count`. The object is gone when the sum is zero.
//
// `count` is a state in two bits and a signed number above them:
//   private  nobody but the owner has counted it, nor may anybody else. The number is 0, or the mark of a thread that
//            looks at the object in a slot and means to share it
//   shared   others have counted it, or may: try_take works
//   queued   others gave back more than they had taken. One of their references was handed to the owner's slot (slots.h),
//            where the owner finds it at its next safe point, and merges
//   merged   the owner is done with it, or gone: `local` was added to the number, `owner` is 0. A number of 0 is the end
// A state only ever follows one above it. `owner` is 0, a slot, or kSpread (spread_count.h).
//
// Why nobody gets a reference to what is gone. Merged objects end by a change of the word that only one thread makes. A
// private object ends when its owner finds the word to be 0: without an atomic operation. Somebody else gets a reference to
// a private object only by mark_seen, then a second look at the slot, then take_seen. Who takes the object out of the slot
// does so with a full fence before the owner looks at the word (layer.h, Guard), so either the owner sees the mark or
// the second look sees the change. take_seen finds its own mark: the word was not written meanwhile, so it is the same object.
#pragma once

#include "gil/layer.h"

namespace gillab::gil {

// What a thread needs to know of itself to count: set by its slot (slots.h).
struct CountingThread {
  Header fresh{};              // the header of a new object
  uint32_t mark = 0;           // a count in the state private, unlike that of any other thread
  uint8_t slot = kNoSlot;
  uint8_t samples = 0;         // every so many foreign counts one is looked at: spread_count.h
  uint16_t spread_drops = 0;
  int32_t* spread = nullptr;   // its share in the counts of spread objects
};
extern constinit thread_local CountingThread counting_thread [[gnu::tls_model("local-exec")]];
// Once more, where one instruction compares with it: its slot, and all of a new object's header but lock and flags.
extern constinit thread_local uint8_t counting_slot [[gnu::tls_model("local-exec")]];
extern constinit thread_local uint64_t counting_fresh [[gnu::tls_model("local-exec")]];

// What is rarely called keeps the registers of who calls it: its mere presence then costs the usual path nothing.
#if defined(__clang__) && defined(__x86_64__)
#define GILLAB_RARELY_CALLED __attribute__((preserve_most))
#else
#define GILLAB_RARELY_CALLED
#endif

class BiasedCount {
 public:
  enum State : uint32_t { kPrivate, kShared, kQueued, kMerged };
  static constexpr uint32_t kStateMask = 3;
  static constexpr uint32_t kOne = 4;
  static constexpr uint8_t kSpread = 255;

  static void start(Header& header) { header.write(counting_thread.fresh); }
  static void finish(Header& header, uint8_t flags) {
    Header free{kMerged, 0, 0, 0, {}};
    free.flags = flags;
    header.write(free);
  }
  static void take(Header& header) {
    if (is_mine(header)) [[likely]] {
      if (++header.local == 0) [[unlikely]] move_half(header);
    } else {
      take_foreign(header);
    }
  }
  static bool drop(Header& header) {
    if (!is_mine(header)) [[unlikely]] return drop_foreign(header);
    if (--header.local != 0) [[likely]] return false;
    return word_of(header) == kPrivate || drop_last(header);
  }
  static bool take_if_mine(Header& header) {
    if (!is_mine(header)) return false;
    if (++header.local != 0) [[likely]] return true;
    --header.local;  // full
    return false;
  }
  static bool try_take(Header& header) {
    if (!is_mine(header)) [[unlikely]] return try_take_foreign(header);
    if (header.local == 0) return false;  // it is about to be destroyed, by this thread
    if (++header.local == 0) [[unlikely]] move_half(header);
    return true;
  }
  static uint32_t mark_seen(Header& header);
  static bool take_seen(Header& header, uint32_t mark);
  static void share(Header& header);
  static void revive(Header& header);
  static bool is_unique(const Header& header, uint32_t references = 1) {
    return is_unique_without(header, 0, references);
  }
  // The same, and none of these flags is set.
  static bool is_unique_without(const Header& header, uint8_t flags, uint32_t references = 1) {
    constexpr uint64_t kCounts = 0x0000FFFFFFFFFFFF, kOneLocal = uint64_t{1} << 40;
    using Word [[gnu::may_alias]] = const uint64_t;
    const uint64_t word = __atomic_load_n(reinterpret_cast<Word*>(&header), __ATOMIC_ACQUIRE);
    return (word & (kCounts | uint64_t{flags} << 56)) == counting_fresh + (references - 1) * kOneLocal;
  }
  static uint32_t total(const Header& header);

  // REQUIRES: the caller is the owner, or the owner cannot count meanwhile (slots.h). Adds `local` to the number, less
  // `given_back` references. True: none is left.
  static bool merge(Header& header, uint32_t given_back);

 private:
  static bool is_mine(const Header& header) {
    return __atomic_load_n(&header.owner, __ATOMIC_RELAXED) == counting_slot;
  }
  static bool is_spread(const Header& header) { return __atomic_load_n(&header.owner, __ATOMIC_RELAXED) == kSpread; }
  static uint32_t word_of(const Header& header) { return __atomic_load_n(&header.count, __ATOMIC_ACQUIRE); }
  GILLAB_RARELY_CALLED static void take_foreign(Header& header);
  GILLAB_RARELY_CALLED static bool drop_foreign(Header& header);
  static bool try_take_foreign(Header& header);
  GILLAB_RARELY_CALLED static bool drop_last(Header& header);
  GILLAB_RARELY_CALLED static void move_half(Header& header);
};

}  // namespace gillab::gil
