// _traceback: what lib/traceback.py asks of the printer of uncaught exceptions, so that both show the same marks
// below a source line.
#include "runtime/exception.h"
#include "runtime/int.h"
#include "runtime/modules/modules.h"
#include "runtime/native.h"
#include "runtime/str.h"
#include "runtime/exceptions/traceback_anchors.h"

namespace gillab {
namespace {

int32_t column(Value value) {
  int64_t number;
  bool fits = is_integer(value) && fits_int64(value, &number) && number >= 0 && number <= INT32_MAX;
  return fits ? static_cast<int32_t>(number) : -1;
}

Ref marks(Thread& thread, const Value* args, uint32_t, Tuple*) {
  if (!is<Str>(args[0])) return raise(thread, Error::TypeError, "marks() argument 1 must be str");
  Position at{column(args[1]), column(args[2]), column(args[3]), column(args[4])};
  if (at.line < 0 || at.end_line < 0 || at.column < 0 || at.end_column < 0) return make_str(thread, "");
  return make_str(thread, traceback_marks(to_utf8(as<Str>(args[0])), at));
}

constexpr MethodDef kFunctions[] = {
    {"marks", "(line, lineno, end_lineno, column, end_column, /)", marks},
};

}  // namespace

bool init__traceback(Thread& thread, Module* module) { return add_functions(thread, module, kFunctions); }

}  // namespace gillab
