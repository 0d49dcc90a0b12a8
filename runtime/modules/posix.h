// What the files of the module posix share: arguments as the system wants them. The functions stand in tables, one
// for each posix_*.cpp; posix.cpp puts them into the module.
#pragma once

#include <string>

#include "runtime/native.h"

namespace gillab {

struct FunctionTable {
  const MethodDef* rows;
  size_t count;
};
FunctionTable posix_path_functions();        // posix_paths.cpp
FunctionTable posix_directory_functions();   // posix_directories.cpp
FunctionTable posix_stat_functions();        // posix_stat.cpp
FunctionTable posix_descriptor_functions();  // posix_descriptors.cpp
FunctionTable posix_process_functions();     // posix_process.cpp
FunctionTable posix_spawn_functions();       // posix_spawn.cpp
FunctionTable posix_fact_functions();        // posix_facts.cpp
FunctionTable posix_number_functions();      // posix_numbers.cpp
FunctionTable posix_seldom_functions();      // posix_seldom.cpp
FunctionTable posix_program_functions();     // posix_program.cpp
bool add_posix_constants(Thread& thread, Module* module);  // posix_constants.cpp
Type* stat_result_type(Thread& thread);  // null: an error is set

// Texts of the system are UTF-8; bytes that are none become lone surrogates and come back as they were.
Ref text_of_system(Thread& thread, std::string_view bytes);
bool bytes_for_system(Thread& thread, Value text, std::string* bytes);

// A path: str, bytes, what __fspath__ says, or, where `allow_descriptor`, a number.
struct PathArgument {
  std::string path;
  int descriptor = -1;
  bool is_descriptor = false;
  bool is_bytes = false;
  Value shown;  // as the caller gave it, for errors. Borrowed
  bool read(Thread& thread, Value value, const char* function, bool allow_descriptor = false);
  bool read_buffer(Thread& thread, Value value, const char* function, bool allow_descriptor);
  const char* text() const { return path.c_str(); }
  // A name the system gave, as bytes when the path was bytes.
  Ref like(Thread& thread, std::string_view name) const;
};

// As OSErrors tell of it: a path that is an object becomes its text (exceptions/errors.cpp).
Ref shown_path(Thread& thread, Value path);
bool small_int(Thread& thread, Value value, int fallback, int* result);
bool directory_argument(Thread& thread, Value value, int* descriptor);  // dir_fd: None is the current directory
// result, or the OSError for `errno`
Ref done_or_errno(Thread& thread, int64_t result, Value path = Value::none());

}  // namespace gillab
