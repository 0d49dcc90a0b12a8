#include "vm/explore_options.h"

#include <algorithm>
#include <cstdlib>
#include <cstring>

namespace gillab::vm {
namespace {

std::string one_of(std::string_view what, std::string_view value, const std::vector<std::string_view>& allowed) {
  if (std::find(allowed.begin(), allowed.end(), value) != allowed.end()) return "";
  std::string text = "unknown " + std::string(what) + " '" + std::string(value) + "'";
  if (const std::string_view meant = nearest(value, allowed); !meant.empty()) {
    text.append(" (did you mean '").append(meant).append("'?)");
  }
  text += "; allowed are ";
  for (std::string_view name : allowed) text.append(name).append(name == allowed.back() ? "" : ", ");
  return text;
}

// False: not a whole number of at least `least`.
bool read_number(const char* text, uint64_t least, uint64_t* number) {
  char* end = nullptr;
  if (*text < '0' || *text > '9') return false;
  *number = std::strtoull(text, &end, 10);
  return *end == '\0' && *number >= least;
}

void take_shard(ExploreOptions& options, const char* value) {
  char* end = nullptr;
  const unsigned long part = std::strtoul(value, &end, 10);
  const unsigned long parts = *end == '/' ? std::strtoul(end + 1, &end, 10) : 0;
  if (*end != '\0' || part < 1 || parts < 1 || part > parts) {
    options.problem = std::string("--shard needs I/N with I from 1 to N, not '") + value + "'";
    return;
  }
  options.shard = static_cast<unsigned>(part - 1);
  options.shards = static_cast<unsigned>(parts);
}

void take_fail_on(ExploreOptions& options, const std::string& value) {
  for (size_t at = 0; at <= value.size();) {
    const size_t comma = std::min(value.find(',', at), value.size());
    options.problem = one_of("reason to fail", value.substr(at, comma - at),
                             {"forbidden", "error", "deadlock", "livelock", "unexpected", "interesting", "race", "incomplete", "none"});
    if (!options.problem.empty()) return;
    at = comma + 1;
  }
  options.fail_on = value;
}

void take_number(ExploreOptions& options, std::string_view name, const char* value) {
  uint64_t number = 0;
  if (!read_number(value, name == "--seed" || name == "--preemptions" ? 0 : 1, &number)) {
    options.problem = std::string(name) + " needs a whole number, not '" + value + "'";
  }
  if (name == "--preemptions") options.preemptions = static_cast<int>(std::min<uint64_t>(number, 1000));
  if (name == "--max-states") options.most_states = number;
  if (name == "--jobs") options.jobs = static_cast<unsigned>(std::min<uint64_t>(number, 256));
  if (name == "--seed") options.seed = number;
}

void take_value(ExploreOptions& options, std::string_view name, const char* value) {
  if (name == "--model") {
    options.problem = one_of("model", options.model = value, {"gil", "object", "none"});
  } else if (name == "--switch") {
    options.problem = one_of("kind of switch", options.switches = value, {"any", "loop", "micro"});
  } else if (name == "--show") {
    options.show = value;
  } else if (name == "--time") {
    char* end = nullptr;
    options.seconds = std::strtod(value, &end);
    if (*end != '\0' || !(options.seconds > 0)) options.problem = std::string("--time needs seconds above 0, not '") + value + "'";
  } else if (name == "--shard") {
    take_shard(options, value);
  } else if (name == "--fail-on") {
    take_fail_on(options, value);
  } else if (name == "--json") {
    options.json = value;
  } else if (name == "--html") {
    options.html = value;
  } else if (name == "--trace") {
    options.trace = value;
  } else if (name == "--goal") {
    options.goal = value;
  } else if (name == "--schedules") {
    uint64_t number;
    options.schedules = value;
    if (options.schedules != "all" && !read_number(value, 1, &number)) {
      options.problem = std::string("--schedules needs a whole number or all, not '") + value + "'";
    }
  } else {
    take_number(options, name, value);
  }
}

void take_flag(ExploreOptions& options, std::string_view name) {
  if (name == "--columns") options.columns = true;
  if (name == "--step") options.steps = true;
  if (name == "--best-effort") options.best_effort = true;
  if (name == "--quiet") options.quiet = true;
}

const std::vector<OptionRow> kCommon = {
    {"--model", "LAYER", "the lock layer that is modelled: gil (unless stated), object, none"},
    {"--switch", "WHERE", "any: between any two instructions (unless stated); loop: at loop edges and calls; micro: inside operations too"},
};
const std::vector<OptionRow> kExplore = {
    {"--show", "EXPR", "what a schedule's result is: an expression over the script's globals at its end, or stdout"},
    {"--preemptions", "N", "only schedules with at most so many preemptions"},
    {"--max-states", "N", "past so many states search depth first, by classes of schedules, 1000000 unless stated"},
    {"--time", "S", "sample at random past so many seconds, 60 unless stated"},
    {"--jobs", "N", "use so many processors"},
    {"--shard", "I/N", "explore only the I-th of N parts; the JSON files of all are put together by --merge"},
    {"--merge", "FILES", "no script: put the JSON files of shards together"},
    {"--seed", "S", "of what is sampled at random, 1 unless stated"},
    {"--fail-on", "LIST", "what makes the exit code other than 0: forbidden, error, deadlock, livelock, unexpected, interesting, race, incomplete, none"},
    {"--json", "FILE", "the results as JSON"},
    {"--html", "FILE", "the results as one page to look at"},
    {"--quiet", "", "no progress on stderr"},
};
const std::vector<OptionRow> kReplay = {
    {"--columns", "", "a column for each thread: lines, instructions, shared variables"},
    {"--step", "", "stop at each step, in the terminal"},
    {"--trace", "FILE", "as a Chrome trace"},
    {"--best-effort", "", "follow the id of another version of the script as far as it goes"},
    {"--show", "EXPR", "print this at the end"},
};
const std::vector<OptionRow> kRaces = {
    {"--schedules", "N", "look at so many single schedules; all: search until all were seen. Unless stated: all if that is soon done, else 200"},
    {"--seed", "S", "of those taken at random, 1 unless stated"},
    {"--json", "FILE", "the reports as JSON"},
};
const std::vector<OptionRow> kStep = {
    {"--goal", "EXPR", "make it a game: reach an end where this is true"},
};

std::vector<OptionRow> joined(const std::vector<OptionRow>& first, const std::vector<OptionRow>& second) {
  std::vector<OptionRow> all = first;
  all.insert(all.end(), second.begin(), second.end());
  return all;
}

const OptionRow* find_row(const std::vector<OptionRow>& rows, std::string_view name) {
  const auto found = std::find_if(rows.begin(), rows.end(), [&](const OptionRow& row) { return row.name == name; });
  return found == rows.end() ? nullptr : &*found;
}

void take_option(ExploreOptions& options, const std::vector<OptionRow>& rows, int count, char** arguments, int& at) {
  const std::string_view word = arguments[at];
  const size_t equals = word.find('=');
  const std::string_view name = word.substr(0, equals);
  const OptionRow* row = find_row(rows, name);
  if (!row) {
    options.problem = unknown_option(word, rows);
  } else if (row->value.empty()) {
    take_flag(options, row->name);
  } else if (row->name == "--merge") {
    while (++at < count) options.merge.emplace_back(arguments[at]);
    if (options.merge.empty()) options.problem = "--merge needs the JSON files of shards";
  } else if (equals != word.npos) {
    take_value(options, row->name, arguments[at] + equals + 1);
  } else if (at + 1 < count) {
    take_value(options, row->name, arguments[++at]);
  } else {
    options.problem = "option " + std::string(word) + " needs a value";
  }
}

}  // namespace

const std::vector<OptionRow>& explore_option_rows(ExploreCommand command) {
  static const std::vector<OptionRow> explore = joined(kCommon, kExplore), replay = joined(kCommon, kReplay),
                                      races = joined(kCommon, kRaces), step = joined(kCommon, kStep);
  switch (command) {
    case ExploreCommand::Replay: return replay;
    case ExploreCommand::Races: return races;
    case ExploreCommand::Step: return step;
    default: return explore;
  }
}

ExploreOptions parse_explore_options(ExploreCommand command, int count, char** arguments) {
  ExploreOptions options;
  options.command = command;
  const std::vector<OptionRow>& rows = explore_option_rows(command);
  for (int at = 0; at < count && options.problem.empty(); ++at) {
    const std::string_view word = arguments[at];
    if (word.starts_with("--")) {
      take_option(options, rows, count, arguments, at);
    } else if (!options.script) {
      if (word.starts_with("-")) {
        options.problem = word == "-" ? "give the path of a script: stdin belongs to it" : unknown_option(word, rows);
      }
      options.script = arguments[at];
    } else if (command == ExploreCommand::Replay && options.schedule.empty()) {
      options.schedule = word;
    } else {
      options.arguments.push_back(arguments[at]);
    }
  }
  if (!options.problem.empty() || !options.merge.empty()) return options;
  if (!options.script) {
    options.problem = "which script? give its path";
  } else if (command == ExploreCommand::Replay && options.schedule.empty()) {
    options.problem = "which schedule? give its id, as explore prints it (@...)";
  }
  return options;
}

}  // namespace gillab::vm
