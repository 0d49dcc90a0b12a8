// The report of gillab bench as JSON, samples included.
#include <cstdio>
#include <cstring>
#include <nlohmann/json.hpp>
#include <unistd.h>

#include "vm/commands/bench_report.h"
#include "vm/commands/output_file.h"

namespace gillab::driver {
namespace {

using Json = nlohmann::ordered_json;

const char* name_of(Measure measure) {
  switch (measure) {
    case Measure::CpuTime:
      return "cpu_seconds";
    case Measure::WallTime:
      return "wall_seconds";
    case Measure::Printed:
      return "printed";
    default:
      return "peak_bytes";
  }
}

std::string processor() {
  std::string name;
  char line[256];
  FILE* file = std::fopen("/proc/cpuinfo", "re");
  while (file != nullptr && name.empty() && std::fgets(line, sizeof line, file) != nullptr) {
    if (std::strncmp(line, "model name", 10) != 0) continue;
    if (const char* colon = std::strchr(line, ':')) name.assign(colon + 2, std::strcspn(colon + 2, "\n"));
  }
  if (file != nullptr) std::fclose(file);
  return name;
}

Json json_of(const Suite& suite, const Result& result) {
  Json sides = Json::array();
  for (size_t i = 0; i < result.outcomes.size(); ++i) {
    Json side = {{"by", suite.contestants[i].name}};
    if (!result.is_right(i)) {
      side["fault"] = result.outcomes[i].fault;
    } else if (result.outcomes[i].is_measured()) {
      side["median"] = median(result.outcomes[i].samples);
      side["samples"] = result.outcomes[i].samples;
    }
    if (i > 0 && result.is_comparable(i)) {
      const Ratio ratio = ratio_of(suite, result, i);
      side["ratio"] = {{"value", ratio.middle}, {"lowest", ratio.lowest}, {"highest", ratio.highest}};
    }
    sides.push_back(std::move(side));
  }
  return {{"name", result.trial.name},
          {"measure", name_of(result.trial.measure)},
          {"unit", result.trial.unit},
          {"more_is_better", result.trial.more_is_better},
          {"per", result.trial.divisor},
          {"sides", std::move(sides)}};
}

Json json_of(const Report& report) {
  Json contestants = Json::array();
  for (size_t i = 0; i < report.suite.contestants.size(); ++i) {
    const Contestant& one = report.suite.contestants[i];
    Json side = {{"name", one.name}, {"command", join_command(one.command)}};
    if (i > 0) side["geometric_mean"] = mean_ratio(report.suite, report.results, i);
    if (i > 0) side["worst"] = worst_ratio(report.suite, report.results, i);
    contestants.push_back(std::move(side));
  }
  Json programs = Json::array();
  for (const Result& result : report.results) programs.push_back(json_of(report.suite, result));
  return {{"name", report.suite.name},
          {"ratio", report.suite.gillab_above ? "gillab / other" : "other / gillab"},
          {"contestants", std::move(contestants)},
          {"programs", std::move(programs)}};
}

}  // namespace

bool write_json(const std::string& path, const std::vector<Report>& reports, int rounds, std::string* problem) {
  Json suites = Json::array();
  for (const Report& report : reports) suites.push_back(json_of(report));
  const Json whole = {{"gillab", GILLAB_VERSION},
                      {"processor", processor()},
                      {"processors", sysconf(_SC_NPROCESSORS_ONLN)},
                      {"rounds", rounds},
                      {"suites", std::move(suites)}};
  *problem = write_whole_file(path, whole.dump(2, ' ', false, Json::error_handler_t::replace) + "\n");
  return problem->empty();
}

}  // namespace gillab::driver
