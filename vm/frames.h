// Frames as scripts see them: frame objects, locals(), globals().
#pragma once

#include "runtime/exception.h"
#include "vm/body.h"

namespace gillab {

// Gives back what a frame of a rare kind owns; a frame object that outlives it keeps a snapshot.
void release_frame(Frame* frame);
// An exception leaves the frame: its variables move to its frame object, which the traceback keeps.
void keep_variables(Thread& thread, Frame* frame);
void keep_frame_snapshot(Thread& thread, Frame* frame);  // before its variables go
// The frame object of a live frame, made when needed.
Ref frame_object(Thread& thread, Frame* frame);
// What a signal handler gets; None when nothing runs.
Ref running_frame_object(Thread& thread);
Ref current_frames(Thread& thread, const Value* args, uint32_t count, Tuple* names);  // sys._current_frames()
// Module, class and exec code: its variables are a mapping.
bool has_namespace(const Frame* frame);
// A dict of the frame's variables, or its namespace.
Ref frame_locals(Thread& thread, Frame* frame);
// The innermost frame of Python code; null when none runs.
inline Frame* running_frame(const Thread& thread) { return thread.frame > thread.frames ? thread.frame : nullptr; }

}  // namespace gillab
