#include "vm/explore/world.h"

#include <algorithm>
#include <cstring>
#include <unistd.h>

#include "gil/schedule/arena.h"
#include "runtime/str.h"
#include "vm/body.h"
#include "vm/explore/session.h"

namespace gillab::explore {
namespace {

// All of stdin, read when somebody first asks.
const std::string& standard_input() {
  gil::schedule::OutsideScope outside;
  std::string*& text = session().standard_input;
  if (text) return *text;
  text = new std::string;
  char buffer[65536];
  ssize_t got;
  while ((got = ::read(STDIN_FILENO, buffer, sizeof buffer)) > 0) text->append(buffer, static_cast<size_t>(got));
  return *text;
}

// The kernel writes only where it may: the page must have been written to before.
void touch_pages(char* target, size_t count) {
  for (size_t at = 0; at < count; at += 4096) static_cast<volatile char*>(target)[at] = 0;
  if (count) static_cast<volatile char*>(target)[count - 1] = 0;
}

}  // namespace

int64_t ControlledWorld::read(int descriptor, void* target, size_t count) {
  if (!session().explores || descriptor != STDIN_FILENO) {
    touch_pages(static_cast<char*>(target), count);
    return World::read(descriptor, target, count);
  }
  const std::string& text = standard_input();
  const size_t given = std::min(count, text.size() - std::min(read_, text.size()));
  std::memcpy(target, text.data() + read_, given);
  read_ += given;
  return static_cast<int64_t>(given);
}

int64_t ControlledWorld::write(int descriptor, const void* source, size_t count) {
  if (!session().explores || (descriptor != STDOUT_FILENO && descriptor != STDERR_FILENO)) {
    return World::write(descriptor, source, count);
  }
  (descriptor == STDOUT_FILENO ? output_ : errors_).append(static_cast<const char*>(source), count);
  return static_cast<int64_t>(count);
}

// A call of the machinery of threading looks at the clock only to know how long it may wait, which is over when the call
// is: but for wait_for(), which may wait more than once.
void ControlledWorld::note_clock() {
  if (!gil::schedule::has_new_memory()) return;
  const Frame* frame = record_of(gil::schedule::machine().current).thread->frame;
  const bool is_machinery = frame->code && sight_of(frame->code) == Sight::Nothing;
  const Value name = is_machinery ? frame->code->name.peek() : Value::empty();
  if (is_machinery && !(is<Str>(name) && to_utf8(as<Str>(name)) == "wait_for")) return;
  gil::schedule::machine().clock_was_read = true;
}

std::unique_ptr<World> make_world() { return std::make_unique<ControlledWorld>(); }

}  // namespace gillab::explore
