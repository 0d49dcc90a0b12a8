#include "vm/explore/search.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "gil/schedule/pages.h"
#include "vm/explore/clock.h"

namespace gillab::explore {
namespace {

using gil::schedule::Snapshot;

constexpr uint32_t kShardDepth = 8;  // so many choices down the shards part

struct Level {
  uint32_t node;
  uint32_t next = 0;         // of its edges
  uint32_t last = 0;         // the thread that ran
  uint32_t preemptions = 0;  // so far
  Snapshot state;
};

uint64_t mixed(uint64_t a, uint64_t b) { return (a ^ b * 0x9E3779B97F4A7C15) * 0xD6E8FEB86659FD93; }

class Search {
 public:
  Search(const SearchLimits& limits, const std::function<void(const SearchResult&, size_t)>& progress, Companion* companion)
      : limits_(limits), progress_(progress), companion_(companion), began_(seconds_now()) {}

  SearchResult run(Halt halt) {
    arrive(halt, kNowhere, 0, 0);
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
      if (companion_) companion_->drop();
      path_.pop_back();
      return;
    }
    const uint32_t edge = node.first_edge + level.next++;
    if (edge != node.first_edge) {
      gil::schedule::restore(level.state);
      if (companion_) companion_->go_back();
    }
    const Choice choice = graph().edges[edge].choice;
    const bool preempts = is_preemption(choice, level.last, node.goes_on);
    const uint32_t preemptions = level.preemptions + preempts;
    arrive(make(choice, edge), edge, choice.thread, preemptions);
  }

  Halt make(Choice choice, uint32_t edge) {
    if (!companion_) return choose(choice);
    companion_->before(choice);
    const Halt halt = choose(choice);
    if (halt == Halt::NewShared) return halt;
    companion_->after(choice);
    if (!companion_->labels().empty()) graph().labels[edge] = companion_->labels();
    return halt;
  }

  // What tells states apart beside what the script can see: under a bound, how much of it is used; where shards part, how
  // far down it is.
  StateKey key_here(uint32_t last, uint32_t preemptions) {
    StateKey key = key_of_state(&made_);
    plain_ = key;
    if (limits_.preemptions >= 0) key.low = mixed(key.low, last * 1024 + preemptions + 1);
    if (limits_.shards > 1 && path_.size() <= kShardDepth) key.low = mixed(key.low, path_.size() + 1);
    if (companion_) key.low = mixed(key.low, companion_->digest());
    return key;
  }

  bool is_mine(const StateKey& key, bool ends) const {
    if (limits_.shards == 1 || path_.size() > kShardDepth) return true;
    if (path_.size() < kShardDepth) return !ends || limits_.shard == 0;
    return mixed(key.high, 1) % limits_.shards == limits_.shard;
  }

  // Under a bound that is used up the running thread goes on while it can.
  std::vector<Choice> choices_here(uint32_t last, uint32_t preemptions) const {
    std::vector<Choice> open = choices();
    if (limits_.preemptions < 0 || preemptions < static_cast<uint32_t>(limits_.preemptions)) return open;
    std::vector<Choice> cheap;
    for (const Choice& each : open) {
      if (!is_preemption(each, last, who_goes_on(open))) cheap.push_back(each);
    }
    return cheap;
  }

  // The state is where `edge` led.
  void arrive(Halt halt, uint32_t edge, uint32_t last, uint32_t preemptions) {
    if (has_to_stop(halt)) return;
    const Snapshot here = gil::schedule::take_snapshot();
    const StateKey key = key_here(last, preemptions);
    if (!is_mine(key, halt != Halt::Choosing)) return;
    const auto [number, fresh] = graph().find_or_add(key);
    if (edge != kNowhere) {
      graph().edges[edge].to = number;
      graph().edges[edge].back = graph().nodes[number].on_path;
      result_.circles += graph().nodes[number].on_path;
    }
    compare_objects(number, fresh);
    if (!fresh) return;
    if (companion_ || limits_.preemptions >= 0 || limits_.shards > 1) graph().nodes[number].state = states_.try_emplace(plain_, number).first->second;
    if (halt != Halt::Choosing) return note_end(number, halt);
    const std::vector<Choice> open = choices_here(last, preemptions);
    graph().set_choices(number, open);
    graph().nodes[number].goes_on = who_goes_on(choices());
    graph().nodes[number].on_path = true;
    path_.push_back({number, 0, last, preemptions, here});
    if (companion_) companion_->keep();
    watch_limits();
  }

  // The state has been met with other addresses: its objects are the same all the same, which may show that a variable
  // is shared.
  void compare_objects(uint32_t number, bool fresh) {
    if (fresh) {
      objects_of_.push_back(list_of_made());
      return;
    }
    const uint32_t before = objects_of_[number];
    if (lists_[before] == made_) return;
    const uint32_t now = list_of_made();
    if (!compared_.insert(uint64_t{before} << 32 | now).second) return;
    for (size_t i = 0; i < std::min(made_.size(), lists_[before].size()); ++i) {
      session().variables.unite(lists_[before][i], made_[i]);
    }
    if (session().variables.found_new) result_.end = SearchEnd::NewShared;
  }

  uint32_t list_of_made() {
    uint64_t hash = made_.size();
    for (uint64_t object : made_) hash = mixed(hash, object);
    const auto [known, fresh] = numbers_of_lists_.try_emplace(hash, static_cast<uint32_t>(lists_.size()));
    if (fresh) lists_.push_back(made_);
    return known->second;
  }

  void note_end(uint32_t number, Halt halt) {
    Outcome outcome = outcome_of(halt);
    auto found = std::find(result_.outcomes.begin(), result_.outcomes.end(), outcome);
    graph().nodes[number].end = outcome.end;
    graph().nodes[number].outcome = static_cast<uint32_t>(found - result_.outcomes.begin());
    if (found == result_.outcomes.end()) result_.outcomes.push_back(std::move(outcome));
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
  Companion* const companion_;
  const double began_;
  SearchResult result_;
  std::vector<Level> path_;
  StateKey plain_;                                    // of the state alone
  std::unordered_map<StateKey, uint32_t> states_;     // where nodes are more than states: the first of each
  std::vector<uint64_t> made_;                        // objects made since the checkpoint, of the state of now
  std::vector<std::vector<uint64_t>> lists_;          // such lists, each once
  std::unordered_map<uint64_t, uint32_t> numbers_of_lists_;
  std::vector<uint32_t> objects_of_;                  // by node: which of them
  std::unordered_set<uint64_t> compared_;             // pairs of them
};

}  // namespace

SearchResult search_states(Halt halt, const SearchLimits& limits,
                           const std::function<void(const SearchResult&, size_t)>& progress, Companion* companion) {
  return Search(limits, progress, companion).run(halt);
}

}  // namespace gillab::explore
