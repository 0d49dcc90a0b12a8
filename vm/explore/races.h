// Which accesses of a run nothing orders: vector clocks of threads, joined by what scripts synchronise with. The lock
// layer gives no edge. Reports are collected over many runs.
#pragma once

#include <array>
#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "vm/explore/place.h"
#include "vm/explore/sample.h"

namespace gillab::explore {

struct Access {
  uint32_t thread = 0;
  bool writes = false;
  bool is_call = false;         // of a method in C++: one step under the global lock
  Location where;
  std::string what;
  std::string held;             // names of the locks held, or none
  int started = 0;              // the line that started the thread
  uint32_t clock = 0;
  uint32_t section = 0;         // of locked code: counts the thread's acquisitions
  uint64_t order = 0;           // of all accesses of the run
};

enum class Verdict : uint8_t { DataRace, UnorderedAtomic, Atomicity };

struct RaceReport {
  Verdict verdict;
  std::string variable;
  Access first, second;
  uint64_t runs = 0;            // in how many of the runs looked at
  std::string replay;           // of the first of them
};

struct LockOrder {
  std::string first, second;    // locks
  uint32_t thread;
  int line_first, line_second;
};

class RaceDetector : public Observer {
 public:
  void begin_run();
  void end_run(const std::string& replay);
  void before(Choice choice) override;
  void after(Choice choice) override;

  const std::vector<RaceReport>& reports() const { return reports_; }
  // Pairs of locks that threads take in both orders.
  std::vector<std::pair<LockOrder, LockOrder>> inversions() const;

 private:
  static constexpr uint32_t kThreads = 128;
  using Clock = std::array<uint32_t, kThreads>;
  struct Held {
    uint64_t lock;
    std::string name;
    int line;
  };
  struct Watched {
    std::vector<Access> writes;   // the last of each thread
    std::vector<Access> reads;
    Access last_write;
    bool written = false;
  };
  struct KeyHash {
    size_t operator()(const Variable& v) const { return v.object * 31 + v.place; }
  };

  void join(Clock& clock, const Clock& other);
  void note_new_threads();
  void note_sync(uint32_t thread, const Operation& operation);
  void note_access(uint32_t thread, const Touch& touch, const Access& access);
  void report(Verdict verdict, const Touch& touch, const Access& first, const Access& second);
  bool is_before(const Access& access, uint32_t thread) const { return access.clock <= clocks_[thread][access.thread]; }

  std::vector<Clock> clocks_;
  std::unordered_map<uint64_t, Clock> objects_;   // of synchronisation objects
  std::vector<uint64_t> waited_;                  // by thread: what it waited for, whose clock it takes at its next step
  std::vector<std::vector<Held>> held_;
  std::vector<uint32_t> sections_;
  std::unordered_map<Variable, Watched, KeyHash> variables_;
  Operation pending_;
  Access access_;
  std::vector<RaceReport> reports_;
  std::vector<size_t> of_this_run_;
  std::vector<LockOrder> orders_;
  uint64_t order_ = 0;
};

}  // namespace gillab::explore
