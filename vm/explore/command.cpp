#include "vm/explore/command.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <ctime>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "gil/schedule/arena.h"
#include "gil/schedule/pages.h"
#include "vm/evaluate.h"
#include "vm/explore/html.h"
#include "vm/explore/replay.h"
#include "vm/explore/sample.h"
#include "vm/explore/world.h"

namespace gillab::explore {
namespace {

double seconds_now() {
  timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e9;
}

std::string digest_of(const Exploration& all) {
  uint64_t hash = 0xcbf29ce484222325;
  for (const std::string* text : {&all.source, &all.options.model, &all.options.switches}) {
    for (unsigned char letter : *text) hash = (hash ^ letter) * 0x100000001b3;
    hash = (hash ^ 0xFF) * 0x100000001b3;
  }
  char text[8];
  std::snprintf(text, sizeof text, "%04x", static_cast<unsigned>(hash >> 48 ^ (hash & 0xFFFF)));
  return text;
}

bool read_all(const char* path, std::string* text) {
  std::FILE* file = std::fopen(path, "rb");
  if (!file) return false;
  char buffer[65536];
  for (size_t got; (got = std::fread(buffer, 1, sizeof buffer, file)) > 0;) text->append(buffer, got);
  std::fclose(file);
  return true;
}

// A claim's expression judges by itself when it is true or false; any other value is compared with what is shown.
std::string judged(const std::string& expression, const std::string& shown) {
  if ((expression == "True" || expression == "False") && !shown.empty() && shown != "stdout") {
    return "(" + shown + "\n) is " + expression;
  }
  if (shown.empty() || shown == "stdout") return "bool(" + expression + "\n)";
  return "(lambda wanted: wanted if wanted is True or wanted is False else (" + shown + "\n) in wanted if isinstance(wanted, " +
         "(tuple, set, frozenset)) else (" + shown + "\n) == wanted)((" + expression + "\n))";
}

void ask(const Exploration& all) {
  Session& asked = session();
  asked.shows_expression = !all.shown.empty() && all.shown != "stdout";
  if (asked.shows_expression) asked.questions.push_back({all.shown, "--show", "", false});
  for (const vm::Claim& claim : all.claims) {
    const std::string name = "'" + claim.expression + "' (line " + std::to_string(claim.line) + ")";
    asked.questions.push_back({judged(claim.expression, all.shown), name, "", false});
  }
}

void obey(const vm::ExploreOptions& options) {
  Session& all = session();
  all.explores = true;
  all.switch_mode = options.switches == "loop" ? SwitchMode::Loop : options.switches == "micro" ? SwitchMode::Micro : SwitchMode::Any;
  all.model = options.model == "object" ? Model::Object : options.model == "none" ? Model::None : Model::Gil;
}

const ControlledWorld& world() { return static_cast<const ControlledWorld&>(*record_of(0).thread->interpreter->world); }

// The script ended before it started a thread: its own errors are what there is to say.
int say_ended(int code) {
  std::fwrite(world().output().data(), 1, world().output().size(), stdout);
  std::fwrite(world().errors().data(), 1, world().errors().size(), stderr);
  return code;
}

std::string problem_at_once() {
  for (const Session::Question& question : session().questions) {
    if (question.failed) return question.name + ": " + question.answer;
  }
  return "";
}

}  // namespace

int refuse(const std::string& problem) {
  std::fprintf(stderr, "gillab: %s\n", problem.c_str());
  return 2;
}

int begin(Exploration& all, EngineMain engine, Halt* halt) {
  const vm::ExploreOptions& options = all.options;
  if (const std::string problem = vm::problem_with_script(options.script); !problem.empty()) return refuse(problem);
  if (!read_all(options.script, &all.source)) return refuse(std::string("cannot read '") + options.script + "'");
  all.file = std::string(options.script).substr(std::string(options.script).rfind('/') + 1);
  std::string problem;
  all.claims = vm::read_claims(all.source, &problem);
  if (!problem.empty()) return refuse(problem);
  if (!options.goal.empty()) all.claims.insert(all.claims.begin(), {vm::ClaimKind::Interesting, options.goal, "the goal", 0});
  all.shown = options.show.empty() ? vm::read_shown(all.source) : options.show;
  all.digest = digest_of(all);
  obey(options);
  session().shows_output = all.shown == "stdout";
  ask(all);

  static char name[] = "engine", run[] = "run", unbuffered[] = "-u";
  static std::vector<char*> arguments;
  arguments = {name, run, unbuffered, const_cast<char*>(options.script)};
  arguments.insert(arguments.end(), options.arguments.begin(), options.arguments.end());
  static EngineProgram program;
  program = {static_cast<int>(arguments.size()), arguments.data(), engine};
  *halt = start_program(program);
  if (*halt == Halt::Refused) return say_refused();
  const bool ended = gil::schedule::machine().fibers[0].status == gil::schedule::Status::Ended;
  if (ended) return program.exit_code ? program.exit_code : 7;  // refused before it ran: what is wrong has been said
  if (*halt != Halt::FirstThread && *halt != Halt::Finished) return say_ended(7);
  if (*halt == Halt::Finished && world().errors().find("Error") != std::string::npos) {
    return say_ended(world().errors().find("\nSyntaxError: ") != std::string::npos ? 2 : 1);  // before any thread began
  }
  return 0;
}

Halt look_once() {
  Session& all = session();
  const uint64_t most = std::exchange(all.most_instructions, 2'000'000);
  all.only_looks = true;
  const Halt halt = run_by_rule();
  all.only_looks = false;
  all.variables.found_new = false;
  all.ran_away = false;
  all.most_instructions = most;
  all.instructions = 0;
  return halt;
}

Halt settle_from(Halt halt) { return halt == Halt::FirstThread ? settle() : halt; }

void find_shared(Halt halt) {
  constexpr uint64_t kStates = 20'000;
  constexpr double kSeconds = 0.5;
  look_once();
  gil::schedule::restore_checkpoint();
  for (SearchEnd end = SearchEnd::NewShared; end == SearchEnd::NewShared;) {
    session().variables.found_new = false;
    end = search_states(settle_from(halt), {kStates, kSeconds}, nullptr).end;
    gil::schedule::restore_checkpoint();
  }
  session().ran_away = false;
}

namespace {

// Starts the search over until no variable turns out to be shared that was not known.
SearchResult search_all(Exploration& all, Halt halt, const SearchLimits& limits) {
  const bool shows = !all.options.quiet && isatty(STDERR_FILENO);
  const double began = seconds_now();
  const auto progress = [&](const SearchResult& result, size_t depth) {
    if (!shows) return;
    const double taken = seconds_now() - began;
    std::fprintf(stderr, "\r%zu states, %.0f a second, depth %zu, %.0f s left ", result.graph.nodes.size(),
                 static_cast<double>(result.graph.nodes.size()) / taken, depth, limits.seconds - taken);
  };
  for (;;) {
    session().variables.found_new = false;
    session().ran_away = false;
    SearchResult result = search_states(settle_from(halt), limits, progress);
    if (result.graph.nodes.size() >= 1024 && shows) std::fputs("\r\x1b[K", stderr);
    gil::schedule::restore_checkpoint();
    if (result.end != SearchEnd::NewShared) return result;
    ++all.rounds;
  }
}

void evaluate(Exploration& all) {
  const auto count = static_cast<uint32_t>(all.result.outcomes.size());
  const Graph& graph = all.result.graph;
  all.states = graph.nodes.size();
  all.schedules = graph.count_schedules(count, &all.all_schedules);
  Step step;
  all.livelock = all.result.circles != 0 && graph.find_livelock(&step);
  all.replay.clear();
  all.preemptions.clear();
  for (const Graph::Cheapest& cheapest : graph.cheapest(count)) {
    ScheduleId id{all.digest, {}};
    Course course;
    for (const Step& each : cheapest.steps) {
      const Node& node = graph.nodes[each.node];
      std::vector<Choice> open;
      for (uint32_t e = node.first_edge; e < node.first_edge + node.edge_count; ++e) open.push_back(graph.edges[e].choice);
      course.note(open, graph.edges[each.edge].choice, true, &id);
    }
    all.replay.push_back(text_of(id));
    all.preemptions.push_back(cheapest.preemptions);
  }
}

bool is_spent(SearchEnd end) { return end == SearchEnd::StatesSpent || end == SearchEnd::TimeSpent; }

// All schedules with no preemption, with at most one, with two ... while there is time for it.
void search_bounds(Exploration& all, Halt halt, SearchLimits limits, double until) {
  for (int bound = 0; seconds_now() < until; ++bound) {
    limits.preemptions = bound;
    limits.seconds = until - seconds_now();
    SearchResult result = search_all(all, halt, limits);
    if (result.end != SearchEnd::Complete) return;
    all.result = std::move(result);
    all.search = "preemption bound";
    all.bound = bound;
    evaluate(all);
  }
}

struct Sample {
  uint64_t runs = 0;
  std::vector<uint64_t> times;  // of each outcome
};

void add_run(Exploration& all, Sample& sample, const Run& run) {
  ++sample.runs;
  std::vector<Outcome>& known = all.result.outcomes;
  const auto place = static_cast<size_t>(std::find(known.begin(), known.end(), run.outcome) - known.begin());
  ScheduleId id = run.id;
  id.digest = all.digest;
  if (place == known.size()) {
    known.push_back(run.outcome);
    all.preemptions.push_back(run.preemptions);
    all.replay.push_back(text_of(id));
  } else if (run.preemptions < all.preemptions[place]) {
    all.preemptions[place] = run.preemptions;
    all.replay[place] = text_of(id);
  }
  sample.times.resize(known.size());
  ++sample.times[place];
}

// Half by PCT, half by chance alone.
void search_samples(Exploration& all, Halt halt, double until) {
  constexpr unsigned kDepth = 3;
  Random random(all.options.seed);
  Sample sample;
  all.search = "sample";
  all.states = 0;
  all.result = SearchResult{};
  all.result.end = SearchEnd::TimeSpent;
  all.preemptions.clear();
  all.replay.clear();
  size_t steps = 0;
  while (seconds_now() < until) {
    const bool pct = sample.runs % 2 == 0 && steps > 0;
    const Run run = run_from_checkpoint(halt == Halt::FirstThread, pct ? pct_policy(random, steps, kDepth) : uniform_policy(random));
    if (run.halt == Halt::NewShared) {
      session().variables.found_new = false;
      continue;
    }
    if (run.halt == Halt::RanAway) all.result.end = SearchEnd::RanAway;
    steps = std::max(steps, run.steps);
    if (run.halt == Halt::Finished || run.halt == Halt::Stuck || run.halt == Halt::Freed) add_run(all, sample, run);
  }
  for (uint64_t times : sample.times) all.schedules.push_back(std::to_string(times));
  all.all_schedules = std::to_string(sample.runs);
  const double floor = 1.0 / (std::max(1u, all.threads) * static_cast<double>(steps) * static_cast<double>(steps));
  char text[200];
  std::snprintf(text, sizeof text, "PCT: a mistake that needs 3 places in order is hit by a run with a chance of at least %.2g (%u threads, %zu steps).\n",
                floor, all.threads, steps);
  all.floor = text;
}

void search(Exploration& all, Halt halt) {
  SearchLimits limits;
  limits.most_states = all.options.most_states;
  limits.seconds = all.options.seconds / 2;
  limits.preemptions = all.options.preemptions;
  limits.shard = all.options.shard;
  limits.shards = all.options.shards;
  const double end = seconds_now() + all.options.seconds;
  all.result = search_all(all, halt, limits);
  all.search = limits.preemptions >= 0 ? "preemption bound" : "states";
  all.bound = limits.preemptions;
  all.complete = all.result.end == SearchEnd::Complete && limits.preemptions < 0;
  evaluate(all);
  if (!is_spent(all.result.end) || limits.preemptions >= 0) return;
  all.search.clear();
  search_bounds(all, halt, limits, seconds_now() + (end - seconds_now()) / 2);
  if (all.search.empty() || all.bound < 2) search_samples(all, halt, end);
}

// Every schedule that is reported is run again.
void verify(Exploration& all, Halt halt) {
  for (size_t i = 0; i < all.replay.size(); ++i) {
    std::string problem;
    const std::optional<ScheduleId> id = read_schedule_id(all.replay[i], &problem);
    gil::schedule::restore_checkpoint();
    const Replayed again = replay(settle_from(halt), *id, false);
    const Outcome& first = all.result.outcomes[i];
    if (again.problem.empty() && again.outcome.result == first.result && again.outcome.end == first.end) continue;
    all.diverged = true;
    std::fprintf(stderr, "gillab: %s gave '%s' and then '%s' %s\n", all.replay[i].c_str(), first.result.c_str(),
                 again.outcome.result.c_str(), again.problem.c_str());
  }
}

int report(const Exploration& all) {
  const std::string text = table(all);
  std::fwrite(text.data(), 1, text.size(), stdout);
  std::fflush(stdout);
  std::string problem;
  if (!all.options.json.empty() && !writes_file(all.options.json, as_json(all), &problem)) return refuse(problem);
  return exit_code(all);
}

int merge(Exploration& all) {
  for (const std::string& path : all.options.merge) {
    std::string text, problem;
    if (!read_all(path.c_str(), &text)) return refuse("cannot read '" + path + "': " + std::strerror(errno));
    if (!add_json(&all, text, &problem)) return refuse("'" + path + "': " + problem);
  }
  return report(all);
}

// --jobs: a process for each shard, each with the state of now. What they find comes back as JSON.
bool search_in_parts(Exploration& all, Halt halt) {
  struct Child {
    pid_t process;
    int end;
  };
  std::vector<Child> children;
  for (unsigned i = 0; i < all.options.jobs; ++i) {
    int ends[2];
    if (pipe(ends) != 0) break;
    const pid_t process = fork();
    if (process == 0) {
      all.options.shard = i;
      all.options.shards = all.options.jobs;
      all.options.quiet = true;
      search(all, halt);
      const std::string text = all.rounds == 1 ? as_json(all) : "";  // others would count other operations
      for (size_t at = 0; at < text.size();) {
        const ssize_t written = write(ends[1], text.data() + at, text.size() - at);
        if (written <= 0) break;
        at += static_cast<size_t>(written);
      }
      _exit(0);
    }
    close(ends[1]);
    children.push_back({process, ends[0]});
  }
  bool fine = children.size() == all.options.jobs;
  Exploration sum;
  for (const Child& child : children) {
    std::string text, problem;
    char buffer[65536];
    for (ssize_t got; (got = read(child.end, buffer, sizeof buffer)) > 0;) text.append(buffer, static_cast<size_t>(got));
    close(child.end);
    int status;
    waitpid(child.process, &status, 0);
    fine = fine && !text.empty() && add_json(&sum, text, &problem);
  }
  if (!fine || sum.search != "states") return false;
  all.search = sum.search;
  all.complete = sum.complete;
  all.livelock = sum.livelock;
  all.states = sum.states;
  all.all_schedules = sum.all_schedules;
  all.schedules = sum.schedules;
  all.preemptions = sum.preemptions;
  all.replay = sum.replay;
  all.result.outcomes = sum.result.outcomes;
  return true;
}

}  // namespace

// The cheapest schedule of each outcome, in detail.
std::vector<Replayed> run_again(const Exploration& all, Halt halt) {
  std::vector<Replayed> runs;
  for (const std::string& text : all.replay) {
    std::string problem;
    gil::schedule::restore_checkpoint();
    runs.push_back(replay(settle_from(halt), *read_schedule_id(text, &problem), true));
  }
  return runs;
}

int explore_command(int count, char** arguments, EngineMain engine) {
  Exploration all;  // on the stack: static memory goes back with the state
  all.options = vm::parse_explore_options(vm::ExploreCommand::Explore, count, arguments);
  if (!all.options.problem.empty()) return refuse(all.options.problem);
  if (!all.options.merge.empty()) return merge(all);
  Halt halt;
  if (const int code = begin(all, engine, &halt)) return code;
  const double began = seconds_now();
  begin_checkpoint();
  if (halt == Halt::FirstThread) {
    const Halt end = look_once();
    if (end == Halt::Refused) return say_refused();
    if (end == Halt::Finished) outcome_of(end);
    if (const std::string problem = problem_at_once(); !problem.empty()) return refuse(problem);
    all.threads = gil::schedule::machine().fiber_count - 1;
    gil::schedule::restore_checkpoint();
  }
  if (all.options.jobs > 1) find_shared(halt);
  if (all.options.jobs < 2 || !search_in_parts(all, halt)) search(all, halt);
  if (all.result.end == SearchEnd::Refused) return say_refused();
  if (!session().problem.empty()) return refuse(session().problem);
  verify(all, halt);
  all.seconds = seconds_now() - began;
  const int code = report(all);
  std::string problem;
  if (!all.options.html.empty() && !writes_file(all.options.html, as_html(all, run_again(all, halt)), &problem)) {
    return refuse(problem);
  }
  return code;
}

}  // namespace gillab::explore
