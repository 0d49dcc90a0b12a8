// _sqlite.Blob: the bytes of one value of a table, read and written in place.
#include <climits>

#include "runtime/classes/construct.h"
#include "runtime/classes/layouts.h"
#include "runtime/files/pinned.h"
#include "runtime/int.h"
#include "runtime/modules/sqlite.h"

namespace gillab {
namespace {

using Args = const Value*;

struct SqliteBlob : Object {
  static constexpr Kind kKind = Kind::Extension;
  sqlite3_blob* handle;  // null: closed
  Field database;
};

SqliteBlob* blob_of(Value value) { return reinterpret_cast<SqliteBlob*>(value.as_object()); }

void destroy_blob(Thread& thread, Object* object) {
  auto* self = static_cast<SqliteBlob*>(object);
  if (self->handle) sqlite().blob_close(self->handle);
  self->database.end();
  free_object(thread, object, sizeof(SqliteBlob));
}

void traverse_blob(Object* object, const Visitor& visitor) { visitor(static_cast<SqliteBlob*>(object)->database); }

void clear_blob(Thread&, Object*) {}  // the database is needed to the end; it does not lead back here

const Layout kLayout = {"Blob", sizeof(SqliteBlob), true, destroy_blob, traverse_blob, clear_blob};

// (cls, database, name, table, column, row, writable): (blob or None, code)
Ref open_blob(Thread& thread, Args args, uint32_t, Tuple*) {
  SqliteDatabase* database = open_database(thread, args[1]);
  const SqliteWords name(thread, args[2]), table(thread, args[3]), column(thread, args[4]);
  int64_t row, writable;
  if (!database || !name || !table || !column || !index_as_int64(thread, args[5], &row) ||
      !index_as_int64(thread, args[6], &writable)) {
    return {};
  }
  auto* self = static_cast<SqliteBlob*>(allocate_instance(thread, as<Type>(args[0]), 0));
  if (!self) return {};
  self->handle = nullptr;
  self->database.init(Ref::share(args[1]));
  Ref made = Ref::own(self);
  sqlite3_blob* handle = nullptr;
  const int code = outside(thread, [&] {
    return sqlite().blob_open(database->handle, name.get(), table.get(), column.get(), row, static_cast<int>(writable), &handle);
  });
  self->handle = handle;
  Ref number = make_int(thread, code);
  return number ? make_tuple_of(thread, made.get(), number.get()) : Ref();
}

Ref blob_close(Thread& thread, Args args, uint32_t, Tuple*) {
  sqlite3_blob* handle = std::exchange(blob_of(args[0])->handle, nullptr);
  if (handle) outside(thread, [&] { return sqlite().blob_close(handle); });
  return Ref::none();
}

Ref blob_size(Thread& thread, Args args, uint32_t, Tuple*) {
  return make_int(thread, sqlite().blob_bytes(blob_of(args[0])->handle));
}

// (self, count, offset): bytes, or the library's code. REQUIRES: inside of the blob
Ref blob_read(Thread& thread, Args args, uint32_t, Tuple*) {
  int64_t count, offset;
  if (!index_as_int64(thread, args[1], &count) || !index_as_int64(thread, args[2], &offset)) return {};
  Bytes* bytes = new_bytes(thread, static_cast<size_t>(count));
  if (!bytes) return {};
  Ref made = Ref::own(bytes);
  const int code = outside(thread, [&] {
    return sqlite().blob_read(blob_of(args[0])->handle, bytes->data(), static_cast<int>(count), static_cast<int>(offset));
  });
  return code == kSqliteOk ? std::move(made) : make_int(thread, code);
}

// (self, data, offset): the library's code. REQUIRES: inside of the blob
Ref blob_write(Thread& thread, Args args, uint32_t, Tuple*) {
  Pinned data;
  int64_t offset;
  if (!data.open(thread, args[1], Pinned::kRead) || !index_as_int64(thread, args[2], &offset)) return {};
  return make_int(thread, outside(thread, [&] {
    return sqlite().blob_write(blob_of(args[0])->handle, data.data(), static_cast<int>(data.size()), static_cast<int>(offset));
  }));
}

const MethodDef kMethods[] = {
    {"open", "(cls, database, name, table, column, row, writable, /)", open_blob, MethodDef::Class},
    {"close", "(self, /)", blob_close},
    {"size", "(self, /)", blob_size},
    {"read", "(self, count, offset, /)", blob_read},
    {"write", "(self, data, offset, /)", blob_write},
};

}  // namespace

Type* make_blob_type(Thread& thread) {
  Type* type = make_native_type(
      thread, {.name = "_sqlite.Blob", .module = "_sqlite", .layout = &kLayout, .flags = kOwnGuards}, nullptr);
  if (!type) return nullptr;
  add_methods(thread, type, kMethods);
  finish_type(thread, type);
  return type;
}

}  // namespace gillab
