// The functions of libsqlite3 that _sqlite calls. The library is opened when the module is imported; its functions are
// declared here, so building needs nothing of it. Names and types are the library's.
#pragma once

#include <cstdint>

namespace gillab {

struct sqlite3;
struct sqlite3_stmt;
struct sqlite3_context;
struct sqlite3_value;
struct sqlite3_backup;
struct sqlite3_blob;

// What the library answers, and kinds of values.
inline constexpr int kSqliteOk = 0, kSqliteMisuse = 21, kSqliteRow = 100, kSqliteDone = 101;
inline constexpr int kSqliteInteger = 1, kSqliteFloat = 2, kSqliteText = 3, kSqliteBlob = 4;

using SqliteDestroy = void (*)(void*);
inline const SqliteDestroy kSqliteCopies = reinterpret_cast<SqliteDestroy>(intptr_t{-1});
using SqliteFunction = void (*)(sqlite3_context*, int, sqlite3_value**);
using SqliteFinal = void (*)(sqlite3_context*);

#define SQLITE_FUNCTIONS(F)                                                                                            \
  F(int, open_v2, (const char*, sqlite3**, int, const char*))                                                          \
  F(int, close_v2, (sqlite3*))                                                                                         \
  F(int, prepare_v2, (sqlite3*, const char*, int, sqlite3_stmt**, const char**))                                       \
  F(int, step, (sqlite3_stmt*))                                                                                        \
  F(int, reset, (sqlite3_stmt*))                                                                                       \
  F(int, finalize, (sqlite3_stmt*))                                                                                    \
  F(sqlite3_stmt*, next_stmt, (sqlite3*, sqlite3_stmt*))                                                               \
  F(int, clear_bindings, (sqlite3_stmt*))                                                                              \
  F(int, bind_null, (sqlite3_stmt*, int))                                                                              \
  F(int, bind_int64, (sqlite3_stmt*, int, int64_t))                                                                    \
  F(int, bind_double, (sqlite3_stmt*, int, double))                                                                    \
  F(int, bind_text, (sqlite3_stmt*, int, const char*, int, SqliteDestroy))                                             \
  F(int, bind_blob, (sqlite3_stmt*, int, const void*, int, SqliteDestroy))                                             \
  F(int, bind_zeroblob, (sqlite3_stmt*, int, int))                                                                     \
  F(int, bind_parameter_count, (sqlite3_stmt*))                                                                        \
  F(const char*, bind_parameter_name, (sqlite3_stmt*, int))                                                            \
  F(int, column_count, (sqlite3_stmt*))                                                                                \
  F(const char*, column_name, (sqlite3_stmt*, int))                                                                    \
  F(const char*, column_decltype, (sqlite3_stmt*, int))                                                                \
  F(int, column_type, (sqlite3_stmt*, int))                                                                            \
  F(int64_t, column_int64, (sqlite3_stmt*, int))                                                                       \
  F(double, column_double, (sqlite3_stmt*, int))                                                                       \
  F(const unsigned char*, column_text, (sqlite3_stmt*, int))                                                           \
  F(const void*, column_blob, (sqlite3_stmt*, int))                                                                    \
  F(int, column_bytes, (sqlite3_stmt*, int))                                                                           \
  F(int, stmt_readonly, (sqlite3_stmt*))                                                                               \
  F(char*, expanded_sql, (sqlite3_stmt*))                                                                              \
  F(int, changes, (sqlite3*))                                                                                          \
  F(int, total_changes, (sqlite3*))                                                                                    \
  F(int64_t, last_insert_rowid, (sqlite3*))                                                                            \
  F(int, get_autocommit, (sqlite3*))                                                                                   \
  F(int, extended_errcode, (sqlite3*))                                                                                 \
  F(const char*, errmsg, (sqlite3*))                                                                                   \
  F(const char*, errstr, (int))                                                                                        \
  F(int, busy_timeout, (sqlite3*, int))                                                                                \
  F(void, interrupt, (sqlite3*))                                                                                       \
  F(int, limit, (sqlite3*, int, int))                                                                                  \
  F(int, enable_load_extension, (sqlite3*, int))                                                                       \
  F(int, load_extension, (sqlite3*, const char*, const char*, char**))                                                 \
  F(int, enable_shared_cache, (int))                                                                                   \
  F(int, complete, (const char*))                                                                                      \
  F(const char*, libversion, ())                                                                                       \
  F(int, create_function_v2, (sqlite3*, const char*, int, int, void*, SqliteFunction, SqliteFunction, SqliteFinal,     \
                              SqliteDestroy))                                                                          \
  F(int, create_window_function, (sqlite3*, const char*, int, int, void*, SqliteFunction, SqliteFinal, SqliteFinal,    \
                                  SqliteFunction, SqliteDestroy))                                                      \
  F(int, create_collation_v2, (sqlite3*, const char*, int, void*,                                                      \
                               int (*)(void*, int, const void*, int, const void*), SqliteDestroy))                     \
  F(int, set_authorizer, (sqlite3*, int (*)(void*, int, const char*, const char*, const char*, const char*), void*))   \
  F(void, progress_handler, (sqlite3*, int, int (*)(void*), void*))                                                    \
  F(int, trace_v2, (sqlite3*, unsigned, int (*)(unsigned, void*, void*, void*), void*))                                \
  F(void*, user_data, (sqlite3_context*))                                                                              \
  F(sqlite3*, context_db_handle, (sqlite3_context*))                                                                   \
  F(void*, aggregate_context, (sqlite3_context*, int))                                                                 \
  F(int, value_type, (sqlite3_value*))                                                                                 \
  F(int64_t, value_int64, (sqlite3_value*))                                                                            \
  F(double, value_double, (sqlite3_value*))                                                                            \
  F(const unsigned char*, value_text, (sqlite3_value*))                                                                \
  F(const void*, value_blob, (sqlite3_value*))                                                                         \
  F(int, value_bytes, (sqlite3_value*))                                                                                \
  F(void, result_null, (sqlite3_context*))                                                                             \
  F(void, result_int64, (sqlite3_context*, int64_t))                                                                   \
  F(void, result_double, (sqlite3_context*, double))                                                                   \
  F(void, result_text, (sqlite3_context*, const char*, int, SqliteDestroy))                                            \
  F(void, result_blob, (sqlite3_context*, const void*, int, SqliteDestroy))                                            \
  F(void, result_error, (sqlite3_context*, const char*, int))                                                          \
  F(void, result_error_nomem, (sqlite3_context*))                                                                      \
  F(void, result_error_toobig, (sqlite3_context*))                                                                     \
  F(sqlite3_backup*, backup_init, (sqlite3*, const char*, sqlite3*, const char*))                                      \
  F(int, backup_step, (sqlite3_backup*, int))                                                                          \
  F(int, backup_finish, (sqlite3_backup*))                                                                             \
  F(int, backup_remaining, (sqlite3_backup*))                                                                          \
  F(int, backup_pagecount, (sqlite3_backup*))                                                                          \
  F(int, blob_open, (sqlite3*, const char*, const char*, const char*, int64_t, int, sqlite3_blob**))                   \
  F(int, blob_close, (sqlite3_blob*))                                                                                  \
  F(int, blob_bytes, (sqlite3_blob*))                                                                                  \
  F(int, blob_read, (sqlite3_blob*, void*, int, int))                                                                  \
  F(int, blob_write, (sqlite3_blob*, const void*, int, int))                                                           \
  F(unsigned char*, serialize, (sqlite3*, const char*, int64_t*, unsigned))                                            \
  F(int, deserialize, (sqlite3*, const char*, unsigned char*, int64_t, int64_t, unsigned))                             \
  F(void*, malloc64, (uint64_t))                                                                                       \
  F(void, free, (void*))

struct Sqlite {
#define FIELD(Result, name, arguments) Result(*name) arguments;
  SQLITE_FUNCTIONS(FIELD)
#undef FIELD
};

const Sqlite* load_sqlite();  // null: the machine has none, or too old a one
inline const Sqlite& sqlite() { return *load_sqlite(); }

}  // namespace gillab
