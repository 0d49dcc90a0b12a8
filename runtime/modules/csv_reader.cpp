// _csv.reader: rows of fields from lines of text.
#include <cstring>
#include <string>

#include "runtime/classes/layouts.h"
#include "runtime/containers/iterator_setup.h"
#include "runtime/int.h"
#include "runtime/list.h"
#include "runtime/modules/csv.h"
#include "runtime/operations.h"
#include "runtime/str.h"

namespace gillab {
namespace {

using Args = const Value*;

struct CsvReader : Object {
  static constexpr Kind kKind = Kind::Extension;
  Field dialect;
  Field lines;
  Cell<int64_t> line_number;
};
constexpr Layout kLayout = FieldLayout<CsvReader, &CsvReader::dialect, &CsvReader::lines>::named("reader");
CsvReader* reader_of(Value self) { return static_cast<CsvReader*>(self.as_object()); }

enum class State : uint8_t {
  StartRecord, StartField, Escaped, InField, InQuoted, EscapedInQuoted, QuoteInQuoted, AfterLine, AfterEscapedLine
};

// One row, from as many lines as it takes. The text of the field that is read is a piece of the line, or, where it is
// not written in one piece, stands in `collected_`.
class Row {
 public:
  Row(Thread& thread, const CsvDialect* dialect)
      : thread_(thread), dialect_(dialect), limit_(csv_types(thread).field_limit.load()), fields_(make_list(thread)) {}

  bool is_complete() const { return state_ == State::StartRecord; }
  bool has_begun_field() const { return start_ != end_ || !collected_.empty() || state_ == State::InQuoted; }
  Ref take_fields() { return std::move(fields_); }

  bool read(Str* line) {
    line_ = line;
    if (is_plain()) return fields_ && split();
    bool ok = fields_ && (line->width == 1   ? take_all(line->data1())
                          : line->width == 2 ? take_all(line->data2())
                                             : take_all(line->data4()));
    if (!ok || !take_end()) return false;
    collect();
    return true;
  }

  bool save() {
    Ref text = field_text();
    if (numeric_ && text) text = call(thread_, Value::object(thread_.types().floating), text.get());
    numeric_ = false;
    collected_.clear();
    start_ = end_ = 0;
    return text && append(thread_, fields_.as<List>(), std::move(text));
  }

 private:
  template <class Char>
  bool take_all(const Char* text) {
    const size_t length = line_->length;
    for (size_t i = 0; i < length;) {
      if (state_ == State::InField || state_ == State::InQuoted) {
        const uint8_t ends = state_ == State::InField ? kEndsPlain : kEndsQuoted;
        const size_t start = i;
        while (i < length && !(dialect_->marks_of(text[i]) & ends)) ++i;
        if (i != start && !add(start, i)) return false;
        if (i == length) return true;
      }
      if (!take(text[i], i)) return false;
      ++i;
    }
    return true;
  }

  bool has(char32_t c) const {
    return c <= 0xFF && std::memchr(line_->data1(), static_cast<int>(c), line_->length) != nullptr;
  }
  // A whole row in one line, with nothing quoted or escaped and no end of line but at its end.
  bool is_plain() {
    if (state_ != State::StartRecord || line_->width != 1 || dialect_->skip_space || dialect_->delimiter > 0xFF ||
        dialect_->quoting == Quoting::NonNumeric || static_cast<int64_t>(line_->length) > limit_) {
      return false;
    }
    if ((dialect_->has_quotes() && has(dialect_->quote)) || (dialect_->escape != kNoCharacter && has(dialect_->escape))) return false;
    size_t length = line_->length;
    const uint8_t* text = line_->data1();
    while (length > 0 && ends_line(text[length - 1])) --length;
    if (length == 0 || ends_line(dialect_->delimiter)) return false;
    plain_length_ = length;
    return !std::memchr(text, '\n', length) && !std::memchr(text, '\r', length);
  }
  bool split() {
    const uint8_t* text = line_->data1();
    for (size_t start = 0;; ++start) {
      const void* found = std::memchr(text + start, static_cast<int>(dialect_->delimiter), plain_length_ - start);
      const size_t end = found ? static_cast<size_t>(static_cast<const uint8_t*>(found) - text) : plain_length_;
      if (!append(thread_, fields_.as<List>(), substring(thread_, line_, start, end))) return false;
      if (!found) return true;
      start = end;
    }
  }

