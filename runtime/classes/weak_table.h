// The inner side of weak references, for proxies, the module _weakref and the collector.
#pragma once

#include <vector>

#include "runtime/collector.h"

namespace gillab {

struct WeakTable;

// At the interpreter's start and end.
WeakTable* make_weak_table();
void free_weak_table(Interpreter& interpreter);
// A reference of that type (ReferenceType, a subclass of it, a proxy). callback: None or empty for none.
Ref make_weak(Thread& thread, Type* type, Value target, Value callback);
// The live ones, oldest first.
std::vector<Ref> weak_references_to(Thread& thread, Object* target);
// Clears all references to the garbage, then runs the callbacks of those references that are no garbage themselves.
void clear_weak_references_of_garbage(Thread& thread, const std::vector<Object*>& garbage,
                                      bool (*is_garbage)(const Object*, void*), void* context);

}  // namespace gillab
