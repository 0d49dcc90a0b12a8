// Signals of a broken process, and where its threads are. What object it was is vm/crash_objects.cpp.
#include "vm/crash_report.h"

#include <pthread.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <ctime>

#include "runtime/core/quarantine.h"
#include "runtime/interpreter.h"
#include "runtime/threads.h"
#include "vm/body.h"
#include "vm/contention_report.h"
#include "vm/crash_objects.h"
#include "vm/raw_text.h"

namespace gillab {
namespace {

constexpr size_t kStackSize = 64 * 1024;
constexpr int kMostFrames = 20;
constexpr int kMostThreads = 256;
constexpr unsigned kLongestReport = 5;  // seconds: lists of a broken process may have no end

struct SignalName {
  int number;
  const char* name;
};
constexpr SignalName kSignals[] = {{SIGSEGV, "segmentation fault"},   {SIGBUS, "bus error"},
                                   {SIGFPE, "arithmetic error"},      {SIGILL, "illegal instruction"},
                                   {SIGTRAP, "a check that failed"},  {SIGABRT, "abort"}};

// Of the process, as signals are.
std::atomic<Interpreter*> reported_interpreter{nullptr};
std::atomic<int64_t> reporter{0};  // the thread that reports; others that break meanwhile wait for the end
std::atomic<int> exit_code{0};

// A thread that was stopped, and the instruction it was at.
struct Stopped {
  std::atomic<const Thread*> thread;
  const Instruction* pc;
};
Stopped stopped[kMostThreads];
std::atomic<int> stopped_count{0};

int stop_signal() { return SIGRTMIN + 6; }

[[noreturn]] void wait_for_the_end() {
  sigset_t none;
  sigemptyset(&none);
  for (;;) sigsuspend(&none);
}

const char* name_of_signal(int number) {
  for (const SignalName& each : kSignals) {
    if (each.number == number) return each.name;
  }
  return "signal";
}

// The loop keeps its pc in a register, and a frame's own pc is older: it is stored only where C++ code may look.
const Instruction* pc_of(const Thread& thread, const Registers& registers) {
  const Frame* frame = thread.frame;
  if (!frame || frame <= thread.frames || !frame->body) return nullptr;
  const Instruction* begin = frame->body->words.data();
  const Instruction* end = begin + frame->body->words.size();
  for (int i = 0; i < registers.count; ++i) {
    const auto* candidate = reinterpret_cast<const Instruction*>(registers.values[i]);
    if (candidate >= begin && candidate < end && registers.values[i] % sizeof(Instruction) == 0) return candidate;
  }
  return frame->pc - 1;
}

void on_stop(int, siginfo_t*, void* context) {
  const int saved = errno;
  const Thread* thread = running_thread;
  if (reporter.load() == 0 || !thread) {
    errno = saved;
    return;
  }
  const Instruction* pc = nullptr;
  try_reading([&] { pc = pc_of(*thread, registers_of(context)); });
  const int place = stopped_count.fetch_add(1);
  if (place < kMostThreads) {
    stopped[place].pc = pc;
    stopped[place].thread.store(thread, std::memory_order_release);
  }
  wait_for_the_end();
}

bool is_in_this_process(const Thread& thread) { return thread.native_id != 0 && &thread != running_thread; }

void sleep_a_millisecond() {
  const timespec time{0, 1'000'000};
  nanosleep(&time, nullptr);
}

// Who does not answer in time is shown as its frame has it.
void stop_all_others() {
  Interpreter* interpreter = reported_interpreter.load();
  if (!interpreter) return;
  int asked = 0;
  try_reading([&] {
    for (const Thread* each : interpreter->threads) {
      if (is_in_this_process(*each) && syscall(SYS_tgkill, getpid(), each->native_id, stop_signal()) == 0) ++asked;
    }
  });
  for (int waited = 0; stopped_count.load() < asked && waited < 300; ++waited) sleep_a_millisecond();
}

const Instruction* stopped_pc(const Thread& thread) {
  for (const Stopped& each : stopped) {
    if (each.thread.load(std::memory_order_acquire) == &thread) return each.pc;
  }
  return nullptr;
}

struct Line {
  const compiler::CodeUnit* unit = nullptr;
  uint32_t line = 0;
  compiler::Opcode opcode{};
};

Line line_at(const Frame& frame, const Instruction* pc) {
  const Body& body = *frame.body;
  const compiler::CodeUnit& unit = body.unit();
  const auto word = static_cast<size_t>(pc - body.words.data());
  const uint32_t index = word < body.origins.size() ? body.origins[word] : 0;
  Line line{&unit, static_cast<uint32_t>(unit.first_line), {}};
  if (index < unit.positions.size()) line.line = static_cast<uint32_t>(unit.positions[index].line);
  if (index < unit.code.size()) line.opcode = unit.code[index].opcode;
  return line;
}

std::string_view file_name(std::string_view path) { return path.substr(path.rfind('/') + 1); }

void write_frames(RawText& text, const Thread& thread, const Instruction* pc) {
  int shown = 0;
  for (const Frame* frame = thread.frame; frame > thread.frames; --frame) {
    if (!frame->body || !frame->body->code) continue;
    if (++shown > kMostFrames) {
      text << "  ...\n";
      return;
    }
    const bool is_first = shown == 1;
    const Line line = line_at(*frame, is_first && pc ? pc : frame->pc - 1);
    text << "  File \"" << line.unit->filename << "\", line " << uint64_t{line.line} << " in " << line.unit->name;
    if (is_first) text << ", " << compiler::name_of(line.opcode);
    text << "\n";
  }
  if (shown == 0) text << "  no Python code\n";
}

void write_thread(RawText& text, const Thread& thread, const Instruction* pc, const char* remark) {
  text << "Thread " << thread.id << remark << " (most recent call first):\n";
  text.flush();
  if (!try_reading([&] { write_frames(text, thread, pc); })) text << "  its frames cannot be read\n";
  text.flush();
}

void write_others(RawText& text) {
  Interpreter* interpreter = reported_interpreter.load();
  if (!interpreter) return;
  try_reading([&] {
    for (const Thread* each : interpreter->threads) {
      if (each != running_thread) write_thread(text, *each, stopped_pc(*each), "");
    }
  });
}

// "in thread 2, counter.py line 12, running LIST_APPEND, touching a list"
void write_place(RawText& text, const Thread& thread, const Instruction* pc, const Registers& registers, uint64_t address) {
  text << " in thread " << thread.id;
  text.flush();
  if (!pc) text << ", running no Python code";
  try_reading([&] {
    if (!pc) return;
    const Line line = line_at(*thread.frame, pc);
    text << ", " << file_name(line.unit->filename) << " line " << uint64_t{line.line} << ", running " << compiler::name_of(line.opcode);
  });
  try_reading([&] { write_object_at_hand(text, thread, registers, address); });
}

[[noreturn]] void end(int number) { _exit(128 + number); }

void on_alarm(int) { _exit(exit_code.load()); }

void limit_report(int number) {
  exit_code = 128 + number;
  std::signal(SIGALRM, on_alarm);
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, SIGALRM);
  pthread_sigmask(SIG_UNBLOCK, &set, nullptr);
  alarm(kLongestReport);
}

void become_reporter() {
  int64_t nobody = 0;
  if (!reporter.compare_exchange_strong(nobody, syscall(SYS_gettid))) wait_for_the_end();
}

bool was_sent_by_somebody(const siginfo_t& info) { return info.si_code <= 0 && info.si_signo != SIGABRT; }

void report_crash(int number, const siginfo_t& info, void* context) {
  const auto address = reinterpret_cast<uint64_t>(info.si_addr);
  const Registers registers = registers_of(context);
  RawText text(STDERR_FILENO);
  text << "gillab: signal " << static_cast<uint64_t>(number) << " (" << name_of_signal(number) << ")";
  if (const Thread* thread = running_thread) {
    const Instruction* pc = nullptr;
    try_reading([&] { pc = pc_of(*thread, registers); });
    write_place(text, *thread, pc, registers, address);
    text << (kUnprotected ? ": an unprotected refcount or container race\n" : ": this is an error in gillab\n");
    write_thread(text, *thread, pc, ", which broke");
  } else {
    text << " outside of the script's threads: an error in gillab\n";
  }
  text.flush();
  stop_all_others();
  write_others(text);
}

void on_crash(int number, siginfo_t* info, void* context) {
  if (escape) siglongjmp(*escape, 1);
  if (was_sent_by_somebody(*info)) {  // kill(): nothing of ours is broken
    std::signal(number, SIG_DFL);
    ::raise(number);
    return;
  }
  become_reporter();
  limit_report(number);
  report_crash(number, *info, context);
  end(number);
}

constinit thread_local void* crash_stack = nullptr;

}  // namespace

