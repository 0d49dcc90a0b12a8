#include "vm/explore/findings.h"

#include <algorithm>
#include <utility>

#include "gil/schedule/pages.h"
#include "vm/explore/command.h"
#include "vm/explore/words.h"

namespace gillab::explore {
namespace {

std::string numbers_text(std::vector<int> numbers) {
  std::sort(numbers.begin(), numbers.end());
  numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
  std::string text;
  for (int number : numbers) text += (text.empty() ? "" : ", ") + std::to_string(number);
  return text;
}

std::string why_unordered(const RaceDetector& detector, const Finding& race) {
  if (race.verdict == Verdict::UnorderedAtomic) return "each is one step under a global lock; their order is left to chance";
  if (race.verdict == Verdict::Atomicity) return "each access is locked, but what was read in one locked section is used in another";
  const Site &first = race.first.site, &second = race.second.site;
  if (!detector.has_synchronised(first.thread) && !detector.has_synchronised(second.thread)) {
    std::vector<int> started;
    for (const Site* site : {&first, &second}) {
      if (site->thread) started.push_back(site->started);
    }
    const std::string joined = numbers_text(session().joined_at);
    return "no order: the only synchronisation is start() at " + numbers_text(started) + (joined.empty() ? "" : " and join() at " + joined);
  }
  if (first.held == "none" && second.held == "none") return "no order: neither holds a lock, and nothing they synchronise with lies between them";
  if (first.held != second.held) return "no order: they hold no lock in common, and nothing they synchronise with lies between them";
  return "no order: nothing that the two synchronise with lies between them";
}

Finding finding_of(const RaceDetector& detector, const RaceReport& report) {
  Finding found;
  found.verdict = report.verdict;
  found.variable = report.variable;
  found.first = {detector.site(report.first.site), report.first.writes, report.first.value};
  found.second = {detector.site(report.second.site), report.second.writes, report.second.value};
  found.order = why_unordered(detector, found);
  return found;
}

// The result that is meant: what the script calls acceptable, else what no preemption leads to.
size_t meant(const Exploration& all, const std::vector<Outcome>& outcomes, const std::vector<Graph::Cheapest>& cheapest) {
  for (size_t i = 0; i < outcomes.size(); ++i) {
    if (std::string_view(expectation(all, outcomes[i])) == "Acceptable") return i;
  }
  for (size_t i = 0; all.claims.empty() && i < outcomes.size(); ++i) {
    if (cheapest[i].preemptions == 0 && outcomes[i].end == End::Finished) return i;
  }
  return outcomes.size();
}

Findings from_graph(const Exploration& all, const SearchResult& result, const RaceDetector& detector) {
  Findings found;
  found.complete = true;
  const auto outcomes = static_cast<uint32_t>(result.outcomes.size());
  const auto races = static_cast<uint32_t>(detector.reports().size());
  const std::vector<std::string> counts = result.graph.count_schedules(outcomes, &found.schedules);
  const std::vector<Graph::Cheapest> cheapest = result.graph.cheapest(outcomes, races);
  const size_t wanted = meant(all, result.outcomes, cheapest);
  for (uint32_t i = 0; i < races; ++i) {
    Finding race = finding_of(detector, detector.reports()[i]);
    std::string without;
    const std::vector<std::string> clean = result.graph.count_schedules(outcomes, &without, i);
    race.schedules = difference(found.schedules, without);
    race.in_all = without == "0";
    if (wanted < outcomes && outcomes > 1 && clean[wanted] == "0") race.also_in = result.outcomes[wanted].result;
    race.replay = id_of(all, result.graph, cheapest[outcomes + i].steps);
    found.races.push_back(std::move(race));
  }
  for (uint32_t i = 0; i < outcomes; ++i) {
    const Outcome& outcome = result.outcomes[i];
    const std::string id = id_of(all, result.graph, cheapest[i].steps);
    if (outcome.end == End::Stuck) found.deadlocks.push_back({outcome.stuck, counts[i], id});
    if (!outcome.error.empty()) found.errors.push_back({outcome.error, counts[i], id});
  }
  return found;
}

// Along all states. False: it did not come to its end.
bool look_at_all(const Exploration& all, Halt halt, const FindingLimits& limits, RaceDetector& detector, Findings* found) {
  const SearchLimits bounds{limits.most_states, limits.seconds};
  for (;;) {
    detector = RaceDetector();
    session().variables.found_new = false;
    gil::schedule::restore_checkpoint();
    const Halt begun = settle_from(halt);
    detector.begin_run();
    const SearchResult result = search_states(begun, bounds, nullptr, &detector);
    gil::schedule::restore_checkpoint();
    if (result.end == SearchEnd::NewShared) continue;
    found->refused = result.end == SearchEnd::Refused;
    if (result.end != SearchEnd::Complete) return found->refused;
    *found = from_graph(all, result, detector);
    return true;
  }
}

void note_problem(std::vector<Problem>& known, const std::string& text, const std::string& id) {
  for (Problem& each : known) {
    if (each.text == text) return static_cast<void>(each.schedules = std::to_string(std::stoull(each.schedules) + 1));
  }
  known.push_back({text, "1", id});
}

struct Looked {
  uint64_t runs = 0;
  bool all = false;
  Findings found;
};

// In order while that may reach the end, else at random: neighbours in the order are much alike.
void look_at_runs(const Exploration& all, bool started, uint64_t most, RaceDetector& detector, Looked& looked) {
  Enumeration enumeration;
  Random random(all.options.seed);
  for (bool more = true; more && looked.runs < most && !looked.found.refused;) {
    const bool in_order = looked.runs < most / 2;
    gil::schedule::restore_checkpoint();
    detector.begin_run();
    Run run = run_from_checkpoint(started, looked.runs == 0 || in_order ? enumeration.policy() : uniform_policy(random), &detector);
    if (run.halt == Halt::NewShared) {  // all counts anew
      session().variables.found_new = false;
      detector = RaceDetector();
      looked = Looked();
      enumeration = Enumeration();
      continue;
    }
    ++looked.runs;
    looked.found.refused = run.halt == Halt::Refused;
    run.id.digest = all.digest;
    detector.end_run(text_of(run.id));
    if (run.halt == Halt::Stuck) note_problem(looked.found.deadlocks, run.outcome.stuck, text_of(run.id));
    if (!run.outcome.error.empty()) note_problem(looked.found.errors, run.outcome.error, text_of(run.id));
    if (in_order) looked.all = !(more = enumeration.more());
  }
}

}  // namespace

Findings find_races(const Exploration& all, Halt halt, const FindingLimits& limits) {
  RaceDetector detector;
  Findings found;
  if (limits.most_states == 0 || !look_at_all(all, halt, limits, detector, &found)) {
    detector = RaceDetector();
    Looked looked;
    look_at_runs(all, halt == Halt::FirstThread, limits.runs, detector, looked);
    found = std::move(looked.found);
    found.schedules = std::to_string(looked.runs);
    found.complete = looked.all;
    for (const RaceReport& report : detector.reports()) {
      found.races.push_back(finding_of(detector, report));
      found.races.back().schedules = std::to_string(report.runs);
      found.races.back().in_all = report.runs == looked.runs;
      found.races.back().replay = report.replay;
    }
  }
  found.inversions = detector.inversions();
  gil::schedule::restore_checkpoint();
  return found;
}

}  // namespace gillab::explore
