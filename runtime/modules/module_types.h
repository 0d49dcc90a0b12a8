// The types of C++ modules that functions make instances or raise errors of: set when the module is first imported,
// null before. The Type objects belong to Interpreter::native_types.
#pragma once

#include <memory>

#include "runtime/native.h"

namespace gillab {

namespace numpy {
struct ArrayTypes;
}

struct TaskRegistry;
struct CsvTypes;
struct DateTypes;
struct DecimalTypes;
struct UnicodeTables;

struct ModuleTypes {
  Type* hash = nullptr;                // _hashlib.HASH
  Type* hash_xof = nullptr;            // _hashlib.HASHXOF
  Type* unsupported_digest = nullptr;  // _hashlib.UnsupportedDigestmodError
  Type* zlib_error = nullptr;          // zlib.error
  Type* compressor = nullptr;          // zlib.Compress
  Type* decompressor = nullptr;        // zlib.Decompress
  Type* binascii_error = nullptr;      // binascii.Error
  Type* queue_empty = nullptr;         // _queue.Empty
  Type* sem_lock = nullptr;            // _multiprocessing.SemLock
  Type* mapping = nullptr;             // _mmap.Mapping
  Type* asyncgen_hooks = nullptr;      // what sys.get_asyncgen_hooks returns
  Type* context = nullptr;             // _contextvars.Context; with the next two
  Type* context_variable = nullptr;    // _contextvars.ContextVar
  Type* context_token = nullptr;       // _contextvars.Token
  Type* future = nullptr;              // _asyncio.Future
  Type* task = nullptr;                // _asyncio.Task
  Type* cancelled_error = nullptr;     // asyncio.CancelledError
  Type* invalid_state = nullptr;       // asyncio.InvalidStateError
  Type* loop_core = nullptr;           // _asyncio.LoopCore
  std::shared_ptr<TaskRegistry> tasks; // those that are pending
  Type* handle = nullptr;              // _asyncio.Handle
  Type* timer_handle = nullptr;        // _asyncio.TimerHandle
  Type* task_call = nullptr;           // _asyncio.TaskStepMethWrapper
  Type* future_iterator = nullptr;     // _asyncio.FutureIter
  Type* ordered_dict = nullptr;        // collections.OrderedDict
  Type* ordered_views[3] = {};         // its keys, values, items
  Type* comparison_key = nullptr;      // functools.KeyWrapper
  std::shared_ptr<numpy::ArrayTypes> arrays;
  std::shared_ptr<CsvTypes> csv;       // of _csv
  std::shared_ptr<DateTypes> dates;    // of _datetime
  std::shared_ptr<DecimalTypes> decimals;  // of _decimal
  std::shared_ptr<const UnicodeTables> unicode;  // of unicodedata
};
ModuleTypes& module_types(Thread& thread);
void make_module_types(Interpreter& interpreter);  // at its start

// An exception class of a C++ module. Null: an error is set.
Type* make_error_type(Thread& thread, const char* name, const char* module, Error base);

}  // namespace gillab
