// _sqlite: opening databases, preparing statements, what a connection is asked, copies of databases, open blobs.
#include <climits>
#include <cstring>
#include <string>

#include "runtime/classes/construct.h"
#include "runtime/classes/layouts.h"
#include "runtime/classes/type_build.h"
#include "runtime/files/pinned.h"
#include "runtime/int.h"
#include "runtime/modules/modules.h"
#include "runtime/modules/sqlite.h"
#include "runtime/setup.h"
#include "runtime/str.h"
#include "runtime/text/codecs.h"

namespace gillab {

thread_local bool Outside::is_outside = false;

SqliteWords::SqliteWords(Thread& thread, Value value, bool optional) {
  null_ = optional && value.is_none();
  if (null_) return;
  Str* text = expect_str(thread, value, "argument");
  if (!(valid_ = text != nullptr)) return;
  Encoder encoder{thread, "utf-8", text, ErrorHandler::Strict, Value(), {}};
  valid_ = encode_utf8(encoder);
  text_ = std::move(encoder.bytes);
}

Ref text_or_none(Thread& thread, const char* text) {
  if (!text) return Ref::none();
  Ref errors = make_str(thread, "replace");
  return errors ? decode(thread, text, nullptr, errors.as<Str>()) : Ref();
}

namespace {

using Args = const Value*;

SqliteDatabase* database_of(Value value) { return reinterpret_cast<SqliteDatabase*>(value.as_object()); }

void destroy_database(Thread& thread, Object* object) {
  auto* self = static_cast<SqliteDatabase*>(object);
  if (self->handle) sqlite().close_v2(self->handle);
  self->callables.end();
  free_object(thread, object, sizeof(SqliteDatabase));
}

void traverse_database(Object* object, const Visitor& visitor) {
  visitor(static_cast<SqliteDatabase*>(object)->callables);
}

// In a cycle that goes, the library must not call any more what goes with it.
void clear_database(Thread&, Object* object) {
  auto* self = static_cast<SqliteDatabase*>(object);
  if (self->handle) sqlite().close_v2(self->handle);
  self->handle = nullptr;
  self->callables.end();
}

const Layout kLayout = {"Database", sizeof(SqliteDatabase), true, destroy_database, traverse_database, clear_database};

// (cls, path, flags, timeout in milliseconds): (database, code, message). Of a code that is not 0 the message says more.
Ref database_open(Thread& thread, Args args, uint32_t, Tuple*) {
  int64_t flags, timeout;
  Pinned path;
  if (!path.open(thread, args[1], Pinned::kRead) || !index_as_int64(thread, args[2], &flags) ||
      !index_as_int64(thread, args[3], &timeout)) {
    return {};
  }
  Ref callables = make_dict(thread);
  auto* self = callables ? static_cast<SqliteDatabase*>(allocate_instance(thread, as<Type>(args[0]), 0)) : nullptr;
  if (!self) return {};
  self->handle = nullptr;
  self->callables.init(std::move(callables));
  Ref made = Ref::own(self);
  const std::string file(path.view());
  sqlite3* handle = nullptr;
  const int code = outside(thread, [&] { return sqlite().open_v2(file.c_str(), &handle, static_cast<int>(flags), nullptr); });
  self->handle = handle;
  if (handle) sqlite().busy_timeout(handle, static_cast<int>(timeout));
  Ref number = make_int(thread, code), message = text_or_none(thread, code && handle ? sqlite().errmsg(handle) : nullptr);
  return number && message ? make_tuple_of(thread, made.get(), number.get(), message.get()) : Ref();
}

// What still runs is reset, so that a statement somebody has holds no lock; the last of them frees the rest.
Ref database_close(Thread& thread, Args args, uint32_t, Tuple*) {
  SqliteDatabase* self = database_of(args[0]);
  sqlite3* handle = std::exchange(self->handle, nullptr);
  if (!handle) return make_int(thread, kSqliteOk);
  return make_int(thread, outside(thread, [&] {
    for (sqlite3_stmt* each = nullptr; (each = sqlite().next_stmt(handle, each));) sqlite().reset(each);
    return sqlite().close_v2(handle);
  }));
}

// (self, statement type, sql): (statement or None, code, the text after it). None and 0: there is nothing but comments.
Ref database_prepare(Thread& thread, Args args, uint32_t, Tuple*) {
  SqliteDatabase* self = open_database(thread, args[0]);
  const SqliteWords sql(thread, args[2]);
  if (!self || !sql) return {};
  sqlite3_stmt* handle = nullptr;
  const char* rest = nullptr;
  const int code = outside(thread, [&] {
    return sqlite().prepare_v2(self->handle, sql.get(), static_cast<int>(sql.text().size()) + 1, &handle, &rest);
  });
  Ref statement = handle ? make_statement(thread, as<Type>(args[1]), args[0], handle) : Ref::none();
  Ref number = make_int(thread, code), left = text_or_none(thread, rest ? rest : "");
  return statement && number && left ? make_tuple_of(thread, statement.get(), number.get(), left.get()) : Ref();
}

// (self): (extended code, message) of the last error.
Ref database_error(Thread& thread, Args args, uint32_t, Tuple*) {
  SqliteDatabase* self = open_database(thread, args[0]);
  if (!self) return {};
  Ref code = make_int(thread, sqlite().extended_errcode(self->handle));
  Ref message = text_or_none(thread, sqlite().errmsg(self->handle));
  return code && message ? make_tuple_of(thread, code.get(), message.get()) : Ref();
}

template <auto Sqlite::*ask>
Ref database_number(Thread& thread, Args args, uint32_t, Tuple*) {
  SqliteDatabase* self = open_database(thread, args[0]);
  return self ? make_int(thread, (sqlite().*ask)(self->handle)) : Ref();
}

Ref database_interrupt(Thread& thread, Args args, uint32_t, Tuple*) {
  SqliteDatabase* self = open_database(thread, args[0]);
  if (!self) return {};
  sqlite().interrupt(self->handle);
  return Ref::none();
}

// (self, category, limit): the limit before; -1: no such category.
Ref database_limit(Thread& thread, Args args, uint32_t, Tuple*) {
  SqliteDatabase* self = open_database(thread, args[0]);
  int64_t category, most;
  if (!self || !index_as_int64(thread, args[1], &category) || !index_as_int64(thread, args[2], &most)) return {};
  return make_int(thread, sqlite().limit(self->handle, static_cast<int>(category), static_cast<int>(most)));
}

// (self, name, target, name there, pages, progress): the library's code. `progress(code, remaining, pages)` is called
// after each part; what it raises ends the copying.
Ref database_backup(Thread& thread, Args args, uint32_t, Tuple*) {
  SqliteDatabase *self = open_database(thread, args[0]), *target = self ? open_database(thread, args[2]) : nullptr;
  if (!target) return {};
  const SqliteWords name(thread, args[1]), name_there(thread, args[3]);
  int64_t pages;
  if (!name || !name_there || !index_as_int64(thread, args[4], &pages)) return {};
  const Sqlite& library = sqlite();
  sqlite3_backup* backup = library.backup_init(target->handle, name_there.get(), self->handle, name.get());
  if (!backup) return Ref::none();
  int code = kSqliteOk;
  constexpr int kBusy = 5, kLocked = 6;
  do {
    code = outside(thread, [&] { return library.backup_step(backup, static_cast<int>(pages)); });
    if (args[5].is_none()) continue;
    Ref a = make_int(thread, code), b = make_int(thread, library.backup_remaining(backup)),
        c = make_int(thread, library.backup_pagecount(backup));
    if (!call(thread, args[5], a.get(), b.get(), c.get())) return library.backup_finish(backup), Ref();
  } while (code == kSqliteOk || code == kBusy || code == kLocked);
  const int end = outside(thread, [&] { return library.backup_finish(backup); });
  return make_int(thread, code == kSqliteDone ? end : code);
}

Ref database_serialize(Thread& thread, Args args, uint32_t, Tuple*) {
  SqliteDatabase* self = open_database(thread, args[0]);
  const SqliteWords name(thread, args[1]);
  if (!self || !name) return {};
  int64_t size = 0;
  unsigned char* data = outside(thread, [&] { return sqlite().serialize(self->handle, name.get(), &size, 0); });
  if (!data) return Ref::none();
  Ref bytes = make_bytes(thread, {reinterpret_cast<char*>(data), static_cast<size_t>(size)});
  sqlite().free(data);
  return bytes;
}

// (self, data, name): the library's code; it has a copy.
Ref database_deserialize(Thread& thread, Args args, uint32_t, Tuple*) {
  SqliteDatabase* self = open_database(thread, args[0]);
  Pinned data;
  const SqliteWords name(thread, args[2]);
  if (!self || !name || !data.open(thread, args[1], Pinned::kRead)) return {};
  auto* copy = static_cast<unsigned char*>(sqlite().malloc64(data.size() + !data.size()));
  if (!copy) return raise_memory_error(thread);
  std::memcpy(copy, data.data(), data.size());
  constexpr unsigned kFreeOnClose = 1, kResizeable = 2;
  const auto size = static_cast<int64_t>(data.size());
  return make_int(thread, outside(thread, [&] {
    return sqlite().deserialize(self->handle, name.get(), copy, size, size, kFreeOnClose | kResizeable);
  }));
}

Ref enable_load_extension(Thread& thread, Args args, uint32_t, Tuple*) {
  SqliteDatabase* self = open_database(thread, args[0]);
  return self ? make_int(thread, sqlite().enable_load_extension(self->handle, args[1] == Value::true_())) : Ref();
}

// (self, path): None, or what the library says of the failure.
Ref load_extension(Thread& thread, Args args, uint32_t, Tuple*) {
  SqliteDatabase* self = open_database(thread, args[0]);
  const SqliteWords path(thread, args[1]);
  if (!self || !path) return {};
  char* message = nullptr;
  const int code = outside(thread, [&] { return sqlite().load_extension(self->handle, path.get(), nullptr, &message); });
  if (code == kSqliteOk) return Ref::none();
  Ref text = text_or_none(thread, message ? message : sqlite().errmsg(self->handle));
  sqlite().free(message);
  return text;
}

const MethodDef kMethods[] = {
    {"open", "(cls, path, flags, timeout, /)", database_open, MethodDef::Class},
    {"close", "(self, /)", database_close},
    {"prepare", "(self, type, sql, /)", database_prepare},
    {"error", "(self, /)", database_error},
    {"changes", "(self, /)", database_number<&Sqlite::changes>},
    {"total_changes", "(self, /)", database_number<&Sqlite::total_changes>},
    {"last_insert_rowid", "(self, /)", database_number<&Sqlite::last_insert_rowid>},
    {"autocommit", "(self, /)", database_number<&Sqlite::get_autocommit>},
    {"interrupt", "(self, /)", database_interrupt},
    {"enable_load_extension", "(self, wanted, /)", enable_load_extension},
    {"load_extension", "(self, path, /)", load_extension},
    {"limit", "(self, category, most, /)", database_limit},
    {"backup", "(self, name, target, name_there, pages, progress, /)", database_backup},
    {"serialize", "(self, name, /)", database_serialize},
    {"deserialize", "(self, data, name, /)", database_deserialize},
};

Ref complete_statement(Thread& thread, Args args, uint32_t, Tuple*) {
  const SqliteWords sql(thread, args[0]);
  return sql ? Ref::boolean(sqlite().complete(sql.get()) != 0) : Ref();
}

Ref error_string(Thread& thread, Args args, uint32_t, Tuple*) {
  int64_t code;
  if (!index_as_int64(thread, args[0], &code)) return {};
  return text_or_none(thread, sqlite().errstr(static_cast<int>(code)));
}

Ref show_tracebacks(Thread& thread, Args args, uint32_t, Tuple*) {
  const Truth wanted = truth(thread, args[0]);
  if (wanted == Truth::Error) return {};
  show_sqlite_tracebacks = wanted == Truth::Yes;
  return Ref::none();
}

Ref share_cache(Thread& thread, Args args, uint32_t, Tuple*) {
  const Truth wanted = truth(thread, args[0]);
  if (wanted == Truth::Error) return {};
  return make_int(thread, sqlite().enable_shared_cache(wanted == Truth::Yes));
}

const MethodDef kFunctions[] = {{"complete_statement", "(statement, /)", complete_statement},
                                {"error_string", "(code, /)", error_string},
                                {"share_cache", "(wanted, /)", share_cache},
                                {"show_tracebacks", "(wanted, /)", show_tracebacks}};

}  // namespace

SqliteDatabase* open_database(Thread& thread, Value value) {
  SqliteDatabase* self = database_of(value);
  if (self->handle) return self;
  return raise(thread, Error::ValueError, "the database is closed");
}

bool init__sqlite(Thread& thread, Module* module) {
  if constexpr (gil::kControlled) {
    return raise(thread, Error::ImportError, "sqlite3 cannot be explored: what it writes cannot be taken back");
  }
  if (!load_sqlite()) return raise(thread, Error::ImportError, "libsqlite3 was not found");
  Type* type = make_native_type(
      thread, {.name = "_sqlite.Database", .module = "_sqlite", .layout = &kLayout, .flags = kOwnGuards}, nullptr);
  if (!type) return false;
  add_methods(thread, type, kMethods);
  add_methods(thread, type, kSqliteCallbackMethods);
  finish_type(thread, type);
  Type *statement = make_statement_type(thread), *blob = make_blob_type(thread);
  return statement && blob && add_value(thread, module, "Database", Ref::share(type)) &&
         add_value(thread, module, "Statement", Ref::share(statement)) &&
         add_value(thread, module, "Blob", Ref::share(blob)) && add_functions(thread, module, kFunctions) &&
         add_value(thread, module, "version", make_str(thread, sqlite().libversion()));
}

}  // namespace gillab
