// Which runs were right: by what the script claims, or else by what gil prints.
#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>

#include "vm/commands/bench_statistics.h"
#include "vm/commands/compare.h"
#include "vm/commands/text_table.h"

namespace gillab::driver {
namespace {

using Json = nlohmann::json;

constexpr int kTimeoutExit = 124;  // of an engine; the driver's own limit is a little later

bool has_hung(const SideRun& run, double timeout) {
  return run.measured.took_too_long || (run.measured.exit_code == kTimeoutExit && run.measured.wall_seconds >= timeout);
}

bool has_crashed(const SideRun& run) { return run.measured.exit_code > 128 && run.measured.exit_code <= 192; }

// An engine's own words begin so; else the last thing that was said.
std::string first_report(const Measured& measured) {
  const size_t at = measured.errors.find("gillab: ");
  if (at == std::string::npos) return measured.last_error();
  return measured.errors.substr(at + 8, measured.errors.find('\n', at) - at - 8);
}

void note_missing(const Json& row, SideRun& run) {
  if (!run.missing && row.contains("missing")) run.missing = row["missing"].get<long long>();
}

// The first claim that does not hold. Claims that are merely interesting are no judgement.
std::string broken_claim(const Json& rows, const std::vector<vm::Claim>& claims, SideRun& run) {
  std::string broken;
  for (size_t i = 0; i < claims.size() && i < rows.size(); ++i) {
    const Json& row = rows[i];
    if (claims[i].kind == vm::ClaimKind::Interesting) continue;
    if (row.contains("error")) {
      if (broken.empty()) broken = claims[i].expression + ": " + row["error"].get<std::string>();
    } else if (row["holds"].get<bool>() != (claims[i].kind == vm::ClaimKind::Expect)) {
      note_missing(row, run);
      if (broken.empty()) broken = std::string(name_of(claims[i].kind)) + " " + claims[i].expression;
    }
  }
  return broken;
}

void judge_by_claims(SideRun& run, const std::vector<vm::Claim>& claims) {
  const Json report = Json::parse(run.measured.report, nullptr, false);
  if (report.is_discarded()) {
    run.why = "it ended without saying whether its claims hold";
    return;
  }
  run.why = broken_claim(report["claims"], claims, run);
  run.verdict = run.why.empty() ? Verdict::Right : Verdict::Wrong;
}

// Reads what an engine says beside its claims.
void take_waiting(SideRun& run) {
  const Json report = Json::parse(run.measured.report, nullptr, false);
  if (!report.is_discarded() && report.contains("waited")) run.waited = report["waited"].get<double>();
}

void judge(SideRun& run, const Side& side, const Comparison& comparison) {
  take_waiting(run);
  if (has_hung(run, comparison.timeout)) {
    run.verdict = Verdict::Hung;
    run.why = run.measured.took_too_long ? formatted("not done after %g s", comparison.timeout) : first_report(run.measured);
  } else if (has_crashed(run)) {
    run.verdict = Verdict::Crashed;
    run.why = first_report(run.measured);
  } else if (run.measured.exit_code != 0) {
    run.why = "exit code " + std::to_string(run.measured.exit_code);
    if (!run.measured.last_error().empty()) run.why += ": " + run.measured.last_error();
  } else if (!comparison.claims.empty() && side.reports) {
    judge_by_claims(run, comparison.claims);
  }
}

std::vector<const SideRun*> runs_of(const Comparison& comparison, bool (*counts)(const SideResult&, const SideRun&)) {
  std::vector<const SideRun*> found;
  for (const SideResult& result : comparison.results) {
    for (const SideRun& run : result.runs) {
      if (run.measured.exit_code == 0 && !run.measured.took_too_long && counts(result, run)) found.push_back(&run);
    }
  }
  return found;
}

std::string most_frequent(const std::vector<const SideRun*>& runs) {
  std::map<std::string, int> counts;
  for (const SideRun* run : runs) ++counts[run->measured.output];
  return std::max_element(counts.begin(), counts.end(), [](auto& a, auto& b) { return a.second < b.second; })->first;
}

// gil's most frequent output, or that of all where gil is not among the sides or never came to an end.
void find_reference(Comparison* comparison) {
  std::vector<const SideRun*> runs =
      runs_of(*comparison, [](const SideResult& result, const SideRun&) { return result.side.layer == "gil"; });
  if (runs.empty()) runs = runs_of(*comparison, [](const SideResult&, const SideRun&) { return true; });
  comparison->has_reference = !runs.empty();
  if (comparison->has_reference) comparison->reference = most_frequent(runs);
}

// What neither side's claims can judge: by the output.
void judge_by_output(Comparison* comparison) {
  const bool has_claims = !comparison->claims.empty();
  const std::vector<const SideRun*> right =
      runs_of(*comparison, [](const SideResult&, const SideRun& run) { return run.verdict == Verdict::Right; });
  if (!has_claims) find_reference(comparison);
  for (SideResult& result : comparison->results) {
    if (has_claims && result.side.reports) continue;
    for (SideRun& run : result.runs) {
      if (run.verdict != Verdict::Wrong || run.measured.exit_code != 0) continue;
      const auto same = [&](const SideRun* other) { return other->measured.output == run.measured.output; };
      const bool is_right = has_claims ? std::any_of(right.begin(), right.end(), same)
                                       : comparison->has_reference && run.measured.output == comparison->reference;
      run.verdict = is_right ? Verdict::Right : Verdict::Wrong;
      if (!is_right) run.why = has_claims ? "an output that no right run had" : "another output";
    }
  }
}

}  // namespace

bool promises_correctness(const Side& side) {
  return side.layer == "gil" || side.layer == "object" || side.layer == "naive";
}

void judge_runs(Comparison* comparison) {
  for (SideResult& result : comparison->results) {
    for (SideRun& run : result.runs) judge(run, result.side, *comparison);
  }
  judge_by_output(comparison);
}

size_t SideResult::count(Verdict verdict) const {
  return static_cast<size_t>(
      std::count_if(runs.begin(), runs.end(), [&](const SideRun& run) { return run.verdict == verdict; }));
}

std::vector<const SideRun*> SideResult::ended() const {
  std::vector<const SideRun*> found;
  for (const SideRun& run : runs) {
    if (run.verdict == Verdict::Right || run.verdict == Verdict::Wrong) found.push_back(&run);
  }
  return found;
}

std::optional<double> median_of(const SideResult& result, double (*figure)(const SideRun&)) {
  std::vector<double> values;
  for (const SideRun* run : result.ended()) values.push_back(figure(*run));
  return values.empty() ? std::nullopt : std::optional(median(values));
}

std::optional<double> median_wall(const SideResult& result) {
  return median_of(result, [](const SideRun& run) { return run.measured.wall_seconds; });
}
std::optional<double> median_cpu(const SideResult& result) {
  return median_of(result, [](const SideRun& run) { return run.measured.cpu_seconds; });
}
std::optional<double> parallelism(const SideResult& result) {
  return median_of(result, [](const SideRun& run) { return run.measured.cpu_seconds / run.measured.wall_seconds; });
}

std::optional<double> median_waited(const SideResult& result) {
  std::vector<double> values;
  for (const SideRun& run : result.runs) {
    if (run.waited) values.push_back(*run.waited);
  }
  return values.empty() ? std::nullopt : std::optional(median(values));
}

std::optional<double> speedup(const Comparison& comparison, const SideResult& result) {
  const std::optional<double> own = median_wall(result);
  for (const SideResult& each : comparison.results) {
    if (each.side.layer != "gil" || !own) continue;
    if (const std::optional<double> gil = median_wall(each)) return *gil / *own;
  }
  return std::nullopt;
}

std::optional<double> peak_bytes(const SideResult& result) {
  double most = 0;
  for (const SideRun& run : result.runs) most = std::max(most, run.measured.peak_bytes);
  return most > 0 ? std::optional(most) : std::nullopt;
}

std::vector<OutputCount> distinct_outputs(const SideResult& result) {
  std::vector<OutputCount> found;
  for (const SideRun* run : result.ended()) {
    const auto same = std::find_if(found.begin(), found.end(), [&](const OutputCount& each) {
      return each.output == run->measured.output && each.right == (run->verdict == Verdict::Right);
    });
    if (same != found.end()) {
      ++same->count;
    } else {
      found.push_back({run->measured.output, 1, run->verdict == Verdict::Right, run});
    }
  }
  std::sort(found.begin(), found.end(), [](const OutputCount& a, const OutputCount& b) {
    return a.count != b.count ? a.count > b.count : a.output < b.output;
  });
  return found;
}

}  // namespace gillab::driver
