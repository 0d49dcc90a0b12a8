// _sqlite.Statement: binding values, stepping, and rows as tuples.
#include <climits>

#include "runtime/classes/construct.h"
#include "runtime/classes/layouts.h"
#include "runtime/float.h"
#include "runtime/files/pinned.h"
#include "runtime/int.h"
#include "runtime/list.h"
#include "runtime/modules/sqlite.h"
#include "runtime/text/codecs.h"

namespace gillab {
namespace {

using Args = const Value*;

SqliteStatement* statement_of(Value value) { return reinterpret_cast<SqliteStatement*>(value.as_object()); }
sqlite3_stmt* handle_of(Args args) { return statement_of(args[0])->handle; }

void destroy_statement(Thread& thread, Object* object) {
  auto* self = static_cast<SqliteStatement*>(object);
  sqlite().finalize(self->handle);
  self->database.end();
  free_object(thread, object, sizeof(SqliteStatement));
}

void traverse_statement(Object* object, const Visitor& visitor) {
  visitor(static_cast<SqliteStatement*>(object)->database);
}

void clear_statement(Thread&, Object*) {}  // the database is needed to the end; it does not lead back here

const Layout kLayout = {"Statement", sizeof(SqliteStatement), true, destroy_statement, traverse_statement,
                        clear_statement};

constexpr int kUnsupported = -1;  // a value of a type that has to be adapted first
constexpr int kRaised = -2;

int bind_text(Thread& thread, sqlite3_stmt* handle, int place, Value value) {
  const SqliteWords words(thread, value);
  if (!words) return kRaised;
  if (words.text().size() > INT_MAX) return raise(thread, Error::OverflowError, "string longer than INT_MAX bytes"), kRaised;
  return sqlite().bind_text(handle, place, words.text().data(), static_cast<int>(words.text().size()), kSqliteCopies);
}

int bind_memory(Thread& thread, sqlite3_stmt* handle, int place, Value value) {
  Pinned memory;
  if (!memory.open(thread, value, Pinned::kRead)) return kRaised;
  if (memory.size() > INT_MAX) return raise(thread, Error::OverflowError, "BLOB longer than INT_MAX bytes"), kRaised;
  if (memory.size() == 0) return sqlite().bind_zeroblob(handle, place, 0);
  return sqlite().bind_blob(handle, place, memory.data(), static_cast<int>(memory.size()), kSqliteCopies);
}

int bind_integer(Thread& thread, sqlite3_stmt* handle, int place, Value value) {
  int64_t number;
  if (fits_int64(value, &number)) return sqlite().bind_int64(handle, place, number);
  return raise(thread, Error::OverflowError, "Python int too large to convert to SQLite INTEGER"), kRaised;
}

// Only values of the five types themselves where `exact`; instances of subclasses and anything with bytes otherwise.
int bind_value(Thread& thread, sqlite3_stmt* handle, int place, Value value, bool exact) {
  if (value.is_none()) return sqlite().bind_null(handle, place);
  if (value.is_int()) return sqlite().bind_int64(handle, place, value.as_int());
  if (exact && !is_exact<Str>(value) && !is_exact<FloatBox>(value) && !value.is_float() &&
      !is_exact<BigInt>(value) && !is_exact<ByteArray>(value)) {
    return kUnsupported;
  }
  if (is<Str>(value)) return bind_text(thread, handle, place, value);
  if (is_floating(value)) return sqlite().bind_double(handle, place, float_of(value));
  if (is_integer(value)) return bind_integer(thread, handle, place, value);
  ExportedMemory memory;
  if (exported_memory(value, &memory) || is<MemoryView>(value)) return bind_memory(thread, handle, place, value);
  return kUnsupported;
}

// (self, place, value, exact): the library's result, or -1: not a type it knows.
Ref statement_bind(Thread& thread, Args args, uint32_t, Tuple*) {
  int64_t place;
  if (!index_as_int64(thread, args[1], &place)) return {};
  const int code = bind_value(thread, handle_of(args), static_cast<int>(place), args[2], args[3] == Value::true_());
  return code == kRaised ? Ref() : make_int(thread, code);
}

// (self, values): binds a tuple or list from its front as long as the types are the library's own. How many.
Ref statement_bind_all(Thread& thread, Args args, uint32_t, Tuple*) {
  Each each(thread, args[1]);
  int bound = 0;
  while (Ref value = each.next()) {
    const int code = bind_value(thread, handle_of(args), bound + 1, value.get(), true);
    if (code == kRaised) return {};
    if (code != kSqliteOk) break;
    ++bound;
  }
  if (each.failed()) return {};
  return make_int(thread, bound);
}

Ref statement_step(Thread& thread, Args args, uint32_t, Tuple*) {
  sqlite3_stmt* handle = handle_of(args);
  return make_int(thread, outside(thread, [&] { return sqlite().step(handle); }));
}

Ref statement_reset(Thread& thread, Args args, uint32_t, Tuple*) {
  sqlite3_stmt* handle = handle_of(args);
  return make_int(thread, outside(thread, [&] { return sqlite().reset(handle); }));
}

Ref statement_clear(Thread& thread, Args args, uint32_t, Tuple*) {
  return make_int(thread, sqlite().clear_bindings(handle_of(args)));
}

std::string_view bytes_of_column(sqlite3_stmt* handle, int place) {
  const void* data = sqlite().column_blob(handle, place);
  const auto size = static_cast<size_t>(sqlite().column_bytes(handle, place));
  return data ? std::string_view(static_cast<const char*>(data), size) : std::string_view();
}

// A text that is no UTF-8 is lib/sqlite3/'s business: the pair (its place, its bytes) as the argument of a ValueError.
Ref text_of_column(Thread& thread, sqlite3_stmt* handle, int place) {
  const std::string_view text = bytes_of_column(handle, place);
  size_t length;
  char32_t bits;
  if (measure_utf8(text, &length, &bits)) return make_str(thread, text);
  Ref bytes = make_bytes(thread, text), number = make_int(thread, place);
  Ref pair = bytes && number ? make_tuple_of(thread, number.get(), bytes.get()) : Ref();
  return pair ? Ref(raise_object(thread, Error::ValueError, pair.get())) : Ref();
}

Ref column(Thread& thread, sqlite3_stmt* handle, int place, bool as_bytes) {
  switch (sqlite().column_type(handle, place)) {
    case kSqliteInteger: return make_int(thread, sqlite().column_int64(handle, place));
    case kSqliteFloat: return make_float(thread, sqlite().column_double(handle, place));
    case kSqliteText:
      if (!as_bytes) return text_of_column(thread, handle, place);
      [[fallthrough]];
    case kSqliteBlob: return make_bytes(thread, bytes_of_column(handle, place));
    default: return Ref::none();
  }
}

Ref row_of(Thread& thread, sqlite3_stmt* handle, bool as_bytes) {
  const int count = sqlite().column_count(handle);
  Ref row = make_list(thread, static_cast<size_t>(count));
  for (int place = 0; row && place < count; ++place) {
    if (!append(thread, row.as<List>(), column(thread, handle, place, as_bytes))) return {};
  }
  return row ? make_tuple(thread, row.as<List>()->items.get(), static_cast<size_t>(count)) : Ref();
}

// (self, as_bytes): the row the statement stands at; texts as bytes or as str.
Ref statement_row(Thread& thread, Args args, uint32_t, Tuple*) {
  return row_of(thread, handle_of(args), args[1] == Value::true_());
}

// (self): the row the statement stands at, after a step to the next. Where that is not another row, the list [row, what
// the step answered].
Ref statement_take(Thread& thread, Args args, uint32_t, Tuple*) {
  sqlite3_stmt* handle = handle_of(args);
  Ref row = row_of(thread, handle, false);
  if (!row) return {};
  const int code = outside(thread, [&] { return sqlite().step(handle); });
  if (code == kSqliteRow) return row;
  const Value both[] = {row.get(), Value::integer(code)};
  return make_list_of(thread, both, 2);
}

// (self): (rows, code): the rows from the one the statement stands at, and what the last step answered.
Ref statement_rows(Thread& thread, Args args, uint32_t, Tuple*) {
  sqlite3_stmt* handle = handle_of(args);
  Ref rows = make_list(thread);
  int code = kSqliteRow;
  while (rows && code == kSqliteRow) {
    if (!append(thread, rows.as<List>(), row_of(thread, handle, false))) return {};
    code = outside(thread, [&] { return sqlite().step(handle); });
    if (!check_signals(thread)) return {};
  }
  return rows ? make_tuple_of(thread, rows.get(), Value::integer(code)) : Ref();
}

// (self): the kinds of the values of the row.
Ref statement_kinds(Thread& thread, Args args, uint32_t, Tuple*) {
  const int count = sqlite().column_count(handle_of(args));
  Ref kinds = make_list(thread, static_cast<size_t>(count));
  for (int place = 0; kinds && place < count; ++place) {
    if (!append(thread, kinds.as<List>(), make_int(thread, sqlite().column_type(handle_of(args), place)))) return {};
  }
  return kinds;
}

// (self, place): the column's value as bytes, whatever it is; None where there are none.
Ref statement_raw(Thread& thread, Args args, uint32_t, Tuple*) {
  int64_t place;
  if (!index_as_int64(thread, args[1], &place)) return {};
  sqlite3_stmt* handle = handle_of(args);
  if (!sqlite().column_blob(handle, static_cast<int>(place))) return Ref::none();
  return make_bytes(thread, bytes_of_column(handle, static_cast<int>(place)));
}

template <auto Sqlite::*ask, auto Sqlite::*count, int first>
Ref statement_texts(Thread& thread, Args args, uint32_t, Tuple*) {
  sqlite3_stmt* handle = handle_of(args);
  const int number = (sqlite().*count)(handle);
  Ref texts = make_list(thread, static_cast<size_t>(number));
  for (int place = first; texts && place < number + first; ++place) {
    if (!append(thread, texts.as<List>(), text_or_none(thread, (sqlite().*ask)(handle, place)))) return {};
  }
  return texts;
}

Ref statement_is_readonly(Thread&, Args args, uint32_t, Tuple*) {
  return Ref::boolean(sqlite().stmt_readonly(handle_of(args)) != 0);
}

const MethodDef kMethods[] = {
    {"bind", "(self, place, value, exact, /)", statement_bind},
    {"bind_all", "(self, values, /)", statement_bind_all},
    {"step", "(self, /)", statement_step},
    {"reset", "(self, /)", statement_reset},
    {"clear_bindings", "(self, /)", statement_clear},
    {"row", "(self, as_bytes, /)", statement_row},
    {"take", "(self, /)", statement_take},
    {"rows", "(self, /)", statement_rows},
    {"kinds", "(self, /)", statement_kinds},
    {"raw", "(self, place, /)", statement_raw},
    {"parameters", "(self, /)", statement_texts<&Sqlite::bind_parameter_name, &Sqlite::bind_parameter_count, 1>},
    {"columns", "(self, /)", statement_texts<&Sqlite::column_name, &Sqlite::column_count, 0>},
    {"declared", "(self, /)", statement_texts<&Sqlite::column_decltype, &Sqlite::column_count, 0>},
    {"is_readonly", "(self, /)", statement_is_readonly},
};

}  // namespace

Type* make_statement_type(Thread& thread) {
  Type* type = make_native_type(
      thread, {.name = "_sqlite.Statement", .module = "_sqlite", .layout = &kLayout, .flags = kOwnGuards}, nullptr);
  if (!type) return nullptr;
  add_methods(thread, type, kMethods);
  finish_type(thread, type);
  return type;
}

Ref make_statement(Thread& thread, Type* type, Value database, sqlite3_stmt* handle) {
  auto* self = static_cast<SqliteStatement*>(allocate_instance(thread, type, 0));
  if (!self) return sqlite().finalize(handle), Ref();
  self->handle = handle;
  self->database.init(Ref::share(database));
  return Ref::own(self);
}

}  // namespace gillab
