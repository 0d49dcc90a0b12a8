// What every lock layer promises (gil/layer.h), and what those promise more in which threads run at the same time and
// nothing may break.
#include <gtest/gtest.h>

#include <array>
#include <atomic>
#include <functional>
#include <thread>

#include "gil/layers/gil.h"
#include "gil/layers/naive.h"
#include "gil/layers/none.h"
#include "gil/layers/object.h"
#include "gil/slots.h"
#include "gil/spread_count.h"

namespace gillab::gil {
namespace {

// A thread of the layer, from begin to end.
template <class L>
class Member {
 public:
  explicit Member(typename L::Turn& turn) : turn_(turn) {
    turn_.begin(attached);
    turn_.attach(attached);
  }
  ~Member() {
    turn_.detach(attached, Reason::End);
    turn_.end(attached);
  }
  void safe_point() {
    const uint32_t asked = attached.requests.exchange(0);
    if (asked & kQuiesce) turn_.pass_grace(attached);
    if (asked & (kStop | kSwitch)) turn_.safe_point(attached);
  }
  Attached attached;

 private:
  typename L::Turn& turn_;
};

template <class L>
void run_threads(typename L::Turn& turn, int count, const std::function<void(Member<L>&, int)>& work) {
  std::vector<std::thread> threads;
  std::atomic<int> missing{count};  // they begin together
  for (int i = 0; i < count; ++i) {
    threads.emplace_back([&turn, &work, &missing, i] {
      for (--missing; missing > 0;) std::this_thread::yield();
      Member<L> me(turn);
      work(me, i);
    });
  }
  for (std::thread& each : threads) each.join();
}

template <class L>
class EveryLayer : public testing::Test {
 protected:
  typename L::Turn turn_;
};
using AllLayers = testing::Types<GilLayer, ObjectLayer, NaiveLayer, NoneLayer>;
TYPED_TEST_SUITE(EveryLayer, AllLayers);

TYPED_TEST(EveryLayer, CountsItsOwnReferences) {
  using Count = typename TypeParam::Count;
  Member<TypeParam> me(this->turn_);
  Header header;
  Count::start(header);
  EXPECT_TRUE(Count::is_unique(header));
  for (int i = 0; i < 1000; ++i) Count::take(header);
  EXPECT_FALSE(Count::is_unique(header));
  EXPECT_EQ(Count::total(header), 1001u);
  for (int i = 0; i < 1000; ++i) ASSERT_FALSE(Count::drop(header));
  EXPECT_EQ(Count::total(header), 1u);
  EXPECT_TRUE(Count::drop(header));
}

TYPED_TEST(EveryLayer, KnowsSeveralReferencesAsUnique) {
  using Count = typename TypeParam::Count;
  Member<TypeParam> me(this->turn_);
  Header header;
  Count::start(header);
  Count::take(header);
  EXPECT_TRUE(Count::is_unique(header, 2));
  EXPECT_FALSE(Count::is_unique(header, 1));
}

TYPED_TEST(EveryLayer, RevivesWhatHasEnded) {
  using Count = typename TypeParam::Count;
  Member<TypeParam> me(this->turn_);
  Header header;
  Count::start(header);
  EXPECT_TRUE(Count::drop(header));
  Count::revive(header);
  EXPECT_EQ(Count::total(header), 1u);
  EXPECT_TRUE(Count::drop(header));
}

TYPED_TEST(EveryLayer, GivesNoReferenceToAFreeBlock) {
  using Count = typename TypeParam::Count;
  Member<TypeParam> me(this->turn_);
  Header header;
  Count::start(header);
  Count::finish(header, 4);
  EXPECT_EQ(header.flags, 4);
  EXPECT_FALSE(Count::try_take(header));
  EXPECT_EQ(Count::mark_seen(header), 0u);
}

TYPED_TEST(EveryLayer, KeepsValuesInCells) {
  typename TypeParam::template Cell<uint64_t> cell(7);
  EXPECT_EQ(cell.get(), 7u);
  EXPECT_EQ(cell.exchange(8), 7u);
  cell.set(9);
  EXPECT_EQ(cell.get(), 9u);
}

TYPED_TEST(EveryLayer, NestsSectionsInTheSameObjects) {
  using Guard = typename TypeParam::Guard;
  Member<TypeParam> me(this->turn_);
  Header a, b;
  TypeParam::Count::start(a);
  TypeParam::Count::start(b);
  {
    Guard outer(a);
    Guard both(b, a);
    Guard again(a, a);
    Guard inner(b);
    typename TypeParam::Suspension suspended;
    Guard within(a);
  }
  EXPECT_EQ(a.lock, 0);
  EXPECT_EQ(b.lock, 0);
}

TYPED_TEST(EveryLayer, StopsTheWorldWithinAStoppedWorld) {
  Member<TypeParam> me(this->turn_);
  this->turn_.stop_world(me.attached);
  this->turn_.stop_world(me.attached);
  this->turn_.start_world(me.attached);
  this->turn_.start_world(me.attached);
  this->turn_.safe_point(me.attached);
}

TYPED_TEST(EveryLayer, StandsStillWhileTheWorldIsStopped) {
  constexpr int kThreads = 3;
  std::array<std::atomic<uint64_t>, kThreads> steps{};
  std::atomic<bool> done{false};
  std::thread stopper([&] {
    Member<TypeParam> me(this->turn_);
    for (int i = 0; i < 50; ++i) {
      this->turn_.stop_world(me.attached);
      std::array<uint64_t, kThreads> before;
      for (int t = 0; t < kThreads; ++t) before[t] = steps[t].load();
      std::this_thread::yield();
      for (int t = 0; t < kThreads; ++t) EXPECT_EQ(steps[t].load(), before[t]);
      this->turn_.start_world(me.attached);
      me.safe_point();
    }
    done = true;
  });
  run_threads<TypeParam>(this->turn_, kThreads, [&](Member<TypeParam>& me, int i) {
    while (!done) {
      steps[i].fetch_add(1);
      me.safe_point();
      if (steps[i] % 64 == 0) {
        this->turn_.detach(me.attached, Reason::Io);
        this->turn_.attach(me.attached);
      }
    }
  });
  stopper.join();
}

// --- what a layer promises more that protects its objects while threads run at the same time

template <class L>
class ProtectingLayer : public EveryLayer<L> {};
using ProtectingLayers = testing::Types<GilLayer, ObjectLayer, NaiveLayer>;
TYPED_TEST_SUITE(ProtectingLayer, ProtectingLayers);

constexpr int kThreads = 4;
constexpr int kRounds = 20000;

TYPED_TEST(ProtectingLayer, LosesNoReferenceAmongThreads) {
  using Count = typename TypeParam::Count;
  Header header;
  std::atomic<int> ends{0}, ready{0};
  run_threads<TypeParam>(this->turn_, kThreads, [&](Member<TypeParam>& me, int i) {
    if (i == 0) {
      Count::start(header);
      for (int more = 1; more < kThreads; ++more) Count::take(header);
      ready = 1;
    }
    while (!ready) {
      this->turn_.detach(me.attached, Reason::Lock);
      std::this_thread::yield();
      this->turn_.attach(me.attached);
    }
    const auto settle = [&] {
      for (Header* each : take_back(me.attached)) ends += each == &header;
      if (!is_settling_wanted()) return;
      this->turn_.stop_world(me.attached);
      for (Header* each : settle_spread(me.attached.slot)) ends += each == &header;
      this->turn_.start_world(me.attached);
    };
    for (int round = 0; round < kRounds; ++round) {
      Count::take(header);
      if (round % 16 == 0) me.safe_point();
      ends += Count::drop(header);
      if (round % 64 == 0) settle();
    }
    ends += Count::drop(header);
    settle();
  });
  Member<TypeParam> last(this->turn_);
  for (Header* each : take_back_all()) ends += each == &header;
  for (Header* each : settle_spread(last.attached.slot)) ends += each == &header;
  EXPECT_EQ(ends, 1);
}

TYPED_TEST(ProtectingLayer, LetsOneThreadIntoAnObject) {
  Header header{};
  int counter = 0;  // plain: the sections protect it
  run_threads<TypeParam>(this->turn_, kThreads, [&](Member<TypeParam>& me, int) {
    for (int round = 0; round < kRounds; ++round) {
      {
        typename TypeParam::Guard guard(header);
        ++counter;
      }
      me.safe_point();
    }
  });
  EXPECT_EQ(counter, kThreads * kRounds);
  EXPECT_EQ(header.lock, 0);
}

TYPED_TEST(ProtectingLayer, TakesTwoObjectsInAnyOrder) {
  Header a{}, b{};
  int in_a = 0, in_both = 0;
  run_threads<TypeParam>(this->turn_, kThreads, [&](Member<TypeParam>& me, int i) {
    for (int round = 0; round < kRounds; ++round) {
      {
        typename TypeParam::Guard guard(i % 2 ? a : b, i % 2 ? b : a);
        ++in_a;
        ++in_both;
      }
      {
        typename TypeParam::Guard outer(b);
        typename TypeParam::Guard inner(a);
        ++in_a;
      }
      me.safe_point();
    }
  });
  EXPECT_EQ(in_a, 2 * kThreads * kRounds);
  EXPECT_EQ(in_both, kThreads * kRounds);
}

// Each lets go before it waits for the other: a script cannot deadlock inside the VM.
TYPED_TEST(ProtectingLayer, LetsGoOfWhatItHasBeforeItWaits) {
  Header a{}, b{};
  std::atomic<int> inside{0};
  run_threads<TypeParam>(this->turn_, 2, [&](Member<TypeParam>& me, int i) {
    for (int round = 0; round < 2000; ++round) {
      typename TypeParam::Guard outer(i ? a : b);
      if (round % 3 == 0) {
        this->turn_.detach(me.attached, Reason::Io);
        this->turn_.attach(me.attached);
      }
      typename TypeParam::Guard inner(i ? b : a);
      if (TypeParam::kConcurrent) {
        EXPECT_EQ(inside.fetch_add(1), 0);
        inside.fetch_sub(1);
      }
      typename TypeParam::Suspension suspended;
      me.safe_point();
    }
  });
  EXPECT_EQ(a.lock, 0);
  EXPECT_EQ(b.lock, 0);
}

// Readers take from a slot, without a lock, what another thread replaces: objects in blocks that are used again at once.
TEST(ObjectLayer, ReadsASlotWithoutALock) {
  using Count = ObjectLayer::Count;
  struct Block {
    Header header;
    std::atomic<uint64_t> alive{0};
  };
  constexpr int kBlocks = 8;
  static std::array<Block, kBlocks> blocks;
  for (Block& each : blocks) Count::finish(each.header, 4);
  ObjectLayer::Turn turn;
  ObjectLayer::Cell<Header*> slot(nullptr);
  std::atomic<bool> done{false};
  const auto end = [](Header* header) {
    auto* block = reinterpret_cast<Block*>(header);
    EXPECT_EQ(block->alive, 1u);
    Count::finish(*header, 4);
    block->alive = 0;  // from now on it may be used again
  };
  const auto settle = [&](Member<ObjectLayer>& me) {
    for (Header* each : take_back(me.attached)) end(each);
    if (!is_settling_wanted()) return;
    turn.stop_world(me.attached);
    const std::vector<Header*> dead = settle_spread(me.attached.slot);
    turn.start_world(me.attached);
    for (Header* each : dead) end(each);
  };
  const auto write = [&](Member<ObjectLayer>& me) {
    for (int round = 0; round < 200000; ++round) {
      Block* fresh = nullptr;
      for (Block& each : blocks) {
        if (each.header.flags == 4 && each.alive == 0) fresh = &each;
      }
      if (fresh) {
        fresh->alive = 1;
        Count::start(fresh->header);
        Header* old = slot.exchange(&fresh->header);
        if (old && Count::drop(*old)) end(old);
      }
      settle(me);
      me.safe_point();
    }
    Header* last = slot.exchange(nullptr);
    if (last && Count::drop(*last)) end(last);
    done = true;
  };
  const auto read = [&](Member<ObjectLayer>& me) {
    uint64_t got = 0;
    while (!done) {
      Header* seen = slot.get();
      if (seen && Count::try_take(*seen)) {
        if (slot.get() == seen) {
          EXPECT_EQ(reinterpret_cast<Block*>(seen)->alive, 1u);
          ++got;
        }
        if (Count::drop(*seen)) end(seen);
      } else if (const uint32_t mark = seen ? Count::mark_seen(*seen) : 0) {
        if (slot.get() == seen && Count::take_seen(*seen, mark)) {
          EXPECT_EQ(reinterpret_cast<Block*>(seen)->alive, 1u);
          if (Count::drop(*seen)) end(seen);
        }
      }
      settle(me);
      me.safe_point();
    }
    static_cast<void>(got);
  };
  run_threads<ObjectLayer>(turn, 3, [&](Member<ObjectLayer>& me, int i) { i == 0 ? write(me) : read(me); });
  Member<ObjectLayer> last(turn);
  for (Header* each : take_back_all()) end(each);
  for (Header* each : settle_spread(last.attached.slot)) end(each);
  for (Block& each : blocks) EXPECT_EQ(each.alive, 0u);
}

}  // namespace
}  // namespace gillab::gil
