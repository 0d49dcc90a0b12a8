#include "vm/explore/search.h"

#include <algorithm>
#include <ctime>

#include "gil/schedule/pages.h"

namespace gillab::explore {
namespace {

using gil::schedule::Snapshot;

struct Level {
  uint32_t node;
  uint32_t next = 0;     // of its edges
  Snapshot state;
};

double seconds_now() {
  timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e9;
}

class Search {
 public:
  Search(const SearchLimits& limits, const std::function<void(const SearchResult&, size_t)>& progress)
      : limits_(limits), progress_(progress), began_(seconds_now()) {}

  SearchResult run(Halt halt) {
    arrive(halt, kNowhere);
    while (!path_.empty() && result_.end == SearchEnd::Complete) step();
    return std::move(result_);
  }

 private:
  Graph& graph() { return result_.graph; }

  void step() {
    Level& level = path_.back();
    Node& node = graph().nodes[level.node];
    if (level.next == node.edge_count) {
      node.on_path = false;
      graph().note_left(level.node);
      path_.pop_back();
      return;
    }
    const uint32_t edge = node.first_edge + level.next++;
    if (edge != node.first_edge) gil::schedule::restore(level.state);
    arrive(choose(graph().edges[edge].choice), edge);
  }

  // The state is where `edge` led.
  void arrive(Halt halt, uint32_t edge) {
    if (has_to_stop(halt)) return;
    const auto [number, fresh] = graph().find_or_add(key_of_state());
    if (edge != kNowhere) {
      graph().edges[edge].to = number;
      graph().edges[edge].back = graph().nodes[number].on_path;
      result_.circles += graph().nodes[number].on_path;
    }
    if (!fresh) return;
    if (halt != Halt::Choosing) return note_end(number, halt);
    const std::vector<Choice> open = choices();
    graph().set_choices(number, open);
    graph().nodes[number].on_path = true;
    path_.push_back({number, 0, open.size() > 1 ? gil::schedule::take_snapshot() : Snapshot()});
    watch_limits();
  }

  void note_end(uint32_t number, Halt halt) {
    Outcome outcome = outcome_of(halt);
    auto found = std::find(result_.outcomes.begin(), result_.outcomes.end(), outcome);
    graph().nodes[number].end = outcome.end;
    graph().nodes[number].outcome = static_cast<uint32_t>(found - result_.outcomes.begin());
    if (found == result_.outcomes.end()) result_.outcomes.push_back(std::move(outcome));
    graph().note_left(number);
  }

  bool has_to_stop(Halt halt) {
    if (halt == Halt::NewShared) result_.end = SearchEnd::NewShared;
    if (halt == Halt::RanAway) result_.end = SearchEnd::RanAway;
    if (halt == Halt::Refused) result_.end = SearchEnd::Refused;
    return result_.end != SearchEnd::Complete;
  }

  void watch_limits() {
    if (graph().nodes.size() >= limits_.most_states) result_.end = SearchEnd::StatesSpent;
    if (graph().nodes.size() % 1024 != 0) return;
    if (limits_.seconds > 0 && seconds_now() - began_ > limits_.seconds) result_.end = SearchEnd::TimeSpent;
    if (progress_) progress_(result_, path_.size());
  }

  const SearchLimits limits_;
  const std::function<void(const SearchResult&, size_t)>& progress_;
  const double began_;
  SearchResult result_;
  std::vector<Level> path_;
};

}  // namespace

SearchResult search_states(Halt halt, const SearchLimits& limits,
                           const std::function<void(const SearchResult&, size_t)>& progress) {
  return Search(limits, progress).run(halt);
}

}  // namespace gillab::explore
