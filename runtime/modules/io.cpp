// The module _io: open, the types of files, StringIO and BytesIO. The abstract classes are in runtime/lib/io.py.
#include "runtime/modules/io.h"

#include "runtime/dict.h"
#include "runtime/files/file.h"
#include "runtime/int.h"
#include "runtime/modules/modules.h"
#include "runtime/str.h"

namespace gillab {

namespace {

bool add_type(Thread& thread, Module* module, Type* type) {
  if (!type) return false;
  std::string_view full = type->native_name ? type->native_name : "UnsupportedOperation";
  const size_t dot = full.rfind('.');
  return add_value(thread, module, full.data() + (dot == full.npos ? 0 : dot + 1), Ref::share(type));
}

}  // namespace

bool init__io(Thread& thread, Module* module) {
  const FileTypes& types = file_types(thread);
  for (Type* type : {types.base, types.raw_base, types.buffered_base, types.text_base, types.text, types.raw,
                     types.reader, types.writer, types.random}) {
    if (!add_type(thread, module, type)) return false;
  }
  Ref open = dict_get_name(thread.interpreter->builtins, intern(thread, std::string_view("open")));
  return add_value(thread, module, "open", std::move(open)) &&
         add_type(thread, module, unsupported_operation(thread)) &&
         add_type(thread, module, make_string_io_type(thread)) &&
         add_type(thread, module, make_bytes_io_type(thread)) &&
         add_value(thread, module, "DEFAULT_BUFFER_SIZE", make_int(thread, kFileBuffer)) &&
         add_value(thread, module, "BlockingIOError", Ref::share(thread.error_type(Error::BlockingIOError)));
}

}  // namespace gillab
