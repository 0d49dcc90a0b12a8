// gillab races: what nothing orders, over many schedules.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <nlohmann/json.hpp>

#include "gil/schedule/pages.h"
#include "vm/explore/command.h"
#include "vm/explore/races.h"

namespace gillab::explore {
namespace {

using Json = nlohmann::ordered_json;

constexpr uint64_t kUsualRuns = 200;
constexpr uint64_t kMostRuns = 20'000;  // of "all"

struct Looked {
  uint64_t runs = 0;
  bool all = false;               // there are no other schedules
  std::vector<std::string> results;
  std::vector<std::pair<std::string, std::string>> deadlocks;  // who waits, replay
  std::vector<std::pair<std::string, std::string>> errors;
};

const char* name_of(Verdict verdict) {
  constexpr const char* kNames[] = {"DATA RACE", "UNORDERED ATOMIC OPERATIONS", "ATOMICITY"};
  return kNames[static_cast<size_t>(verdict)];
}

std::string line_of(const Access& access) {
  const std::string place = access.where.file + ":" + std::to_string(access.where.line);
  return "  " + std::string(access.writes ? "write" : "read ") + " " + thread_name(access.thread) + " " + place + " in " +
         access.where.function + "   " + access.where.opcode + "   locks held: " + access.held +
         (access.thread ? "   started line " + std::to_string(access.started) : "") + "\n";
}

std::string text_of(const RaceReport& race, const Looked& looked, const std::string& file) {
  std::string text = std::string(name_of(race.verdict)) + " on " + race.variable + " (" + file + ")     in " +
                     (race.runs == looked.runs ? "all " : std::to_string(race.runs) + " of ") + std::to_string(looked.runs) +
                     (looked.all ? " schedules" : " schedules looked at") + "     replay " + race.replay + "\n";
  text += line_of(race.first) + line_of(race.second);
  switch (race.verdict) {
    case Verdict::DataRace: return text + "  no order: nothing that the two synchronise with lies between them\n";
    case Verdict::UnorderedAtomic: return text + "  each is one step under a global lock; their order is left to chance\n";
    default: return text + "  each access is locked, but what was read in one locked section is used in another\n";
  }
}

std::string text_of(const std::pair<LockOrder, LockOrder>& pair) {
  const auto part = [](const LockOrder& order) {
    return thread_name(order.thread) + " takes " + order.first + " (line " + std::to_string(order.line_first) + "), then " +
           order.second + " (line " + std::to_string(order.line_second) + ")";
  };
  return "LOCK ORDER INVERSION: " + part(pair.first) + "; " + part(pair.second) + ": they can wait for each other for ever\n";
}

void look(Exploration& all, bool started, RaceDetector& detector, Looked& looked) {
  const bool wants_all = all.options.schedules == "all";
  const uint64_t most = wants_all ? kMostRuns : all.options.schedules.empty() ? kUsualRuns
                                                                           : std::strtoull(all.options.schedules.c_str(), nullptr, 10);
  Enumeration enumeration;
  Random random(all.options.seed);
  // In order while that may reach the end, else at random: neighbours in the order are much alike.
  for (bool more = true; more && looked.runs < most;) {
    const bool in_order = wants_all || looked.runs < most / 2;
    gil::schedule::restore_checkpoint();
    detector.begin_run();
    const Policy rule = looked.runs == 0 || in_order ? enumeration.policy() : uniform_policy(random);
    Run run = run_from_checkpoint(started, rule, &detector);
    if (run.halt == Halt::NewShared) {  // all counts anew
      session().variables.found_new = false;
      detector = RaceDetector();
      looked = Looked();
      enumeration = Enumeration();
      continue;
    }
    ++looked.runs;
    run.id.digest = all.digest;
    detector.end_run(text_of(run.id));
    if (run.halt == Halt::Stuck && looked.deadlocks.empty()) looked.deadlocks.emplace_back(run.outcome.stuck, text_of(run.id));
    if (!run.outcome.error.empty() && looked.errors.empty()) looked.errors.emplace_back(run.outcome.error, text_of(run.id));
    if (in_order) looked.all = !(more = enumeration.more());
  }
}

Json json_of(const Access& access) {
  return {{"thread", thread_name(access.thread)}, {"access", access.writes ? "write" : "read"}, {"file", access.where.file},
          {"line", access.where.line}, {"function", access.where.function}, {"instruction", access.where.opcode},
          {"locks", access.held}, {"started", access.started}};
}

std::string as_json(const Exploration& all, const RaceDetector& detector, const Looked& looked) {
  Json report = {{"script", all.file}, {"model", all.options.model}, {"switch", all.options.switches},
                 {"schedules", looked.runs}, {"complete", looked.all}};
  report["races"] = Json::array();
  for (const RaceReport& race : detector.reports()) {
    report["races"].push_back({{"verdict", name_of(race.verdict)}, {"variable", race.variable}, {"schedules", race.runs},
                               {"replay", race.replay}, {"accesses", {json_of(race.first), json_of(race.second)}}});
  }
  report["deadlocks"] = Json::array();
  for (const auto& [waits, replay] : looked.deadlocks) report["deadlocks"].push_back({{"waits", waits}, {"replay", replay}});
  report["inversions"] = Json::array();
  for (const auto& pair : detector.inversions()) report["inversions"].push_back(text_of(pair));
  return report.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

int exit_code(const RaceDetector& detector, const Looked& looked) {
  if (!looked.errors.empty()) return 1;
  if (!looked.deadlocks.empty()) return 3;
  return std::any_of(detector.reports().begin(), detector.reports().end(),
                     [](const RaceReport& race) { return race.verdict == Verdict::DataRace; }) ? 6 : looked.all ? 0 : 4;
}

}  // namespace

int races_command(int count, char** arguments, EngineMain engine) {
  Exploration all;
  all.options = vm::parse_explore_options(vm::ExploreCommand::Races, count, arguments);
  if (!all.options.problem.empty()) return refuse(all.options.problem);
  Halt halt;
  if (const int code = begin(all, engine, &halt)) return code;
  begin_checkpoint();
  find_shared(halt);
  RaceDetector detector;
  Looked looked;
  look(all, halt == Halt::FirstThread, detector, looked);
  std::string text;
  for (const RaceReport& race : detector.reports()) text += text_of(race, looked, all.file);
  for (const auto& [waits, replay] : looked.deadlocks) text += "DEADLOCK: " + waits + "     replay " + replay + "\n";
  for (const auto& [error, replay] : looked.errors) text += "ERROR: " + error + "     replay " + replay + "\n";
  for (const auto& pair : detector.inversions()) text += text_of(pair);
  if (text.empty()) text = "no race found";
  else text += std::to_string(detector.reports().size()) + (detector.reports().size() == 1 ? " report" : " reports");
  text += " in " + std::to_string(looked.runs) + " schedules" + (looked.all ? ": all there are\n" : "\n");
  std::fwrite(text.data(), 1, text.size(), stdout);
  std::fflush(stdout);
  std::string problem;
  if (!all.options.json.empty() && !writes_file(all.options.json, as_json(all, detector, looked), &problem)) return refuse(problem);
  return exit_code(detector, looked);
}

}  // namespace gillab::explore
