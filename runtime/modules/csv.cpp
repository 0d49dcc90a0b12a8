// The module _csv: the table of dialects, the limit of fields, and its functions.
#include "runtime/modules/csv.h"

#include "runtime/dict.h"
#include "runtime/function.h"
#include "runtime/int.h"
#include "runtime/interpreter.h"
#include "runtime/list.h"
#include "runtime/modules/module_types.h"
#include "runtime/modules/modules.h"
#include "runtime/operations.h"
#include "runtime/str.h"

namespace gillab {

CsvTypes& csv_types(Thread& thread) { return *module_types(thread).csv; }

// It is the module's attribute, as in CPython.
Ref registered_dialects(Thread& thread) {
  Ref module = dict_get_name(thread.interpreter->modules, intern(thread, "_csv"));
  Ref table;
  if (module && is<Module>(module.get())) {
    table = dict_get_name(as<Dict>(module.as<Module>()->dict.peek()), intern(thread, "_dialects"));
  }
  if (table && is<Dict>(table.get())) return table;
  return raise(thread, Error::RuntimeError, "the table of dialects is gone");
}

Ref find_dialect(Thread& thread, Value name) {
  Ref table = registered_dialects(thread), dialect;
  if (!table) return {};
  Found found = dict_get(thread, table.as<Dict>(), name, &dialect);
  if (found == Found::No) return raise_csv_error(thread, "unknown dialect");
  return dialect;
}

namespace {

using Args = const Value*;

Ref get_dialect(Thread& thread, Args args, uint32_t, Tuple*) { return find_dialect(thread, args[0]); }

Ref register_dialect(Thread& thread, Args args, uint32_t count, Tuple* names) {
  if (count < 1 || count > 2) {
    return raise(thread, Error::TypeError, " expected at {} argument{}, got {}", count < 1 ? "least 1" : "most 2",
                 count < 1 ? "" : "s", count);
  }
  if (!is<Str>(args[0])) return raise(thread, Error::TypeError, "dialect name must be a string");
  Ref dialect = dialect_from_call(thread, args, count, names, 1);
  Ref table = dialect ? registered_dialects(thread) : Ref();
  return table && dict_set(thread, table.as<Dict>(), args[0], std::move(dialect)) ? Ref::none() : Ref();
}

Ref unregister_dialect(Thread& thread, Args args, uint32_t, Tuple*) {
  Ref table = registered_dialects(thread);
  if (!table) return {};
  Found found = dict_delete(thread, table.as<Dict>(), args[0]);
  if (found == Found::No) return raise_csv_error(thread, "unknown dialect");
  return found == Found::Yes ? Ref::none() : Ref();
}

Ref list_dialects(Thread& thread, Args, uint32_t, Tuple*) {
  Ref table = registered_dialects(thread);
  return table ? dict_keys_list(thread, table.as<Dict>()) : Ref();
}

Ref field_size_limit(Thread& thread, Args args, uint32_t, Tuple*) {
  std::atomic<int64_t>& limit = csv_types(thread).field_limit;
  if (args[0].is_empty()) return make_int(thread, limit.load());
  if (args[0].is_bool() || !is_integer(args[0])) return raise(thread, Error::TypeError, "limit must be an integer");
  int64_t wanted;
  if (!fits_int64(args[0], &wanted)) {
    return raise(thread, Error::OverflowError, "Python int too large to convert to C long");
  }
  return make_int(thread, limit.exchange(wanted));
}

constexpr MethodDef kFunctions[] = {
    {"reader", "*", csv_reader},
    {"writer", "*", csv_writer},
    {"list_dialects", "()", list_dialects},
    {"register_dialect", "*", register_dialect},
    {"unregister_dialect", "(name)", unregister_dialect},
    {"get_dialect", "(name)", get_dialect},
    {"field_size_limit", "(new_limit=None)", field_size_limit},
};

bool add_types(Thread& thread, Module* module) {
  CsvTypes& types = csv_types(thread);
  return add_value(thread, module, "Error", Ref::share(types.error)) &&
         add_value(thread, module, "Dialect", Ref::share(types.dialect)) &&
         add_value(thread, module, "Reader", Ref::share(types.reader)) &&
         add_value(thread, module, "Writer", Ref::share(types.writer));
}

bool make_types(Thread& thread) {
  std::shared_ptr<CsvTypes>& types = module_types(thread).csv;
  if (types) return true;
  auto made = std::make_shared<CsvTypes>();
  made->error = make_error_type(thread, "Error", "_csv", Error::Exception);
  made->dialect = made->error ? make_dialect_type(thread) : nullptr;
  made->reader = made->dialect ? make_reader_type(thread) : nullptr;
  made->writer = made->reader ? make_writer_type(thread) : nullptr;
  if (made->writer) types = made;
  return types != nullptr;
}

}  // namespace

bool init__csv(Thread& thread, Module* module) {
  static constexpr const char* kQuotings[] = {"QUOTE_MINIMAL", "QUOTE_ALL", "QUOTE_NONNUMERIC", "QUOTE_NONE"};
  for (int i = 0; i < 4; ++i) {
    if (!add_value(thread, module, kQuotings[i], make_int(thread, i))) return false;
  }
  return make_types(thread) && add_types(thread, module) && add_functions(thread, module, kFunctions) &&
         add_value(thread, module, "_dialects", make_dict(thread)) &&
         add_value(thread, module, "__version__", make_str(thread, "1.0")) &&
         add_value(thread, module, "__doc__", make_str(thread, "Tables as text: rows of fields, read and written."));
}

}  // namespace gillab
