#include "vm/explore/exploration.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <unistd.h>

namespace gillab::explore {
namespace {

bool has_expectations(const Exploration& all) {
  return std::any_of(all.claims.begin(), all.claims.end(), [](const vm::Claim& claim) { return claim.kind == vm::ClaimKind::Expect; });
}

bool fails_on(const Exploration& all, std::string_view what, bool usual) {
  const std::string& list = all.options.fail_on;
  if (list.empty()) return usual;
  for (size_t at = 0; at <= list.size();) {
    const size_t comma = std::min(list.find(',', at), list.size());
    if (std::string_view(list).substr(at, comma - at) == what) return true;
    at = comma + 1;
  }
  return false;
}

}  // namespace

const char* expectation(const Exploration& all, const Outcome& outcome) {
  if (outcome.end == End::Stuck) return "Deadlock";
  if (!outcome.error.empty()) return "Error";
  if (outcome.claim < 0) return has_expectations(all) ? "Unexpected" : "-";
  switch (all.claims[static_cast<size_t>(outcome.claim)].kind) {
    case vm::ClaimKind::Forbid: return "Forbidden";
    case vm::ClaimKind::Expect: return "Acceptable";
    default: return "Interesting";
  }
}

std::string why(const Exploration& all, const Outcome& outcome) {
  if (outcome.end == End::Stuck) return outcome.stuck;
  if (!outcome.error.empty()) return outcome.error;
  if (outcome.claim < 0) return "-";
  const std::string& reason = all.claims[static_cast<size_t>(outcome.claim)].why;
  return reason.empty() ? all.claims[static_cast<size_t>(outcome.claim)].expression : reason;
}

std::string id_of(const Exploration& all, const Graph& graph, const std::vector<Step>& steps) {
  ScheduleId id{all.digest, {}};
  Course course;
  for (const Step& each : steps) {
    const Node& node = graph.nodes[each.node];
    std::vector<Choice> open;
    for (uint32_t e = node.first_edge; e < node.first_edge + node.edge_count; ++e) open.push_back(graph.edges[e].choice);
    course.note(open, graph.edges[each.edge].choice, true, &id);
  }
  return text_of(id);
}

std::vector<const vm::Claim*> unmet(const Exploration& all) {
  std::vector<const vm::Claim*> left;
  for (size_t i = 0; i < all.claims.size(); ++i) {
    const bool met = std::any_of(all.result.outcomes.begin(), all.result.outcomes.end(),
                                 [&](const Outcome& outcome) { return outcome.claim == static_cast<int>(i); });
    if (!met) left.push_back(&all.claims[i]);
  }
  return left;
}

bool writes_file(const std::string& path, const std::string& text, std::string* problem) {
  const std::string draft = path + ".part" + std::to_string(getpid());
  std::FILE* file = std::fopen(draft.c_str(), "wb");
  bool written = file && std::fwrite(text.data(), 1, text.size(), file) == text.size();
  if (file) written &= std::fclose(file) == 0;
  if (written && std::rename(draft.c_str(), path.c_str()) == 0) return true;
  *problem = "cannot write '" + path + "': " + std::strerror(errno);
  std::remove(draft.c_str());
  return false;
}

int exit_code(const Exploration& all) {
  bool wrong = false, stuck = false;
  for (const Outcome& outcome : all.result.outcomes) {
    const std::string_view said = expectation(all, outcome);
    wrong |= (said == "Forbidden" && fails_on(all, "forbidden", true)) || (said == "Error" && fails_on(all, "error", true)) ||
             (said == "Unexpected" && fails_on(all, "unexpected", false)) ||
             (said == "Interesting" && fails_on(all, "interesting", false));
    stuck |= said == "Deadlock" && fails_on(all, "deadlock", true);
  }
  if (all.diverged) return 5;
  if (wrong) return 1;
  if (stuck || ((all.livelock || all.result.end == SearchEnd::RanAway) && fails_on(all, "livelock", true))) return 3;
  if (all.has_data_race && fails_on(all, "race", false)) return 6;
  if (!all.complete && fails_on(all, "incomplete", true)) return 4;
  return 0;
}

}  // namespace gillab::explore
