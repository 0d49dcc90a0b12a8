// Counting schedules on the graph of states, and finding those that go on for ever.
#include <algorithm>
#include <gmp.h>

#include "vm/explore/graph.h"
#include "vm/explore/parts_of_graph.h"

namespace gillab::explore {
namespace {

// GMP's numbers in a row.
class Numbers {
 public:
  explicit Numbers(size_t count) : numbers_(new __mpz_struct[count]), count_(count) {
    for (size_t i = 0; i < count; ++i) mpz_init(&numbers_[i]);
  }
  ~Numbers() {
    for (size_t i = 0; i < count_; ++i) mpz_clear(&numbers_[i]);
    delete[] numbers_;
  }
  Numbers(const Numbers&) = delete;
  mpz_ptr operator[](size_t i) { return &numbers_[i]; }
  std::string text(size_t i) {
    std::string text(mpz_sizeinbase(&numbers_[i], 10) + 2, '\0');
    mpz_get_str(text.data(), 10, &numbers_[i]);
    text.resize(text.find('\0'));
    return text;
  }

 private:
  __mpz_struct* numbers_;
  size_t count_;
};

class Counting {
 public:
  Counting(const Graph& graph, uint32_t outcomes, uint32_t without)
      : graph_(graph), without_(without), paths_(graph.nodes.size()), sums_(outcomes + 1), outcomes_(outcomes) {}

  std::vector<std::string> run(std::string* all) {
    if (!graph_.nodes.empty()) mpz_set_ui(paths_[0], 1);
    const Parts parts = parts_of(graph_);
    for (size_t i = 0; i < parts.count(); ++i) {
      const uint32_t* begin = parts.nodes.data() + parts.begins[i];
      const uint32_t* end = parts.nodes.data() + parts.begins[i + 1];
      const bool one_state = std::all_of(begin, end, [&](uint32_t node) { return graph_.state_of(node) == graph_.state_of(*begin); });
      if (!one_state) go_round(begin, end, parts);
      for (const uint32_t* node = begin; node < end; ++node) leave(*node, parts);
    }
    std::vector<std::string> texts;
    for (uint32_t i = 0; i < outcomes_; ++i) texts.push_back(sums_.text(i));
    *all = sums_.text(outcomes_);
    return texts;
  }

  bool is_exact() const { return steps_ < kMostSteps; }

 private:
  static constexpr uint64_t kMostSteps = 5'000'000;

  bool is_left_out(uint32_t edge) const {
    if (without_ == kNowhere) return false;
    const auto found = graph_.labels.find(edge);
    return found != graph_.labels.end() && std::find(found->second.begin(), found->second.end(), without_) != found->second.end();
  }

  // To other parts, or the end.
  void leave(uint32_t number, const Parts& parts) {
    const Node& node = graph_.nodes[number];
    mpz_ptr here = paths_[number];
    for (uint32_t e = node.first_edge; e < node.first_edge + node.edge_count; ++e) {
      const uint32_t to = graph_.edges[e].to;
      if (to == kNowhere || parts.part_of[to] == parts.part_of[number] || is_left_out(e)) continue;
      mpz_add(paths_[to], paths_[to], here);
    }
    if (node.outcome == kNowhere) return;
    mpz_add(sums_[node.outcome], sums_[node.outcome], here);
    mpz_add(sums_[outcomes_], sums_[outcomes_], here);
  }

  // Within a part: every way that is in no state twice, from each node that is entered from outside.
  void go_round(const uint32_t* begin, const uint32_t* end, const Parts& parts) {
    Numbers inside(static_cast<size_t>(end - begin));
    std::vector<uint64_t> ways(graph_.nodes.size() ? static_cast<size_t>(end - begin) : 0);
    place_.clear();
    for (const uint32_t* node = begin; node < end; ++node) place_[*node] = static_cast<size_t>(node - begin);
    for (const uint32_t* entry = begin; entry < end; ++entry) {
      if (mpz_sgn(paths_[*entry]) == 0) continue;
      std::fill(ways.begin(), ways.end(), 0);
      walk(*entry, parts, ways);
      for (size_t i = 0; i < ways.size(); ++i) mpz_addmul_ui(inside[i], paths_[*entry], ways[i]);
    }
    for (const uint32_t* node = begin; node < end; ++node) mpz_set(paths_[*node], inside[static_cast<size_t>(node - begin)]);
  }

  void walk(uint32_t number, const Parts& parts, std::vector<uint64_t>& ways) {
    if (++steps_ >= kMostSteps) return;
    ++ways[place_[number]];
    const uint32_t state = graph_.state_of(number);
    visited_.push_back(state);
    const Node& node = graph_.nodes[number];
    for (uint32_t e = node.first_edge; e < node.first_edge + node.edge_count; ++e) {
      const uint32_t to = graph_.edges[e].to;
      if (to == kNowhere || parts.part_of[to] != parts.part_of[number] || is_left_out(e)) continue;
      if (std::find(visited_.begin(), visited_.end(), graph_.state_of(to)) == visited_.end()) walk(to, parts, ways);
    }
    visited_.pop_back();
  }

  const Graph& graph_;
  const uint32_t without_;
  Numbers paths_, sums_;
  const uint32_t outcomes_;
  std::unordered_map<uint32_t, size_t> place_;  // in the part
  std::vector<uint32_t> visited_;               // states, on the way
  uint64_t steps_ = 0;
};

}  // namespace

std::vector<std::string> Graph::count_schedules(uint32_t outcomes, std::string* all, uint32_t without) const {
  Counting counting(*this, outcomes, without);
  std::vector<std::string> counts = counting.run(all);
  is_exact &= counting.is_exact();
  return counts;
}

namespace {

// Without steps by the clock while somebody can go on: a scheduler gets to that one before all waits are over.
Graph without_hasty_steps(const Graph& graph) {
  Graph found;
  found.nodes = graph.nodes;
  found.edges = graph.edges;
  for (const Node& node : graph.nodes) {
    for (uint32_t e = node.first_edge; e < node.first_edge + node.edge_count; ++e) {
      if (found.edges[e].choice.is_by_the_clock() && !node.goes_on.is_empty()) found.edges[e].to = kNowhere;
    }
  }
  return found;
}

}  // namespace

// A part is a livelock when every thread that could go on in all of its states takes a step inside it: then a scheduler
// that leaves nobody out can stay there for ever.
bool Graph::find_livelock(Step* step) const {
  const Graph graph = without_hasty_steps(*this);
  const Parts parts = parts_of(graph);
  for (size_t i = 0; i < parts.count(); ++i) {
    ThreadSet always{~uint64_t{0}, ~uint64_t{0}}, steps;
    for (size_t k = parts.begins[i]; k < parts.begins[i + 1]; ++k) {
      const Node& node = nodes[parts.nodes[k]];
      always = always & node.possible;
      for (uint32_t e = node.first_edge; e < node.first_edge + node.edge_count; ++e) {
        if (graph.edges[e].to == kNowhere || parts.part_of[graph.edges[e].to] != i) continue;
        steps.add(edges[e].choice.thread);
        *step = {parts.nodes[k], e};
      }
    }
    if (!steps.is_empty() && always.without(steps).is_empty()) return true;
  }
  return false;
}

}  // namespace gillab::explore
