// The results of shards, put together by summing.
#include <algorithm>
#include <nlohmann/json.hpp>

#include "vm/explore/exploration.h"
#include "vm/explore/words.h"

namespace gillab::explore {
namespace {

using Json = nlohmann::ordered_json;

std::string digits_of(const Json& number) { return number.is_string() ? number.get<std::string>() : std::to_string(number.get<uint64_t>()); }

vm::ClaimKind kind_named(const std::string& name) {
  for (vm::ClaimKind kind : {vm::ClaimKind::Expect, vm::ClaimKind::Interesting, vm::ClaimKind::Forbid}) {
    if (vm::name_of(kind) == name) return kind;
  }
  return vm::ClaimKind::Interesting;
}

void begin_with(Exploration* all, const Json& report) {
  all->file = report.at("script");
  all->digest = report.at("digest");
  all->options.model = report.at("model");
  all->options.switches = report.at("switch");
  all->shown = report.at("show");
  all->search = report.at("search");
  all->threads = report.at("threads");
  all->complete = true;
  for (const Json& claim : report.at("claims")) {
    all->claims.push_back({kind_named(claim.at("kind")), claim.at("expression"), claim.at("why"), claim.at("line")});
  }
}

void add_outcome(Exploration* all, const Json& row) {
  if (row.value("never", false)) return;
  Outcome outcome;
  outcome.result = row.at("result");
  outcome.error = row.value("error", "");
  outcome.stuck = row.value("stuck", "");
  outcome.end = row.at("expect") == "deadlock" ? End::Stuck : End::Finished;
  outcome.claim = row.at("claim");
  std::vector<Outcome>& known = all->result.outcomes;
  const auto found = std::find_if(known.begin(), known.end(), [&](const Outcome& each) {
    return each.result == outcome.result && each.error == outcome.error && each.end == outcome.end && each.claim == outcome.claim;
  });
  const auto place = static_cast<size_t>(found - known.begin());
  if (found == known.end()) {
    known.push_back(outcome);
    all->schedules.emplace_back("0");
    all->preemptions.push_back(row.at("preemptions"));
    all->replay.push_back(row.at("replay"));
  }
  all->schedules[place] = sum(all->schedules[place], digits_of(row.at("schedules")));
  if (row.at("preemptions") < all->preemptions[place]) {
    all->preemptions[place] = row.at("preemptions");
    all->replay[place] = row.at("replay");
  }
}

void add_race(Exploration* all, const std::string& race) {
  if (std::find(all->races.begin(), all->races.end(), race) == all->races.end()) all->races.push_back(race);
}

}  // namespace

bool add_json(Exploration* all, const std::string& text, std::string* problem) {
  try {
    const Json report = Json::parse(text);
    if (all->file.empty()) begin_with(all, report);
    if (all->digest != report.at("digest").get<std::string>()) {
      *problem = "they are of different scripts, models or modes of switching";
      return false;
    }
    all->complete &= report.at("complete").get<bool>();
    all->livelock |= report.value("livelock", false);
    all->states += report.at("states").get<uint64_t>();
    all->seconds = std::max(all->seconds, report.at("seconds").get<double>());
    all->all_schedules = sum(all->all_schedules, digits_of(report.at("schedules")));
    for (const Json& row : report.at("outcomes")) add_outcome(all, row);
    for (const Json& row : report.at("races")) add_race(all, row.dump());
    return true;
  } catch (const std::exception&) {
    *problem = "that is no JSON file of gillab explore";
    return false;
  }
}

}  // namespace gillab::explore
