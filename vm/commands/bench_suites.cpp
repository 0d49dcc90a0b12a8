// The suites: speed and lua from the folder scripts/bench, startup and memory as lines of Python.
#include "vm/commands/bench_suites.h"

#include <algorithm>
#include <dirent.h>

#include "vm/driver/installation.h"

namespace gillab::driver {
namespace {

constexpr int kStarts = 20;
constexpr double kElements = 1e6;

struct Line {
  const char* name;
  const char* code;
  const char* without;  // null: the peak of the whole process
};

// Lists filled in place show what an element takes; those that grow show what growing costs on top.
const Line kElementLines[] = {
    {"ints in a list", "a = [0] * 1000000\nfor i in range(1000000): a[i] = i + 1000", "a = []"},
    {"floats in a list", "a = [0.0] * 1000000\nfor i in range(1000000): a[i] = i + 0.5", "a = []"},
    {"ints appended", "a = []\nfor i in range(1000000): a.append(i + 1000)", "a = []"},
    {"ints as dict keys", "a = {}\nfor i in range(1000000): a[i + 1000] = None", "a = {}"},
    {"instances of one attribute",
     "class C:\n  def __init__(self, x): self.x = x\na = [None] * 1000000\nfor i in range(1000000): a[i] = C(i)",
     "class C: pass\na = []"},
};
const char* const kMemoryPrograms[] = {"binary_trees", "dict_words", "instances", "linked_list",
                                       "lru_cache",    "sieve",      "sorting",   "word_count"};

std::vector<std::string> names_in(const std::string& folder, std::string_view ending) {
  std::vector<std::string> names;
  DIR* listing = opendir(folder.c_str());
  if (listing == nullptr) return names;
  while (dirent* entry = readdir(listing)) {
    std::string_view file = entry->d_name;
    if (file.ends_with(ending)) names.emplace_back(file.substr(0, file.size() - ending.size()));
  }
  closedir(listing);
  std::sort(names.begin(), names.end());
  return names;
}

// Programs of scripts/bench/threads. With kinds, each kind is a trial of the suite's one program, which gets it and the
// numbers of threads as arguments.
struct ThreadSuite {
  std::string_view name;
  std::string_view what;
  std::vector<std::string> programs;
  std::vector<std::string> kinds = {};
};
const std::vector<ThreadSuite>& thread_suites() {
  static const std::vector<ThreadSuite> suites = {
      {"handoff", "time to pass the turn on", {"handoff"}},
      {"convoy", "I/O beside computing", {"convoy"}},
      {"io", "paced I/O beside computing, and native work", {"paced", "native_work"}},
      {"fairness", "shares of eight threads", {"fairness"}},
      {"scale",
       "what N threads do in the time one takes",
       {"scale"},
       {"calls", "methods", "closures", "object_creation", "dict_and_list_creation", "generators", "attribute_access",
        "module_and_c_functions", "constants", "thread_local_reads", "exceptions", "string_building"}},
      {"shared",
       "what N threads do in the time one takes",
       {"shared"},
       {"dict_value", "bound_method", "list_items", "list_iteration", "instance", "lock_asked", "lock_taken"}},
      {"contention",
       "rounds of all threads",
       {"contention"},
       {"list_append", "dict_store", "counter_with_lock", "queue_put_and_get"}},
  };
  return suites;
}

std::string bench_folder() { return installation().share + "/scripts/bench/"; }

Words with(Words words, std::initializer_list<std::string> more) {
  words.insert(words.end(), more);
  return words;
}

std::vector<Words> script_commands(const std::vector<Contestant>& contestants, const std::string& path) {
  std::vector<Words> commands;
  for (const Contestant& one : contestants)
    commands.push_back(with(one.command, {path + (is_lua(one) ? ".lua" : ".py")}));
  return commands;
}

void add_kinds(Suite& suite, const ThreadSuite& what, const std::string& path, const std::string& threads) {
  for (const std::string& kind : what.kinds) {
    std::vector<Words> commands = script_commands(suite.contestants, path);
    for (Words& command : commands) command.insert(command.end(), {kind, threads});
    suite.trials.push_back({kind, Measure::Printed, std::move(commands)});
  }
}

std::vector<Words> line_commands(const std::vector<Contestant>& contestants, const char* code) {
  std::vector<Words> commands;
  for (const Contestant& one : contestants) commands.push_back(with(one.command, {"-c", code}));
  return commands;
}

void add_scripts(Suite& suite, const std::string& folder, Measure measure, const std::vector<std::string>& names) {
  for (const std::string& name : names) {
    suite.trials.push_back({name, measure, script_commands(suite.contestants, folder + name)});
  }
}

// gillab is started as users start it: by the driver, which becomes the engine.
void add_starts(Suite& suite) {
  for (Contestant& one : suite.contestants) {
    if (!one.lock.empty()) one.command = {"/proc/self/exe", "run", "--lock", one.lock};
  }
  const std::vector<Words> pass = line_commands(suite.contestants, "pass");
  const std::vector<Words> imports = line_commands(suite.contestants, "import collections, random");
  suite.trials.push_back({"-c pass, wall", Measure::WallTime, pass, {}, 1, kStarts});
  suite.trials.push_back({"-c pass, CPU", Measure::CpuTime, pass, {}, 1, kStarts});
  suite.trials.push_back({"two imports, wall", Measure::WallTime, imports, {}, 1, kStarts});
}

void add_memory(Suite& suite) {
  for (const Line& line : kElementLines) {
    suite.trials.push_back({line.name, Measure::PeakMemory, line_commands(suite.contestants, line.code),
                            line_commands(suite.contestants, line.without), kElements});
  }
  suite.trials.push_back({"-c pass", Measure::PeakMemory, line_commands(suite.contestants, "pass")});
  add_scripts(suite, bench_folder(), Measure::PeakMemory, {std::begin(kMemoryPrograms), std::end(kMemoryPrograms)});
}

}  // namespace

const std::vector<SuiteRow>& suite_rows() {
  static const std::vector<SuiteRow> rows = {
      {"speed", "the programs of scripts/bench, by CPU time"},
      {"startup", "from nothing to the end of a script of one line"},
      {"memory", "peak memory: bytes an element of large lists and dicts, and of whole programs"},
      {"handoff", "what passing the turn from one thread to another takes"},
      {"convoy", "a thread that does I/O beside one that computes, as fast as it can"},
      {"io", "a request a millisecond beside a thread that computes; native work in two threads"},
      {"fairness", "how equally eight threads share time"},
      {"overhead", "the suite speed under all lock layers, compared with gil"},
      {"scale", "threads that share nothing but code: calls, objects, containers, strings ..."},
      {"shared", "threads that read one dict, list, instance, or use one method or lock"},
      {"contention", "threads that write to one list, dict, counter, queue"},
      {"lua", "the programs of scripts/bench/lua, each also written in Lua"},
  };
  return rows;
}

bool is_about_layers(std::string_view suite) {
  return suite == "overhead" || suite == "scale" || suite == "shared" || suite == "contention";
}

bool is_lua(const Contestant& contestant) {
  const std::string& program = contestant.command[0];
  return contestant.lock.empty() && program.substr(program.rfind('/') + 1).starts_with("lua");
}

Suite make_suite(std::string_view name, const std::vector<Contestant>& contestants, const std::string& filter,
                 const std::string& threads) {
  Suite suite{name, "seconds of CPU time", name == "lua", contestants, {}};
  if (name == "speed" || name == "overhead") add_scripts(suite, bench_folder(), Measure::CpuTime, names_in(bench_folder(), ".py"));
  if (name == "lua") {
    const std::string folder = bench_folder() + "lua/";
    add_scripts(suite, folder, Measure::CpuTime, names_in(folder, ".lua"));
  }
  if (name == "startup") {
    suite.what = "time of a start";
    add_starts(suite);
  }
  if (name == "memory") {
    suite.what = "peak of resident memory";
    add_memory(suite);
  }
  for (const ThreadSuite& each : thread_suites()) {
    if (each.name != name) continue;
    suite.what = each.what;
    const std::string folder = bench_folder() + "threads/";
    each.kinds.empty() ? add_scripts(suite, folder, Measure::Printed, each.programs)
                       : add_kinds(suite, each, folder + each.programs[0], threads);
  }
  std::erase_if(suite.trials, [&](const Trial& trial) { return trial.name.find(filter) == std::string::npos; });
  return suite;
}

}  // namespace gillab::driver
