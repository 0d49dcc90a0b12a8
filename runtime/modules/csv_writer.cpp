// _csv.writer: rows as lines of text.
#include "runtime/classes/layouts.h"
#include "runtime/float.h"
#include "runtime/int.h"
#include "runtime/list.h"
#include "runtime/modules/csv.h"
#include "runtime/operations.h"
#include "runtime/str.h"

namespace gillab {
namespace {

using Args = const Value*;

struct CsvWriter : Object {  // never changes
  static constexpr Kind kKind = Kind::Extension;
  Field dialect;
  Field write;
};
constexpr Layout kLayout = FieldLayout<CsvWriter, &CsvWriter::dialect, &CsvWriter::write>::named("writer");
CsvWriter* writer_of(Value self) { return static_cast<CsvWriter*>(self.as_object()); }

bool is_number(Thread& thread, Value value) {
  if (value.is_int() || is_floating(value) || is_integer(value) || is<Complex>(value)) return true;
  for (Dunder dunder : {Dunder::Index, Dunder::Int, Dunder::Float}) {
    if (!special_method(thread, value, dunder).is_empty()) return true;
  }
  return false;
}

class Line {
 public:
  Line(Thread& thread, const CsvDialect* dialect) : thread_(thread), dialect_(dialect), out_(thread) {}

  bool add_value(Value value) {
    const bool quoted = dialect_->quoting == Quoting::All ||
                        (dialect_->quoting == Quoting::NonNumeric && !is_number(thread_, value));
    if (is<Str>(value)) return add(as<Str>(value), quoted);
    if (value.is_none()) return add(nullptr, quoted);
    Ref text = str(thread_, value);
    return text && add(text.as<Str>(), quoted);
  }

  Ref finish() {
    if (count_ > 0 && out_.length() == 0) {  // one empty field
      if (!dialect_->has_quotes()) return raise_csv_error(thread_, "single empty field record must be quoted");
      out_.fill(dialect_->quote, 2);
    }
    out_.add(as<Str>(dialect_->line_end.peek()));
    return out_.finish();
  }

 private:
  // null: an empty text
  bool add(const Str* text, bool quoted) {
    if (count_++ > 0) out_.add(dialect_->delimiter);
    bool special = false, ok = true;
    const size_t length = text ? text->length : 0;
    for (size_t i = 0; i < length && !special; ++i) special = (dialect_->marks_of(text->at(i)) & kNeedsQuotes) != 0;
    if (special) quoted = quoted || wants_quotes(text);
    if (quoted) out_.add(dialect_->quote);
    if (special) {
      ok = add_escaped(text);
    } else if (length != 0) {
      out_.add(text);
    }
    if (quoted) out_.add(dialect_->quote);
    return ok;
  }

  bool is_special(char32_t c) const { return (dialect_->marks_of(c) & kNeedsQuotes) != 0; }
  // Of a special character: what stands before it. kNoCharacter: nothing, quotes around the field are enough.
  bool must_escape(char32_t c) const {
    if (!dialect_->has_quotes()) return true;
    return c == dialect_->quote ? !dialect_->double_quote : c == dialect_->escape;
  }

  bool wants_quotes(const Str* text) const {
    for (size_t i = 0; i < text->length; ++i) {
      const char32_t c = text->at(i);
      if (is_special(c) && !must_escape(c)) return true;
    }
    return false;
  }

  bool add_escaped(const Str* text) {
    size_t start = 0;
    for (size_t i = 0; i < text->length; ++i) {
      const char32_t c = text->at(i);
      if (!is_special(c)) continue;
      const bool escapes = must_escape(c);
      if (!escapes && c != dialect_->quote) continue;
      if (escapes && dialect_->escape == kNoCharacter) {
        return raise_csv_error(thread_, "need to escape, but no escapechar set");
      }
      out_.add(text, start, i);
      out_.add(escapes ? dialect_->escape : c);
      start = i;
    }
    out_.add(text, start, text->length);
    return true;
  }

  Thread& thread_;
  const CsvDialect* dialect_;
  StrBuilder out_;
  size_t count_ = 0;
};

Ref write_row(Thread& thread, CsvWriter* writer, Value row) {
  Each each(thread, row);
  if (each.failed()) {
    if (exception_matches(thread, Error::TypeError)) {
      clear_exception(thread);
      raise_csv_error(thread, "iterable expected, not {}", type_name(thread, row));
    }
    return {};
  }
  Line line(thread, dialect_of(writer->dialect));
  while (Ref value = each.next()) {
    if (!line.add_value(value.get())) return {};
  }
  Ref text = each.failed() ? Ref() : line.finish();
  return text ? call(thread, writer->write.peek(), text.get()) : Ref();
}

Ref writer_writerow(Thread& thread, Args args, uint32_t, Tuple*) {
  return write_row(thread, writer_of(args[0]), args[1]);
}

Ref writer_writerows(Thread& thread, Args args, uint32_t, Tuple*) {
  Each each(thread, args[1]);
  while (Ref row = each.next()) {
    if (!write_row(thread, writer_of(args[0]), row.get())) return {};
  }
  return each.failed() ? Ref() : Ref::none();
}

Ref get_dialect(Thread&, Value self) { return writer_of(self)->dialect.take(); }
bool refuse(Thread& thread, Value, Value) { return raise(thread, Error::AttributeError, "readonly attribute"); }

constexpr MethodDef kMethods[] = {{"writerow", "(self, row, /)", writer_writerow},
                                  {"writerows", "(self, rows, /)", writer_writerows}};
constexpr GetSetDef kGetSets[] = {{"dialect", get_dialect, refuse}};

// file.write. Empty: an error is set.
Ref find_write(Thread& thread, Value file) {
  Ref write = get_attribute(thread, file, intern(thread, "write"));
  if (!write && !exception_matches(thread, Error::AttributeError)) return {};
  if (write && is_callable(thread, write.get())) return write;
  if (!write) clear_exception(thread);
  return raise(thread, Error::TypeError, "argument 1 must have a \"write\" method");
}

}  // namespace

Ref csv_writer(Thread& thread, Args args, uint32_t count, Tuple* names) {
  if (!takes_source_and_dialect(thread, count)) return {};
  Ref write = find_write(thread, args[0]);
  Ref dialect = write ? dialect_from_call(thread, args, count, names, 1) : Ref();
  auto* writer = dialect ? allocate<CsvWriter>(thread, csv_types(thread).writer->root) : nullptr;
  if (!writer) return {};
  writer->dialect.init(std::move(dialect));
  writer->write.init(std::move(write));
  return Ref::own(writer);
}

Type* make_writer_type(Thread& thread) {
  static constexpr char kDoc[] = "Writes rows of a table as lines of text.";
  Type* type = make_native_type(
      thread, {"_csv.writer", "_csv", &kLayout, kNoInstances | kOwnGuards, Kind::Extension, kDoc}, nullptr);
  if (!type) return nullptr;
  add_methods(thread, type, kMethods);
  add_getsets(thread, type, kGetSets);
  finish_type(thread, type);
  return type;
}

}  // namespace gillab
