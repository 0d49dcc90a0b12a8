// SIGINT becomes KeyboardInterrupt.
#include "vm/signals.h"

#include <csignal>

#include "runtime/errors.h"

namespace gillab {
namespace {

std::atomic<Thread*> interrupted_thread{nullptr};
std::atomic<bool> interrupt_pending{false};

void on_interrupt(int) {
  interrupt_pending.store(true, std::memory_order_relaxed);
  if (Thread* thread = interrupted_thread.load(std::memory_order_relaxed)) thread->attached.ask(gil::kSignal);
}

}  // namespace

void install_signals(Thread& main_thread) {
  interrupted_thread.store(&main_thread);
  struct sigaction action{};
  action.sa_handler = on_interrupt;  // no SA_RESTART: a blocking read ends with EINTR
  sigaction(SIGINT, &action, nullptr);
  std::signal(SIGPIPE, SIG_IGN);
}

bool handle_signals(Thread& thread) {
  if (!interrupt_pending.exchange(false)) return true;
  return raise(thread, Error::KeyboardInterrupt, "");
}

bool check_signals(Thread& thread) {
  if (!interrupt_pending.load(std::memory_order_relaxed)) [[likely]]
    return true;
  return handle_signals(thread);
}

}  // namespace gillab
