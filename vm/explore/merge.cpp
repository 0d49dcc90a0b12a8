// The results of shards, put together by summing.
#include <algorithm>
#include <iterator>
#include <string_view>
#include <tuple>
#include <nlohmann/json.hpp>

#include "vm/explore/exploration.h"
#include "vm/explore/session.h"
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
  all->threads = report.at("threads");
  all->complete = true;
  for (const Json& claim : report.at("claims")) {
    all->claims.push_back({kind_named(claim.at("kind")), claim.at("expression"), claim.at("why"), claim.at("line")});
  }
}

struct Schedule {
  uint32_t preemptions, length;
  std::string id, story;
  friend bool operator<(const Schedule& a, const Schedule& b) {  // few departures are easy to read
    return std::tuple(a.preemptions, a.length, a.id.size(), a.id) < std::tuple(b.preemptions, b.length, b.id.size(), b.id);
  }
};

void put(Exploration* all, size_t place, const Schedule& schedule) {
  for (size_t size = place + 1; all->preemptions.size() < size;) {
    all->preemptions.push_back(0);
    all->lengths.push_back(0);
    all->replay.emplace_back();
    all->stories.emplace_back();
  }
  all->preemptions[place] = schedule.preemptions;
  all->lengths[place] = schedule.length;
  all->replay[place] = schedule.id;
  all->stories[place] = schedule.story;
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
  const Schedule schedule{row.at("preemptions"), row.at("operations"), row.at("replay"), row.value("story", "")};
  if (found == known.end()) {
    known.push_back(outcome);
    all->schedules.emplace_back("0");
    put(all, place, schedule);
  }
  all->schedules[place] = sum(all->schedules[place], digits_of(row.at("schedules")));
  if (schedule < Schedule{all->preemptions[place], all->lengths[place], all->replay[place], all->stories[place]}) put(all, place, schedule);
}

// Of a search that did less than the others the result is no more than that.
void add_search(Exploration* all, const Json& report) {
  constexpr std::string_view kSearches[] = {"states", "preemption bound", "depth first", "sample"};
  const auto rank = [&](std::string_view name) { return std::find(std::begin(kSearches), std::end(kSearches), name) - std::begin(kSearches); };
  const std::string search = report.at("search");
  if (all->search.empty() || rank(search) > rank(all->search)) all->search = search;
  const int bound = report.value("preemption_bound", -1);
  if (bound >= 0) all->bound = all->bound < 0 ? bound : std::min(all->bound, bound);
  const Json& notes = report.at("notes");
  all->result.circles += notes.at("circles").get<uint64_t>();
  all->result.graph.is_exact = all->result.graph.is_exact && notes.at("exact").get<bool>();
  all->is_uneven |= notes.at("uneven").get<bool>();
  all->diverged |= notes.at("diverged").get<bool>();
  if (session().computes_at.empty()) session().computes_at = notes.at("computes_at");
  if (all->floor.empty()) all->floor = notes.at("chance");
  all->options.most_states = notes.at("max_states");
  const std::string stopped = notes.at("stopped");
  if (stopped == "ran away") session().ran_away_at = notes.at("ran_away_at");
  for (SearchEnd end : {SearchEnd::StatesSpent, SearchEnd::TimeSpent, SearchEnd::RanAway}) {
    if (stopped == word_of(end)) all->result.end = end;
  }
}

// False: this shard is there already, or it is one of another number of shards.
bool add_shard(Exploration* all, const Json& report) {
  const std::vector<size_t> shard = report.value("shard", std::vector<size_t>{1, 1});
  if (all->merged.empty()) all->merged.resize(shard.at(1));
  if (all->merged.size() != shard.at(1) || all->merged.at(shard.at(0) - 1)) return false;
  return all->merged[shard.at(0) - 1] = true;
}

void add_race(Exploration* all, const std::string& race) {
  all->has_data_race |= Json::parse(race).value("verdict", "") == "DATA RACE";
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
    if (!add_shard(all, report)) {
      *problem = "the shards do not fit together: each is wanted once, all of the same number";
      return false;
    }
    add_search(all, report);
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

void finish_merge(Exploration* all) {
  const auto there = std::count(all->merged.begin(), all->merged.end(), true);
  if (static_cast<size_t>(there) < all->merged.size() || all->is_uneven) all->complete = false;
  all->story = story_from(*all, all->stories);
}

}  // namespace gillab::explore
