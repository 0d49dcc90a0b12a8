// The results as JSON: whole numbers past 2^53 are decimal strings.
#include <nlohmann/json.hpp>

#include "vm/explore/exploration.h"
#include "vm/explore/session.h"
#include "vm/explore/words.h"

namespace gillab::explore {
namespace {

using Json = nlohmann::ordered_json;

std::string lower(std::string text) {
  for (char& letter : text) letter = static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
  return text == "-" ? "" : text;
}

}  // namespace

const char* word_of(SearchEnd end) {
  return end == SearchEnd::StatesSpent ? "states" : end == SearchEnd::TimeSpent ? "time" : end == SearchEnd::RanAway ? "ran away" : "";
}

std::string as_json(const Exploration& all) {
  Json report = {{"script", all.file},          {"search", all.search},
                 {"model", all.options.model},  {"switch", all.options.switches},
                 {"show", all.shown},           {"complete", all.complete},
                 {"counts", all.search == "depth first" ? "classes" : "schedules"}, {"schedules", exact_number<Json>(all.all_schedules)}, {"states", all.states},
                 {"seconds", all.seconds},      {"digest", all.digest}};
  report["outcomes"] = Json::array();
  report["races"] = Json::array();
  for (const std::string& race : all.races) report["races"].push_back(Json::parse(race));
  report["deadlocks"] = Json::array();
  for (size_t i = 0; i < all.result.outcomes.size(); ++i) {
    const Outcome& outcome = all.result.outcomes[i];
    Json row = {{"result", outcome.result},
                {"schedules", exact_number<Json>(all.schedules[i])},
                {"preemptions", all.preemptions[i]},
                {"expect", lower(expectation(all, outcome))},
                {"why", why(all, outcome)},
                {"replay", all.replay[i]}};
    if (!outcome.error.empty()) row["error"] = outcome.error;
    if (outcome.end == End::Stuck) row["stuck"] = outcome.stuck;
    row["claim"] = outcome.claim;
    if (i < all.lengths.size()) row["operations"] = all.lengths[i];
    if (i < all.stories.size()) row["story"] = all.stories[i];
    if (outcome.end == End::Stuck) report["deadlocks"].push_back({{"waits", outcome.stuck}, {"schedules", exact_number<Json>(all.schedules[i])}, {"replay", all.replay[i]}});
    report["outcomes"].push_back(std::move(row));
  }
  for (const vm::Claim* claim : unmet(all)) {
    report["outcomes"].push_back({{"result", claim->expression}, {"schedules", 0}, {"preemptions", nullptr},
                                  {"expect", std::string(vm::name_of(claim->kind))}, {"why", claim->why}, {"replay", nullptr},
                                  {"never", true}});
  }
  report["livelock"] = all.livelock || all.result.end == SearchEnd::RanAway;
  if (all.bound >= 0) report["preemption_bound"] = all.bound;
  report["threads"] = all.threads;
  if (all.options.shards > 1) report["shard"] = {all.options.shard + 1, all.options.shards};
  report["notes"] = {{"circles", all.result.circles}, {"exact", all.result.graph.is_exact}, {"stopped", word_of(all.result.end)},
                     {"ran_away_at", session().ran_away_at}, {"computes_at", session().computes_at}, {"max_states", all.options.most_states}, {"diverged", all.diverged}, {"uneven", all.is_uneven || (all.options.shards > 1 && all.rounds > 1)},
                     {"chance", all.floor}};
  report["claims"] = Json::array();
  for (const vm::Claim& claim : all.claims) {
    report["claims"].push_back({{"kind", vm::name_of(claim.kind)}, {"expression", claim.expression}, {"why", claim.why}, {"line", claim.line}});
  }
  return report.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace gillab::explore
