#include "vm/explore/search.h"

#include <algorithm>
#include <unordered_map>

#include "gil/schedule/pages.h"
#include "vm/explore/clock.h"
#include "vm/explore/made_lists.h"

namespace gillab::explore {
namespace {

using gil::schedule::Snapshot;

constexpr uint32_t kShardDepth = 8;  // so many choices down the shards part

struct Level {
  uint32_t node = kNowhere;  // nowhere: on the way to work that was given
  uint32_t next = 0, end = 0;  // of its edges, those to be followed
  uint32_t last = 0;         // the thread that ran
  uint32_t preemptions = 0;  // so far
  Snapshot state;
  Choice made;               // the one the path goes on with
};

uint64_t mixed(uint64_t a, uint64_t b) { return (a ^ b * 0x9E3779B97F4A7C15) * 0xD6E8FEB86659FD93; }

class Search {
 public:
  Search(const SearchLimits& limits, const Progress& progress, Companion* companion, SharedStates* shared)
      : limits_(limits), progress_(progress), companion_(companion), shared_(shared), began_(seconds_now()), lists_(shared) {}

  void run(Halt halt) {
    arrive(halt, kNowhere, 0, 0);
    follow_path();
  }

  // Of a process that waits for others to give it something.
  void help(unsigned me) {
    Work work;
    while (result_.end == SearchEnd::Complete && shared_->take(me, &work)) {
      go_to(work);
      follow_path();
    }
    if (shared_->stopped()) result_.end = static_cast<SearchEnd>(shared_->stopped());
  }

  SearchResult result() { return std::move(result_); }
  std::vector<SearchPart::Piece> pieces() { return std::move(pieces_); }

 private:
  Graph& graph() { return result_.graph; }

  void follow_path() {
    while (!path_.empty() && result_.end == SearchEnd::Complete) step();
    if (shared_ && result_.end != SearchEnd::Complete) shared_->stop(static_cast<uint32_t>(result_.end));
  }

  void step() {
    if (shared_ && shared_->is_wanted()) give_work();
    if (shared_ && shared_->stopped()) return static_cast<void>(result_.end = static_cast<SearchEnd>(shared_->stopped()));
    Level& level = path_.back();
    if (level.next == level.end) return leave(level);
    Node& node = graph().nodes[level.node];
    const uint32_t edge = node.first_edge + level.next;
    if (level.next++ != 0) {
      gil::schedule::restore(level.state);
      if (companion_) companion_->go_back();
    }
    level.made = graph().edges[edge].choice;
    const uint32_t preemptions = level.preemptions + is_preemption(level.made, level.last, node.goes_on);
    arrive(make(level.made, edge), edge, level.made.thread, preemptions);
  }

