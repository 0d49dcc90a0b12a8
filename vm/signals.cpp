// Signals: the handler that notes them, and the main thread's calls of what scripts want done.
#include "vm/signals.h"

#include <unistd.h>

#include <cerrno>
#include <csignal>

#include "runtime/errors.h"
#include "runtime/int.h"
#include "runtime/interpreter.h"
#include "runtime/operations.h"
#include "runtime/threads.h"
#include "vm/frames.h"

namespace gillab {
namespace {

// Of the process, as signals are. Written by handlers: nothing here may be more than lock-free.
std::atomic<Thread*> interrupted_thread{nullptr};
std::atomic<uint64_t> pending{0};
std::atomic<int> wakeup{-1};
std::atomic<unsigned> answered_quits{0};

uint64_t bit_of(int number) { return uint64_t{1} << (number - 1); }

void note(int number) {
  const int saved = errno;
  pending.fetch_or(bit_of(number));
  if (Thread* thread = interrupted_thread.load(std::memory_order_relaxed)) thread->attached.ask(gil::kSignal);
  if (const int descriptor = wakeup.load(std::memory_order_relaxed); descriptor >= 0) {
    const auto byte = static_cast<unsigned char>(number);
    [[maybe_unused]] const ssize_t written = write(descriptor, &byte, 1);
  }
  errno = saved;
}

// False: an exception is set.
bool run_handler(Thread& thread, int number) {
  Ref handler = thread.interpreter->signal_handlers[number].take();
  if (!handler) {
    if (number == SIGINT) return raise(thread, Error::KeyboardInterrupt, "");
    if (number == SIGQUIT) dump_threads(thread, STDERR_FILENO, true);
    return true;
  }
  if (!is_callable(thread, handler.get())) return true;  // SIG_DFL or SIG_IGN, set after it came
  Ref frame = running_frame_object(thread);
  if (!frame) return false;
  Ref done = call(thread, handler.get(), Value::integer(number), frame.get());
  return static_cast<bool>(done);
}

}  // namespace

void install_signals(Thread& main_thread) {
  interrupted_thread.store(&main_thread);
  struct sigaction before{};
  // A shell that starts a command in the background has it ignore Ctrl-C.
  if (sigaction(SIGINT, nullptr, &before) == 0 && before.sa_handler != SIG_IGN) set_signal_action(SIGINT, SignalAction::Note);
  set_signal_action(SIGQUIT, SignalAction::Note);
  std::signal(SIGPIPE, SIG_IGN);
  std::signal(SIGXFSZ, SIG_IGN);  // a file at its limit is an OSError
}

bool set_signal_action(int number, SignalAction action) {
  struct sigaction wanted{};  // no SA_RESTART: a wait that a signal interrupts ends with EINTR
  wanted.sa_handler = action == SignalAction::Default ? SIG_DFL : action == SignalAction::Ignore ? SIG_IGN : note;
  return sigaction(number, &wanted, nullptr) == 0;
}

SignalAction signal_action(int number) {
  struct sigaction current{};
  if (sigaction(number, nullptr, &current) != 0) return SignalAction::Default;
  if (current.sa_handler == SIG_IGN) return SignalAction::Ignore;
  return current.sa_handler == note ? SignalAction::Note : SignalAction::Default;  // a report of crashes is the default
}

void simulate_signal(Thread& thread, int number) {
  const bool noted = !thread.interpreter->signal_handlers[number].peek().is_empty() || number == SIGINT;
  if (noted && signal_action(number) == SignalAction::Note) note(number);
}

unsigned quits_answered() { return answered_quits; }

void set_wakeup_descriptor(int descriptor) { wakeup.store(descriptor); }
int wakeup_descriptor() { return wakeup.load(); }

bool handle_signals(Thread& thread) {
  if (!is_main_thread(thread)) return true;
  uint64_t due = pending.exchange(0);
  while (due != 0) {
    const int number = __builtin_ctzll(due) + 1;
    due &= due - 1;
    const bool went_well = run_handler(thread, number);
    if (number == SIGQUIT) ++answered_quits;
    if (went_well) continue;
    if (due != 0) {  // the others are not lost
      pending.fetch_or(due);
      thread.attached.ask(gil::kSignal);
    }
    return false;
  }
  return true;
}

bool check_signals(Thread& thread) {
  if (pending.load(std::memory_order_relaxed) == 0) [[likely]]
    return true;
  return handle_signals(thread);
}

}  // namespace gillab
