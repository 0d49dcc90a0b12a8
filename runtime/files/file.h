// Files: a BinaryFile is a descriptor with its buffers, a TextFile encodes and decodes on top of one. Both are what
// open() gives and what sys.stdin, stdout and stderr are. StringIO and BytesIO are elsewhere.
#pragma once

#include <string>
#include <string_view>

#include "runtime/blocking.h"
#include "runtime/interpreter.h"
#include "runtime/native.h"

namespace gillab {

// Thread safety: under the Guard. Invariant: not both buffers hold something.
struct BinaryFile : Object {
  static constexpr Kind kKind = Kind::Extension;
  int descriptor;  // -1 once closed
  bool readable;
  bool writable;
  bool owns_descriptor;  // closed with the file
  bool unbuffered;
  uint8_t* out;  // kFileBuffer bytes, or null
  uint8_t* in;
  uint32_t out_used;
  uint32_t in_at;
  uint32_t in_end;
  Field name;  // str, bytes or int
  Field mode;  // "rb", "wb" ...
};

struct TextFile : Object {
  static constexpr Kind kKind = Kind::Extension;
  Field buffer;    // the BinaryFile
  Field encoding;  // str
  Field errors;    // str
  Field newline;   // None or str, as given to open()
  Field mode;
  bool line_buffering;
  bool plain_utf8;  // encoding utf-8, errors strict: text can be copied
};

extern const Layout kBinaryFileLayout;
extern const Layout kTextFileLayout;

inline constexpr uint32_t kFileBuffer = 8192;

// What the buffers are filled from and emptied to. False, or negative: an OSError is set.
bool flush_file(Thread& thread, BinaryFile* file);
bool write_bytes(Thread& thread, BinaryFile* file, std::string_view bytes);
bool fill_buffer(Thread& thread, BinaryFile* file);  // true with an empty buffer: the end
bool read_bytes(Thread& thread, BinaryFile* file, int64_t count, std::string* target);  // negative: all
bool close_file(Thread& thread, BinaryFile* file);
int64_t seek_file(Thread& thread, BinaryFile* file, int64_t offset, int whence);
int64_t tell_file(Thread& thread, BinaryFile* file);
// False: "<what> of closed file" or the like is set, or UnsupportedOperation.
bool check_open(Thread& thread, const BinaryFile* file, const char* message = "I/O operation on closed file.");
bool check_readable(Thread& thread, const BinaryFile* file);
bool check_writable(Thread& thread, const BinaryFile* file);
Type* unsupported_operation(Thread& thread);  // io.UnsupportedOperation; null: an error is set

inline BinaryFile* buffer_of(const TextFile* file) { return static_cast<BinaryFile*>(file->buffer.peek().as_object()); }
bool write_text(Thread& thread, TextFile* file, Str* text);
Ref read_text_line(Thread& thread, TextFile* file, int64_t limit = -1);  // an empty str at the end

struct FileTypes {
  Type* text;    // TextIOWrapper
  Type* raw;     // FileIO
  Type* reader;  // BufferedReader
  Type* writer;  // BufferedWriter
  Type* random;  // BufferedRandom
  Type* unsupported = nullptr;
};
const FileTypes& file_types(Thread& thread);

struct OpenMode {
  bool reading = false, writing = false, appending = false, creating = false, updating = false, text = true;
};
Ref make_binary_file(Thread& thread, int descriptor, const OpenMode& mode, Value name, bool buffered);
Ref make_text_file(Thread& thread, Value buffer, std::string_view mode, Value encoding, Value errors, Value newline);
// open() with all its arguments; empty values stand for defaults.
Ref open_file(Thread& thread, const Value* args, uint32_t count, Tuple* names);

}  // namespace gillab
