#include "vm/explore/command.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <ctime>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "gil/schedule/arena.h"
#include "gil/schedule/pages.h"
#include "vm/evaluate.h"
#include "vm/explore/html.h"
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
  return 0;
}

void look_once() {
  session().only_looks = true;
  run_by_rule();
  session().only_looks = false;
  session().variables.found_new = false;
  session().ran_away = false;
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
void search(Exploration& all, Halt halt) {
  SearchLimits limits;
  limits.most_states = all.options.most_states;
  limits.seconds = all.options.seconds;
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
    all.result = search_states(settle_from(halt), limits, progress);
    if (all.result.end != SearchEnd::NewShared) break;
    ++all.rounds;
    gil::schedule::restore_checkpoint();
  }
  if (shows && all.result.graph.nodes.size() >= 1024) std::fputs("\r\x1b[K", stderr);
}

void evaluate(Exploration& all) {
  const auto count = static_cast<uint32_t>(all.result.outcomes.size());
  all.search = "states";
  all.complete = all.result.end == SearchEnd::Complete;
  all.schedules = all.result.graph.count_schedules(count, &all.all_schedules);
  all.cheapest = all.result.graph.cheapest(count);
  Step step;
  all.livelock = all.result.circles != 0 && all.result.graph.find_livelock(&step);
  const Graph& graph = all.result.graph;
  for (const Graph::Cheapest& cheapest : all.cheapest) {
    ScheduleId id{all.digest, {}};
    Course course;
    for (const Step& each : cheapest.steps) {
      const Node& node = graph.nodes[each.node];
      std::vector<Choice> open;
      for (uint32_t e = node.first_edge; e < node.first_edge + node.edge_count; ++e) open.push_back(graph.edges[e].choice);
      course.note(open, graph.edges[each.edge].choice, true, &id);
    }
    all.replay.push_back(text_of(id));
  }
}

int write_file(const std::string& path, const std::string& text) {
  const std::string draft = path + ".part" + std::to_string(getpid());
  std::FILE* file = std::fopen(draft.c_str(), "wb");
  if (!file) return refuse("cannot write '" + path + "': " + std::strerror(errno));
  const bool written = std::fwrite(text.data(), 1, text.size(), file) == text.size();
  if (std::fclose(file) != 0 || !written || std::rename(draft.c_str(), path.c_str()) != 0) {
    const int error = errno;
    std::remove(draft.c_str());
    return refuse("cannot write '" + path + "': " + std::strerror(error));
  }
  return 0;
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
  Halt halt;
  if (const int code = begin(all, engine, &halt)) return code;
  const double began = seconds_now();
  begin_checkpoint();
  if (halt == Halt::FirstThread) {
    look_once();
    outcome_of(Halt::Finished);
    if (const std::string problem = problem_at_once(); !problem.empty()) return refuse(problem);
    all.threads = gil::schedule::machine().fiber_count - 1;
    gil::schedule::restore_checkpoint();
  }
  search(all, halt);
  if (all.result.end == SearchEnd::Refused) return say_refused();
  if (!session().problem.empty()) return refuse(session().problem);
  evaluate(all);
  all.seconds = seconds_now() - began;
  const std::string text = table(all);
  std::fwrite(text.data(), 1, text.size(), stdout);
  std::fflush(stdout);
  if (!all.options.json.empty()) {
    if (const int code = write_file(all.options.json, as_json(all))) return code;
  }
  if (!all.options.html.empty()) {
    if (const int code = write_file(all.options.html, as_html(all, run_again(all, halt)))) return code;
  }
  return exit_code(all);
}

}  // namespace gillab::explore
