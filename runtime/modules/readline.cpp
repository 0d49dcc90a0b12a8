// The module readline: lines from the terminal with editing, history and completion. The work is libedit's, or GNU
// readline's where that is missing, opened when the module is first imported.
#include <langinfo.h>
#include <poll.h>
#include <unistd.h>

#include <clocale>
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include "runtime/blocking.h"
#include "runtime/dict.h"
#include "runtime/errors.h"
#include "runtime/modules/modules.h"
#include "runtime/modules/shared_library.h"
#include "runtime/native.h"
#include "runtime/operations.h"
#include "runtime/signals.h"
#include "runtime/str.h"

namespace gillab {
namespace {

using Completions = char** (*)(const char*, int, int);
using Generator = char* (*)(const char*, int);
using LineHandler = void (*)(char*);
struct HistoryEntry {  // of both libraries: the line comes first
  const char* line;
};

struct Library {
  void (*rl_callback_handler_install)(const char*, LineHandler);
  void (*rl_callback_handler_remove)();
  void (*rl_callback_read_char)();
  char** (*rl_completion_matches)(const char*, Generator);
  int (*rl_parse_and_bind)(char*);
  int (*rl_insert_text)(const char*);
  void (*rl_redisplay)();
  int (*rl_initialize)();
  void (*using_history)();
  int (*add_history)(const char*);
  void (*clear_history)();
  int (*read_history)(const char*);
  int (*write_history)(const char*);
  HistoryEntry* (*history_get)(int);
  void (*rl_free_line_state)();  // null in libedit
  void (*rl_cleanup_after_signal)();
  Completions* rl_attempted_completion_function;
  int* rl_attempted_completion_over;
  int* rl_completion_append_character;
  int* rl_catch_signals;
  int* rl_point;
  int* history_length;
  int* history_base;
  char** rl_line_buffer;
  const char** rl_completer_word_break_characters;
  const char** rl_readline_name;
};

bool fill(void* handle, Library* library) {
#define FIND(name) find_symbol(handle, #name, &library->name)
  (void)(FIND(rl_free_line_state) && FIND(rl_cleanup_after_signal));
  (void)FIND(rl_cleanup_after_signal);
  return FIND(rl_callback_handler_install) && FIND(rl_callback_handler_remove) && FIND(rl_callback_read_char) &&
         FIND(rl_completion_matches) && FIND(rl_parse_and_bind) && FIND(rl_insert_text) && FIND(rl_redisplay) &&
         FIND(rl_initialize) && FIND(using_history) && FIND(add_history) && FIND(clear_history) &&
         FIND(read_history) && FIND(write_history) && FIND(history_get) && FIND(rl_attempted_completion_function) &&
         FIND(rl_attempted_completion_over) && FIND(rl_completion_append_character) && FIND(rl_catch_signals) &&
         FIND(rl_point) && FIND(history_length) && FIND(history_base) && FIND(rl_line_buffer) &&
         FIND(rl_completer_word_break_characters) && FIND(rl_readline_name);
#undef FIND
}

// What a process has one of, whatever interpreters come and go: the terminal's line.
struct Terminal {
  Library library{};
  bool open = false;
  Thread* asking = nullptr;  // who is in ask(): completion runs Python code on it
  int begin = 0, end = 0;
  bool done = false;         // a line has been read, or the input has ended
  bool at_end = false;
  std::string line;
  std::string delimiters = " \t\n`~!@#$%^&*()-=+[{]}\\|;:'\",<>/?";
};
Terminal& terminal() {
  static Terminal one;
  return one;
}

// The completer lives in the module, which goes before the process ends.
Ref module_itself(Thread& thread) {
  Str* name = intern(thread, std::string_view("readline"));
  return name ? dict_get_name(thread.interpreter->modules, name) : Ref();
}
Ref current_completer(Thread& thread) {
  Ref module = module_itself(thread);
  Ref completer = module ? get_attribute_or_empty(thread, module.get(), intern(thread, std::string_view("_completer"))) : Ref();
  clear_exception(thread);
  return completer ? std::move(completer) : Ref::none();
}

void take_line(char* line) {
  Terminal& t = terminal();
  t.done = true;
  t.at_end = line == nullptr;
  t.line = line ? line : "";
  std::free(line);
  t.library.rl_callback_handler_remove();
}

char* next_completion(const char* text, int state) {
  Terminal& t = terminal();
  Thread& thread = *t.asking;
  Ref completer = current_completer(thread);
  if (completer.get().is_none()) return nullptr;
  Ref given = make_str(thread, text);
  const Value args[] = {given.get(), Value::integer(state)};
  Ref answer = given ? call(thread, completer.get(), args, 2) : Ref();
  if (!answer) clear_exception(thread);
  return answer && is<Str>(answer.get()) ? strdup(to_utf8(answer.as<Str>()).c_str()) : nullptr;
}

char** complete(const char* text, int start, int end) {
  Terminal& t = terminal();
  *t.library.rl_attempted_completion_over = 1;
  *t.library.rl_completion_append_character = '\0';
  t.begin = start;
  t.end = end;
  return t.asking ? t.library.rl_completion_matches(text, next_completion) : nullptr;
}

// The library takes what is typed for characters of the locale. The plain one knows only ASCII: UTF-8 then.
void use_characters_of_the_terminal() {
  const bool plain = !std::setlocale(LC_CTYPE, "") || std::strcmp(::nl_langinfo(CODESET), "ANSI_X3.4-1968") == 0;
  if (plain) std::setlocale(LC_CTYPE, "C.UTF-8");
}

bool open_terminal(Thread& thread) {
  Terminal& t = terminal();
  if (t.open) return true;
  if (!open_library({"libedit.so.2", "libreadline.so.8"}, fill, &t.library)) {
    return raise(thread, Error::ImportError, "neither libedit.so.2 nor libreadline.so.8 can be opened");
  }
  t.open = true;
  use_characters_of_the_terminal();
  *t.library.rl_readline_name = "gillab";
  *t.library.rl_catch_signals = 0;  // Ctrl-C is the interpreter's
  t.library.rl_initialize();
  t.library.using_history();
  *t.library.rl_attempted_completion_function = complete;
  *t.library.rl_completer_word_break_characters = strdup(t.delimiters.c_str());
  return true;
}

void give_terminal_back() {
  Library& library = terminal().library;
  if (library.rl_free_line_state) library.rl_free_line_state();
  if (library.rl_cleanup_after_signal) library.rl_cleanup_after_signal();
  library.rl_callback_handler_remove();
}

constexpr int kLook = 100;  // milliseconds: a signal may come just before poll() begins to wait

// A line without its end; EOFError at the end of the input; what a signal handler raises.
Ref ask(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Str* prompt = expect_str(thread, args[0], "_ask() argument");
  if (!prompt) return {};
  Terminal& t = terminal();
  if (t.asking) return raise(thread, Error::RuntimeError, "can't re-enter readline");
  t.asking = &thread;
  t.done = t.at_end = false;
  t.library.rl_callback_handler_install(to_utf8(prompt).c_str(), take_line);
  while (!t.done) {
    pollfd input{STDIN_FILENO, POLLIN, 0};
    int ready;
    {
      Blocking region(thread, gil::Reason::Io);
      ready = ::poll(&input, 1, kLook);
    }
    if (ready > 0) {
      t.library.rl_callback_read_char();
    } else if (!check_signals(thread)) {
      give_terminal_back();
      t.asking = nullptr;
      return {};
    }
  }
  t.asking = nullptr;
  if (t.at_end) return raise(thread, Error::EOFError, "");
  return make_str(thread, t.line);
}

Ref add_to_history(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Str* line = expect_str(thread, args[0], "add_history() argument");
  if (!line) return {};
  terminal().library.add_history(to_utf8(line).c_str());
  return Ref::none();
}

Ref clear(Thread&, const Value*, uint32_t, Tuple*) {
  terminal().library.clear_history();
  return Ref::none();
}

// read_history and write_history return errno.
Ref with_file(Thread& thread, Value name, int (*work)(const char*)) {
  Str* path = expect_str(thread, name, "a history file's name");
  if (!path) return {};
  const int error = work(to_utf8(path).c_str());
  if (error == 0) return Ref::none();
  return raise_errno(thread, error, name);
}
Ref read_file(Thread& thread, const Value* args, uint32_t, Tuple*) {
  return with_file(thread, args[0], terminal().library.read_history);
}
Ref write_file(Thread& thread, const Value* args, uint32_t, Tuple*) {
  return with_file(thread, args[0], terminal().library.write_history);
}

Ref history_count(Thread&, const Value*, uint32_t, Tuple*) {
  return Ref::own(Value::integer(*terminal().library.history_length));
}

Ref history_item(Thread& thread, const Value* args, uint32_t, Tuple*) {
  int64_t place = 0;
  if (!index_as_int64(thread, args[0], &place)) return {};
  Library& library = terminal().library;
  if (place < 1 || place > *library.history_length) return Ref::none();
  HistoryEntry* entry = library.history_get(static_cast<int>(place) + *library.history_base - 1);
  return entry ? make_str(thread, entry->line) : Ref::none();
}

Ref set_completer(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Ref module = module_itself(thread);
  Str* name = module ? intern(thread, std::string_view("_completer")) : nullptr;
  const Value given = args[0].is_empty() ? Value::none() : args[0];
  return name && set_attribute(thread, module.get(), name, given) ? Ref::none() : Ref();
}
Ref get_completer(Thread& thread, const Value*, uint32_t, Tuple*) { return current_completer(thread); }

Ref set_delimiters(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Str* text = expect_str(thread, args[0], "set_completer_delims() argument");
  if (!text) return {};
  Terminal& t = terminal();
  t.delimiters = to_utf8(text);
  *t.library.rl_completer_word_break_characters = strdup(t.delimiters.c_str());
  return Ref::none();
}
Ref get_delimiters(Thread& thread, const Value*, uint32_t, Tuple*) { return make_str(thread, terminal().delimiters); }

Ref parse_and_bind(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Str* text = expect_str(thread, args[0], "parse_and_bind() argument");
  if (!text) return {};
  std::string copy = to_utf8(text);
  terminal().library.rl_parse_and_bind(copy.data());
  return Ref::none();
}

Ref line_buffer(Thread& thread, const Value*, uint32_t, Tuple*) {
  const char* text = *terminal().library.rl_line_buffer;
  return make_str(thread, text ? text : "");
}
Ref insert_text(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Str* text = expect_str(thread, args[0], "insert_text() argument");
  if (!text) return {};
  terminal().library.rl_insert_text(to_utf8(text).c_str());
  return Ref::none();
}
Ref redisplay(Thread&, const Value*, uint32_t, Tuple*) {
  terminal().library.rl_redisplay();
  return Ref::none();
}
Ref begin_index(Thread&, const Value*, uint32_t, Tuple*) { return Ref::own(Value::integer(terminal().begin)); }
Ref end_index(Thread&, const Value*, uint32_t, Tuple*) { return Ref::own(Value::integer(terminal().end)); }

const MethodDef kFunctions[] = {
    {"_ask", "(prompt, /)", ask},
    {"add_history", "(string, /)", add_to_history},
    {"clear_history", "()", clear},
    {"read_history_file", "(filename='.history', /)", read_file},
    {"write_history_file", "(filename='.history', /)", write_file},
    {"get_current_history_length", "()", history_count},
    {"get_history_item", "(index, /)", history_item},
    {"set_completer", "(function=None, /)", set_completer},
    {"get_completer", "()", get_completer},
    {"set_completer_delims", "(string, /)", set_delimiters},
    {"get_completer_delims", "()", get_delimiters},
    {"parse_and_bind", "(string, /)", parse_and_bind},
    {"get_line_buffer", "()", line_buffer},
    {"insert_text", "(string, /)", insert_text},
    {"redisplay", "()", redisplay},
    {"get_begidx", "()", begin_index},
    {"get_endidx", "()", end_index},
};

}  // namespace

bool init_readline(Thread& thread, Module* module) {
  return open_terminal(thread) && add_functions(thread, module, kFunctions);
}

}  // namespace gillab
