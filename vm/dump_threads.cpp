// The tracebacks of all threads, for faulthandler, SIGQUIT and --timeout. Written straight to a descriptor: the streams
// of the script may be what hangs.
#include <unistd.h>

#include <cstdio>
#include <string>

#include "runtime/interpreter.h"
#include "runtime/threads.h"
#include "runtime/signals.h"
#include "runtime/stopped_world.h"
#include "vm/body.h"

namespace gillab {
namespace {

constexpr int kMostFrames = 100;

int32_t line_of(const Frame& frame) {
  const compiler::CodeUnit& unit = frame.body->unit();
  const uint32_t index = instruction_index(frame);
  return index < unit.positions.size() ? static_cast<int32_t>(unit.positions[index].line) : unit.first_line;
}

void add_frames(const Thread& thread, std::string* text) {
  int shown = 0;
  for (const Frame* frame = thread.frame; frame > thread.frames; --frame) {
    if (!frame->body || !frame->body->code) continue;
    if (++shown > kMostFrames) {
      *text += "  ...\n";
      return;
    }
    const compiler::CodeUnit& unit = frame->body->unit();
    *text += "  File \"" + unit.filename + "\", line " + std::to_string(line_of(*frame)) + " in " + unit.name + "\n";
  }
  if (shown == 0) *text += "  <no Python frame>\n";
}

void add_thread(const Thread& thread, bool current, bool only, std::string* text) {
  char title[80];
  const char* begin = only ? "Stack" : current ? "Current thread" : "Thread";
  if (only) {
    std::snprintf(title, sizeof title, "%s (most recent call first):\n", begin);
  } else {
    std::snprintf(title, sizeof title, "%s 0x%016llx (most recent call first):\n", begin,
                  static_cast<unsigned long long>(thread.ident));
  }
  *text += title;
  add_frames(thread, text);
}

void write_all(int descriptor, const std::string& text) {
  size_t at = 0;
  while (at < text.size()) {
    const ssize_t written = write(descriptor, text.data() + at, text.size() - at);
    if (written <= 0) return;
    at += static_cast<size_t>(written);
  }
}

}  // namespace

void dump_threads(Thread& thread, int descriptor, bool all_threads, bool with_this) {
  std::string text;
  if (all_threads) {
    StoppedWorld stopped(thread);
    std::vector<Thread*> others;
    for_each_thread(*thread.interpreter, [&](Thread& each) {
      if (with_this || &each != &thread) others.push_back(&each);
    });
    for (size_t i = others.size(); i-- > 0;) {  // the youngest first, as CPython
      add_thread(*others[i], others[i] == &thread, false, &text);
      if (i != 0) text += "\n";
    }
  } else {
    add_thread(thread, true, true, &text);
  }
  write_all(descriptor, text);
}

}  // namespace gillab
