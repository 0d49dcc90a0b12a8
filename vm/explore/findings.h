// What nothing orders in a script: races with the schedules they are in, deadlocks, locks taken in both orders. Found
// along a search over all states where that ends in time, else in single runs.
#pragma once

#include <string>
#include <vector>

#include "vm/explore/exploration.h"
#include "vm/explore/races.h"

namespace gillab::explore {

struct Finding {
  Verdict verdict;
  std::string variable;
  struct Side {
    Site site;
    bool writes;
    std::string value;
  } first, second;
  std::string schedules;    // in how many, as a decimal number
  bool in_all = false;
  std::string also_in;      // the result that is meant, if all its schedules have the race too
  std::string order;        // why there is no order between the two
  std::string replay;
};

struct Problem {            // a deadlock, an uncaught exception
  std::string text;
  std::string schedules;
  std::string replay;
};

struct Findings {
  std::vector<Finding> races;
  std::vector<Problem> deadlocks, errors;
  std::vector<std::vector<LockOrder>> inversions;
  std::string schedules;    // looked at
  bool complete = false;    // these are all there are
  bool refused = false;     // a system call that cannot be taken back
};

struct FindingLimits {
  uint64_t most_states;     // of the search over all states; 0: none
  double seconds;
  uint64_t runs;            // looked at singly where the search does not end in time
};

// REQUIRES: the state is the checkpoint, and which variables are shared is known.
Findings find_races(const Exploration& all, Halt halt, const FindingLimits& limits);

// findings_text.cpp
std::string text_of(const Findings& found, const Exploration& all);
std::vector<std::string> races_as_json(const Findings& found);   // an object each
std::string as_json(const Findings& found, const Exploration& all);

}  // namespace gillab::explore
