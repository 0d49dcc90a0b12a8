// What the families of built-in exceptions have beside args.
#pragma once

#include "runtime/exception.h"

namespace gillab {

// One of BaseException and of each class with fields or a text of its own; Type::module_data of the class and, by
// inheritance, of all below it.
struct ExceptionFamily {
  // Fills extra[] from the arguments of __init__. May change exception->args. Null: only args, no keywords.
  bool (*fill)(Thread& thread, Exception* exception, const Value* args, uint32_t count, Tuple* names);
  Ref (*text)(Thread& thread, Exception* exception);  // str(); null: from args
};
inline const ExceptionFamily* family_of(const Type* type) {
  return static_cast<const ExceptionFamily*>(type->module_data);
}

bool refuse_keywords(Thread& thread, const Exception* exception, const Tuple* names);
Ref text_of_args(Thread& thread, Exception* exception);
// error_type(OSError) for these arguments: the subclass that the errno stands for.
Type* class_for_errno(Thread& thread, Type* type, const Value* args, uint32_t count);

// Whether an OSError's fields are filled by __init__: only where a class has one of its own and no __new__. Otherwise by
// __new__, and __init__ does nothing.
bool os_error_waits_for_init(Thread& thread, const Type* type);
bool fill_os_error(Thread& thread, Exception* exception, const Value* args, uint32_t count);

void setup_exception_fields(Thread& thread);
void setup_exception_groups(Thread& thread);

}  // namespace gillab
