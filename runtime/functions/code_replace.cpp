// code.replace(): a copy of a code object with another name, file, first line, flags or constants. Instructions and
// what they count on are not replaced: they are no bytes here.
#include <new>

#include "runtime/functions/code_replace.h"
#include "runtime/list.h"
#include "runtime/memory.h"
#include "runtime/operations.h"
#include "runtime/str.h"

namespace gillab {
namespace {

// The order of the signature, behind self.
enum Argument { kName = 1, kQualifiedName, kFilename, kFirstLine, kFlags, kConstants };

Ref copy_code(Thread& thread, Code* from) {
  auto* code = allocate<Code>(thread, from->shape.get());
  if (!code) return {};
  for (Field Code::*field : {&Code::name, &Code::qualified_name, &Code::filename, &Code::constants, &Code::names,
                             &Code::variable_names, &Code::cell_names}) {
    (code->*field).init((from->*field).take());
  }
  code->first_line = from->first_line;
  code->flags = from->flags;
  code->argument_count = from->argument_count;
  code->positional_only_count = from->positional_only_count;
  code->keyword_only_count = from->keyword_only_count;
  code->local_count = from->local_count;
  code->cell_count = from->cell_count;
  code->free_count = from->free_count;
  code->variable_count = from->variable_count;
  code->stack_size = from->stack_size;
  new (&code->unit) std::shared_ptr<const void>(from->unit);
  code->positions = from->positions;
  code->instruction_count = from->instruction_count;
  code->bodies.set(nullptr);
  return Ref::own(code);
}

bool replace_text(Thread& thread, Field& field, Value value, const char* what) {
  if (value.is_empty()) return true;
  if (!expect_str(thread, value, what)) return false;
  field.put(Ref::share(value));
  return true;
}

// The instructions count on as many as there were.
bool replace_constants(Thread& thread, Code* code, Value value) {
  if (value.is_empty()) return true;
  if (!is<Tuple>(value)) {
    return raise(thread, Error::TypeError, "replace() argument 'co_consts' must be tuple, not {}", type_name(thread, value));
  }
  if (as<Tuple>(value)->length < as<Tuple>(code->constants.peek())->length) {
    return raise(thread, Error::ValueError, "code: co_consts is too small");
  }
  code->constants.put(Ref::share(value));
  return true;
}

template <class Number>
bool replace_number(Thread& thread, Number& number, Value value) {
  int64_t given;
  if (value.is_empty()) return true;
  if (!index_as_int64(thread, value, &given)) return false;
  number = static_cast<Number>(given);
  return true;
}

}  // namespace

Ref code_replace(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Ref result = copy_code(thread, as<Code>(args[0]));
  if (!result) return {};
  auto* code = result.as<Code>();
  bool done = replace_text(thread, code->name, args[kName], "replace() argument 'co_name'") &&
              replace_text(thread, code->qualified_name, args[kQualifiedName], "replace() argument 'co_qualname'") &&
              replace_text(thread, code->filename, args[kFilename], "replace() argument 'co_filename'") &&
              replace_number(thread, code->first_line, args[kFirstLine]) &&
              replace_number(thread, code->flags, args[kFlags]) && replace_constants(thread, code, args[kConstants]);
  return done ? std::move(result) : Ref();
}

}  // namespace gillab