  // The characters of the line from start to end belong to the field.
  bool add(size_t start, size_t end) {
    if (static_cast<int64_t>(collected_.size() + (end_ - start_) + (end - start)) > limit_) {
      return raise_csv_error(thread_, "field larger than field limit ({})", limit_);
    }
    if (start_ == end_ && collected_.empty()) {
      start_ = start;
    } else if (end_ != start) {
      collect();
      start_ = start;
    }
    end_ = end;
    return true;
  }

  void collect() {
    for (size_t i = start_; i < end_; ++i) collected_.push_back(line_->at(i));
    start_ = end_ = 0;
  }

  Ref field_text() {
    if (collected_.empty()) return start_ == end_ ? make_str(thread_, "") : substring(thread_, line_, start_, end_);
    collect();
    return make_from_utf32(thread_, collected_.data(), collected_.size());
  }

  bool is_quote(char32_t c) const { return dialect_->has_quotes() && c == dialect_->quote; }
  static bool ends_line(char32_t c) { return c == '\n' || c == '\r'; }
  bool go_to(State state) {
    state_ = state;
    return true;
  }
  bool add_and_go_to(size_t i, State state) { return add(i, i + 1) && go_to(state); }
  bool save_and_go_to(State state) { return save() && go_to(state); }

  bool take(char32_t c, size_t i) {
    switch (state_) {
      case State::StartRecord:
        if (ends_line(c)) return go_to(State::AfterLine);
        return take_first(c, i);
      case State::StartField: return ends_line(c) ? save_and_go_to(State::AfterLine) : take_first(c, i);
      case State::Escaped: return add_and_go_to(i, ends_line(c) ? State::AfterEscapedLine : State::InField);
      case State::InField:
      case State::AfterEscapedLine: return take_inside(c, i);
      case State::InQuoted: return take_quoted(c, i);
      case State::EscapedInQuoted: return add_and_go_to(i, State::InQuoted);
      case State::QuoteInQuoted: return take_after_quote(c, i);
      case State::AfterLine: break;
    }
    if (ends_line(c)) return true;
    return raise_csv_error(thread_, "new-line character seen in unquoted field - "
                                    "do you need to open the file in universal-newline mode?");
  }

  bool take_first(char32_t c, size_t i) {
    if (is_quote(c)) return go_to(State::InQuoted);
    if (c == dialect_->escape) return go_to(State::Escaped);
    if (c == ' ' && dialect_->skip_space) return go_to(State::StartField);
    if (c == dialect_->delimiter) return save_and_go_to(State::StartField);
    numeric_ = numeric_ || dialect_->quoting == Quoting::NonNumeric;
    return add_and_go_to(i, State::InField);
  }

  bool take_inside(char32_t c, size_t i) {
    if (ends_line(c)) return save_and_go_to(State::AfterLine);
    if (c == dialect_->escape) return go_to(State::Escaped);
    return c == dialect_->delimiter ? save_and_go_to(State::StartField) : add(i, i + 1);
  }

  bool take_quoted(char32_t c, size_t i) {
    if (c == dialect_->escape) return go_to(State::EscapedInQuoted);
    if (is_quote(c)) return go_to(dialect_->double_quote ? State::QuoteInQuoted : State::InField);
    return add(i, i + 1);
  }

