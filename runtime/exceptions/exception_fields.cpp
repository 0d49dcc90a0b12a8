// The fields and texts of the exceptions that have their own: StopIteration, SystemExit, ImportError, OSError,
// KeyError, AttributeError, NameError, SyntaxError and the Unicode errors.
#include "runtime/exceptions/exception_fields.h"

#include <cerrno>
#include <cstdio>
#include <string>

#include "runtime/bytes.h"
#include "runtime/int.h"
#include "runtime/interpreter.h"
#include "runtime/list.h"
#include "runtime/native.h"
#include "runtime/operations.h"
#include "runtime/str.h"

namespace gillab {

namespace {

Exception* self_of(Value value) { return as<Exception>(value); }
Ref or_none(Value value) { return value.is_empty() ? Ref::none() : Ref::share(value); }
Ref extra_or_none(const Exception* exception, int number) {
  Ref value = exception->extra[number].take();
  return value ? std::move(value) : Ref::none();
}

template <int number>
Ref read_extra(Thread&, Value self) {
  return extra_or_none(self_of(self), number);
}
template <int number>
bool write_extra(Thread&, Value self, Value value) {
  self_of(self)->extra[number].put(or_none(value));
  return true;
}

// Keywords into extra[]: names[i] goes to extra[first + i].
bool take_keywords(Thread& thread, Exception* exception, const Value* values, const Tuple* given,
                   std::initializer_list<const char*> names, int first, const char* class_name) {
  for (size_t i = 0; i < names.size(); ++i) exception->extra[first + static_cast<int>(i)].put(Ref());
  for (uint64_t i = 0; given && i < given->length; ++i) {
    int at = first;
    bool found = false;
    for (const char* name : names) {
      if (equals_ascii(as<Str>(given->items[i]), name)) {
        exception->extra[at].put(Ref::share(values[i]));
        found = true;
      }
      ++at;
    }
    if (!found) {
      return raise(thread, Error::TypeError, "'{}' is an invalid keyword argument for {}()", given->items[i],
                   class_name);
    }
  }
  return true;
}

// --- StopIteration, SystemExit

bool fill_stop_iteration(Thread& thread, Exception* exception, const Value* args, uint32_t count, Tuple* names) {
  exception->extra[0].put(count > 0 ? Ref::share(args[0]) : Ref::none());
  return refuse_keywords(thread, exception, names);
}
bool fill_system_exit(Thread& thread, Exception* exception, const Value* args, uint32_t count, Tuple* names) {
  exception->extra[0].put(count == 0 ? Ref::none() : count == 1 ? Ref::share(args[0]) : exception->args.take());
  return refuse_keywords(thread, exception, names);
}

// --- ImportError, AttributeError, NameError

bool fill_import_error(Thread& thread, Exception* exception, const Value* args, uint32_t count, Tuple* names) {
  exception->extra[0].put(count == 1 ? Ref::share(args[0]) : Ref::none());
  return take_keywords(thread, exception, args + count, names, {"name", "path"}, 1, "ImportError");
}
Ref text_import_error(Thread& thread, Exception* exception) {
  Ref message = exception->extra[0].take();
  return message && is_exact<Str>(message.get()) ? std::move(message) : text_of_args(thread, exception);
}
bool fill_attribute_error(Thread& thread, Exception* exception, const Value* args, uint32_t count, Tuple* names) {
  return take_keywords(thread, exception, args + count, names, {"name", "obj"}, 0, "AttributeError");
}
bool fill_name_error(Thread& thread, Exception* exception, const Value* args, uint32_t count, Tuple* names) {
  return take_keywords(thread, exception, args + count, names, {"name"}, 0, "NameError");
}

// --- KeyError

Ref text_key_error(Thread& thread, Exception* exception) {
  Ref held = exception->args.take();
  auto* tuple = held.as<Tuple>();
  return tuple->length == 1 ? repr(thread, tuple->items[0]) : text_of_args(thread, exception);
}

// --- OSError: errno, strerror, filename, filename2; of a BlockingIOError characters_written

constexpr int kWritten = 4;

}  // namespace

bool fill_os_error(Thread& thread, Exception* exception, const Value* args, uint32_t count) {
  for (Field& field : exception->extra) field.put(Ref());
  if (count < 2 || count > 5) return true;
  exception->extra[0].put(Ref::share(args[0]));
  exception->extra[1].put(Ref::share(args[1]));
  if (count < 3 || args[2].is_none()) return true;
  bool blocking = is_subtype(type_of(exception), thread.error_type(Error::BlockingIOError));
  if (blocking && is_integer(args[2])) return exception->extra[kWritten].put(Ref::share(args[2])), true;
  exception->extra[2].put(Ref::share(args[2]));
  if (count == 5) exception->extra[3].put(Ref::share(args[4]));
  Ref shortened = make_tuple(thread, args, 2);
  if (!shortened) return false;
  exception->args.put(std::move(shortened));
  return true;
}

namespace {

bool init_os_error(Thread& thread, Exception* exception, const Value* args, uint32_t count, Tuple* names) {
  if (!refuse_keywords(thread, exception, names)) return false;
  return fill_os_error(thread, exception, args, count);
}
Ref text_os_error(Thread& thread, Exception* exception) {
  if (exception->extra[0].peek().is_empty() || exception->extra[1].peek().is_empty())
    return text_of_args(thread, exception);
  Ref number = str(thread, exception->extra[0].take().get());
  Ref message = str(thread, exception->extra[1].take().get());
  if (!number || !message) return {};
  if (exception->extra[2].peek().is_empty()) return format_text(thread, "[Errno {}] {}", {number.get(), message.get()});
  Ref name = repr(thread, exception->extra[2].take().get());
  if (!name) return {};
  if (exception->extra[3].peek().is_empty()) {
    return format_text(thread, "[Errno {}] {}: {}", {number.get(), message.get(), name.get()});
  }
  Ref second = repr(thread, exception->extra[3].take().get());
  return second
             ? format_text(thread, "[Errno {}] {}: {} -> {}", {number.get(), message.get(), name.get(), second.get()})
             : Ref();
}

Ref read_written(Thread& thread, Value self) {
  Ref written = self_of(self)->extra[kWritten].take();
  if (!written) raise(thread, Error::AttributeError, "characters_written");
  return written;
}
bool write_written(Thread& thread, Value self, Value value) {
  if (value.is_empty() && self_of(self)->extra[kWritten].peek().is_empty())
    return raise(thread, Error::AttributeError, "characters_written");
  self_of(self)->extra[kWritten].put(value.is_empty() ? Ref() : Ref::share(value));
  return true;
}

struct ErrnoRow {
  int number;
  Error error;
};
const ErrnoRow kErrnoRows[] = {
    {EAGAIN, Error::BlockingIOError},
    {EALREADY, Error::BlockingIOError},
    {EINPROGRESS, Error::BlockingIOError},
    {EPIPE, Error::BrokenPipeError},
    {ESHUTDOWN, Error::BrokenPipeError},
    {ECHILD, Error::ChildProcessError},
    {ECONNABORTED, Error::ConnectionAbortedError},
    {ECONNREFUSED, Error::ConnectionRefusedError},
    {ECONNRESET, Error::ConnectionResetError},
    {EEXIST, Error::FileExistsError},
    {ENOENT, Error::FileNotFoundError},
    {EISDIR, Error::IsADirectoryError},
    {ENOTDIR, Error::NotADirectoryError},
    {EINTR, Error::InterruptedError},
    {EACCES, Error::PermissionError},
    {EPERM, Error::PermissionError},
    {ESRCH, Error::ProcessLookupError},
    {ETIMEDOUT, Error::TimeoutError},
};

// --- SyntaxError: msg, filename, lineno, offset; then a tuple of text, end_lineno, end_offset, print_file_and_line

constexpr int kDetails = 4;

bool fill_syntax_error(Thread& thread, Exception* exception, const Value* args, uint32_t count, Tuple* names) {
  if (!refuse_keywords(thread, exception, names)) return false;
  for (Field& field : exception->extra) field.put(Ref());
  if (count > 0) exception->extra[0].put(Ref::share(args[0]));
  if (count != 2) return true;
  Ref place = tuple_from(thread, args[1]);
  if (!place) return false;
  auto* parts = place.as<Tuple>();
  if (parts->length < 4) {
    return raise(thread, Error::TypeError, "function takes at least 4 arguments ({} given)", parts->length);
  }
  if (parts->length == 5) {
    return raise(thread, Error::TypeError, "end_offset must be provided when end_lineno is provided");
  }
  if (parts->length > 6)
    return raise(thread, Error::TypeError, "function takes at most 6 arguments ({} given)", parts->length);
  for (int i = 0; i < 3; ++i) exception->extra[1 + i].put(Ref::share(parts->items[i]));
  Value none = Value::none();
  bool ends = parts->length == 6;
  Ref details =
      make_tuple_of(thread, parts->items[3], ends ? parts->items[4] : none, ends ? parts->items[5] : none, none);
  if (!details) return false;
  exception->extra[kDetails].put(std::move(details));
  return true;
}
template <int number>
Ref read_detail(Thread&, Value self) {
  Ref details = self_of(self)->extra[kDetails].take();
  return is<Tuple>(details.get()) ? Ref::share(details.as<Tuple>()->items[number]) : Ref::none();
}
template <int number>
bool write_detail(Thread& thread, Value self, Value value) {
  Ref old = self_of(self)->extra[kDetails].take();
  Value items[4];
  for (int i = 0; i < 4; ++i) items[i] = old ? old.as<Tuple>()->items[i] : Value::none();
  items[number] = value.is_empty() ? Value::none() : value;
  Ref details = make_tuple(thread, items, 4);
  if (!details) return false;
  self_of(self)->extra[kDetails].put(std::move(details));
  return true;
}
std::string base_name(Value filename) {
  if (!is<Str>(filename)) return {};
  std::string text = to_utf8(as<Str>(filename));
  return text.substr(text.find_last_of('/') + 1);
}
Ref text_syntax_error(Thread& thread, Exception* exception) {
  Ref message = str(thread, extra_or_none(exception, 0).get());
  if (!message) return {};
  Ref filename = exception->extra[1].take(), number = exception->extra[2].take();
  std::string file = base_name(filename.get());
  Value line = number.get();
  bool numbered = !line.is_empty() && is_integer(line);
  std::string_view name = file;
  if (is<Str>(filename.get()) && numbered)
    return format_text(thread, "{} ({}, line {})", {message.get(), name, line});
  if (is<Str>(filename.get())) return format_text(thread, "{} ({})", {message.get(), name});
  if (numbered) return format_text(thread, "{} (line {})", {message.get(), line});
  return message;
}

// --- Unicode errors: encoding, object, start, end, reason

enum class Unicode { Decode, Encode, Translate };

bool check_unicode_argument(Thread& thread, int at, Value value, bool good, const char* wanted) {
  if (good) return true;
  return raise(thread, Error::TypeError, "argument {} must be {}, not {}", at + 1, wanted, type_name(thread, value));
}
template <Unicode what>
bool fill_unicode_error(Thread& thread, Exception* exception, const Value* args, uint32_t count, Tuple* names) {
  constexpr uint32_t needed = what == Unicode::Translate ? 4 : 5;
  if (!refuse_keywords(thread, exception, names)) return false;
  if (count != needed) {
    return raise(thread, Error::TypeError, "function takes exactly {} arguments ({} given)", needed, count);
  }
  int at = what == Unicode::Translate ? 1 : 0;
  for (uint32_t i = 0; i < count; ++i, ++at) {
    Value value = args[i];
    std::string_view bytes;
    bool object = at == 1;
    if (object && what == Unicode::Decode && !bytes_view(thread, value, &bytes)) return false;
    bool good = object               ? what == Unicode::Decode || is<Str>(value)
                : at == 2 || at == 3 ? is_integer(value)
                                     : is<Str>(value);
    const char* wanted = at == 2 || at == 3 ? "int" : "str";
    if (!check_unicode_argument(thread, static_cast<int>(i), value, good, wanted)) return false;
    Ref kept = object && what == Unicode::Decode && !is<Bytes>(value) ? make_bytes(thread, bytes) : Ref::share(value);
    if (!kept) return false;
    exception->extra[at].put(std::move(kept));
  }
  return true;
}

std::string shown_character(char32_t character) {
  char text[16];
  const char* form = character <= 0xFF ? "\\x%02x" : character <= 0xFFFF ? "\\u%04x" : "\\U%08x";
  std::snprintf(text, sizeof text, form, static_cast<unsigned>(character));
  return text;
}

// What stands at a position, as the message names it: "byte 0xff", "character '\xe9'". Empty when there is nothing.
std::string shown_culprit(Thread& thread, Value object, int64_t at, bool decoding) {
  if (decoding) {
    std::string_view bytes;
    if (!bytes_view(thread, object, &bytes)) return {};
    if (at < 0 || at >= static_cast<int64_t>(bytes.size())) return {};
    char text[16];
    std::snprintf(text, sizeof text, "byte 0x%02x", static_cast<unsigned char>(bytes[static_cast<size_t>(at)]));
    return text;
  }
  const Str* text = as<Str>(object);
  if (at < 0 || at >= static_cast<int64_t>(text->length)) return {};
  return "character '" + shown_character(text->at(static_cast<size_t>(at))) + "'";
}

template <Unicode what>
Ref text_unicode_error(Thread& thread, Exception* exception) {
  Ref held = exception->extra[1].take(), first = exception->extra[2].take(), last = exception->extra[3].take();
  Value object = held.get();
  if (object.is_empty()) return Ref::share(thread.interpreter->empty_string);
  int64_t start = 0, end = 0;
  if (!fits_int64(first.get(), &start) || !fits_int64(last.get(), &end))
    return text_of_args(thread, exception);
  constexpr bool decoding = what == Unicode::Decode;
  const char* verb = decoding ? "decode" : what == Unicode::Encode ? "encode" : "translate";
  std::string culprit = end == start + 1 ? shown_culprit(thread, object, start, decoding) : std::string();
  clear_exception(thread);
  std::string place = std::to_string(start);
  if (culprit.empty()) {
    culprit = decoding ? "bytes" : "characters";
    place += "-" + std::to_string(end - 1);
  }
  Ref reason = str(thread, exception->extra[4].take().get());
  if (!reason) return {};
  if (what == Unicode::Translate) {
    return format_text(thread, "can't {} {} in position {}: {}",
                       {verb, std::string_view(culprit), std::string_view(place), reason.get()});
  }
  Ref encoding = str(thread, exception->extra[0].take().get());
  if (!encoding) return {};
  return format_text(thread, "'{}' codec can't {} {} in position {}: {}",
                     {encoding.get(), verb, std::string_view(culprit), std::string_view(place), reason.get()});
}

// --- the tables

const GetSetDef kValue[] = {{"value", read_extra<0>, write_extra<0>}};
const GetSetDef kCode[] = {{"code", read_extra<0>, write_extra<0>}};
const GetSetDef kImport[] = {{"msg", read_extra<0>, write_extra<0>},
                             {"name", read_extra<1>, write_extra<1>},
                             {"path", read_extra<2>, write_extra<2>}};
const GetSetDef kAttribute[] = {{"name", read_extra<0>, write_extra<0>}, {"obj", read_extra<1>, write_extra<1>}};
const GetSetDef kName[] = {{"name", read_extra<0>, write_extra<0>}};
const GetSetDef kOs[] = {{"errno", read_extra<0>, write_extra<0>},
                         {"strerror", read_extra<1>, write_extra<1>},
                         {"filename", read_extra<2>, write_extra<2>},
                         {"filename2", read_extra<3>, write_extra<3>},
                         {"characters_written", read_written, write_written}};
const GetSetDef kSyntax[] = {
    {"msg", read_extra<0>, write_extra<0>},          {"filename", read_extra<1>, write_extra<1>},
    {"lineno", read_extra<2>, write_extra<2>},       {"offset", read_extra<3>, write_extra<3>},
    {"text", read_detail<0>, write_detail<0>},       {"end_lineno", read_detail<1>, write_detail<1>},
    {"end_offset", read_detail<2>, write_detail<2>}, {"print_file_and_line", read_detail<3>, write_detail<3>}};
const GetSetDef kUnicode[] = {{"encoding", read_extra<0>, write_extra<0>},
                              {"object", read_extra<1>, write_extra<1>},
                              {"start", read_extra<2>, write_extra<2>},
                              {"end", read_extra<3>, write_extra<3>},
                              {"reason", read_extra<4>, write_extra<4>}};

struct FamilyRow {
  Error error;
  ExceptionFamily family;
  const GetSetDef* attributes;
  size_t count;
};
template <size_t N>
constexpr FamilyRow row(Error error, ExceptionFamily family, const GetSetDef (&attributes)[N]) {
  return {error, family, attributes, N};
}
const FamilyRow kFamilies[] = {
    row(Error::StopIteration, {fill_stop_iteration, nullptr}, kValue),
    row(Error::SystemExit, {fill_system_exit, nullptr}, kCode),
    row(Error::ImportError, {fill_import_error, text_import_error}, kImport),
    row(Error::AttributeError, {fill_attribute_error, nullptr}, kAttribute),
    row(Error::NameError, {fill_name_error, nullptr}, kName),
    row(Error::OSError, {init_os_error, text_os_error}, kOs),
    row(Error::SyntaxError, {fill_syntax_error, text_syntax_error}, kSyntax),
    row(Error::UnicodeDecodeError, {fill_unicode_error<Unicode::Decode>, text_unicode_error<Unicode::Decode>},
        kUnicode),
    row(Error::UnicodeEncodeError, {fill_unicode_error<Unicode::Encode>, text_unicode_error<Unicode::Encode>},
        kUnicode),
    row(Error::UnicodeTranslateError, {fill_unicode_error<Unicode::Translate>, text_unicode_error<Unicode::Translate>},
        kUnicode),
    {Error::KeyError, {nullptr, text_key_error}, nullptr, 0},
};

}  // namespace

bool os_error_waits_for_init(Thread& thread, const Type* type) {
  const Type* base = thread.error_type(Error::OSError);
  const bool own_init = !(dunder_of(type, Dunder::Init) == dunder_of(base, Dunder::Init));
  return own_init && dunder_of(type, Dunder::New) == dunder_of(base, Dunder::New);
}

Type* class_for_errno(Thread& thread, Type* type, const Value* args, uint32_t count) {
  if (type != thread.error_type(Error::OSError) || count < 2 || !args[0].is_int()) return type;
  for (const ErrnoRow& row : kErrnoRows) {
    if (row.number == args[0].as_int()) return thread.error_type(row.error);
  }
  return type;
}

void setup_exception_fields(Thread& thread) {
  for (const FamilyRow& row : kFamilies) {
    Type* base = thread.error_type(row.error);
    if (row.count) add_getsets(thread, base, row.attributes, row.count);
    for (Type* type : thread.interpreter->error_types) {
      if (is_subtype(type, base)) type->module_data = &row.family;
    }
  }
}

}  // namespace gillab
