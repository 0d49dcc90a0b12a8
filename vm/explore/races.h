// Which accesses of a run nothing orders: vector clocks of threads, joined by what scripts synchronise with. The lock
// layer gives no edge. Reports are collected over many runs, or over all at once along a search over states.
#pragma once

#include <array>
#include <map>
#include <string>
#include <vector>

#include "vm/explore/place.h"
#include "vm/explore/sample.h"
#include "vm/explore/search.h"

namespace gillab::explore {

// Where an access happens and how: the same for all accesses from there.
struct Site {
  uint32_t thread = 0;
  bool is_call = false;            // of a method in C++: one step under the global lock
  bool is_one_step = false;        // likewise d[key] = value, for the dict as a whole
  std::vector<Location> stack;     // the innermost first, frames of the script alone
  std::string held;                // names of the locks held, or none
  int started = 0;                 // the line that started the thread
  int line() const { return stack.empty() ? 0 : stack.front().line; }
};

struct Access {
  uint32_t thread = 0;
  bool writes = false;
  uint32_t site = 0;
  uint32_t clock = 0;
  uint32_t section = 0;            // of locked code: counts the thread's acquisitions
  uint64_t order = 0;              // of all accesses of the run
  std::string value;               // "-> 0", "0 -> 1"; empty: nobody knows
};

enum class Verdict : uint8_t { DataRace, UnorderedAtomic, Atomicity };

struct RaceReport {
  Verdict verdict;
  std::string variable;
  Access first, second;
  uint64_t runs = 0;               // in how many of the runs looked at
  std::string replay;              // of the first of them
};

// A thread took one lock while it held another.
struct LockOrder {
  uint64_t first, second;          // locks
  std::string first_name, second_name;
  std::vector<uint64_t> gates;     // the other locks it held
  uint32_t thread;
  int line_first, line_second;
};

class RaceDetector : public Companion {
 public:
  void begin_run();
  void end_run(const std::string& replay);
  void before(Choice choice) override;
  void after(Choice choice) override;
  uint64_t digest() override;
  const std::vector<uint32_t>& labels() override { return of_this_step_; }
  void keep() override { kept_.push_back(now_); }
  void go_back() override { now_ = kept_.back(); }
  void drop() override { kept_.pop_back(); }

  const std::vector<RaceReport>& reports() const { return reports_; }
  const Site& site(uint32_t number) const { return sites_[number]; }
  bool has_synchronised(uint32_t thread) const { return synchronised_.has(thread); }  // beside start and join
  // Threads that each hold the lock the one before wants: as many orders as threads.
  std::vector<std::vector<LockOrder>> inversions() const;

 private:
  static constexpr uint32_t kThreads = 128;
  using Clock = std::array<uint32_t, kThreads>;
  struct Held {
    uint64_t lock;
    int line;
  };
  struct Watched {
    uint64_t place;
    std::vector<Access> writes;    // the last of each thread
    std::vector<Access> reads;
    Access last_write;
    bool written = false;
  };
  struct Taken {                   // an order of locks, and the clock of the thread when it took them
    uint32_t order;
    uint32_t clock;
  };
  struct ThreadKnown {
    Clock clock{};
    Clock strict{};                // joined by start and join alone
    uint64_t waited = 0;           // what it waited for, whose clock it takes at its next step
    uint32_t sections = 0;
    std::vector<Held> held;
  };
  // What belongs to the path.
  struct Known {
    std::vector<ThreadKnown> threads;
    std::map<uint64_t, Clock> objects;                    // of synchronisation objects
    std::map<uint64_t, std::vector<Watched>> variables;   // by object
    std::vector<Taken> taken;
    uint64_t order = 0;
  };

  void join(Clock& clock, const Clock& other);
  void note_new_threads();
  void note_sync(uint32_t thread, const Operation& operation);
  void note_acquisition(uint32_t thread, const Operation& operation);
  void note_taken(uint32_t me, uint32_t order);
  void note_access(uint32_t thread, const Touch& touch, const Access& access);
  void compare(const Watched& watched, const Touch& touch, const Access& access);
  void look_for_stale_read(const Watched& here, const Touch& touch, const Access& access);
  void report(Verdict verdict, const Touch& touch, const Access& first, const Access& second);
  void found(uint32_t number);
  uint32_t site_of(uint32_t thread);
  bool is_before(const Access& access, uint32_t thread) const {
    return access.clock <= now_.threads[thread].clock[access.thread];
  }
  uint64_t relations(uint32_t thread, uint32_t clock) const;

  Known now_;
  std::vector<Known> kept_;
  Operation pending_;
  std::vector<std::string> values_;        // of what is touched, before
  uint32_t site_ = 0;
  int line_ = 0;

  // Of all runs.
  std::vector<Site> sites_;
  std::map<std::vector<uint64_t>, uint32_t> numbers_of_sites_;
  std::vector<RaceReport> reports_;
  std::map<std::array<uint64_t, 5>, uint32_t> numbers_of_reports_;
  std::vector<uint32_t> of_this_run_, of_this_step_;
  ThreadSet synchronised_;
  std::vector<LockOrder> orders_;
  std::vector<std::pair<uint32_t, uint32_t>> at_once_;   // orders of two threads that nothing but locks keeps apart
};

}  // namespace gillab::explore
