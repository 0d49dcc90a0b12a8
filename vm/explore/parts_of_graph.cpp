#include "vm/explore/parts_of_graph.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace gillab::explore {
namespace {

// Tarjan's search, without recursion, over states: nodes that are one state to the script count as one.
class PartSearch {
 public:
  explicit PartSearch(const Graph& graph) : graph_(graph), count_(static_cast<uint32_t>(graph.nodes.size())) {
    sort_by_state();
    for (std::vector<uint32_t>* each : {&index_, &low_, &part_}) each->assign(count_, kNowhere);
    next_.assign(count_, 0);
  }

  Parts run() {
    for (uint32_t i = 0; i < count_; ++i) {
      if (graph_.state_of(i) == i && index_[i] == kNowhere) search_from(i);
    }
    return in_order();
  }

 private:
  // The nodes of each state in a row, and its edges.
  void sort_by_state() {
    nodes_.resize(count_);
    std::iota(nodes_.begin(), nodes_.end(), 0u);
    std::sort(nodes_.begin(), nodes_.end(), [&](uint32_t a, uint32_t b) {
      return std::pair(graph_.state_of(a), a) < std::pair(graph_.state_of(b), b);
    });
    first_edge_.assign(count_ + 1, 0);
    first_node_.assign(count_ + 1, 0);
    for (uint32_t node : nodes_) {
      ++first_node_[graph_.state_of(node) + 1];
      first_edge_[graph_.state_of(node) + 1] += graph_.nodes[node].edge_count;
      for (uint32_t e = 0; e < graph_.nodes[node].edge_count; ++e) edges_.push_back(graph_.nodes[node].first_edge + e);
    }
    std::partial_sum(first_edge_.begin(), first_edge_.end(), first_edge_.begin());
    std::partial_sum(first_node_.begin(), first_node_.end(), first_node_.begin());
  }

  void enter(uint32_t state) {
    index_[state] = low_[state] = counter_++;
    open_.push_back(state);
    path_.push_back(state);
  }

  void search_from(uint32_t root) {
    enter(root);
    while (!path_.empty()) {
      const uint32_t at = path_.back();
      if (first_edge_[at] + next_[at] < first_edge_[at + 1]) {
        look_along(at, graph_.edges[edges_[first_edge_[at] + next_[at]++]].to);
        continue;
      }
      path_.pop_back();
      if (!path_.empty()) low_[path_.back()] = std::min(low_[path_.back()], low_[at]);
      if (low_[at] == index_[at]) close(at);
    }
  }

  void look_along(uint32_t at, uint32_t to) {
    if (to == kNowhere) return;
    to = graph_.state_of(to);
    if (index_[to] == kNowhere) return enter(to);
    if (part_[to] == kNowhere) low_[at] = std::min(low_[at], index_[to]);
  }

  void close(uint32_t root) {
    for (;;) {
      const uint32_t state = open_.back();
      open_.pop_back();
      part_[state] = parts_;
      states_.push_back(state);
      if (state == root) break;
    }
    begins_.push_back(states_.size());
    ++parts_;
  }

  // Tarjan's parts come last first.
  Parts in_order() const {
    Parts parts;
    parts.part_of.resize(count_);
    for (uint32_t part = parts_; part-- > 0;) {
      parts.begins.push_back(parts.nodes.size());
      for (size_t i = part ? begins_[part - 1] : 0; i < begins_[part]; ++i) {
        const uint32_t state = states_[i];
        for (size_t k = first_node_[state]; k < first_node_[state + 1]; ++k) {
          parts.nodes.push_back(nodes_[k]);
          parts.part_of[nodes_[k]] = parts_ - 1 - part;
        }
      }
    }
    parts.begins.push_back(parts.nodes.size());
    return parts;
  }

  const Graph& graph_;
  const uint32_t count_;
  std::vector<uint32_t> nodes_, edges_;            // by state
  std::vector<size_t> first_node_, first_edge_;
  std::vector<uint32_t> index_, low_, part_, next_;
  std::vector<uint32_t> path_, open_, states_;
  std::vector<size_t> begins_;                     // the ends of parts in `states_`
  uint32_t counter_ = 0, parts_ = 0;
};

}  // namespace

Parts parts_of(const Graph& graph) { return PartSearch(graph).run(); }

}  // namespace gillab::explore
