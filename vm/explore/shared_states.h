// What the processes of one search share (--jobs): which states have been met, and work for those that have none left. It
// lies in memory that is mapped before they are forked. A state is expanded by the process that claims it first; a process
// with nothing to do is given choices that another has not made yet, and the way to where they are.
#pragma once

#include <atomic>
#include <cstdint>
#include <utility>
#include <vector>

#include "vm/explore/runner.h"
#include "vm/explore/state_key.h"

namespace gillab::explore {

// Choices of a state for another process to make: the `first` to before the `end` of them.
struct Work {
  std::vector<Choice> way;  // from the checkpoint to the state
  uint32_t state = 0;
  uint32_t first = 0, end = 0;
};

class SharedStates {
 public:
  // Null: there is not the memory.
  static SharedStates* make(unsigned jobs, uint64_t most_states);
  void discard();  // of this process

  struct Claim {
    uint32_t state;
    bool fresh;          // it is for the caller to expand
    uint64_t made;       // of who claimed it: where the list of its objects lies
  };
  Claim claim(const StateKey& key, uint64_t made);
  uint64_t count() const { return head_->states.load(std::memory_order_relaxed); }

  // Lists of objects, for good; a list's first word says how many follow. kFull: there is no room.
  static constexpr uint64_t kFull = ~uint64_t{0};
  uint64_t put_list(const std::vector<uint64_t>& list);
  const uint64_t* list(uint64_t place) const { return lists_ + place; }

  // Whoever looks for work is told that there is none any more when all are; process 0 has some when the search begins.
  bool is_wanted() const { return head_->waiting.load(std::memory_order_relaxed) != 0; }
  bool give(const Work& work);            // false: nobody wants it any more, or the way is too long
  bool take(unsigned me, Work* work);     // false: there is none, or somebody has stopped the search
  void stop(uint32_t reason);             // the first one counts; not 0
  uint32_t stopped() const { return head_->stopped.load(std::memory_order_relaxed); }
  void look_after(std::vector<int> children) { children_ = std::move(children); }  // processes: now and then while this one waits

  static constexpr uint32_t kLost = ~0u;  // a reason to stop: a process is gone

 private:
  struct Slot;
  struct Mailbox;
  struct Head {
    std::atomic<uint32_t> states, waiting, working, stopped;
    std::atomic<uint64_t> words;          // of lists
  };
  SharedStates() = default;
  bool end_of_wait(Mailbox& box);
  bool is_child_lost() const;
  void wake_all();

  unsigned jobs_ = 0;
  char* memory_ = nullptr;
  size_t bytes_ = 0;
  Head* head_ = nullptr;
  Mailbox* boxes_ = nullptr;
  Slot* slots_ = nullptr;
  uint64_t slot_count_ = 0, list_words_ = 0;
  uint64_t* lists_ = nullptr;
  std::vector<int> children_;
};

}  // namespace gillab::explore
