// The table of outcomes as text.
#include <algorithm>
#include <cmath>
#include <cstdio>

#include "vm/explore/exploration.h"
#include "vm/explore/session.h"
#include "vm/explore/words.h"

namespace gillab::explore {
namespace {

std::string share(const std::string& part, const std::string& all) {
  const auto size = [](const std::string& digits) {  // the number of digits, and the first of them
    return std::strtod(digits.substr(0, 17).c_str(), nullptr) * std::pow(10.0, std::max<double>(0, static_cast<double>(digits.size()) - 17));
  };
  char text[32];
  std::snprintf(text, sizeof text, "%.2f%%", all == "0" ? 0.0 : 100.0 * size(part) / size(all));
  return text;
}

// Of many threads an id says who goes first, second ...: more than a line holds.
constexpr size_t kLongestId = 100;
std::string cut_id(const std::string& id) { return id.size() <= kLongestId ? id : id.substr(0, id.rfind(',', kLongestId)) + ",..."; }

struct Row {
  std::string cells[7];
};
constexpr const char* kHeads[] = {"RESULT", "SCHEDULES", "SHARE", "PREEMPT", "EXPECT", "WHY", "REPLAY"};
constexpr bool kRight[] = {true, true, true, true, false, false, false};

std::string written(const std::vector<Row>& rows) {
  size_t widths[7];
  for (size_t i = 0; i < 7; ++i) {
    widths[i] = std::string_view(kHeads[i]).size();
    for (const Row& row : rows) widths[i] = std::max(widths[i], row.cells[i].size());
  }
  std::string text;
  const auto line = [&](const auto& cell) {
    std::string made;
    for (size_t i = 0; i < 7; ++i) {
      const std::string content = cell(i);
      const std::string blank(widths[i] - content.size(), ' ');
      made += (i ? "  " : "") + (kRight[i] ? blank + content : content + blank);
    }
    made.resize(made.find_last_not_of(' ') + 1);
    text += made + "\n";
  };
  line([](size_t i) { return std::string(kHeads[i]); });
  for (const Row& row : rows) line([&](size_t i) { return row.cells[i]; });
  return text;
}

std::string head(const Exploration& all) {
  std::string text = all.file + "  " + std::to_string(all.threads) + (all.threads == 1 ? " thread" : " threads") + ", model " +
                     all.options.model + ", switch " + all.options.switches + "     ";
  const bool one = all.all_schedules == "1";
  text += with_commas(all.all_schedules);
  if (all.search == "depth first") text += one ? " class of schedules, depth first, " : " classes of schedules, depth first, ";
  else text += std::string(one ? " schedule" : " schedules") + (all.search == "sample" ? " sampled, " : ", ");
  if (all.states) text += with_commas(std::to_string(all.states)) + " states, ";
  if (all.bound >= 0 && all.search != "sample") text += "covered with at most " + std::to_string(all.bound) + (all.bound == 1 ? " preemption, " : " preemptions, ");
  return text + (all.complete ? "complete" : "incomplete") + "\n";
}

// In the order of how often they come; what never came last.
std::vector<size_t> in_order(const Exploration& all) {
  std::vector<size_t> order(all.result.outcomes.size());
  for (size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::sort(order.begin(), order.end(), [&](size_t a, size_t b) {
    const auto rank = [&](size_t i) { return std::string_view(expectation(all, all.result.outcomes[i])) == "Acceptable" ? 0 : 1; };
    if (rank(a) != rank(b)) return rank(a) < rank(b);
    const std::string &left = all.schedules[a], &right = all.schedules[b];
    if (left.size() != right.size()) return left.size() > right.size();
    return left != right ? left > right : a < b;
  });
  return order;
}

}  // namespace

std::string notes(const Exploration& all) {
  std::string text;
  if (all.result.circles) {
    text += "A thread that spins comes back to a state it was in: such paths end there and are not counted.\n";
  }
  if (!all.result.graph.is_exact) text += "There are too many ways around to count them one by one: SCHEDULES is a lower bound.\n";
  if (all.livelock) text += "LIVELOCK: threads can take turns for ever without getting on.\n";
  if (all.result.end == SearchEnd::StatesSpent) text += "The search over states stopped at --max-states " + std::to_string(all.options.most_states) + ".\n";
  if (all.result.end == SearchEnd::TimeSpent) text += "The search over states stopped at --time.\n";
  if (all.result.end == SearchEnd::RanAway) {
    text += "LIVELOCK: " + session().ran_away_at + " ran " + with_commas(std::to_string(session().most_instructions)) +
            " instructions without a shared operation: it may never end.\n";
  }
  if (!session().computes_at.empty() && all.result.end != SearchEnd::RanAway) {
    text += session().computes_at + ", a daemon, ran " + with_commas(std::to_string(kMostOfDaemon)) +
            " instructions without a shared operation: it is taken to have none to come.\n";
  }
  if (all.search == "depth first") {
    text += "SCHEDULES counts classes: schedules that differ only in the order of operations that do not meet are one, and one of them was run.\n";
  }
  text += all.floor;
  const bool has_cut = std::any_of(all.replay.begin(), all.replay.end(), [](const std::string& id) { return id.size() > kLongestId; });
  if (has_cut) text += "Ids longer than " + std::to_string(kLongestId) + " letters are cut: --json FILE has them whole.\n";
  const auto missing = std::count(all.merged.begin(), all.merged.end(), false);
  if (missing) text += std::to_string(missing) + " of " + std::to_string(all.merged.size()) + " shards missing: these are not all schedules.\n";
  if (all.is_uneven) text += "A shard met variables that turned out to be shared only there: the SCHEDULES of the others do not count operations on them.\n";
  if (all.diverged) text += "DIVERGED: a schedule gave another result when it was run again.\n";
  text += all.story;
  text += "SHARE counts schedules; it is not a probability on a real machine.\n";
  return text;
}

std::string table(const Exploration& all) {
  std::vector<Row> rows;
  for (size_t i : in_order(all)) {
    const Outcome& outcome = all.result.outcomes[i];
    rows.push_back({{one_line(outcome.result, 40), with_commas(all.schedules[i]), share(all.schedules[i], all.all_schedules),
                     std::to_string(all.preemptions[i]), expectation(all, outcome), one_line(why(all, outcome), 200),
                     cut_id(all.replay[i])}});
  }
  for (const vm::Claim* claim : unmet(all)) {
    const char* kind = claim->kind == vm::ClaimKind::Forbid ? "Forbidden" : claim->kind == vm::ClaimKind::Expect ? "Acceptable" : "Interesting";
    const std::string fate = all.complete ? (claim->kind == vm::ClaimKind::Forbid ? "proved impossible" : "never happens") : "not met";
    rows.push_back({{one_line(claim->expression, 40), "0", "0.00%", "-", kind,
                     claim->why.empty() ? fate : fate + ": " + claim->why, ""}});
  }
  return head(all) + written(rows) + notes(all);
}

}  // namespace gillab::explore
