// Opening libsqlite3 and finding its functions.
#include "runtime/modules/libsqlite.h"

#include <dlfcn.h>

#include <initializer_list>

namespace gillab {
namespace {

template <class Function>
bool find(void* library, const char* name, Function* function) {
  *function = reinterpret_cast<Function>(::dlsym(library, name));
  return *function != nullptr;
}

bool fill(void* library, Sqlite* functions) {
#define FIND(Result, name, arguments) &&find(library, "sqlite3_" #name, &functions->name)
  return true SQLITE_FUNCTIONS(FIND);
#undef FIND
}

const Sqlite* open_library() {
  static Sqlite functions;
  for (const char* name : {"libsqlite3.so.0", "libsqlite3.so"}) {
    void* library = ::dlopen(name, RTLD_NOW | RTLD_LOCAL);
    if (library && fill(library, &functions)) return &functions;
  }
  return nullptr;
}

}  // namespace

const Sqlite* load_sqlite() {
  static const Sqlite* const functions = open_library();
  return functions;
}

}  // namespace gillab
