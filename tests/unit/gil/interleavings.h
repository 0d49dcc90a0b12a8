// A small model checker: all interleavings of a few threads whose steps are atomic. A model is a plain struct of bytes
// and a function that does one step of one thread; states that were seen before are not followed again.
#pragma once

#include <set>
#include <string>
#include <type_traits>
#include <vector>

namespace gillab::gil::interleavings {

enum class Step { Taken, Waits, Done };

struct Result {
  std::string failure;  // empty: none. The first that was found
  size_t states = 0;
};

// `step(state, thread, choice)`: both choices, 0 and 1, are followed. A model says what is wrong in `state.wrong`, a text
// that lives for ever.
template <class State, class DoStep>
Result explore(const State& initial, int threads, DoStep step) {
  static_assert(std::is_trivially_copyable_v<State>);
  const auto key = [](const State& state) { return std::string(reinterpret_cast<const char*>(&state), sizeof state); };
  std::set<std::string> seen{key(initial)};
  std::vector<State> open{initial};
  while (!open.empty()) {
    const State state = open.back();
    open.pop_back();
    bool moves = false, waits = false;
    for (int thread = 0; thread < threads; ++thread) {
      for (int choice = 0; choice < 2; ++choice) {
        State next = state;
        const Step done = step(next, thread, choice);
        waits |= done == Step::Waits;
        if (done != Step::Taken) continue;
        moves = true;
        if (next.wrong) return {next.wrong, seen.size()};
        if (seen.insert(key(next)).second) open.push_back(next);
      }
    }
    if (!moves && waits) return {"all threads wait", seen.size()};
  }
  return {"", seen.size()};
}

}  // namespace gillab::gil::interleavings
