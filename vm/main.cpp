// An engine: one lock layer, one interpreter, one program to run.
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <sys/resource.h>
#include <unistd.h>

#include "runtime/bytes.h"
#include "runtime/core/quarantine.h"
#include "runtime/exception.h"
#include "runtime/function.h"
#include "runtime/interpreter.h"
#include "runtime/list.h"
#include "runtime/modules/modules.h"
#include "runtime/operations.h"
#include "runtime/sizes.h"
#include "runtime/str.h"
#include "runtime/threads.h"
#include "vm/calls.h"
#include "vm/contention_report.h"
#include "vm/crash_report.h"
#include "vm/dis_command.h"
#include "vm/evaluate.h"
#include "vm/explore/main.h"
#include "vm/final_report.h"
#include "vm/loop.h"
#include "vm/options.h"
#include "vm/signals.h"
#include "vm/stack.h"
#include "vm/stats.h"
#include "vm/system_settings.h"
#include "vm/watchdog.h"

namespace gillab {
namespace {

constexpr rlim_t kMainStack = 96 * 1024 * 1024;   // the C++ stack grows to this: built-ins that call Python that calls built-ins
// Address space only: pages come when touched.
constexpr size_t kStackValues = usual_or_smallest(size_t{1} << 26, size_t{1} << 17);
constexpr uint32_t kMostFrames = usual_or_smallest(1u << 20, 1u << 15);
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool kSanitized = true;  // the sanitizer reports crashes itself, and better
#elif defined(__has_feature)
constexpr bool kSanitized = __has_feature(address_sanitizer) || __has_feature(thread_sanitizer);
#else
constexpr bool kSanitized = false;
#endif
constexpr int kLeaked = 99;  // the exit code where GILLAB_LEAK_CHECK finds something

void allow_deep_stack() {
  rlimit limit{};
  if (getrlimit(RLIMIT_STACK, &limit) != 0 || (limit.rlim_cur != RLIM_INFINITY && limit.rlim_cur >= kMainStack)) return;
  limit.rlim_cur = limit.rlim_max == RLIM_INFINITY || limit.rlim_max > kMainStack ? kMainStack : limit.rlim_max;
  setrlimit(RLIMIT_STACK, &limit);
}

std::string working_directory() {
  char here[4096];
  return getcwd(here, sizeof here) ? here : "";
}

// As __file__ and tracebacks show the script: from the root, but with its dots and links.
std::string from_root(const std::string& path) { return path[0] == '/' ? path : working_directory() + "/" + path; }

// Of the file a link leads to.
std::string directory_of(const std::string& given) {
  char resolved[4096];
  const std::string path = realpath(given.c_str(), resolved) ? resolved : given;
  size_t slash = path.rfind('/');
  if (slash == std::string::npos) return working_directory();
  std::string directory = slash ? path.substr(0, slash) : "/";
  char full[4096];
  return realpath(directory.c_str(), full) ? full : directory;
}

Ref list_of_texts(Thread& thread, const std::vector<std::string>& texts) {
  Ref list = make_list(thread);
  for (const std::string& text : texts) {
    if (!list || !append(thread, list.as<List>(), make_str(thread, text))) return {};
  }
  return list;
}

constexpr std::string_view kBanner =
    "gillab (Python 3.11)\nType help(name) to read about something, Ctrl-D to leave.";

struct Program {
  std::string name;       // sys.argv[0]
  std::string path_entry; // sys.path[0]
  std::string source;
  std::string file;       // __file__ and the code's filename; empty: there is none
  std::string package;    // of -m a.b: a
};

int refuse(const std::string& message) {
  std::fprintf(stderr, "gillab: %s\n", message.c_str());
  return 2;
}

// A script whose bytes are not what it declares is refused before anything starts; all other errors of decoding are
// SyntaxErrors like any.
bool is_readable_text(const Program& program, std::string* problem) {
  try {
    compiler::decode_source(program.source, program.file);
  } catch (const compiler::SourceError& error) {
    if (std::string_view(error.what()).starts_with("Non-UTF-8")) *problem = error.what();
  }
  return problem->empty();
}

// Nothing is named to run, and somebody sits there.
bool wants_prompt(const vm::RunOptions& options) {
  return options.program == vm::Program::Prompt && (options.inspect || isatty(STDIN_FILENO) != 0);
}

// A folder or an archive with a __main__, which stands for it.
bool read_collection(const std::string& path, Program* program) {
  const std::string main = path + "/__main__.py";
  std::string content;
  const bool archive = read_file(path, &content) && content.find("PK\x05\x06") != content.npos;
  if (!archive && !read_file(main, &program->source)) return false;
  if (archive) program->source = "__import__('runpy')._run_archive(globals())\n";
  program->file = archive ? program->file : from_root(main);
  program->path_entry = from_root(path);
  return true;
}

bool read_program(Thread& thread, const vm::RunOptions& options, Program* program, std::string* problem) {
  switch (options.program) {
    case vm::Program::Code:
      *program = {"-c", "", std::string(options.source) + "\n", "", ""};
      return true;
    case vm::Program::Module: {
      bool package = false;
      std::string name = options.source;
      program->path_entry = working_directory();
      vm::set_system_path(thread, options, program->path_entry);
      bool found = find_source(thread, name, &program->file, &program->source, &package);
      if (found && package) {
        name += ".__main__";
        found = find_source(thread, name, &program->file, &program->source, &package);
        if (!found) *problem = "No module named " + name + "; '" + options.source + "' is a package and cannot be directly executed";
      } else if (!found) {
        *problem = std::string("No module named ") + options.source;
      }
      program->name = program->file;
      // A module of the binary has no path, but what tells how to use it tells the name of a file.
      if (program->file.starts_with("<frozen ")) program->name = name.substr(name.rfind('.') + 1) + ".py";
      program->package = name.rfind('.') == std::string::npos ? "" : name.substr(0, name.rfind('.'));
      return found;
    }
    case vm::Program::Script: {
      program->name = options.source;
      program->file = from_root(options.source);
      program->path_entry = directory_of(options.source);
      if (read_collection(options.source, program)) return true;
      if (read_file(options.source, &program->source)) return is_readable_text(*program, problem);
      *problem = std::string("can't open file '") + options.source + "': " + std::strerror(errno);
      return false;
    }
    default: {
      program->name = "<stdin>";
      if (wants_prompt(options)) return true;
      char buffer[65536];
      ssize_t got;
      while ((got = read(STDIN_FILENO, buffer, sizeof buffer)) > 0) program->source.append(buffer, static_cast<size_t>(got));
      return true;
    }
  }
}

// The driver of this engine, where it was built or where it is installed: what a script starts to run another script.
std::string driver_path() {
  char engine[4096];
  ssize_t length = readlink("/proc/self/exe", engine, sizeof engine);
  if (length <= 0) return "";
  std::string folder(engine, static_cast<size_t>(length));
  folder.resize(folder.rfind('/'));
  const std::string_view installed = "/libexec/gillab";
  const bool is_installed = std::string_view(folder).ends_with(installed);
  const std::string path = is_installed ? folder.substr(0, folder.size() - installed.size()) + "/bin/gillab"
                                        : folder + "/gillab-driver";
  return access(path.c_str(), X_OK) == 0 ? path : "";
}

void prepare_system(Thread& thread, const vm::RunOptions& options, const Program& program) {
  std::vector<std::string> arguments = {options.program == vm::Program::Input ? "-" : program.name};
  for (char* argument : options.arguments) arguments.emplace_back(argument);
  vm::set_system(thread, "argv", list_of_texts(thread, arguments));
  vm::set_system(thread, "executable", make_str(thread, driver_path()));
  vm::set_system_path(thread, options, program.path_entry);
  vm::set_system_settings(thread, options);
}

Ref run_program(Thread& thread, const Program& program, void (*show)(Code*)) {
  Ref main = make_main_module(thread);
  if (!main) return {};
  Dict* dict = module_dict(main.as<Module>());
  if (!program.file.empty()) {
    dict_set_name(thread, dict, thread.names().__file__, make_str(thread, program.file));
    dict_set_name(thread, dict, intern(thread, std::string_view("__cached__")), Ref::none());
  }
  if (!program.package.empty()) dict_set_name(thread, dict, thread.names().__package__, make_str(thread, program.package));
  std::string filename = program.name == "-c" ? "<string>" : program.file.empty() ? program.name : program.file;
  Ref code = compile_file(thread, program.source, filename);
  if (!code) return {};
  keep_for_figures(code.as<Code>());
  Ref result = run_code(thread, code.as<Code>(), dict, Value::empty(), Value::empty());
  if (show && flush_standard_streams(thread)) show(code.as<Code>());
  return result;
}

// Asks and runs until the input ends, in the names of __main__.
Ref run_prompt(Thread& thread, bool greets) {
  Ref prompt = import_absolute(thread, "_prompt");
  Ref main = dict_get_name(thread.interpreter->modules, intern(thread, std::string_view("__main__")));
  if (!prompt || !main) return {};
  Ref banner = make_str(thread, greets ? kBanner : "");
  const Value args[] = {Value::object(module_dict(main.as<Module>())), banner.get()};
  return call_method(thread, prompt.get(), intern(thread, std::string_view("interact")), args, 2);
}

// What the process ends with after an exception nobody caught; prints what is to be printed.
int exit_code_of(Thread& thread) {
  Ref exception = take_exception(thread);
  if (!is_exception_of(thread, exception.get(), Error::SystemExit)) {
    bool interrupted = is_exception_of(thread, exception.get(), Error::KeyboardInterrupt);
    print_exception(thread, exception.get());
    return interrupted ? 130 : 1;
  }
  Ref code = exception.as<Exception>()->extra[0].take();
  if (code.get().is_none() || code.get().is_empty()) return 0;
  int64_t number = 0;
  if (code.get().is_int()) number = code.get().as_int();
  if (code.get().is_int() || code.get().is_bool()) return static_cast<int>((code.get().is_bool() ? code.get().is_true() : number) & 0xFF);
  Ref text = str(thread, code.get());
  if (text) text = encode(thread, text.as<Str>(), nullptr, intern(thread, std::string_view("backslashreplace")));
  clear_exception(thread);
  flush_standard_streams(thread);
  const std::string shown(text ? text.as<Bytes>()->view() : std::string_view());
  std::fprintf(stderr, "%s\n", shown.c_str());
  return 1;
}

void obey(Thread& thread, const vm::RunOptions& options, bool reports) {
  Interpreter& interpreter = *thread.interpreter;
  if (!options.turns.empty()) interpreter.turn.set_policy(options.turns);
  if (options.switch_interval > 0) set_switch_interval(interpreter, options.switch_interval);
  interpreter.switch_only_at_loops = options.switch_only_at_loops;
  if (options.memory_limit != 0) set_memory_limit(interpreter, options.memory_limit);
  if (options.stats != vm::RunOptions::Stats::None || reports) keep_figures(thread);
  if (options.timeout > 0) start_watchdog(options.timeout);
}

std::unique_ptr<World> make_world() {
  if constexpr (gil::kControlled) return explore::make_world();
  return std::make_unique<World>();
}

Thread* start(const vm::RunOptions& options, bool reports) {
  Thread* thread = start_interpreter(make_world());
  if (!thread) return nullptr;
  thread->interpreter->optimize = options.optimize;
  thread->interpreter->verify = options.verify;
#ifdef GILLAB_VERIFY
  thread->interpreter->verify = true;
#endif
  obey(*thread, options, reports);
  if (!make_stacks(*thread, kStackValues, kMostFrames)) return nullptr;
  prepare_dispatch(*thread);
  if (!add_vm_builtins(*thread)) return nullptr;
  if (kMayQuarantine && options.guard && !guard_freed_objects(*thread)) return nullptr;
  if (options.unbuffered) unbuffer_standard_streams(*thread);
  install_signals(*thread);
  if (!kSanitized) install_crash_report(*thread);
  return thread;
}

void show_stats(Thread& thread, const vm::RunOptions& options) {
  if (options.stats == vm::RunOptions::Stats::None) return;
  const bool text = options.stats == vm::RunOptions::Stats::Text;
  std::fputs((text ? stats_as_text(thread) : stats_as_json(thread)).c_str(), stderr);
}

// `show`, when there is one, gets the program's code after the run.
int run(const vm::RunOptions& options, void (*show)(Code*)) {
  allow_deep_stack();
  const int report = descriptor_for_report();
  Thread* thread = start(options, report >= 0);
  if (!thread) return refuse("not enough memory to start");
  Program program;
  std::string problem;
  if (!read_program(*thread, options, &program, &problem)) {
    clear_exception(*thread);
    refuse(problem);
    return options.program == vm::Program::Module ? 1 : 2;
  }
  prepare_system(*thread, options, program);
  count_requests_from_here();
  Ref result = run_program(*thread, program, show);
  int code = result ? 0 : exit_code_of(*thread);
  if (wants_prompt(options) || options.inspect) {
    result = run_prompt(*thread, wants_prompt(options));
    code = result ? 0 : exit_code_of(*thread);
  }
  join_threads_at_exit(*thread);
  if constexpr (gil::kControlled) explore::at_end_of_script(*thread);
  if (report >= 0 && code == 0) write_final_report(*thread, report, program.source);
  run_exit_functions(*thread);
  if (!flush_standard_streams(*thread) && code == 0) code = 120;
  show_stats(*thread, options);
  release_kept_code();
  if (kUnprotected && options.stats != vm::RunOptions::Stats::None) end_counting_leaks(*thread, code);
  free_spare_stacks(*thread);
  return end_interpreter(*thread) ? code : kLeaked;
}

int run_command(int count, char** arguments) {
  vm::RunOptions options = vm::parse_run_options(count, arguments);
  vm::take_environment(options);
  return options.problem.empty() ? run(options, nullptr) : refuse(options.problem);
}

}  // namespace
}  // namespace gillab

#if defined(__has_feature)
#if __has_feature(address_sanitizer)
// LeakSanitizer counts what an engine that gives everything up at its end (GILLAB_LEAK_CHECK) has kept all the same.
extern "C" int __lsan_is_turned_off();
extern "C" int __lsan_is_turned_off() { return std::getenv("GILLAB_LEAK_CHECK") == nullptr; }
#endif
#endif

namespace {
int engine(int count, char** arguments) {
  using namespace gillab;
  std::string command = count > 1 ? arguments[1] : "run";
  if (command == "dis") return dis_command(count - 2, arguments + 2, run);
  if (command == "run") return run_command(count - 2, arguments + 2);
  return refuse("an engine runs or disassembles: engine run ..., engine dis ...");
}
}  // namespace

int main(int count, char** arguments) {
  if constexpr (gillab::gil::kControlled) return gillab::explore::controlled_main(count, arguments, engine);
  return engine(count, arguments);
}
