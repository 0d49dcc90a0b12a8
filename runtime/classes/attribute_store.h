// The attribute store's inner functions, for attributes.cpp and the built-in descriptors; what others need is in
// type.h.
#pragma once

#include "runtime/type.h"

namespace gillab {

struct AttributeTable;

// At the interpreter's start and end.
AttributeTable* make_attribute_table();
void free_attribute_table(Interpreter& interpreter);
// The dict the object's attributes are in already; empty when they stand elsewhere or it has none. Borrowed.
Value peek_attribute_dict(Thread& thread, Object* object);
// Where an object of variable size keeps its attributes and slots, made when needed. Null: an error is set.
Dict* table_beside(Thread& thread, Object* object);
// object.__dict__ = dict
bool replace_attribute_dict(Thread& thread, Object* object, Ref dict);
// Makes room for the attribute of that number. False: memory is out.
bool grow_overflow(Thread& thread, Object* object, const Shape* shape, uint32_t number);

}  // namespace gillab
