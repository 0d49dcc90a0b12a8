// Exception objects and tracebacks.
#pragma once

#include <string>

#include "runtime/errors.h"

namespace gillab {

struct Exception : Object {
  static constexpr Kind kKind = Kind::Exception;
  Field args;                 // tuple
  Field traceback;            // Traceback or None
  Field context;              // or None
  Field cause;                // or None
  Cell<bool> suppress_context;
  // What some classes add (exception_fields.cpp says which): StopIteration and SystemExit: value/code in extra[0];
  // OSError: errno, strerror, filename, filename2; ImportError: msg, name, path; AttributeError: name, obj; NameError: name;
  // SyntaxError: msg, filename, lineno, offset, text, end_lineno, end_offset (in a tuple); groups: message, exceptions;
  // Unicode errors: encoding, object, start, end + reason.
  Field extra[5];
};

struct Traceback : Object {
  static constexpr Kind kKind = Kind::Traceback;
  Field next;                 // the frame it called, or None
  Field frame;                // FrameObject or, while nobody asked, empty
  Field code;                 // Code
  uint32_t instruction;       // index in the code unit: gives line and columns
  int32_t line;
};

struct FrameObject : Object {
  static constexpr Kind kKind = Kind::FrameObject;
  Cell<Frame*> frame;         // the live frame, or null once it has ended
  Field back;                 // FrameObject or None, filled when the frame ends or when asked
  Field code;
  Field globals;
  Field locals;               // dict: a snapshot, or the namespace
  Field variables;            // tuple: what an exception that passed left of the frame's variables; or empty
  Field trace;                // f_trace: what is told of it; or empty
  Cell<bool> trace_lines;
  Cell<bool> trace_opcodes;
  uint32_t instruction;       // where it stood when it ended
};

// locals() of the running frame: its namespace, or a dict of its variables. The VM defines it.
Ref frame_locals(Thread& thread);

Ref make_exception(Thread& thread, Type* type, const Value* args, uint32_t count);
Ref exception_message(Thread& thread, Value exception);   // str(exception)
// What the interpreter prints for an exception that nobody caught: chain, groups, notes, carets. As UTF-8.
std::string format_exception(Thread& thread, Value exception);
void print_exception(Thread& thread, Value exception);    // through sys.excepthook, to sys.stderr
// One row of a traceback: adds the running instruction of `frame` to the pending exception's traceback.
void add_traceback(Thread& thread, Code* code, uint32_t instruction, Value frame_object);
// What the VM knows of a live frame (vm/frames.cpp).
Ref frame_object(Thread& thread, Frame* frame);           // made when needed
Ref frame_locals(Thread& thread, Frame* frame);           // a dict of its variables, or its namespace
uint32_t frame_instruction(const Frame& frame);           // the index in the code unit where it stands
Dict* globals_of_code(const Code* code);                  // of a function or module made from it; null: none is left
// The line of a source file, from linecache-like reading; empty when there is none.
std::string source_line(Thread& thread, Str* filename, int line);

// except*: the part of `exception` (a group, or one exception, which is wrapped) that matches, and the rest; None where
// there is none.
Ref match_group(Thread& thread, Value exception, Value types, Ref* rest);
// What a try with except* raises in the end: `raised` are the results of its handlers. None: nothing.
Ref prepare_reraise_star(Thread& thread, Value original, List* raised);

}  // namespace gillab