  bool take_after_quote(char32_t c, size_t i) {
    if (is_quote(c)) return add_and_go_to(i, State::InQuoted);
    if (c == dialect_->delimiter) return save_and_go_to(State::StartField);
    if (ends_line(c)) return save_and_go_to(State::AfterLine);
    if (!dialect_->strict) return add_and_go_to(i, State::InField);
    Ref delimiter = make_character(thread_, dialect_->delimiter), quote = make_character(thread_, dialect_->quote);
    if (!delimiter || !quote) return false;
    return raise_csv_error(thread_, "'{}' expected after '{}'", delimiter.get(), quote.get());
  }

  bool add_line_end(State state) {
    collect();
    if (static_cast<int64_t>(collected_.size()) >= limit_) {
      return raise_csv_error(thread_, "field larger than field limit ({})", limit_);
    }
    collected_.push_back('\n');
    return go_to(state);
  }

  bool take_end() {
    switch (state_) {
      case State::StartField:
      case State::InField:
      case State::QuoteInQuoted: return save_and_go_to(State::StartRecord);
      case State::AfterLine: return go_to(State::StartRecord);
      case State::Escaped: return add_line_end(State::InField);
      case State::EscapedInQuoted: return add_line_end(State::InQuoted);
      default: return true;
    }
  }

  Thread& thread_;
  const CsvDialect* dialect_;
  const int64_t limit_;
  Ref fields_;
  Str* line_ = nullptr;  // the caller holds it
  size_t start_ = 0, end_ = 0;
  size_t plain_length_ = 0;  // without what ends the line
  std::u32string collected_;
  bool numeric_ = false;
  State state_ = State::StartRecord;
};

Ref finish_early(Thread& thread, Row* row, const CsvDialect* dialect) {
  if (!row->has_begun_field()) return Ref::exhausted();
  if (dialect->strict) return raise_csv_error(thread, "unexpected end of data");
  return row->save() ? row->take_fields() : Ref();
}

Ref reader_next(Thread& thread, Args args, uint32_t, Tuple*) {
  CsvReader* reader = reader_of(args[0]);
  const CsvDialect* dialect = dialect_of(reader->dialect);
  Row row(thread, dialect);
  do {
    Ref line = next(thread, reader->lines.peek());
    if (!line) return {};
    if (line.get().is_exhausted()) return finish_early(thread, &row, dialect);
    if (!is<Str>(line.get())) {
      return raise_csv_error(thread, "iterator should return strings, not {} (the file should be opened in text mode)",
                             type_name(thread, line.get()));
    }
    reader->line_number.set(reader->line_number.get() + 1);
    if (!row.read(line.as<Str>())) return {};
  } while (!row.is_complete());
  return row.take_fields();
}

Ref get_dialect(Thread&, Value self) { return reader_of(self)->dialect.take(); }
Ref get_line_number(Thread& thread, Value self) { return make_int(thread, reader_of(self)->line_number.get()); }
bool refuse(Thread& thread, Value, Value) { return raise(thread, Error::AttributeError, "readonly attribute"); }

constexpr GetSetDef kGetSets[] = {{"dialect", get_dialect, refuse}, {"line_num", get_line_number, refuse}};

}  // namespace

Ref csv_reader(Thread& thread, Args args, uint32_t count, Tuple* names) {
  if (!takes_source_and_dialect(thread, count)) return {};
  Ref lines = iterate(thread, args[0]);
  Ref dialect = lines ? dialect_from_call(thread, args, count, names, 1) : Ref();
  auto* reader = dialect ? allocate<CsvReader>(thread, csv_types(thread).reader->root) : nullptr;
  if (!reader) return {};
  reader->dialect.init(std::move(dialect));
  reader->lines.init(std::move(lines));
  reader->line_number.set(0);
  return Ref::own(reader);
}

Type* make_reader_type(Thread& thread) {
  static constexpr char kDoc[] = "Rows of a table, read from lines of text.";
  Type* type = make_native_type(
      thread, {"_csv.reader", "_csv", &kLayout, kNoInstances, Kind::Extension, kDoc}, nullptr);
  if (!type) return nullptr;
  add_iterator_rows(thread, type, reader_next);
  add_getsets(thread, type, kGetSets);
  finish_type(thread, type);
  return type;
}

}  // namespace gillab
