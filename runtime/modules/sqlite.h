// _sqlite: databases and statements of libsqlite3 as thin objects; what scripts see of them is lib/sqlite3/.
// A result of the library is a number here; lib/sqlite3/ makes exceptions of those that are errors.
//
// Thread safety: the library serialises the use of a connection itself. Its calls that can wait or work long are made
// without the turn (Outside); a function of the script that it calls from there takes the turn back meanwhile (Inside).
#pragma once

#include <optional>
#include <string_view>

#include "runtime/blocking.h"
#include "runtime/dict.h"
#include "runtime/modules/libsqlite.h"
#include "runtime/native.h"
#include "runtime/operations.h"

namespace gillab {

struct SqliteDatabase : Object {
  static constexpr Kind kKind = Kind::Extension;
  sqlite3* handle;   // null: closed
  Field callables;   // a dict: what the library calls, by what it is called for; it holds no references itself
};

struct SqliteStatement : Object {
  static constexpr Kind kKind = Kind::Extension;
  sqlite3_stmt* handle;
  Field database;  // alive as long as the statement
};

// Between `Outside` and its end nothing of the runtime may be touched, but by functions that stand in an `Inside`.
class [[nodiscard]] Outside {
 public:
  explicit Outside(Thread& thread) : blocking_(thread, gil::Reason::Io), before_(is_outside) { is_outside = true; }
  ~Outside() { is_outside = before_; }
  Outside(const Outside&) = delete;

 private:
  friend class Inside;
  static thread_local bool is_outside;
  Blocking blocking_;
  bool before_;
};

// What the library calls takes the turn if the thread has given it up.
class [[nodiscard]] Inside {
 public:
  Inside() : thread(current_thread()), returned_(Outside::is_outside) {
    if (!returned_) return;
    thread.interpreter->turn.attach(thread.attached);
    Outside::is_outside = false;
  }
  ~Inside() {
    if (!returned_) return;
    Outside::is_outside = true;
    thread.interpreter->turn.detach(thread.attached, gil::Reason::Io);
  }
  Inside(const Inside&) = delete;
  Thread& thread;

 private:
  bool returned_;
};

template <class Work>
auto outside(Thread& thread, Work work) {
  Outside region(thread);
  return work();
}

// The arguments of a function as the library takes them.
struct SqliteWords {  // a str as UTF-8; surrogates raise UnicodeEncodeError, None is null where `optional`
  SqliteWords(Thread& thread, Value value, bool optional = false);
  explicit operator bool() const { return valid_; }
  const char* get() const { return null_ ? nullptr : text_.c_str(); }
  const std::string& text() const { return text_; }

 private:
  std::string text_;
  bool valid_ = true, null_ = false;
};

SqliteDatabase* open_database(Thread& thread, Value value);  // null: it is closed, a ValueError is set
Ref text_or_none(Thread& thread, const char* text);          // what is no UTF-8 becomes U+FFFD

extern bool show_sqlite_tracebacks;  // sqlite3.enable_callback_tracebacks

Type* make_statement_type(Thread& thread);
Ref make_statement(Thread& thread, Type* type, Value database, sqlite3_stmt* handle);
Type* make_blob_type(Thread& thread);
extern const MethodDef kSqliteCallbackMethods[7];

}  // namespace gillab
