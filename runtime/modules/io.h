// The types of the module io that are not files of the system.
#pragma once

#include "runtime/native.h"

namespace gillab {

Type* make_string_io_type(Thread& thread);  // null: an error is set
Type* make_bytes_io_type(Thread& thread);

}  // namespace gillab
