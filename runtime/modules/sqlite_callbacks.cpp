// What libsqlite3 calls of a script: functions, aggregates, window functions, collations, and those that are told of
// or asked about what goes on. The database's dict keeps them alive; the library has borrowed pointers to them.
#include <climits>

#include "runtime/files/pinned.h"
#include "runtime/float.h"
#include "runtime/int.h"
#include "runtime/modules/sqlite.h"
#include "runtime/str.h"

namespace gillab {

bool show_sqlite_tracebacks = false;

namespace {

using Args = const Value*;

Value callable_of(void* data) { return Value::object(data); }

// The pending exception is shown or forgotten: the library knows numbers only.
void forget_exception(Thread& thread, Value callable) {
  show_sqlite_tracebacks ? write_unraisable(thread, callable) : clear_exception(thread);
}

void fail(Thread& thread, sqlite3_context* context, const char* message) {
  if (exception_matches(thread, Error::MemoryError)) {
    sqlite().result_error_nomem(context);
  } else if (exception_matches(thread, Error::OverflowError)) {
    sqlite().result_error_toobig(context);
  } else {
    sqlite().result_error(context, message, -1);
  }
  forget_exception(thread, callable_of(sqlite().user_data(context)));
}

std::string_view bytes_of(sqlite3_value* value) {
  const void* data = sqlite().value_blob(value);
  return data ? std::string_view(static_cast<const char*>(data), static_cast<size_t>(sqlite().value_bytes(value)))
              : std::string_view();
}

Ref object_of(Thread& thread, sqlite3_value* value) {
  switch (sqlite().value_type(value)) {
    case kSqliteInteger: return make_int(thread, sqlite().value_int64(value));
    case kSqliteFloat: return make_float(thread, sqlite().value_double(value));
    case kSqliteText: return decode(thread, bytes_of(value), nullptr, nullptr);
    case kSqliteBlob: return make_bytes(thread, bytes_of(value));
    default: return Ref::none();
  }
}

// False: an exception is set, or the type is none the library knows.
bool give_result(Thread& thread, sqlite3_context* context, Value value) {
  const Sqlite& library = sqlite();
  if (value.is_none()) return library.result_null(context), true;
  if (is_integer(value)) {
    int64_t number;
    if (!fits_int64(value, &number)) return raise(thread, Error::OverflowError, "Python int too large");
    return library.result_int64(context, number), true;
  }
  if (is_floating(value)) return library.result_double(context, float_of(value)), true;
  if (is<Str>(value)) {
    const SqliteWords words(thread, value);
    if (!words) return false;
    if (words.text().size() > INT_MAX) return raise(thread, Error::OverflowError, "string is longer than INT_MAX bytes");
    return library.result_text(context, words.text().data(), static_cast<int>(words.text().size()), kSqliteCopies), true;
  }
  ExportedMemory memory;
  if (!exported_memory(value, &memory) && !is<MemoryView>(value)) return false;
  Pinned bytes;
  if (!bytes.open(thread, value, Pinned::kRead)) return false;
  if (bytes.size() > INT_MAX) return raise(thread, Error::OverflowError, "BLOB longer than INT_MAX bytes");
  return library.result_blob(context, bytes.size() ? bytes.data() : "", static_cast<int>(bytes.size()), kSqliteCopies), true;
}

Ref call_with_values(Thread& thread, Value callable, int count, sqlite3_value** values) {
  Ref made = make_list(thread, static_cast<size_t>(count));
  for (int i = 0; i < count; ++i) {
    if (!made || !append(thread, made.as<List>(), object_of(thread, values[i]))) return {};
  }
  return made ? call(thread, callable, made.as<List>()->items.get(), static_cast<uint32_t>(count)) : Ref();
}

void on_function(sqlite3_context* context, int count, sqlite3_value** values) {
  Inside inside;
  Ref result = call_with_values(inside.thread, callable_of(sqlite().user_data(context)), count, values);
  if (!result || !give_result(inside.thread, context, result.get())) {
    fail(inside.thread, context, "user-defined function raised exception");
  }
}

// --- aggregates: the library keeps the instance, a reference of its own, between its calls

Object** instance_of(sqlite3_context* context, bool make) {
  return static_cast<Object**>(sqlite().aggregate_context(context, make ? sizeof(Object*) : 0));
}

Ref method_of(Thread& thread, Object* instance, const char* name) {
  Str* text = intern(thread, name);
  return text ? get_attribute(thread, Value::object(instance), text) : Ref();
}

void fail_method(Thread& thread, sqlite3_context* context, const char* name, const char* how) {
  const std::string message = std::string("user-defined aggregate's '") + name + "' method " + how;
  fail(thread, context, message.c_str());
}

Ref call_aggregate(Thread& thread, sqlite3_context* context, Object* instance, const char* name, int count,
                   sqlite3_value** values) {
  Ref method = method_of(thread, instance, name);
  if (!method) return fail_method(thread, context, name, "not defined"), Ref();
  Ref result = call_with_values(thread, method.get(), count, values);
  if (!result) fail_method(thread, context, name, "raised error");
  return result;
}

void on_step(sqlite3_context* context, int count, sqlite3_value** values) {
  Inside inside;
  Object** instance = instance_of(context, true);
  if (!*instance) {
    Ref made = call(inside.thread, callable_of(sqlite().user_data(context)));
    if (!made) return fail_method(inside.thread, context, "__init__", "raised error");
    *instance = made.release().as_object();
  }
  Ref ignored = call_aggregate(inside.thread, context, *instance, "step", count, values);
}

void on_inverse(sqlite3_context* context, int count, sqlite3_value** values) {
  Inside inside;
  Object** instance = instance_of(context, true);
  if (*instance) Ref ignored = call_aggregate(inside.thread, context, *instance, "inverse", count, values);
}

void answer(Thread& thread, sqlite3_context* context, Object* instance, const char* name) {
  Ref result = call_aggregate(thread, context, instance, name, 0, nullptr);
  if (result && !give_result(thread, context, result.get())) fail_method(thread, context, name, "raised error");
}

void on_value(sqlite3_context* context) {
  Inside inside;
  Object** instance = instance_of(context, true);
  if (*instance) answer(inside.thread, context, *instance, "value");
}

// After an error in `step` the library calls this too: whatever is pending or said already stays.
void on_final(sqlite3_context* context) {
  Inside inside;
  Object** instance = instance_of(context, false);
  if (!instance || !*instance) return;
  Ref ending = Ref::own(*instance);
  *instance = nullptr;
  answer(inside.thread, context, ending.get().as_object(), "finalize");
}

// --- the others

int on_collation(void* data, int left_size, const void* left, int right_size, const void* right) {
  Inside inside;
  Thread& thread = inside.thread;
  Ref a = decode(thread, {static_cast<const char*>(left), static_cast<size_t>(left_size)}, nullptr, nullptr);
  Ref b = a ? decode(thread, {static_cast<const char*>(right), static_cast<size_t>(right_size)}, nullptr, nullptr) : Ref();
  Ref order = b ? call(thread, callable_of(data), a.get(), b.get()) : Ref();
  int64_t number = 0;
  if (!order || !index_as_int64(thread, order.get(), &number, true)) clear_exception(thread), number = 0;
  return number < 0 ? -1 : number > 0;
}

constexpr int kDeny = 1;

int on_action(void* data, int action, const char* a, const char* b, const char* database, const char* trigger) {
  Inside inside;
  Thread& thread = inside.thread;
  Ref made[] = {make_int(thread, action), text_or_none(thread, a), text_or_none(thread, b), text_or_none(thread, database),
                text_or_none(thread, trigger)};
  Value values[5];
  for (size_t i = 0; i < 5; ++i) values[i] = made[i].get();
  Ref result = call(thread, callable_of(data), values, 5);
  int64_t number;
  if (result && is_integer(result.get()) && fits_int64(result.get(), &number) && number == static_cast<int>(number)) {
    return static_cast<int>(number);
  }
  if (thread.has_exception()) forget_exception(thread, callable_of(data));
  return kDeny;
}

int on_progress(void* data) {
  Inside inside;
  Ref result = call(inside.thread, callable_of(data));
  const Truth stops = result ? truth(inside.thread, result.get()) : Truth::Error;
  if (stops != Truth::Error) return stops == Truth::Yes;
  forget_exception(inside.thread, callable_of(data));
  return 1;
}

constexpr unsigned kTraceStatement = 1;

int on_trace(unsigned, void* data, void* statement, void* text) {
  Inside inside;
  Thread& thread = inside.thread;
  const char* plain = static_cast<const char*>(text);
  char* expanded = plain[0] == '-' && plain[1] == '-' ? nullptr : sqlite().expanded_sql(static_cast<sqlite3_stmt*>(statement));
  Ref words = text_or_none(thread, expanded ? expanded : plain);
  if (expanded) sqlite().free(expanded);
  Ref ignored = words ? call(thread, callable_of(data), words.get()) : Ref();
  if (!ignored) forget_exception(thread, callable_of(data));
  return 0;
}

// --- registering. Each (self, ..., callable or None) answers with the library's result.

// Keeps the callable under the key as long as the library has it. What it had before goes after the library has let go.
Ref keep(Thread& thread, Args args, Ref key, Value callable, int code) {
  if (code != kSqliteOk) return make_int(thread, code);
  auto* database = reinterpret_cast<SqliteDatabase*>(args[0].as_object());
  Ref dict = database->callables.take();
  if (!key || !dict_set(thread, dict.as<Dict>(), key.get(), Ref::share(callable))) return {};
  return make_int(thread, code);
}

void* data_of(Value callable) { return callable.is_none() ? nullptr : callable.as_object(); }

Ref key_of(Thread& thread, const char* kind, Value name, int64_t count) {
  Ref text = make_str(thread, kind), number = make_int(thread, count);
  return text && number ? make_tuple_of(thread, text.get(), name, number.get()) : Ref();
}

struct Registration {
  SqliteDatabase* database;
  SqliteWords name;
  int64_t count = 0, flags = 0;
  Registration(Thread& thread, Args args) : database(open_database(thread, args[0])), name(thread, args[1]) {
    valid_ = database && name && index_as_int64(thread, args[2], &count) && index_as_int64(thread, args[3], &flags);
  }
  explicit operator bool() const { return valid_; }

