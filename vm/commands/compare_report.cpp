// A comparison for people: one table, what went wrong, and what it means in two or three sentences.
#include <algorithm>
#include <cstdio>

#include "vm/commands/compare.h"
#include "vm/commands/text_table.h"

namespace gillab::driver {
namespace {

constexpr size_t kExamples = 3;
constexpr size_t kWidest = 72;

std::string cell(std::optional<double> value, const char* format, double scale = 1) {
  return value ? formatted(format, *value * scale) : "-";
}

Cells row_of(const Comparison& comparison, const SideResult& result) {
  const auto count = [&](Verdict verdict) { return std::to_string(result.count(verdict)); };
  return {result.side.name,
          std::to_string(result.runs.size()),
          count(Verdict::Right),
          count(Verdict::Wrong),
          count(Verdict::Crashed),
          count(Verdict::Hung),
          std::to_string(distinct_outputs(result).size()),
          cell(median_wall(result), "%.3f s"),
          cell(median_cpu(result), "%.3f s"),
          cell(speedup(comparison, result), "%.2f"),
          cell(parallelism(result), "%.2f"),
          cell(median_waited(result), "%.3f s"),
          cell(peak_bytes(result), "%.1f MiB", 1.0 / (1 << 20))};
}

std::string line_from(const std::string& text, size_t begin) {
  std::string line = text.substr(begin, text.find('\n', begin) - begin);
  return line.size() > kWidest ? line.substr(0, kWidest) + "..." : line;
}

const std::string* right_output(const Comparison& comparison) {
  if (comparison.has_reference) return &comparison.reference;
  for (const SideResult& result : comparison.results) {
    for (const SideRun& run : result.runs) {
      if (run.verdict == Verdict::Right) return &run.measured.output;
    }
  }
  return nullptr;
}

// One line of a wrong output: the first that a right one has not.
std::string telling_line(const std::string& output, const std::string* right) {
  size_t begin = 0;
  for (size_t at = 0; right && at < output.size() && at < right->size() && output[at] == (*right)[at]; ++at) {
    if (output[at] == '\n') begin = at + 1;
  }
  return begin < output.size() ? line_from(output, begin) : "nothing more";
}

std::string amount_lost(long long missing) {
  if (missing < 0) return with_commas(-missing) + " too many";
  return with_commas(missing) + (missing == 1 ? " update lost" : " updates lost");
}

void print_wrong(const Comparison& comparison, const SideResult& result) {
  const std::string* right = right_output(comparison);
  size_t shown = 0, left = 0;
  for (const OutputCount& each : distinct_outputs(result)) {
    if (each.right) continue;
    if (++shown > kExamples) {
      left += each.count;
      continue;
    }
    const bool says_nothing =
        each.example->measured.exit_code != 0 || each.output.empty() || (right && each.output == *right);
    std::string text = says_nothing ? each.example->why : telling_line(each.output, right);
    if (each.example->missing) text += "  (" + amount_lost(*each.example->missing) + ")";
    if (each.count > 1) text += "  x " + std::to_string(each.count);
    std::printf("%s wrong: %s\n", result.side.name.c_str(), text.c_str());
  }
  if (left > 0) std::printf("%s wrong: and %zu more\n", result.side.name.c_str(), left);
}

void print_faults(const SideResult& result, Verdict verdict, const char* word) {
  size_t shown = 0;
  for (const SideRun& run : result.runs) {
    if (run.verdict != verdict || ++shown > kExamples) continue;
    std::printf("%s %s: %s\n", result.side.name.c_str(), word, run.why.c_str());
  }
  if (shown > kExamples) std::printf("%s %s: and %zu more\n", result.side.name.c_str(), word, shown - kExamples);
}

std::string joined(const std::vector<std::string>& names) {
  std::string text;
  for (size_t i = 0; i < names.size(); ++i) {
    text += (i == 0 ? "" : i + 1 == names.size() ? " and " : ", ") + names[i];
  }
  return text;
}

std::string what_is_right(const Comparison& comparison) {
  std::string text;
  for (const vm::Claim& claim : comparison.claims) {
    if (claim.kind != vm::ClaimKind::Expect) continue;
    text += (text.empty() ? "Right means `" : " and `") + claim.expression + "`";
    if (!claim.why.empty()) text += " (" + claim.why + ")";
  }
  if (!text.empty()) return text + ".";
  if (!comparison.claims.empty()) return "Right means that nothing forbidden has happened.";
  return comparison.has_reference ? "Right means what gil printed most often: the script has no `#: expect`."
                                  : "No run came to its end, so nothing says what is right.";
}

bool was_right(const SideResult& result) { return result.count(Verdict::Right) == result.runs.size(); }

// "wrong in 9 and crashed in 1 of 10 runs, up to 41,022 updates lost"
std::string failure_of(const SideResult& result) {
  std::vector<std::string> parts;
  const auto add = [&](Verdict verdict, const char* word) {
    const size_t count = result.count(verdict);
    if (count > 0) parts.push_back(std::string(word) + " in " + std::to_string(count));
  };
  add(Verdict::Wrong, "was wrong");
  add(Verdict::Crashed, "crashed");
  add(Verdict::Hung, "hung");
  std::string text = joined(parts) + " of " + std::to_string(result.runs.size()) + " runs";
  long long most = 0;
  for (const SideRun& run : result.runs) most = std::max(most, run.missing.value_or(0));
  if (most > 0) text += ", up to " + amount_lost(most);
  return text;
}

std::string about_promises(const Comparison& comparison) {
  std::vector<std::string> right, failures;
  for (const SideResult& result : comparison.results) {
    if (!promises_correctness(result.side)) continue;
    if (was_right(result)) {
      right.push_back(result.side.name);
    } else {
      failures.push_back(result.side.name + " " + failure_of(result));
    }
  }
  std::string text;
  if (!right.empty()) text = joined(right) + (right.size() == 1 ? " was" : " were") + " right every time.";
  if (failures.empty()) return text;
  for (const std::string& failure : failures) text += (text.empty() ? "" : &failure == &failures[0] ? " " : "; ") + failure;
  return text +
         ": these layers keep every object whole, but not what the script does in several steps; that needs a lock of its own.";
}

std::string about_the_unprotected(const Comparison& comparison) {
  for (const SideResult& result : comparison.results) {
    if (result.side.layer != "none") continue;
    if (was_right(result)) return "none, which protects nothing, was right every time: luck, or no object is shared.";
    return "none, which protects nothing, " + failure_of(result) + ".";
  }
  return "";
}

std::string about_speed(const Comparison& comparison) {
  for (const SideResult& result : comparison.results) {
    const std::optional<double> ratio = speedup(comparison, result);
    if (result.side.layer != "object" || !ratio) continue;
    constexpr double kMostlyWaiting = 0.7;
    const double used = parallelism(result).value_or(1);
    const std::string processors = formatted("%.1f", used);
    if (used < kMostlyWaiting) {
      return "object had " + processors + " processors: its threads waited, or other programs kept the machine busy; " +
             "then the times say little.";
    }
    if (*ratio >= 1.05) return "object was " + formatted("%.2f", *ratio) + " times as fast as gil, on " + processors + " processors.";
    if (*ratio > 0.95) return "object was as fast as gil: its threads had little to do at the same time.";
    return "object took " + formatted("%.2f", 1 / *ratio) + " times as long as gil, on " + processors +
           " processors: its threads got in each other's way, or there was one.";
  }
  return "";
}

}  // namespace

void print_comparison(const Comparison& comparison) {
  std::printf("%s, %d runs of each side in turn; times are medians\n\n", comparison.script.c_str(), comparison.runs);
  std::vector<Cells> rows = {{"layer", "runs", "right", "wrong", "crashed", "hung", "outputs", "wall", "CPU", "speed-up",
                              "parallelism", "lock waits", "peak memory"}};
  for (const SideResult& result : comparison.results) rows.push_back(row_of(comparison, result));
  print_table(rows);
  std::puts("");
  for (const SideResult& result : comparison.results) {
    print_wrong(comparison, result);
    print_faults(result, Verdict::Crashed, "crashed");
    print_faults(result, Verdict::Hung, "hung");
  }
  const bool all_right = std::all_of(comparison.results.begin(), comparison.results.end(), was_right);
  if (!all_right) std::puts("");
  for (const std::string& sentence : {what_is_right(comparison), about_promises(comparison),
                                      about_the_unprotected(comparison), about_speed(comparison)}) {
    if (!sentence.empty()) std::puts(sentence.c_str());
  }
}

}  // namespace gillab::driver
