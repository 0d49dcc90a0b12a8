#include "vm/explore/graph.h"

#include <algorithm>
#include <gmp.h>
#include <queue>

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
  const auto [found, fresh] = numbers_.try_emplace(key, static_cast<uint32_t>(nodes.size()));
  if (fresh) nodes.push_back(Node{static_cast<uint32_t>(edges.size()), 0});
  return {found->second, fresh};
}

void Graph::set_choices(uint32_t node, const std::vector<Choice>& choices) {
  nodes[node].first_edge = static_cast<uint32_t>(edges.size());
  nodes[node].edge_count = static_cast<uint16_t>(choices.size());
  for (const Choice& choice : choices) {
    edges.push_back({kNowhere, choice, false});
    nodes[node].possible |= uint64_t{1} << (choice.thread % 64);
  }
}

std::vector<std::string> Graph::count_schedules(uint32_t outcomes, std::string* all) const {
  Numbers paths(nodes.size());
  Numbers sums(outcomes + 1);
  if (!nodes.empty()) mpz_set_ui(paths[0], 1);
  for (size_t i = order_.size(); i-- > 0;) {
    const Node& node = nodes[order_[i]];
    mpz_ptr here = paths[order_[i]];
    for (uint32_t e = node.first_edge; e < node.first_edge + node.edge_count; ++e) {
      if (edges[e].to != kNowhere && !edges[e].back) mpz_add(paths[edges[e].to], paths[edges[e].to], here);
    }
    if (node.outcome == kNowhere) continue;
    mpz_add(sums[node.outcome], sums[node.outcome], here);
    mpz_add(sums[outcomes], sums[outcomes], here);
  }
  std::vector<std::string> texts;
  for (uint32_t i = 0; i < outcomes; ++i) texts.push_back(sums.text(i));
  *all = sums.text(outcomes);
  return texts;
}

std::vector<Graph::Cheapest> Graph::cheapest(uint32_t outcomes) const {
  uint32_t threads = 1;
  for (const Edge& edge : edges) threads = std::max<uint32_t>(threads, edge.choice.thread + 1u);
  struct From {
    uint32_t place = kNowhere;
    uint32_t edge = kNowhere;
    bool settled = false;
    uint32_t preemptions = ~0u, steps = ~0u;
  };
  std::vector<From> from(nodes.size() * threads);
  std::vector<Cheapest> best(outcomes);
  std::priority_queue<Reached, std::vector<Reached>, std::greater<>> waiting;
  uint64_t arrivals = 0;
  uint32_t missing = outcomes;
  if (nodes.empty()) return best;
  from[0].preemptions = from[0].steps = 0;
  waiting.push({0, 0, arrivals++, 0});  // the main thread runs first
  while (!waiting.empty() && missing > 0) {
    const Reached now = waiting.top();
    waiting.pop();
    if (from[now.place].settled) continue;
    from[now.place].settled = true;
    const uint32_t number = now.place / threads, last = now.place % threads;
    const Node& node = nodes[number];
    if (node.outcome != kNowhere && !best[node.outcome].found) {
      Cheapest& found = best[node.outcome];
      found.found = true;
      found.preemptions = now.preemptions;
      for (uint32_t place = now.place; from[place].place != kNowhere; place = from[place].place) {
        found.steps.push_back({from[place].place / threads, from[place].edge});
      }
      std::reverse(found.steps.begin(), found.steps.end());
      --missing;
    }
    for (uint32_t e = node.first_edge; e < node.first_edge + node.edge_count; ++e) {
      const Edge& edge = edges[e];
      if (edge.to == kNowhere) continue;
      const bool preempts = edge.choice.thread != last && (node.goes_on >> (last % 64) & 1);
      const uint32_t place = edge.to * threads + edge.choice.thread;
      const uint32_t preemptions = now.preemptions + preempts, steps = now.steps + 1;
      From& there = from[place];
      if (there.settled || std::pair(there.preemptions, there.steps) <= std::pair(preemptions, steps)) continue;
      there.preemptions = preemptions;
      there.steps = steps;
      there.place = now.place;
      there.edge = e;
      waiting.push({preemptions, steps, arrivals++, place});
    }
  }
  return best;
}

bool Graph::find_livelock(Step* step) const {
  // Strongly connected parts (Tarjan, without recursion). A part is a livelock when every thread that could go on in all
  // of its states takes a step inside it: then a scheduler that leaves nobody out can stay there for ever.
  const auto count = static_cast<uint32_t>(nodes.size());
  std::vector<uint32_t> index(count, kNowhere), low(count, 0), part_of(count, kNowhere), open, next(count, 0), path;
  uint32_t counter = 0, parts = 0;
  for (uint32_t root = 0; root < count; ++root) {
    if (index[root] != kNowhere) continue;
    path.push_back(root);
    while (!path.empty()) {
      const uint32_t at = path.back();
      if (next[at] == 0) {
        index[at] = low[at] = counter++;
        open.push_back(at);
      }
      if (next[at] < nodes[at].edge_count) {
        const uint32_t to = edges[nodes[at].first_edge + next[at]++].to;
        if (to == kNowhere) continue;
        if (index[to] == kNowhere) {
          path.push_back(to);
        } else if (part_of[to] == kNowhere) {
          low[at] = std::min(low[at], index[to]);
        }
        continue;
      }
      path.pop_back();
      next[at] = ~0u >> 1;
      if (!path.empty()) low[path.back()] = std::min(low[path.back()], low[at]);
      if (low[at] != index[at]) continue;
      uint64_t always = ~uint64_t{0}, steps = 0;
      Step inside{kNowhere, kNowhere};
      size_t first = open.size();
      while (open[--first] != at) {}
      for (size_t i = first; i < open.size(); ++i) part_of[open[i]] = parts;
      for (size_t i = first; i < open.size(); ++i) {
        const Node& node = nodes[open[i]];
        always &= node.possible;
        for (uint32_t e = node.first_edge; e < node.first_edge + node.edge_count; ++e) {
          if (edges[e].to == kNowhere || part_of[edges[e].to] != parts) continue;
          steps |= uint64_t{1} << (edges[e].choice.thread % 64);
          inside = {open[i], e};
        }
      }
      open.resize(first);
      ++parts;
      if (steps != 0 && (always & ~steps) == 0) {
        *step = inside;
        return true;
      }
    }
  }
  return false;
}

}  // namespace gillab::explore
