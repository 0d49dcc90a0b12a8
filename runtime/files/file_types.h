// The types of files are made once an interpreter, bases first: each file of this folder makes its own.
#pragma once

#include "runtime/files/file.h"

namespace gillab {

bool make_base_file_types(Thread& thread, FileTypes* types);      // file_base.cpp
bool make_raw_file_type(Thread& thread, FileTypes* types);        // file_raw_methods.cpp
bool make_buffered_file_types(Thread& thread, FileTypes* types);  // file_buffered_methods.cpp
bool make_text_file_type(Thread& thread, FileTypes* types);       // file_text_methods.cpp

}  // namespace gillab
