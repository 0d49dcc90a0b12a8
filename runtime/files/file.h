// Files. A RawFile (FileIO) is a descriptor; a Buffered (BufferedReader, BufferedWriter, BufferedRandom) puts memory in
// front of one, or of any object with readinto and write; a TextFile (TextIOWrapper) encodes and decodes on top of a
// Buffered. open() stacks them, sys.stdin, stdout and stderr are such stacks. StringIO and BytesIO are elsewhere.
#pragma once

#include <string>
#include <string_view>

#include "runtime/files/busy_lock.h"
#include "runtime/interpreter.h"
#include "runtime/native.h"

namespace gillab {

enum SeenNewlines : uint8_t { kReturnSeen = 1, kFeedSeen = 2, kBothSeen = 4 };

// Thread safety: the fields change under the Guard or, for the object it stands under, that object's BusyLock; others read
// the descriptor at any time.
struct RawFile : Object {
  static constexpr Kind kKind = Kind::Extension;
  Cell<int> descriptor;  // -1: closed, or never opened
  bool readable;
  bool writable;
  bool appending;
  bool created;          // mode "x"
  bool owns_descriptor;  // closed with the file
  int8_t seekable;       // -1: not asked yet
  Field name;            // str, bytes or int; empty: the attribute is not there
};

// Thread safety: everything after `lock` under it. Invariant: not both in_at < in_end and out_used > 0.
struct Buffered : Object {
  static constexpr Kind kKind = Kind::Extension;
  Field raw;       // empty: detached, or never initialised
  RawFile* quick;  // raw, when it is exactly a FileIO: no method needs calling. Borrowed from `raw`
  BusyLock lock;
  bool readable;
  bool writable;
  bool initialised;
  bool unbuffered;  // -u: what is written goes out at once
  bool of_text;     // the hidden one of a TextFile: `raw` is a buffer itself, with read1 and write
  uint8_t* memory;  // `size` bytes, or null while nothing was needed
  uint32_t size;
  uint32_t in_at;
  uint32_t in_end;
  uint32_t out_used;
};

struct TextFile : Object {
  static constexpr Kind kKind = Kind::Extension;
  Field buffer;    // as the script gave it; empty: detached, or never initialised
  Field bytes;     // the Buffered all goes through: `buffer` itself or a hidden one on top of it
  Field encoding;  // str, as shown
  Field codec;     // str: what decode() and encode() are told; the byte order is in it
  Field errors;    // str
  Field newline;   // None or str, as given to open()
  Field mode;      // set by open(); empty: the attribute is not there
  Field coder;     // a CodedText of lib/_coded_text.py; empty: C++ knows the encoding
  int64_t chunk;   // how many bytes the coder reads at once
  std::string* pending;  // encoded text not yet given to `bytes`; null until something is written
  uint8_t unit;          // bytes: 1, 2 or 4
  bool utf8;
  bool big_endian;
  bool marked;           // the encoding begins with a mark (utf-8-sig, utf-16, utf-32)
  bool mark_due;         // and it is still to be read or written
  bool plain_utf8;       // encoding utf-8, errors strict: text can be copied
  bool line_buffering;
  bool write_through;
  bool telling;          // false inside a for loop: tell() is refused, as on CPython
  uint8_t seen_newlines; // bits of SeenNewlines
};

extern const Layout kRawFileLayout;
extern const Layout kBufferedLayout;
extern const Layout kTextFileLayout;

inline constexpr uint32_t kFileBuffer = 8192;
inline constexpr const char* kClosedFile = "I/O operation on closed file.";

struct FileTypes {
  Type* base;           // _IOBase
  Type* raw_base;       // _RawIOBase
  Type* buffered_base;  // _BufferedIOBase
  Type* text_base;      // _TextIOBase
  Type* raw;            // FileIO
  Type* reader;         // BufferedReader
  Type* writer;         // BufferedWriter
  Type* random;         // BufferedRandom
  Type* text;           // TextIOWrapper
  Type* unsupported = nullptr;
};
const FileTypes& file_types(Thread& thread);
Type* unsupported_operation(Thread& thread);  // io.UnsupportedOperation; null: an error is set
Failed raise_unsupported(Thread& thread, const char* what);

// --- any file object (file_base.cpp)
Truth is_closed(Thread& thread, Value file);  // its attribute `closed`
// None and nothing are -1.
bool count_argument(Thread& thread, Value value, int64_t* count);
Ref call_named(Thread& thread, Value object, const char* name, const Value* args = nullptr, uint32_t count = 0);
Ref attribute_named(Thread& thread, Value object, const char* name);
// Closes one file after the other although the first may fail; the first exception wins.
bool close_after(Thread& thread, bool done, Value next);

// --- descriptors (file_raw.cpp). Negative: an exception is set, but for kWouldBlock.
inline constexpr int64_t kWouldBlock = -2;
int64_t raw_read(Thread& thread, RawFile* file, void* target, size_t count);
int64_t raw_write(Thread& thread, RawFile* file, const void* source, size_t count);
int64_t raw_seek(Thread& thread, RawFile* file, int64_t offset, int whence);
bool raw_close(Thread& thread, RawFile* file);
// Everything up to the end; what a file is known to hold still is asked for at once. False: an exception is set.
bool raw_read_all(Thread& thread, RawFile* file, std::string* target, bool* would_block);

struct OpenMode {
  bool reading = false, writing = false, appending = false, creating = false, updating = false, text = true;
  bool may_read() const { return reading || updating; }
  bool may_write() const { return writing || appending || creating || updating; }
};
RawFile* new_raw_file(Thread& thread, Type* type);  // not open
Ref make_raw_file(Thread& thread, int descriptor, const OpenMode& mode, Value name, bool owns_descriptor);
// What FileIO(file, mode, closefd, opener) does. False: an exception is set.
bool open_raw_file(Thread& thread, RawFile* file, Value name, const OpenMode& mode, Value closefd, Value opener);

// --- buffers (file_buffered.cpp). REQUIRES: the lock is held. False or negative: an exception is set.
bool buffered_flush(Thread& thread, Buffered* file);
bool buffered_write(Thread& thread, Buffered* file, std::string_view bytes);
bool buffered_fill(Thread& thread, Buffered* file, bool* would_block = nullptr);  // true with nothing in it: the end
// At least `count` bytes are in the buffer afterwards, unless the end comes first.
bool buffered_need(Thread& thread, Buffered* file, size_t count);
bool buffered_read(Thread& thread, Buffered* file, int64_t count, std::string* target, bool* would_block = nullptr);
bool buffered_read_line(Thread& thread, Buffered* file, int64_t limit, std::string* line);
int64_t buffered_seek(Thread& thread, Buffered* file, int64_t offset, int whence);
int64_t buffered_tell(Thread& thread, Buffered* file);
inline size_t read_ahead(const Buffered* file) { return file->in_end - file->in_at; }

Ref make_buffered(Thread& thread, Type* type, Value raw, uint32_t size = kFileBuffer);
Truth buffered_closed(Thread& thread, Buffered* file);
bool check_attached(Thread& thread, Buffered* file);  // initialised and not detached
bool lock_buffered(Thread& thread, Buffered* file, const char* closed_message);  // attached and open, and then locked

// --- text (file_text.cpp)
bool start_text_file(Thread& thread, TextFile* file, Value buffer, Value encoding, Value errors, Value newline);
bool set_text_encoding(Thread& thread, TextFile* file, Value encoding, Value errors);
TextFile* new_text_file(Thread& thread, Type* type);  // not initialised
bool check_text_attached(Thread& thread, TextFile* file);
inline Buffered* bytes_of(const TextFile* file) { return static_cast<Buffered*>(file->bytes.peek().as_object()); }
bool write_text(Thread& thread, TextFile* file, Str* text);
bool give_pending(Thread& thread, TextFile* file);  // to the buffer. REQUIRES: its lock is held
bool flush_text(Thread& thread, TextFile* file);
Ref read_text_line(Thread& thread, TextFile* file, int64_t limit = -1);  // an empty str at the end
Ref read_text(Thread& thread, TextFile* file, int64_t count);            // negative: all
// The encodings of 2 and 4 bytes a unit (file_text_wide.cpp). REQUIRES: the lock is held.
Ref read_wide(Thread& thread, TextFile* file, int64_t count, bool one_line);
// The mark at the start, when it is due. False: an exception is set.
bool read_mark(Thread& thread, TextFile* file);
bool prepare_to_read(Thread& thread, TextFile* file);  // what is pending is written, the mark read. Under the lock
bool fix_byte_order(Thread& thread, TextFile* file, bool big_endian);
// The encodings of lib/_coded_text.py (file_text_coded.cpp). The lock is held for encoding only.
bool make_coder(Thread& thread, TextFile* file);
bool encode_with_coder(Thread& thread, TextFile* file, Value text);  // into `pending`
Ref call_coder(Thread& thread, TextFile* file, const char* method, Value argument = Value());  // (bytes, argument)
Ref read_coded(Thread& thread, TextFile* file, const char* method, int64_t count);
Ref seek_coded(Thread& thread, TextFile* file, Value cookie, int64_t whence);
bool start_coder(Thread& thread, TextFile* file, int64_t place);
bool pass_mark(Thread& thread, TextFile* file);
bool look_for_start(Thread& thread, TextFile* file);  // what stands before the place in the file, if anything
Ref newlines_seen(Thread& thread, uint8_t seen);  // None, the one kind of line end seen, or a tuple of them
Ref make_text_file(Thread& thread, Value buffer, std::string_view mode, Value encoding, Value errors, Value newline);
inline bool is_plain_text_file(Thread& thread, Value value) {
  return value.is_object() && type_of(value.as_object()) == file_types(thread).text;
}

// open() with all its arguments; empty values stand for defaults.
Ref open_file(Thread& thread, const Value* args, uint32_t count, Tuple* names);
bool read_open_mode(std::string_view letters, OpenMode* mode, bool* binary, bool* text);

}  // namespace gillab