  void leave(const Level& level) {
    if (level.node != kNowhere) graph().nodes[level.node].on_path = false;
    if (companion_) companion_->drop();
    path_.pop_back();
    first_open_ = std::min(first_open_, path_.size());
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
  std::vector<Choice> choices_here(const std::vector<Choice>& open, uint32_t last, uint32_t preemptions) const {
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
    if (!note_state(key, edge)) return;
    const auto number = static_cast<uint32_t>(graph().nodes.size() - 1);
    if (halt != Halt::Choosing) return note_end(number, halt);
    note_choices(number, last, preemptions);
    const Node& node = graph().nodes[number];
    path_.push_back({number, 0, node.edge_count, last, preemptions, here, {}});
    if (companion_) companion_->keep();
    watch_limits();
  }

  // True: it is new, and the last node is it.
  bool note_state(const StateKey& key, uint32_t edge) {
    const uint64_t made = lists_.place_of(made_);
    if (made == SharedStates::kFull) result_.end = SearchEnd::StatesSpent;
    if (result_.end != SearchEnd::Complete) return false;
    return shared_ ? note_shared_state(key, edge, made) : note_own_state(key, edge, made);
  }

  bool note_own_state(const StateKey& key, uint32_t edge, uint64_t made) {
    const auto [number, fresh] = graph().find_or_add(key);
    if (edge != kNowhere) {
      graph().edges[edge].to = number;
      graph().edges[edge].back = graph().nodes[number].on_path;
      result_.circles += graph().nodes[number].on_path;
    }
    if (!fresh) return compare_objects(made_by_[number], made), false;
    made_by_.push_back(made);
    if (is_more_than_a_state()) {
      graph().nodes[number].state = states_.try_emplace(plain_, number).first->second;
    }
    return true;
  }

  bool is_more_than_a_state() const { return companion_ || limits_.preemptions >= 0 || limits_.shards > 1; }

  bool note_shared_state(const StateKey& key, uint32_t edge, uint64_t made) {
    const SharedStates::Claim claim = shared_->claim(key, made);
    if (edge != kNowhere) graph().edges[edge].to = claim.state;
    if (!claim.fresh) return compare_objects(claim.made, made), false;
    add_piece({claim.state, 0, true, is_more_than_a_state() ? plain_ : key});
    return true;
  }

  uint32_t add_piece(const SearchPart::Piece& piece) {
    pieces_.push_back(piece);
    graph().nodes.emplace_back().first_edge = static_cast<uint32_t>(graph().edges.size());
    return static_cast<uint32_t>(pieces_.size() - 1);
  }

  void note_choices(uint32_t number, uint32_t last, uint32_t preemptions) {
    const std::vector<Choice> open = choices();
    graph().set_choices(number, choices_here(open, last, preemptions));
    graph().nodes[number].goes_on = who_goes_on(open);
    graph().nodes[number].on_path = true;
  }

  // The state has been met with other addresses: its objects are the same all the same, which may show that a variable
  // is shared.
  void compare_objects(uint64_t before, uint64_t now) {
    if (before == now || !lists_.is_new_pair(before, now)) return;
    const uint64_t *one = lists_.at(before), *other = lists_.at(now);
    for (uint64_t i = 1; i <= std::min(one[0], other[0]); ++i) {
      if (one[i] != other[i]) session().variables.unite(one[i], other[i]);
    }
    if (session().variables.found_new) result_.end = SearchEnd::NewShared;
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
    const uint64_t states = shared_ ? shared_->count() : graph().nodes.size();
    if (states >= limits_.most_states) result_.end = SearchEnd::StatesSpent;
    if (graph().nodes.size() % 1024 != 0) return;
    if (limits_.seconds > 0 && seconds_now() - began_ > limits_.seconds) result_.end = SearchEnd::TimeSpent;
    if (progress_) progress_(states, path_.size());
  }

  // --- several processes

  // Nearest to the beginning: most is likely to lie behind it. Of the last state one choice is kept.
  void give_work() {
    while (first_open_ < path_.size() && path_[first_open_].next == path_[first_open_].end) ++first_open_;
    if (first_open_ == path_.size()) return;
    Level& level = path_[first_open_];
    const uint32_t kept = first_open_ + 1 == path_.size() ? level.next + 1 : level.next;
    if (kept >= level.end) return;
    const SearchPart::Piece& piece = pieces_[level.node];
    Work work{{}, piece.state, piece.first_choice + kept, piece.first_choice + level.end};
    for (size_t i = 0; i < first_open_; ++i) work.way.push_back(path_[i].made);
    if (shared_->give(work)) level.end = kept;
  }

  void go_to(const Work& work) {
    gil::schedule::restore_checkpoint();
    path_.clear();
    first_open_ = 0;
    uint32_t last = 0, preemptions = 0;
    Halt halt = settle();
    for (size_t i = 0; i < work.way.size() && halt == Halt::Choosing; ++i) {
      const Choice choice = work.way[i];
      preemptions += is_preemption(choice, last, who_goes_on(choices()));
      last = choice.thread;
      path_.emplace_back().made = choice;
      halt = choose(choice);
    }
    if (has_to_stop(halt)) return;
    const std::vector<Choice> open = choices();
    const std::vector<Choice> all = choices_here(open, last, preemptions);
    if (all.size() < work.end) return shared_->stop(SharedStates::kLost);  // the script does not do the same again
    const uint32_t number = add_piece({work.state, work.first, false, {}});
    graph().set_choices(number, {all.begin() + work.first, all.begin() + work.end});
    graph().nodes[number].goes_on = who_goes_on(open);
    path_.push_back({number, 0, work.end - work.first, last, preemptions, gil::schedule::take_snapshot(), {}});
  }

  const SearchLimits limits_;
  const Progress& progress_;
  Companion* const companion_;
  SharedStates* const shared_;
  const double began_;
  SearchResult result_;
  std::vector<Level> path_;
  StateKey plain_;                                    // of the state alone
  std::unordered_map<StateKey, uint32_t> states_;     // where nodes are more than states: the first of each
  std::vector<uint64_t> made_;                        // objects made since the checkpoint, of the state of now
  MadeLists lists_;
  std::vector<uint64_t> made_by_;                     // by node: such a list
  std::vector<SearchPart::Piece> pieces_;             // by node, where others search too
  size_t first_open_ = 0;                             // no level before it has choices left
};

}  // namespace

SearchResult search_states(Halt halt, const SearchLimits& limits, const Progress& progress, Companion* companion) {
  Search search(limits, progress, companion, nullptr);
  search.run(halt);
  return search.result();
}

SearchPart search_part(Halt halt, const SearchLimits& limits, const Progress& progress, SharedStates& shared, unsigned me) {
  Search search(limits, progress, nullptr, &shared);
  if (me == 0) search.run(halt);
  search.help(me);
  return {search.result(), search.pieces()};
}

}  // namespace gillab::explore
