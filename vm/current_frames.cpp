// sys._current_frames(): where every thread is. Their text for a report: dump_threads.cpp.
#include <vector>

#include "runtime/dict.h"
#include "runtime/exception.h"
#include "runtime/int.h"
#include "runtime/interpreter.h"
#include "runtime/stopped_world.h"
#include "runtime/threads.h"
#include "vm/body.h"
#include "vm/frames.h"

namespace gillab {
namespace {

// The object of the thread's running frame. Another thread's frames do not find those below by themselves, so each
// keeps its caller's.
Ref chain_of_frames(Thread& thread, const Thread& other) {
  Ref top, above;
  for (Frame* frame = other.frame; frame > other.frames; --frame) {
    if (!frame->body || !frame->body->code) continue;
    Ref object = frame_object(thread, frame);
    if (!object) return {};
    if (above) above.as<FrameObject>()->back.put(object.share());
    if (!top) top = object.share();
    if (&other == &thread) break;
    above = std::move(object);
  }
  return top;
}

}  // namespace

Ref current_frames(Thread& thread, const Value*, uint32_t, Tuple*) {
  Ref dict = make_dict(thread);
  if (!dict) return {};
  StoppedWorld stopped(thread);
  std::vector<Thread*> all;
  for_each_thread(*thread.interpreter, [&](Thread& each) { all.push_back(&each); });
  for (Thread* each : all) {
    Ref top = chain_of_frames(thread, *each);
    if (!top && thread.has_exception()) return {};
    Ref ident = make_int(thread, static_cast<int64_t>(each->ident));
    if (top && (!ident || !dict_set(thread, dict.as<Dict>(), ident.get(), std::move(top)))) return {};
  }
  return dict;
}

}  // namespace gillab
