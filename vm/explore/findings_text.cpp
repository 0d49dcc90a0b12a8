// Races, deadlocks and orders of locks as text and as JSON.
#include <algorithm>
#include <nlohmann/json.hpp>

#include "vm/explore/findings.h"
#include "vm/explore/words.h"

namespace gillab::explore {
namespace {

using Json = nlohmann::ordered_json;

const char* name_of(Verdict verdict) {
  constexpr const char* kNames[] = {"DATA RACE", "UNORDERED ATOMIC OPERATIONS", "ATOMICITY"};
  return kNames[static_cast<size_t>(verdict)];
}

std::string padded(const std::string& text, size_t width) { return text + std::string(width - std::min(width, text.size()), ' '); }

std::string started_at(const Site& site) {
  if (site.thread == 0) return "the script itself";
  return "started " + site.stack.front().file + ":" + std::to_string(site.started);
}

// Two sides, one below the other, each with the calls that led there.
std::string sides_text(const Finding& race) {
  const Finding::Side* sides[] = {&race.first, &race.second};
  std::vector<std::string> cells[2];
  for (size_t i = 0; i < 2; ++i) {
    const Site& site = sides[i]->site;
    if (site.stack.empty()) return "";
    const Location& place = site.stack.front();
    cells[i] = {std::string(sides[i]->writes ? "write " : "read  ") + sides[i]->value, thread_name(site.thread) + " " + where(place) + " in " + place.function,
                place.opcode, "locks held: " + site.held, started_at(site)};
  }
  std::string text;
  for (size_t i = 0; i < 2; ++i) {
    std::string line = " ";
    for (size_t k = 0; k < cells[i].size(); ++k) line += (k == 0 ? " " : k == 1 ? "  " : "   ") + padded(cells[i][k], k < 4 ? std::max(cells[0][k].size(), cells[1][k].size()) : 0);
    text += line.substr(0, line.find_last_not_of(' ') + 1) + "\n";
    const std::vector<Location>& stack = sides[i]->site.stack;
    for (size_t k = 1; k < stack.size(); ++k) text += "        called at " + where(stack[k]) + " in " + stack[k].function + "\n";
  }
  return text;
}

std::string in_schedules(const std::string& some, bool all, const Findings& found) {
  const std::string whole = with_commas(found.schedules) + (found.complete ? " schedules" : " schedules looked at");
  if (found.schedules == "1") return found.complete ? "in the one schedule there is" : "in the one schedule looked at";
  if (all) return "in all " + whole;
  return "in " + with_commas(some) + " of " + whole;
}

std::string text_of(const Finding& race, const Findings& found, const Exploration& all) {
  std::string text = std::string(name_of(race.verdict)) + " on " + race.variable + " (" + all.file + ")     " + in_schedules(race.schedules, race.in_all, found);
  if (!race.also_in.empty()) {
    const bool prints = all.shown.empty() || all.shown == "stdout";
    text += ", also in those that " + (prints ? "print " : "end with " + all.shown + " = ") + one_line(race.also_in, 40);
  }
  return text + "     replay " + race.replay + "\n" + sides_text(race) + "  " + race.order + "\n";
}

std::string text_of(const std::vector<LockOrder>& cycle) {
  std::string text;
  for (const LockOrder& order : cycle) {
    text += (text.empty() ? "" : "; ") + thread_name(order.thread) + " takes " + order.first_name + " (line " + std::to_string(order.line_first) + "), then " +
            order.second_name + " (line " + std::to_string(order.line_second) + ")";
  }
  return "LOCK ORDER INVERSION: " + text + ": they can wait for each other for ever\n";
}

std::string text_of(const char* what, const Problem& problem, const Findings& found) {
  return std::string(what) + ": " + problem.text + "     " + in_schedules(problem.schedules, problem.schedules == found.schedules, found) + "     replay " +
         problem.replay + "\n";
}

Json json_of(const Location& place) {
  return {{"file", place.file}, {"line", place.line}, {"function", place.function}, {"instruction", place.opcode}};
}

Json json_of(const Finding::Side& side) {
  Json row = {{"thread", thread_name(side.site.thread)}, {"access", side.writes ? "write" : "read"}, {"value", side.value}};
  const Location place = side.site.stack.empty() ? Location() : side.site.stack.front();
  row.update(json_of(place));
  row["locks"] = side.site.held;
  row["started"] = side.site.started;
  row["stack"] = Json::array();
  for (const Location& each : side.site.stack) row["stack"].push_back(json_of(each));
  return row;
}

Json json_of(const Finding& race) {
  return {{"verdict", name_of(race.verdict)}, {"variable", race.variable}, {"schedules", exact_number<Json>(race.schedules)}, {"all", race.in_all},
          {"replay", race.replay}, {"accesses", {json_of(race.first), json_of(race.second)}}, {"order", race.order}};
}

Json json_of(const std::vector<Problem>& problems, const char* name) {
  Json list = Json::array();
  for (const Problem& each : problems) {
    list.push_back({{name, each.text}, {"schedules", exact_number<Json>(each.schedules)}, {"replay", each.replay}});
  }
  return list;
}

}  // namespace

std::string text_of(const Findings& found, const Exploration& all) {
  std::string text;
  for (const Finding& race : found.races) text += text_of(race, found, all);
  for (const Problem& each : found.deadlocks) text += text_of("DEADLOCK", each, found);
  for (const Problem& each : found.errors) text += text_of("ERROR", each, found);
  for (const std::vector<LockOrder>& cycle : found.inversions) text += text_of(cycle);
  const size_t count = found.races.size();
  if (text.empty()) text = "no race found";
  else text += count == 0 ? "no race" : std::to_string(count) + (count == 1 ? " race" : " races");
  if (found.schedules == "1") return text + " in one schedule" + (found.complete ? ": there is no other\n" : "\n");
  return text + " in " + with_commas(found.schedules) + " schedules" + (found.complete ? ": all there are\n" : "\n");
}

std::vector<std::string> races_as_json(const Findings& found) {
  std::vector<std::string> rows;
  for (const Finding& race : found.races) rows.push_back(json_of(race).dump(-1, ' ', false, Json::error_handler_t::replace));
  return rows;
}

std::string as_json(const Findings& found, const Exploration& all) {
  Json report = {{"script", all.file}, {"model", all.options.model}, {"switch", all.options.switches},
                 {"schedules", exact_number<Json>(found.schedules)}, {"complete", found.complete}};
  report["races"] = Json::array();
  for (const Finding& race : found.races) report["races"].push_back(json_of(race));
  report["deadlocks"] = json_of(found.deadlocks, "waits");
  report["errors"] = json_of(found.errors, "error");
  report["inversions"] = Json::array();
  for (const std::vector<LockOrder>& cycle : found.inversions) report["inversions"].push_back(text_of(cycle));
  return report.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace gillab::explore
