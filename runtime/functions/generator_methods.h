// What generator_object.cpp and async_generator.cpp share: send and throw as scripts see them.
#pragma once

#include "runtime/errors.h"
#include "runtime/generator.h"
#include "runtime/list.h"

namespace gillab {

Ref send_value(Thread& thread, Generator* generator, Value sent);           // StopIteration at the end
Ref throw_exception(Thread& thread, Generator* generator, Ref exception);   // likewise
Ref exception_to_throw(Thread& thread, Value type, Value value, Value traceback);
Failed raise_bare(Thread& thread, Error error);  // Error() with no arguments
Ref stop_with(Thread& thread, Ref returned);
Ref coroutine_await(Thread& thread, const Value* args, uint32_t, Tuple*);
void add_async_generator_methods(Thread& thread, Type* type);
// "RuntimeWarning: coroutine 'f' was never awaited" on stderr.
void warn_never_awaited(Thread& thread, Generator* generator);

}  // namespace gillab
