// What exploring knows beside the state of the script: settings, which variables are shared, what threads are about to
// do. The Session lies outside the arena; the records of threads inside it, they come and go with the state.
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "gil/schedule/machine.h"
#include "vm/explore/operation.h"
#include "vm/explore/thread_set.h"

namespace gillab::explore {

enum class SwitchMode : uint8_t { Any, Loop, Micro };
enum class Model : uint8_t { Gil, Object, None };

struct ThreadRecord {
  Thread* thread;
  Value* stack_top;        // of operands, before the instruction at which it stopped
  const char* stack_base;  // of C++: where what counts begins when it stands between two instructions
  Operation pending;       // what it is about to do; kind None: nothing of interest
  uint32_t done;           // shared operations so far
  uint32_t alternative;    // chosen for the pending one
  bool is_daemon;          // the script may end before it does
  bool is_computing;       // for so long that nobody waits for what it does next
  bool gives_up_waiting;   // the decider wants its timed wait to time out
  bool inside;             // in the middle of a function in C++: its C++ stack matters
  bool did_shared;         // --switch loop: since it last stopped
  bool has_started_one;    // likewise: a thread, which may go on before this one does anything others can see
  int64_t loaded;          // of a count of references that is about to be stored (micro.cpp)
  uint8_t part;            // of the counts one instruction changes: 1 after the first
  uint8_t phase;           // where it is between load and store; 0: nowhere
  uint32_t maker;          // the thread that started it
  int made_at;             // at this line
  ThreadSet joined;        // threads it has called join() of
  ThreadSet made_after;    // threads whose end its maker had waited for
  const Code* last_code;
  Sight last_sight;
};

// Which threads have read and written.
struct Uses {
  ThreadSet readers, writers;
};
struct ObjectUses {
  Uses whole, structure, items;
  std::unordered_map<uint64_t, Uses> places;
};

// The variables of a script, and which of them are shared: at least two threads touch them, none of which waited for the
// other's end before, and one of them writes.
class Variables {
 public:
  // True: it is shared. What was not known before is noted in `found_new`.
  bool touch(const Touch& touch, uint32_t thread);
  // Two objects made since the checkpoint that are the same but for their addresses: in states with one key.
  void unite(uint64_t object, uint64_t other);
  bool found_new = false;
  size_t shared_count() const { return shared_; }
  std::vector<Variable> shared_names() const;  // those in the script's globals
  std::vector<Variable> shared() const;  // in no order
  // All that is known, for another process of the search (variables.cpp).
  std::vector<uint64_t> as_words() const;
  void add_words(const std::vector<uint64_t>& words);

 private:
  static bool is_shared(const Uses& a, const Uses& b);
  uint64_t root_of(uint64_t object) const;
  std::unordered_map<uint64_t, uint64_t> united_;  // with which: made since the checkpoint
  std::unordered_map<uint64_t, ObjectUses> objects_;
  size_t shared_ = 0;
};

struct Session {
  SwitchMode switch_mode = SwitchMode::Any;
  Model model = Model::Gil;
  bool shows_output = false;
  bool explores = false;       // else: one run, decided by rule
  bool only_looks = false;     // a first run that finds shared variables; nothing stops
  uint64_t looked = 0;         // operations it has met
  Variables variables;
  uint64_t instructions = 0;   // since the last decision
  uint64_t most_instructions = 20'000'000;
  bool ran_away = false;
  uint64_t all_instructions = 0;
  std::unordered_map<uint64_t, std::string> files;  // paths, by their place
  std::vector<int> joined_at;  // lines of calls of join()

  // What the main thread is to evaluate at the end, and what came of it.
  struct Question {
    std::string expression;
    std::string name;          // for messages
    std::string answer;        // its repr, or the error's
    bool failed = false;
  };
  std::vector<Question> questions;
  std::string* standard_input = nullptr;  // once somebody has read it
  bool asks = false;
  bool shows_expression = false;  // the first question is what to show; the others are claims
  std::string problem;            // a claim that raised
  std::string refusal;            // a system call that cannot be taken back, and where
  std::string computes_at;        // a daemon that was left alone, and where
  std::string ran_away_at;        // where a thread ran without end
};

inline constexpr uint64_t kMostOfDaemon = 2'000'000;  // instructions without a shared operation

// Who holds a lock, as far as it was seen being taken.
struct Holder {
  Value lock;
  uint32_t thread;
  int line;
};
const Holder* holder_of(Value lock);  // null: nobody

Session& session();
void start_session();                    // before the machine runs anything
ThreadRecord& record_of(uint32_t fiber);
uint32_t alive_threads();
bool has_others(const ThreadRecord& me);
void stop_at_each_instruction(Thread& thread, bool stops);

}  // namespace gillab::explore