void prepare_crash_stack() {
  void* memory = mmap(nullptr, kStackSize, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (memory == MAP_FAILED) return;
  crash_stack = memory;
  stack_t stack{};
  stack.ss_sp = memory;
  stack.ss_size = kStackSize;
  sigaltstack(&stack, nullptr);
}

void give_crash_stack_back() {
  if (!crash_stack) return;
  stack_t none{};
  none.ss_flags = SS_DISABLE;
  sigaltstack(&none, nullptr);
  munmap(crash_stack, kStackSize);
  crash_stack = nullptr;
}

void install_crash_report(Thread& main_thread) {
  reported_interpreter = main_thread.interpreter;
  prepare_crash_stack();
  struct sigaction action{};
  action.sa_flags = SA_SIGINFO | SA_ONSTACK | SA_NODEFER;
  action.sa_sigaction = on_crash;
  for (const SignalName& each : kSignals) {
    if (each.number != SIGABRT || kUnprotected) sigaction(each.number, &action, nullptr);
  }
  action.sa_flags = SA_SIGINFO | SA_RESTART;
  action.sa_sigaction = on_stop;
  sigaction(stop_signal(), &action, nullptr);
}

void report_all_threads(int descriptor) {
  become_reporter();
  stop_all_others();
  RawText text(descriptor);
  write_others(text);
}

void stop_with_report(int signal, const char* what, const char* more) {
  become_reporter();
  limit_report(signal);
  {
    RawText text(STDERR_FILENO);
    text << "gillab: " << what << "\n" << more;
    if (const Thread* thread = running_thread) write_thread(text, *thread, nullptr, ", which touched it");
    stop_all_others();
    write_others(text);
  }
  end(signal);
}

void end_counting_leaks(Thread& thread, int exit_code_wanted) {
  std::fputs("objects that should have been freed:\n", stderr);
  setenv("GILLAB_LEAK_CHECK", "1", 1);
  bool nothing_leaked = false;
  if (!try_reading([&] { nothing_leaked = end_interpreter(thread); })) {
    std::fputs("cannot be counted: the heap is too broken to be taken apart\n", stderr);
  } else if (nothing_leaked) {
    std::fputs("none\n", stderr);
  }
  _exit(exit_code_wanted);
}

std::string running_line(const Thread& thread) {
  std::string text = "thread " + std::to_string(thread.id);
  for (const Frame* frame = thread.frame; frame > thread.frames; --frame) {
    if (!frame->body || !frame->body->code) continue;
    const Line line = line_at(*frame, frame->pc - 1);
    if (line.unit->filename.starts_with("<frozen")) continue;
    return text + ", at " + std::string(file_name(line.unit->filename)) + ":" + std::to_string(line.line);
  }
  return text;
}

void report_touch(Thread& thread, const FreedObject& object, const char* how) {
  const std::string what = "a freed " + object.type + " was " + how + " by " + running_line(thread);
  stop_with_report(SIGABRT, what.c_str(), ("  it was freed by " + object.freed_by + "\n").c_str());
}

}  // namespace gillab