 private:
  bool valid_;
};

// (self, name, count, flags, callable)
Ref create_function(Thread& thread, Args args, uint32_t, Tuple*) {
  const Registration wanted(thread, args);
  if (!wanted) return {};
  void* data = data_of(args[4]);
  const int code = sqlite().create_function_v2(wanted.database->handle, wanted.name.get(), static_cast<int>(wanted.count),
                                               static_cast<int>(wanted.flags), data, data ? on_function : nullptr, nullptr,
                                               nullptr, nullptr);
  return keep(thread, args, key_of(thread, "function", args[1], wanted.count), args[4], code);
}

Ref create_aggregate(Thread& thread, Args args, uint32_t, Tuple*) {
  const Registration wanted(thread, args);
  if (!wanted) return {};
  void* data = data_of(args[4]);
  const int code = sqlite().create_function_v2(wanted.database->handle, wanted.name.get(), static_cast<int>(wanted.count),
                                               static_cast<int>(wanted.flags), data, nullptr, data ? on_step : nullptr,
                                               data ? on_final : nullptr, nullptr);
  return keep(thread, args, key_of(thread, "function", args[1], wanted.count), args[4], code);
}

Ref create_window_function(Thread& thread, Args args, uint32_t, Tuple*) {
  const Registration wanted(thread, args);
  if (!wanted) return {};
  void* data = data_of(args[4]);
  const int code = sqlite().create_window_function(
      wanted.database->handle, wanted.name.get(), static_cast<int>(wanted.count), static_cast<int>(wanted.flags), data,
      data ? on_step : nullptr, data ? on_final : nullptr, data ? on_value : nullptr, data ? on_inverse : nullptr, nullptr);
  return keep(thread, args, key_of(thread, "function", args[1], wanted.count), args[4], code);
}

// (self, name, callable)
Ref create_collation(Thread& thread, Args args, uint32_t, Tuple*) {
  constexpr int kUtf8 = 1;
  SqliteDatabase* database = open_database(thread, args[0]);
  const SqliteWords name(thread, args[1]);
  if (!database || !name) return {};
  void* data = data_of(args[2]);
  const int code = sqlite().create_collation_v2(database->handle, name.get(), kUtf8, data, data ? on_collation : nullptr, nullptr);
  return keep(thread, args, key_of(thread, "collation", args[1], 0), args[2], code);
}

Ref set_authorizer(Thread& thread, Args args, uint32_t, Tuple*) {
  SqliteDatabase* database = open_database(thread, args[0]);
  if (!database) return {};
  void* data = data_of(args[1]);
  return keep(thread, args, make_str(thread, "authorizer"), args[1],
              sqlite().set_authorizer(database->handle, data ? on_action : nullptr, data));
}

// (self, callable, every)
Ref set_progress_handler(Thread& thread, Args args, uint32_t, Tuple*) {
  SqliteDatabase* database = open_database(thread, args[0]);
  int64_t every;
  if (!database || !index_as_int64(thread, args[2], &every)) return {};
  void* data = data_of(args[1]);
  sqlite().progress_handler(database->handle, data ? static_cast<int>(every) : 0, data ? on_progress : nullptr, data);
  return keep(thread, args, make_str(thread, "progress"), args[1], kSqliteOk);
}

Ref set_trace(Thread& thread, Args args, uint32_t, Tuple*) {
  SqliteDatabase* database = open_database(thread, args[0]);
  if (!database) return {};
  void* data = data_of(args[1]);
  return keep(thread, args, make_str(thread, "trace"), args[1],
              sqlite().trace_v2(database->handle, data ? kTraceStatement : 0, data ? on_trace : nullptr, data));
}

}  // namespace

const MethodDef kSqliteCallbackMethods[7] = {
    {"create_function", "(self, name, count, flags, callable, /)", create_function},
    {"create_aggregate", "(self, name, count, flags, callable, /)", create_aggregate},
    {"create_window_function", "(self, name, count, flags, callable, /)", create_window_function},
    {"create_collation", "(self, name, callable, /)", create_collation},
    {"set_authorizer", "(self, callable, /)", set_authorizer},
    {"set_progress_handler", "(self, callable, every, /)", set_progress_handler},
    {"set_trace", "(self, callable, /)", set_trace},
};

}  // namespace gillab
