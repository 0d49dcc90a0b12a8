// A comparison for programs.
#include <nlohmann/json.hpp>

#include "vm/commands/compare.h"

namespace gillab::driver {
namespace {

using Json = nlohmann::ordered_json;

Json number(std::optional<double> value) { return value ? Json(*value) : Json(nullptr); }

Json outputs_of(const SideResult& result) {
  Json rows = Json::array();
  for (const OutputCount& each : distinct_outputs(result)) {
    Json row = {{"output", each.output}, {"count", each.count}, {"right", each.right}};
    if (!each.right) row["why"] = each.example->why;
    if (each.example->missing) row["lost"] = *each.example->missing;
    rows.push_back(std::move(row));
  }
  return rows;
}

Json faults_of(const SideResult& result, Verdict verdict) {
  Json rows = Json::array();
  for (const SideRun& run : result.runs) {
    if (run.verdict == verdict) rows.push_back({{"why", run.why}, {"stderr", run.measured.errors}});
  }
  return rows;
}

Json json_of(const Comparison& comparison, const SideResult& result) {
  return {{"layer", result.side.name},
          {"runs", result.runs.size()},
          {"right", result.count(Verdict::Right)},
          {"wrong", result.count(Verdict::Wrong)},
          {"crashed", result.count(Verdict::Crashed)},
          {"hung", result.count(Verdict::Hung)},
          {"outputs", outputs_of(result)},
          {"wall_s", number(median_wall(result))},
          {"cpu_s", number(median_cpu(result))},
          {"speedup", number(speedup(comparison, result))},
          {"parallelism", number(parallelism(result))},
          {"lock_waits_s", number(median_waited(result))},
          {"peak_bytes", static_cast<uint64_t>(peak_bytes(result).value_or(0))},
          {"crashes", faults_of(result, Verdict::Crashed)},
          {"hangs", faults_of(result, Verdict::Hung)}};
}

}  // namespace

std::string comparison_as_json(const Comparison& comparison) {
  Json claims = Json::array();
  for (const vm::Claim& claim : comparison.claims) {
    claims.push_back({{"kind", name_of(claim.kind)}, {"expression", claim.expression}, {"why", claim.why}});
  }
  Json layers = Json::array();
  for (const SideResult& result : comparison.results) layers.push_back(json_of(comparison, result));
  const Json whole = {{"gillab", GILLAB_VERSION}, {"script", comparison.script}, {"timeout_s", comparison.timeout},
                      {"claims", claims},         {"layers", layers}};
  return whole.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace gillab::driver
