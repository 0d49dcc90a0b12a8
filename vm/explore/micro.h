// Steps inside operations (--switch micro): between the elements a built-in function reads where objects have locks of
// their own or none, and between the load and the store of a reference count where nothing guards it.
#pragma once

#include <string>

#include "vm/explore/session.h"

namespace gillab::explore {

// Reads one container's elements one by one: then the call itself is no step. (model object, none)
bool walks_elements(const Operation& operation);
void at_element(const void* container, size_t position);

// Before an instruction that binds a name to a container or takes it from one (model none): steps for the counts of what
// it binds and unbinds. Counts are of names; those of the real objects stay right, so the machine never breaks.
void count_references(ThreadRecord& record, const Frame& frame, uint32_t instruction, Value* sp);
void add_counts(void (*add)(uint64_t, void*), void* context);  // they are part of the state: for its key
const char* freed_while_referenced();  // what was freed, by whom, and why; null: nothing was

}  // namespace gillab::explore
