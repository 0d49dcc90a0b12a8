// contextvars in C++: the contexts that threads, tasks and callbacks run in. The variables and tokens: contextvars.cpp.
#pragma once

#include "runtime/dict.h"
#include "runtime/native.h"

namespace gillab {

struct Context : Object {
  static constexpr Kind kKind = Kind::Extension;
  Field variables;       // Dict: ContextVar -> value; never changed while `shared`. Under the Guard
  Field previous;        // while entered: the Context it interrupted, or None
  Cell<bool> shared;     // copies look at the same dict
  Cell<bool> entered;
};
extern const Layout kContextLayout;

inline bool is_context(Value value) { return has_layout(value, kContextLayout); }
bool import_contexts(Thread& thread);  // makes the types where nobody has yet. False: an error is set
Ref copy_current_context(Thread& thread);
// What the thread runs in; made when it has none yet. Borrowed, null: memory is out.
Context* current_context(Thread& thread);
bool enter_context(Thread& thread, Context* context);  // false: RuntimeError, somebody is in it
void leave_context(Thread& thread, Context* context);
bool context_set(Thread& thread, Context* context, Value variable, Ref value);
bool context_remove(Thread& thread, Context* context, Value variable);
Ref context_variables(Context* context);               // the Dict
Type* make_context_type(Thread& thread);               // null: an error is set

}  // namespace gillab
