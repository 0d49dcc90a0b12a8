// Opening libsqlite3 and finding its functions.
#include "runtime/modules/libsqlite.h"

#include "runtime/modules/shared_library.h"

namespace gillab {
namespace {

bool fill(void* library, Sqlite* functions) {
#define FIND(Result, name, arguments) &&find_symbol(library, "sqlite3_" #name, &functions->name)
  return true SQLITE_FUNCTIONS(FIND);
#undef FIND
}

}  // namespace

const Sqlite* load_sqlite() {
  static Sqlite functions;
  static const Sqlite* const found = open_library({"libsqlite3.so.0", "libsqlite3.so"}, fill, &functions);
  return found;
}

}  // namespace gillab
