// What several processes found of one search, put together: numbered in the order in which one process would have met the
// states, so that nothing tells how many there were.
#include <algorithm>
#include <unordered_map>

#include "vm/explore/search.h"

namespace gillab::explore {
namespace {

class Putting {
 public:
  explicit Putting(const std::vector<SearchPart>& parts) : parts_(parts) {
    for (uint32_t part = 0; part < parts.size(); ++part) {
      for (uint32_t node = 0; node < parts[part].pieces.size(); ++node) note_whole(part, node);
    }
    for (uint32_t part = 0; part < parts.size(); ++part) {
      for (uint32_t node = 0; node < parts[part].pieces.size(); ++node) note_edges(part, node);
    }
  }

  SearchResult run() {
    if (!states_.empty()) arrive(0, kNowhere);
    while (!path_.empty()) {
      Level& level = path_.back();
      if (level.next == level.end) {
        graph().nodes[level.node].on_path = false;
        path_.pop_back();
        continue;
      }
      const uint32_t edge = level.next++;
      const uint32_t to = graph().edges[edge].to;  // as the processes number them
      if (to != kNowhere) arrive(to, edge);
    }
    return std::move(result_);
  }

 private:
  struct State {
    uint32_t part = kNowhere, node = 0;
    size_t first_edge = 0;     // in edges_
    uint32_t number = kNowhere;
  };
  struct Level {
    uint32_t node, next, end;
  };

  Graph& graph() { return result_.graph; }

  void note_whole(uint32_t part, uint32_t node) {
    const SearchPart::Piece& piece = parts_[part].pieces[node];
    if (!piece.whole) return;
    if (piece.state >= states_.size()) states_.resize(piece.state + 1u);
    states_[piece.state] = {part, node, edges_.size(), kNowhere};
    edges_.resize(edges_.size() + parts_[part].result.graph.nodes[node].edge_count);
  }

  // Those that a process has followed; what it gave away stands with another.
  void note_edges(uint32_t part, uint32_t number) {
    const SearchPart::Piece& piece = parts_[part].pieces[number];
    const Graph& from = parts_[part].result.graph;
    const Node& node = from.nodes[number];
    for (uint32_t i = 0; i < node.edge_count; ++i) {
      const Edge& edge = from.edges[node.first_edge + i];
      Edge& here = edges_[states_[piece.state].first_edge + piece.first_choice + i];
      here.choice = edge.choice;
      if (edge.to != kNowhere) here.to = edge.to;
    }
  }

  void arrive(uint32_t state, uint32_t edge) {
    State& here = states_[state];
    const bool fresh = here.number == kNowhere;
    if (fresh) add_node(here);
    if (edge != kNowhere) {
      graph().edges[edge].to = here.number;
      graph().edges[edge].back = graph().nodes[here.number].on_path;
      result_.circles += graph().nodes[here.number].on_path;
    }
    if (!fresh || graph().nodes[here.number].outcome != kNowhere) return;
    Node& node = graph().nodes[here.number];
    node.on_path = true;
    path_.push_back({here.number, node.first_edge, node.first_edge + node.edge_count});
  }

  void add_node(State& here) {
    const SearchResult& part = parts_[here.part].result;
    Node node = part.graph.nodes[here.node];
    node.on_path = false;
    node.first_edge = static_cast<uint32_t>(graph().edges.size());
    const auto begin = edges_.begin() + static_cast<std::ptrdiff_t>(here.first_edge);
    graph().edges.insert(graph().edges.end(), begin, begin + node.edge_count);
    if (node.outcome != kNowhere) node.outcome = number_of(part.outcomes[node.outcome]);
    here.number = static_cast<uint32_t>(graph().nodes.size());
    node.state = first_of_.try_emplace(parts_[here.part].pieces[here.node].plain, here.number).first->second;
    graph().nodes.push_back(node);
  }

  uint32_t number_of(const Outcome& outcome) {
    const auto found = std::find(result_.outcomes.begin(), result_.outcomes.end(), outcome);
    const auto number = static_cast<uint32_t>(found - result_.outcomes.begin());
    if (found == result_.outcomes.end()) result_.outcomes.push_back(outcome);
    return number;
  }

  const std::vector<SearchPart>& parts_;
  std::vector<State> states_;
  std::vector<Edge> edges_;    // of all states, whole
  std::vector<Level> path_;
  std::unordered_map<StateKey, uint32_t> first_of_;  // of nodes that are one state to the script
  SearchResult result_;
};

}  // namespace

SearchResult put_together(const std::vector<SearchPart>& parts) { return Putting(parts).run(); }

}  // namespace gillab::explore
