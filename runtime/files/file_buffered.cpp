// The buffer between a script and a descriptor, or any raw object: filling it, emptying it, lines, positions. What
// scripts call is in file_buffered_methods.cpp.
#include <cstring>
#include <unistd.h>

#include "runtime/bytes.h"
#include "runtime/classes/type_build.h"
#include "runtime/files/file.h"
#include "runtime/files/pinned.h"
#include "runtime/int.h"
#include "runtime/operations.h"
#include "runtime/str.h"
#include "runtime/text/byte_strings.h"

namespace gillab {

// --- what stands under the buffer

namespace {

// The count a raw method answered with. kWouldBlock for None.
int64_t answer(Thread& thread, Ref done, size_t most, const char* method) {
  int64_t count;
  if (!done) return -1;
  if (done.get().is_none()) return kWouldBlock;
  if (!index_as_int64(thread, done.get(), &count)) return -1;
  if (count >= 0 && static_cast<uint64_t>(count) <= most) return count;
  raise(thread, Error::OSError, "raw {}() returned invalid length {} (should have been between 0 and {})", method,
        count, most);
  return -1;
}

int64_t read_object(Thread& thread, Buffered* file, uint8_t* target, size_t count) {
  Ref memory = make_bytearray(thread, std::string(count, '\0'));
  Ref window = memory ? make_memoryview(thread, memory.get()) : Ref();
  if (!window) return -1;
  Value argument = window.get();
  Ref raw = file->raw.take();
  int64_t got = answer(thread, call_named(thread, raw.get(), "readinto", &argument, 1), count, "readinto");
  if (got > 0) std::memcpy(target, bytes_of(memory.get()).data(), static_cast<size_t>(got));
  return got;
}

// Of a text file: what is below is a buffer of the script's own, BytesIO for example.
int64_t read_buffer(Thread& thread, Buffered* file, uint8_t* target, size_t count) {
  Ref raw = file->raw.take();
  Ref read = get_attribute_or_empty(thread, raw.get(), intern(thread, std::string_view("read1")));
  if (!read && thread.has_exception()) return -1;
  if (!read) read = attribute_named(thread, raw.get(), "read");
  Ref piece = read ? call(thread, read.get(), Value::integer(static_cast<int64_t>(count))) : Ref();
  if (!piece) return -1;
  if (piece.get().is_none()) return kWouldBlock;
  std::string_view view;
  if (!is_object_with_bytes(thread, piece.get(), &view)) {
    raise(thread, Error::TypeError, "underlying read1() should have returned a bytes-like object, not '{}'",
          type_name(thread, piece.get()));
    return -1;
  }
  size_t got = std::min(view.size(), count);
  std::memcpy(target, view.data(), got);
  return static_cast<int64_t>(got);
}

int64_t read_below(Thread& thread, Buffered* file, uint8_t* target, size_t count) {
  if (file->quick) [[likely]]
    return raw_read(thread, file->quick, target, count);
  return file->of_text ? read_buffer(thread, file, target, count) : read_object(thread, file, target, count);
}

int64_t write_below(Thread& thread, Buffered* file, std::string_view bytes) {
  if (file->quick) [[likely]]
    return raw_write(thread, file->quick, bytes.data(), bytes.size());
  Ref content = make_bytes(thread, bytes);
  if (!content) return -1;
  Value argument = content.get();
  Ref raw = file->raw.take();
  Ref done = call_method(thread, raw.get(), thread.names().write, &argument, 1);
  if (file->of_text) return done ? static_cast<int64_t>(bytes.size()) : -1;  // whatever it says: text asks no buffer
  return answer(thread, std::move(done), bytes.size(), "write");
}

bool ensure_memory(Thread& thread, Buffered* file) {
  return file->memory || (file->memory = static_cast<uint8_t*>(allocate_buffer(thread, file->size)));
}

Failed raise_would_block(Thread& thread, uint64_t written) {
  Ref text = make_str(thread, "write could not complete without blocking");
  if (!text) return {};
  Value args[] = {Value::integer(EAGAIN), text.get(), Value::integer(static_cast<int64_t>(written))};
  Ref error = call(thread, Value::object(thread.error_type(Error::BlockingIOError)), args, 3);
  return error ? raise_value(thread, std::move(error)) : Failed{};
}

// How many of the bytes went out; fewer than all: an exception is set, or the descriptor would block.
size_t write_through(Thread& thread, Buffered* file, std::string_view bytes, bool* would_block) {
  size_t all = bytes.size();
  while (!bytes.empty()) {
    int64_t done = write_below(thread, file, bytes);
    if (done == kWouldBlock) *would_block = true;
    if (done < 0) break;
    bytes.remove_prefix(static_cast<size_t>(done));
    if (!bytes.empty() && !check_signals(thread)) break;
  }
  return all - bytes.size();
}

// What was read ahead is given back, so that the descriptor stands where the script believes it to.
bool drop_read_ahead(Thread& thread, Buffered* file) {
  auto ahead = static_cast<int64_t>(read_ahead(file));
  file->in_at = file->in_end = 0;
  if (ahead == 0) return true;
  if (file->quick) return raw_seek(thread, file->quick, -ahead, SEEK_CUR) >= 0;
  if (file->of_text) return true;
  Value back[] = {Value::integer(-ahead), Value::integer(SEEK_CUR)};
  Ref raw = file->raw.take();
  return static_cast<bool>(call_named(thread, raw.get(), "seek", back, 2));
}

}  // namespace

bool buffered_flush(Thread& thread, Buffered* file) {
  if (file->out_used == 0) return true;
  bool would_block = false;
  std::string_view all(reinterpret_cast<char*>(file->memory), file->out_used);
  size_t done = write_through(thread, file, all, &would_block);
  file->out_used -= static_cast<uint32_t>(done);
  if (file->out_used == 0) return true;
  std::memmove(file->memory, file->memory + done, file->out_used);
  return would_block ? raise_would_block(thread, 0) : false;
}

namespace {

// The descriptor takes no more: as much as there is room for stays in the buffer.
bool keep_what_fits(Thread& thread, Buffered* file, std::string_view bytes, size_t written) {
  size_t room = file->size - file->out_used;
  size_t kept = std::min(room, bytes.size());
  std::memcpy(file->memory + file->out_used, bytes.data(), kept);
  file->out_used += static_cast<uint32_t>(kept);
  return kept == bytes.size() || raise_would_block(thread, written + kept);
}

bool is_would_block(Thread& thread) {
  if (!exception_matches(thread, Error::BlockingIOError)) return false;
  clear_exception(thread);
  return true;
}

}  // namespace

bool buffered_write(Thread& thread, Buffered* file, std::string_view bytes) {
  if (file->in_end > 0 && !drop_read_ahead(thread, file)) return false;
  if (!ensure_memory(thread, file)) return false;
  if (bytes.size() > file->size - file->out_used) {
    if (!buffered_flush(thread, file)) {
      return is_would_block(thread) && keep_what_fits(thread, file, bytes, 0);
    }
    if (bytes.size() > file->size) {
      bool would_block = false;
      size_t done = write_through(thread, file, bytes, &would_block);
      if (done == bytes.size()) return true;
      return would_block && keep_what_fits(thread, file, bytes.substr(done), done);
    }
  }
  std::memcpy(file->memory + file->out_used, bytes.data(), bytes.size());
  file->out_used += static_cast<uint32_t>(bytes.size());
  return !file->unbuffered || buffered_flush(thread, file);
}

// --- reading

bool buffered_fill(Thread& thread, Buffered* file, bool* would_block) {
  if (file->in_at < file->in_end) return true;
  if (!buffered_flush(thread, file) || !ensure_memory(thread, file)) return false;
  file->in_at = file->in_end = 0;
  int64_t got = read_below(thread, file, file->memory, file->size);
  if (got == kWouldBlock) {
    if (would_block) *would_block = true;
    return true;
  }
  if (got < 0) return false;
  file->in_end = static_cast<uint32_t>(got);
  return check_signals(thread);  // a line may have no end
}

namespace {

size_t take_ahead(Buffered* file, size_t most, std::string* target) {
  size_t there = std::min(read_ahead(file), most);
  target->append(reinterpret_cast<char*>(file->memory + file->in_at), there);
  file->in_at += static_cast<uint32_t>(there);
  return there;
}

// Straight into the target, past the buffer: for what is as large as the buffer.
bool read_past_buffer(Thread& thread, Buffered* file, size_t count, std::string* target, int64_t* got) {
  size_t start = target->size();
  if (!room_for(thread, start + count)) return false;
  target->resize(start + count);
  *got = read_below(thread, file, reinterpret_cast<uint8_t*>(target->data()) + start, count);
  target->resize(start + static_cast<size_t>(std::max<int64_t>(*got, 0)));
  return *got >= 0 || *got == kWouldBlock;
}

bool read_rest(Thread& thread, Buffered* file, std::string* target, bool* would_block) {
  take_ahead(file, SIZE_MAX, target);
  if (!buffered_flush(thread, file)) return false;
  if (file->quick) return raw_read_all(thread, file->quick, target, would_block);
  while (true) {
    int64_t got;
    if (!read_past_buffer(thread, file, file->size, target, &got)) return false;
    if (got == kWouldBlock) *would_block = true;
    if (got <= 0) return true;
  }
}

}  // namespace

bool buffered_read(Thread& thread, Buffered* file, int64_t count, std::string* target, bool* would_block) {
  bool blocked = false;
  if (!would_block) would_block = &blocked;
  if (count < 0) return read_rest(thread, file, target, would_block);
  auto left = static_cast<size_t>(count);
  while (true) {
    left -= take_ahead(file, left, target);
    if (left == 0) return true;
    if (left < file->size) {
      if (!buffered_fill(thread, file, would_block)) return false;
      if (read_ahead(file) == 0) return true;
      continue;
    }
    int64_t got;
    if (!buffered_flush(thread, file) || !read_past_buffer(thread, file, left, target, &got)) return false;
    if (got == kWouldBlock) *would_block = true;
    if (got <= 0) return true;
    left -= static_cast<size_t>(got);
  }
}

namespace {

// A buffer too small for one character of a text grows.
bool make_room(Thread& thread, Buffered* file, size_t count) {
  if (count <= file->size) return true;
  auto* larger = static_cast<uint8_t*>(allocate_buffer(thread, count));
  if (!larger) return false;
  const size_t there = read_ahead(file);
  if (file->memory) {
    std::memcpy(larger, file->memory + file->in_at, there);
    free_buffer(thread, file->memory, file->size);
  }
  file->memory = larger;
  file->size = static_cast<uint32_t>(count);
  file->in_at = 0;
  file->in_end = static_cast<uint32_t>(there);
  return true;
}

}  // namespace

bool buffered_need(Thread& thread, Buffered* file, size_t count) {
  if (count > file->size && file->out_used > 0 && !buffered_flush(thread, file)) return false;
  if (!make_room(thread, file, count) || !buffered_fill(thread, file)) return false;
  while (size_t there = read_ahead(file)) {
    if (there >= count) return true;
    std::memmove(file->memory, file->memory + file->in_at, there);
    file->in_at = 0;
    file->in_end = static_cast<uint32_t>(there);
    int64_t got = read_below(thread, file, file->memory + there, file->size - there);
    if (got == kWouldBlock || got == 0) return true;
    if (got < 0) return false;
    file->in_end += static_cast<uint32_t>(got);
  }
  return true;
}

bool buffered_read_line(Thread& thread, Buffered* file, int64_t limit, std::string* line) {
  while (limit != 0) {
    if (!buffered_fill(thread, file)) return false;
    size_t there = read_ahead(file);
    if (there == 0) return true;
    if (limit > 0) there = std::min(there, static_cast<size_t>(limit));
    const uint8_t* start = file->memory + file->in_at;
    const void* end = std::memchr(start, '\n', there);
    if (end) there = static_cast<size_t>(static_cast<const uint8_t*>(end) - start) + 1;
    take_ahead(file, there, line);
    if (end) return true;
    if (limit > 0) limit -= static_cast<int64_t>(there);
  }
  return true;
}

// --- positions

namespace {

int64_t position_below(Thread& thread, Ref answer) {
  int64_t place;
  if (!answer || !index_as_int64(thread, answer.get(), &place)) return -1;
  if (place >= 0) return place;
  raise(thread, Error::OSError, "Raw stream returned invalid position {}", place);
  return -1;
}

int64_t seek_below(Thread& thread, Buffered* file, int64_t offset, int whence) {
  if (file->quick) return raw_seek(thread, file->quick, offset, whence);
  Value to[] = {Value::integer(offset), Value::integer(whence)};
  Ref raw = file->raw.take();
  return position_below(thread, call_named(thread, raw.get(), "seek", to, 2));
}

int64_t tell_below(Thread& thread, Buffered* file) {
  if (file->quick) return raw_seek(thread, file->quick, 0, SEEK_CUR);
  Ref raw = file->raw.take();
  return position_below(thread, call_named(thread, raw.get(), "tell"));
}

// A place that the buffer holds needs no system call but the one that says where the buffer ends.
int64_t seek_in_buffer(Thread& thread, Buffered* file, int64_t offset, int whence) {
  if (whence == SEEK_END || read_ahead(file) == 0 || file->of_text) return -1;
  int64_t end = tell_below(thread, file);
  if (end < 0) return clear_exception(thread), -1;
  int64_t here = end - static_cast<int64_t>(read_ahead(file));
  int64_t target = whence == SEEK_CUR ? here + offset : offset;
  int64_t move = target - here;
  if (move < -int64_t{file->in_at} || move > static_cast<int64_t>(read_ahead(file))) return -1;
  file->in_at = static_cast<uint32_t>(file->in_at + move);
  return target;
}

}  // namespace

int64_t buffered_seek(Thread& thread, Buffered* file, int64_t offset, int whence) {
  if (!buffered_flush(thread, file)) return -1;
  int64_t inside = seek_in_buffer(thread, file, offset, whence);
  if (inside >= 0) return inside;
  if (whence == SEEK_CUR) offset -= static_cast<int64_t>(read_ahead(file));
  file->in_at = file->in_end = 0;
  return seek_below(thread, file, offset, whence);
}

int64_t buffered_tell(Thread& thread, Buffered* file) {
  int64_t place = tell_below(thread, file);
  return place < 0 ? -1 : place - static_cast<int64_t>(read_ahead(file)) + file->out_used;
}

// --- states

Truth buffered_closed(Thread& thread, Buffered* file) {
  if (file->quick) return file->quick->descriptor.get() < 0 ? Truth::Yes : Truth::No;
  Ref raw = file->raw.take();
  return is_closed(thread, raw.get());
}

bool check_attached(Thread& thread, Buffered* file) {
  if (!file->raw.peek().is_empty()) [[likely]]
    return true;
  return raise(thread, Error::ValueError,
               file->initialised ? "raw stream has been detached" : "I/O operation on uninitialized object");
}

bool lock_buffered(Thread& thread, Buffered* file, const char* closed_message) {
  if (!check_attached(thread, file)) return false;
  Truth closed = buffered_closed(thread, file);
  if (closed == Truth::Error) return false;
  if (closed == Truth::Yes) return raise(thread, Error::ValueError, "{}", closed_message);
  if (!file->lock.take(thread, Value::object(file))) return false;
  if (!file->quick || file->quick->descriptor.get() >= 0) return true;
  file->lock.give();  // closed while this thread waited
  return raise(thread, Error::ValueError, "{}", closed_message);
}

}  // namespace gillab
