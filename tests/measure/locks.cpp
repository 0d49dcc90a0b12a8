// Measures one lock and one unlock: the byte in an object (gil/object_lock.h), a section of the layer `object`, and
// pthread_mutex, each alone and with two threads at the same one. Prints a line of JSON; docs/benchmarks.md has the figures.
#include <pthread.h>

#include <algorithm>
#include <cstdio>
#include <thread>
#include <vector>

#include "gil/clock.h"
#include "gil/layers/object.h"

namespace gillab::gil {
namespace {

constexpr int kRounds = 2'000'000;
constexpr int kRepetitions = 7;

struct Byte {
  static constexpr const char* kName = "byte lock";
  Header header{};
  void begin(int) {}
  void enter(uint64_t& counter) {
    ByteLock::lock(header);
    ++counter;
    ByteLock::unlock(header);
  }
};

struct Section {  // with a thread's list of sections; other threads' objects, so never biased
  static constexpr const char* kName = "section of an object";
  Header header{};
  void begin(int) {}
  void enter(uint64_t& counter) {
    ObjectLayer::Guard guard(header);
    guard.keeps_all();
    ++counter;
  }
};

struct OwnSection : Section {  // of what the first thread has made
  static constexpr const char* kName = "section of an object of its own";
  void begin(int thread) {
    if (thread == 0) ObjectLayer::Count::start(header);
  }
};

struct Mutex {
  static constexpr const char* kName = "pthread_mutex";
  pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
  void begin(int) {}
  void enter(uint64_t& counter) {
    pthread_mutex_lock(&mutex);
    ++counter;
    pthread_mutex_unlock(&mutex);
  }
};

template <class Lock>
double nanoseconds(ObjectLayer::Turn& turn, int threads) {
  Lock lock;
  uint64_t counter = 0;
  std::atomic<int> missing{threads};
  std::vector<std::thread> workers;
  std::atomic<Nanoseconds> begun{0};
  for (int i = 0; i < threads; ++i) {
    workers.emplace_back([&, i] {
      Attached me;
      turn.begin(me);
      turn.attach(me);
      lock.begin(i);
      for (--missing; missing > 0;) turn.safe_point(me);
      Nanoseconds none = 0;
      begun.compare_exchange_strong(none, now());
      for (int round = 0; round < kRounds; ++round) {
        lock.enter(counter);
        if (me.requests.load(std::memory_order_relaxed)) turn.safe_point(me);  // as the loop's table is swapped
      }
      turn.detach(me, Reason::End);
      turn.end(me);
    });
  }
  for (std::thread& each : workers) each.join();
  const auto time = static_cast<double>(now() - begun.load());
  if (counter != static_cast<uint64_t>(threads) * kRounds) std::fprintf(stderr, "%s lets two in\n", Lock::kName);
  return time / static_cast<double>(counter);
}

template <class Lock>
double median(ObjectLayer::Turn& turn, int threads) {
  std::vector<double> times;
  for (int i = 0; i < kRepetitions; ++i) times.push_back(nanoseconds<Lock>(turn, threads));
  std::sort(times.begin(), times.end());
  return times[times.size() / 2];
}

template <class Lock>
void report(ObjectLayer::Turn& turn, const char* end) {
  std::printf("\"%s\": {\"alone_ns\": %.1f, \"two_threads_ns\": %.1f}%s", Lock::kName, median<Lock>(turn, 1),
              median<Lock>(turn, 2), end);
}

}  // namespace
}  // namespace gillab::gil

int main() {
  using namespace gillab::gil;
  ObjectLayer::Turn turn;
  Attached me;  // a thread that waits: nobody is alone
  turn.begin(me);
  std::printf("{");
  report<Byte>(turn, ", ");
  report<Section>(turn, ", ");
  report<OwnSection>(turn, ", ");
  report<Mutex>(turn, "}\n");
  turn.end(me);
}
