// The slow half of biased counts: what others than the owner count, and what happens where both meet.
#include "gil/biased_count.h"

#include "gil/object_lock.h"

#include "gil/slots.h"
#include "gil/spread_count.h"

namespace gillab::gil {
namespace {

constexpr uint32_t kHalf = 128;  // of what fits into `local`

constexpr uint32_t state_of(uint32_t word) { return word & BiasedCount::kStateMask; }
constexpr int32_t number_of(uint32_t word) { return static_cast<int32_t>(word) >> 2; }

bool change(Header& header, uint32_t& seen, uint32_t wanted) {
  return __atomic_compare_exchange_n(&header.count, &seen, wanted, true, __ATOMIC_ACQ_REL, __ATOMIC_ACQUIRE);
}

}  // namespace

// REQUIRES: somebody keeps the object alive, and it is private. A mark is lost: who set it looks again.
void BiasedCount::share(Header& header) {
  uint32_t seen = word_of(header);
  while (state_of(seen) == kPrivate && !change(header, seen, kShared)) {}
}

GILLAB_RARELY_CALLED void BiasedCount::take_foreign(Header& header) {
  CountingThread& me = counting_thread;
  if (is_spread(header)) {
    ++me.spread[word_of(header) / kOne];
    return;
  }
  share(header);
  __atomic_fetch_add(&header.count, kOne, __ATOMIC_RELAXED);
  if (++me.samples == 0) sample_foreign(header);
}

bool BiasedCount::try_take_foreign(Header& header) {
  CountingThread& me = counting_thread;
  if (is_spread(header)) {
    ++me.spread[word_of(header) / kOne];
    return true;
  }
  uint32_t seen = word_of(header);
  while (state_of(seen) != kPrivate && seen != kMerged) {
    if (!change(header, seen, seen + kOne)) continue;
    if (++me.samples == 0) sample_foreign(header);
    return true;
  }
  return false;
}

uint32_t BiasedCount::mark_seen(Header& header) {
  const uint32_t mark = counting_thread.mark;
  uint32_t seen = word_of(header);
  while (state_of(seen) == kPrivate) {
    if (__atomic_compare_exchange_n(&header.count, &seen, mark, true, __ATOMIC_SEQ_CST, __ATOMIC_ACQUIRE)) return mark;
  }
  return 0;
}

bool BiasedCount::take_seen(Header& header, uint32_t mark) {
  uint32_t seen = mark;
  return __atomic_compare_exchange_n(&header.count, &seen, kShared + kOne, false, __ATOMIC_SEQ_CST, __ATOMIC_RELAXED);
}

// `local` has counted 256, which it cannot hold.
GILLAB_RARELY_CALLED void BiasedCount::move_half(Header& header) {
  header.local = kHalf;
  share(header);
  __atomic_fetch_add(&header.count, kHalf * kOne, __ATOMIC_RELAXED);
}

// The owner counts none any more. What was moved away it takes back; else the rest is for the others.
GILLAB_RARELY_CALLED bool BiasedCount::drop_last(Header& header) {
  uint32_t seen = word_of(header);
  while (state_of(seen) != kPrivate && number_of(seen) >= static_cast<int32_t>(kHalf)) {
    if (!change(header, seen, seen - kHalf * kOne)) continue;
    header.local = kHalf;
    return false;
  }
  return merge(header, 0);
}

// Nothing of the object may be touched once the word is written: another thread may find that it has the last reference.
bool BiasedCount::merge(Header& header, uint32_t given_back) {
  if (attached_here->guards) lock_held_sections(*attached_here, header);
  const uint32_t local = header.local;
  header.local = 0;
  __atomic_store_n(&header.owner, 0, __ATOMIC_RELEASE);  // who locks it from now on sees what was done in biased sections
  uint32_t seen = word_of(header), merged;
  do {
    const uint32_t number = state_of(seen) == kPrivate ? 0 : seen & ~kStateMask;
    merged = (number + local * kOne - given_back * kOne) | kMerged;
  } while (!change(header, seen, merged));
  return merged == kMerged;
}

GILLAB_RARELY_CALLED bool BiasedCount::drop_foreign(Header& header) {
  if (is_spread(header)) {
    CountingThread& me = counting_thread;
    --me.spread[word_of(header) / kOne];
    if (++me.spread_drops == 0) note_many_drops();
    return false;
  }
  uint32_t seen = word_of(header);
  for (;;) {
    const uint32_t state = state_of(seen);
    if (state == kMerged || state == kQueued || (state == kShared && number_of(seen) > 0)) {
      if (change(header, seen, seen - kOne)) return seen - kOne == kMerged;
    } else if (change(header, seen, (state == kPrivate ? 0 : seen & ~kStateMask) | kQueued)) {
      return give_back(header);
    }
  }
}

// REQUIRES: drop has said true, in this thread
void BiasedCount::revive(Header& header) {
  if (is_mine(header)) {
    header.local = 1;
  } else {
    __atomic_store_n(&header.count, kMerged + kOne, __ATOMIC_RELEASE);
  }
}

uint32_t BiasedCount::total(const Header& header) {
  if (is_spread(header)) return static_cast<uint32_t>(spread_total(header));
  const uint32_t word = word_of(header);
  const int32_t number = state_of(word) == kPrivate ? 0 : number_of(word);
  return static_cast<uint32_t>(number + header.local);
}

}  // namespace gillab::gil
