// A model of gil/biased_count.h: an owner takes an object out of a slot and drops it, readers take it from there without
// a lock, and the block is used again for another object. The owner's stores wait in a buffer, as on x86, until a fence.
#include <gtest/gtest.h>

#include <cstdint>

#include "tests/unit/gil/interleavings.h"

namespace gillab::gil {
namespace {

using interleavings::Result;
using interleavings::Step;

enum State : uint8_t { kPrivate, kShared, kQueued, kMerged };
constexpr int kReaders = 2, kOwner = kReaders, kBuffer = kReaders + 1;

struct Reader {
  uint8_t at;      // what it does next
  uint8_t object;  // which object it saw: the block holds a first one, then a second
  uint8_t holds;
};

struct Model {
  const char* wrong;
  uint8_t slot_full, slot_buffered;  // the owner's store of "empty" still waits in its buffer
  uint8_t object, gone;              // which object is in the block; gone: none
  uint8_t state, mark;               // the word
  int8_t number, local;
  uint8_t owned, queue;
  uint8_t owner_at;
  Reader readers[kReaders];
};

// What is left out to see that the model notices.
struct Omit {
  bool fence = false, mark = false, second_look = false;
};

class Machine {
 public:
  Machine(Model& model, Omit omit) : m_(model), omit_(omit) {}

  Step step(int thread) {
    if (thread == kBuffer) return flush();
    return thread == kOwner ? own() : read(m_.readers[thread], static_cast<uint8_t>(thread + 1));
  }

 private:
  Step flush() {
    if (!m_.slot_buffered) return Step::Done;
    m_.slot_buffered = m_.slot_full = 0;
    return Step::Taken;
  }

  void end() {
    if (m_.gone) m_.wrong = "it ends twice";
    for (const Reader& each : m_.readers) {
      if (each.holds && each.object == m_.object) m_.wrong = "it ends while a reader has it";
    }
    m_.gone = 1;
    m_.state = kMerged;
    m_.number = 0;
    m_.mark = m_.owned = 0;
  }
  void merge(int8_t given_back) {
    m_.number = static_cast<int8_t>(m_.number + m_.local - given_back);
    m_.local = 0;
    m_.owned = 0;
    m_.state = kMerged;
    m_.mark = 0;
    if (m_.number == 0) end();
  }
  void drop_merged() {
    if (--m_.number == 0) end();
  }
  bool readers_done() const {
    for (const Reader& each : m_.readers) {
      if (each.at != 9) return false;
    }
    return true;
  }

  // The owner drops its one reference after it has emptied the slot; then it sees to its queue, twice with a new object
  // in the block that nobody else ever finds in the slot.
  Step own() {
    switch (m_.owner_at) {
      case 0:
        m_.slot_buffered = 1;
        break;
      case 1:
        if (!omit_.fence && m_.slot_buffered) return Step::Waits;
        break;
      case 2:
        --m_.local;
        if (m_.local != 0) m_.owner_at = 4;
        break;
      case 3:  // the owner's last: a private object without a mark ends here
        if (m_.state == kPrivate && m_.mark == 0) {
          end();
        } else {
          merge(0);
        }
        break;
      case 4:
        if (m_.gone && m_.object == 1) {  // the block is used again
          m_.object = 2;
          m_.gone = 0;
          m_.state = kPrivate;
          m_.mark = 0;
          m_.number = 0;
          m_.local = m_.owned = 1;
          m_.owner_at = 2;
          return Step::Taken;
        }
        if (m_.queue == 0) return m_.gone || readers_done() ? Step::Done : Step::Waits;
        --m_.queue;
        m_.owned ? merge(1) : drop_merged();
        return Step::Taken;
    }
    ++m_.owner_at;
    return Step::Taken;
  }

  void got(Reader& me) {
    if (m_.gone) m_.wrong = "a reader takes what has ended";
    me.object = m_.object;
    me.holds = 1;
  }

  Step read(Reader& me, uint8_t number) {
    switch (me.at) {
      case 0:  // look
        me.object = m_.object;
        me.at = m_.slot_full ? 1 : 9;
        return Step::Taken;
      case 1:  // try_take
        if (m_.state == kPrivate) {
          me.at = 2;
        } else if (m_.state == kMerged && m_.number == 0) {
          me.at = 0;
        } else {
          ++m_.number;
          got(me);
          me.at = 4;
        }
        return Step::Taken;
      case 2:  // mark_seen
        me.at = m_.state == kPrivate ? 3 : 0;
        if (m_.state == kPrivate) m_.mark = number;
        return Step::Taken;
      case 3:  // the second look
        me.at = m_.slot_full || omit_.second_look ? 5 : 9;
        return Step::Taken;
      case 5:  // take_seen
        if (m_.state != kPrivate || (m_.mark != number && !omit_.mark)) {
          me.at = 0;
          return Step::Taken;
        }
        m_.state = kShared;
        m_.mark = 0;
        m_.number = 1;
        if (me.object != m_.object) m_.wrong = "a reader takes another object than it saw";
        got(me);
        me.at = 6;
        return Step::Taken;
      case 4:  // whether it is still there does not matter to the count
      case 6:  // use
        if (m_.gone || me.object != m_.object) m_.wrong = "a reader uses what has ended";
        me.at = 7;
        return Step::Taken;
      case 7:  // drop
        me.holds = 0;
        me.at = 9;
        if (m_.state == kMerged) {
          drop_merged();
        } else if (m_.state == kQueued || (m_.state == kShared && m_.number > 0)) {
          --m_.number;
        } else {
          m_.state = kQueued;
          ++m_.queue;
        }
        return Step::Taken;
      default:
        return Step::Done;
    }
  }

  Model& m_;
  Omit omit_;
};

Result explore_model(Omit omit) {
  Model initial{};
  initial.slot_full = initial.object = initial.local = initial.owned = 1;
  return interleavings::explore(initial, kReaders + 2, [omit](Model& model, int thread, int) {
    return Machine(model, omit).step(thread);
  });
}

TEST(BiasedCountModel, NeverEndsWhatAReaderHas) {
  const Result result = explore_model({});
  EXPECT_EQ(result.failure, "");
  EXPECT_GT(result.states, 500u);
}

TEST(BiasedCountModel, NeedsTheFenceAfterTheSlotIsEmptied) { EXPECT_NE(explore_model({.fence = true}).failure, ""); }
TEST(BiasedCountModel, NeedsTheMark) { EXPECT_NE(explore_model({.mark = true}).failure, ""); }
TEST(BiasedCountModel, NeedsTheSecondLook) { EXPECT_NE(explore_model({.second_look = true}).failure, ""); }

}  // namespace
}  // namespace gillab::gil
