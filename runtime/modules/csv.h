// _csv: dialects (csv_dialect.cpp), readers (csv_reader.cpp), writers (csv_writer.cpp). The module itself: csv.cpp.
// DictReader, DictWriter and Sniffer are Python: lib/csv.
#pragma once

#include <atomic>

#include "runtime/native.h"

namespace gillab {

inline constexpr char32_t kNoCharacter = ~char32_t{0};

enum class Quoting : uint8_t { Minimal, All, NonNumeric, None };

enum CsvMark : uint8_t {
  kEndsPlain = 1,    // a reader stops here in a field without quotes
  kEndsQuoted = 2,   // and here in one with quotes
  kNeedsQuotes = 4,  // a writer cannot write it as it is
};

struct CsvDialect : Object {  // never changes
  static constexpr Kind kKind = Kind::Extension;
  Field line_end;
  char32_t delimiter, quote, escape;  // kNoCharacter: none
  Quoting quoting;
  bool double_quote, skip_space, strict;
  uint8_t marks[256];  // of the first characters, as sums of CsvMark

  bool has_quotes() const { return quoting != Quoting::None; }
  uint8_t marks_of(char32_t c) const;
};
inline CsvDialect* dialect_of(const Field& field) { return static_cast<CsvDialect*>(field.peek().as_object()); }

struct CsvTypes {
  Type* error = nullptr;
  Type* dialect = nullptr;
  Type* reader = nullptr;
  Type* writer = nullptr;
  std::atomic<int64_t> field_limit{131072};
};
CsvTypes& csv_types(Thread& thread);

template <class... Args>
Failed raise_csv_error(Thread& thread, std::string_view format, const Args&... args) {
  return raise_formatted(thread, csv_types(thread).error, format, {FormatArg(args)...});
}

Type* make_dialect_type(Thread& thread);  // null: an error is set
Type* make_reader_type(Thread& thread);
Type* make_writer_type(Thread& thread);

// The dialect that a call's arguments mean, `first` of which are something else: a name, a class or an object with
// attributes, and keywords.
Ref dialect_from_call(Thread& thread, const Value* args, uint32_t count, Tuple* names, uint32_t first);
// Whether reader() or writer() got as many arguments as it takes. False: an exception is set.
bool takes_source_and_dialect(Thread& thread, uint32_t count);
Ref registered_dialects(Thread& thread);  // the dict of them
Ref find_dialect(Thread& thread, Value name);

Ref csv_reader(Thread& thread, const Value* args, uint32_t count, Tuple* names);
Ref csv_writer(Thread& thread, const Value* args, uint32_t count, Tuple* names);

}  // namespace gillab
