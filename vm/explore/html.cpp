#include "vm/explore/html.h"

#include <nlohmann/json.hpp>

namespace gillab::explore {
namespace {

using Json = nlohmann::ordered_json;

Json events_of(const Replayed& run) {
  Json events = Json::array();
  for (const Event& event : run.events) {
    Json shared = Json::array();
    for (const auto& [name, value] : event.shared) shared.push_back({name, value});
    events.push_back({{"thread", event.thread}, {"number", event.number}, {"line", event.where.line},
                      {"function", event.where.function}, {"opcode", event.where.opcode}, {"what", event.what},
                      {"value", event.value}, {"preempts", event.preempts}, {"overwritten", event.overwritten},
                      {"shared", shared}});
  }
  return events;
}

Json row_of(const Exploration& all, size_t i, const Replayed& run) {
  const Outcome& outcome = all.result.outcomes[i];
  return {{"result", outcome.result},        {"schedules", all.schedules[i]},
          {"preemptions", all.preemptions[i]}, {"expect", expectation(all, outcome)},
          {"why", why(all, outcome)},        {"replay", all.replay[i]},
          {"output", run.output + run.errors}, {"events", events_of(run)}};
}

// A "</script>" or "<!--" in a string of the script must not mean anything to the page.
std::string safe_in_page(const std::string& text) {
  std::string safe;
  for (char letter : text) letter == '<' ? safe += "\\u003c" : safe += letter;
  return safe;
}

}  // namespace

std::string as_html(const Exploration& all, const std::vector<Replayed>& runs) {
  Json data = {{"script", all.file},         {"source", all.source},         {"threads", all.threads},
               {"model", all.options.model}, {"switch", all.options.switches}, {"schedules", all.all_schedules},
               {"states", all.states}, {"complete", all.complete}, {"search", all.search}};
  data["outcomes"] = Json::array();
  for (size_t i = 0; i < runs.size(); ++i) data["outcomes"].push_back(row_of(all, i, runs[i]));
  data["notes"] = notes(all);
  data["unmet"] = Json::array();
  for (const vm::Claim* claim : unmet(all)) {
    data["unmet"].push_back({{"result", claim->expression}, {"expect", std::string(vm::name_of(claim->kind))}, {"why", claim->why}});
  }
  return kPageHead + safe_in_page(data.dump(-1, ' ', false, Json::error_handler_t::replace)) + kPageTail;
}

}  // namespace gillab::explore
