#include "vm/explore/graph.h"

#include <algorithm>
#include <queue>
#include <utility>

namespace gillab::explore {
namespace {

// A place in the search for the cheapest schedule: a state, and who ran last.
struct Reached {
  uint32_t preemptions;
  uint32_t steps;
  uint64_t order;      // of arrival: what came first stays first
  uint32_t place;      // node * threads + last
  friend bool operator>(const Reached& a, const Reached& b) {
    if (a.preemptions != b.preemptions) return a.preemptions > b.preemptions;
    if (a.steps != b.steps) return a.steps > b.steps;
    return a.order > b.order;
  }
};

}  // namespace

std::pair<uint32_t, bool> Graph::find_or_add(const StateKey& key) {
  if ((keys_.size() + 1) * 2 > places_.size()) make_room();
  size_t at = key.low & (places_.size() - 1);
  for (; places_[at]; at = (at + 1) & (places_.size() - 1)) {
    if (keys_[places_[at] - 1] == key) return {places_[at] - 1, false};
  }
  keys_.push_back(key);
  places_[at] = static_cast<uint32_t>(keys_.size());
  nodes.emplace_back().first_edge = static_cast<uint32_t>(edges.size());
  return {places_[at] - 1, true};
}

void Graph::make_room() {
  places_.assign(std::max<size_t>(1024, places_.size() * 2), 0);
  for (uint32_t node = 0; node < keys_.size(); ++node) {
    size_t at = keys_[node].low & (places_.size() - 1);
    while (places_[at]) at = (at + 1) & (places_.size() - 1);
    places_[at] = node + 1;
  }
}

void Graph::set_choices(uint32_t node, const std::vector<Choice>& choices) {
  nodes[node].first_edge = static_cast<uint32_t>(edges.size());
  nodes[node].edge_count = static_cast<uint16_t>(choices.size());
  for (const Choice& choice : choices) {
    edges.push_back({kNowhere, choice, false});
    nodes[node].possible.add(choice.thread);
  }
}

namespace {

// Dijkstra's search over (state, last thread).
class CheapestSearch {
 public:
  CheapestSearch(const Graph& graph, uint32_t outcomes, uint32_t labels)
      : graph_(graph), outcomes_(outcomes), has_labels_(labels != 0), best_(outcomes + labels), missing_(outcomes) {
    for (const Edge& edge : graph.edges) threads_ = std::max<uint32_t>(threads_, edge.choice.thread + 1u);
    from_.resize(graph.nodes.size() * threads_);
  }

  std::vector<Graph::Cheapest> run() {
    if (graph_.nodes.empty()) return best_;
    from_[0].preemptions = from_[0].steps = 0;
    waiting_.push({0, 0, arrivals_++, 0});  // the main thread runs first
    while (!waiting_.empty() && (missing_ > 0 || has_labels_)) {
      const Reached now = waiting_.top();
      waiting_.pop();
      if (std::exchange(from_[now.place].settled, true)) continue;
      look_from(now);
    }
    return std::move(best_);
  }

 private:
  struct From {
    uint32_t place = kNowhere;
    uint32_t edge = kNowhere;
    bool settled = false;
    uint32_t preemptions = ~0u, steps = ~0u;
  };

  void look_from(const Reached& now) {
    const uint32_t last = now.place % threads_;
    const Node& node = graph_.nodes[now.place / threads_];
    if (node.outcome != kNowhere && !best_[node.outcome].found) {
      note(best_[node.outcome], now.place, now.preemptions);
      --missing_;
    }
    for (uint32_t e = node.first_edge; e < node.first_edge + node.edge_count; ++e) {
      const Edge& edge = graph_.edges[e];
      if (edge.to == kNowhere) continue;
      const bool preempts = is_preemption(edge.choice, last, node.goes_on);
      look_at(now, e, now.preemptions + preempts);
      if (has_labels_) note_labels(now, e, now.preemptions + preempts);
    }
  }

  // Of two ways that cost the same the one stays that did its preemptions earlier.
  void look_at(const Reached& now, uint32_t e, uint32_t preemptions) {
    const Edge& edge = graph_.edges[e];
    const uint32_t place = edge.to * threads_ + edge.choice.thread, steps = now.steps + 1;
    From& there = from_[place];
    const auto had = std::pair(there.preemptions, there.steps), has = std::pair(preemptions, steps);
    if (there.settled || had < has) return;
    if (had == has && from_[there.place].preemptions >= now.preemptions) return;
    there = {now.place, e, false, preemptions, steps};
    if (has < had) waiting_.push({preemptions, steps, arrivals_++, place});
  }

  void note(Graph::Cheapest& found, uint32_t place, uint32_t preemptions) {
    found.found = true;
    found.preemptions = preemptions;
    found.steps.clear();
    for (; from_[place].place != kNowhere; place = from_[place].place) {
      found.steps.push_back({from_[place].place / threads_, from_[place].edge});
    }
    std::reverse(found.steps.begin(), found.steps.end());
  }

  void note_labels(const Reached& now, uint32_t e, uint32_t preemptions) {
    const auto labels = graph_.labels.find(e);
    if (labels == graph_.labels.end()) return;
    for (uint32_t label : labels->second) {
      Graph::Cheapest& found = best_[outcomes_ + label];
      if (found.found && found.preemptions <= preemptions) continue;
      note(found, now.place, preemptions);
      found.steps.push_back({now.place / threads_, e});
    }
  }

  const Graph& graph_;
  const uint32_t outcomes_;
  const bool has_labels_;
  uint32_t threads_ = 1;
  std::vector<From> from_;
  std::vector<Graph::Cheapest> best_;
  std::priority_queue<Reached, std::vector<Reached>, std::greater<>> waiting_;
  uint64_t arrivals_ = 0;
  uint32_t missing_;
};

}  // namespace

std::vector<Graph::Cheapest> Graph::cheapest(uint32_t outcomes, uint32_t labels_wanted) const {
  return CheapestSearch(*this, outcomes, labels_wanted).run();
}

}  // namespace gillab::explore
