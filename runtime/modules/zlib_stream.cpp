// The loop over deflate and inflate: input and output in pieces zlib can count, the turn given up for large ones.
#include <algorithm>
#include <climits>

#include "runtime/memory.h"
#include "runtime/modules/zlib.h"

namespace gillab {

Failed raise_zlib(Thread& thread, const z_stream& stream, int code, const char* doing) {
  const char* text = stream.msg;
  if (code == Z_VERSION_ERROR) text = "library version mismatch";
  if (!text && code == Z_BUF_ERROR) text = "incomplete or truncated stream";
  if (!text && code == Z_STREAM_ERROR) text = "inconsistent stream state";
  if (!text && code == Z_DATA_ERROR) text = "invalid input data";
  Type* error = module_types(thread).zlib_error;
  if (!text) return raise_formatted(thread, error, "Error {} {}", {code, doing});
  return raise_formatted(thread, error, "Error {} {}: {}", {code, doing, text});
}

// Blocks of CPython's sizes: stored data (level 0) is cut where the room for output ends.
bool ZlibOutput::grow(size_t first, size_t most) {
  static constexpr size_t kKilobytes[] = {32,    64,    256,   1024,  4096,  8192,   16384,  16384, 32768,
                                           32768, 32768, 32768, 65536, 65536, 131072, 131072, 262144};
  size_t block = kKilobytes[std::min(blocks_, std::size(kKilobytes) - 1)] * 1024;
  if (blocks_++ == 0 && first > 0) block = first;
  size_t wanted = std::min(capacity_ + block, most);
  if (wanted <= capacity_) return true;
  void* bigger = data_ ? resize_buffer(thread_, data_, capacity_, wanted) : allocate_buffer(thread_, wanted);
  if (!bigger) return false;
  data_ = static_cast<uint8_t*>(bigger);
  capacity_ = wanted;
  return true;
}

unsigned ZlibOutput::free_room() const {
  return static_cast<unsigned>(std::min<size_t>(capacity_ - size_, UINT_MAX));
}

void ZlibOutput::offer(z_stream* stream) const {
  stream->next_out = data_ + size_;
  stream->avail_out = free_room();
}

namespace {

// One step, and another with the dictionary when inflate asks for it.
int step_once(z_stream* stream, const ZlibRun& run, int flush) {
  int code = run.step(stream, flush);
  if (code != Z_NEED_DICT || run.dictionary.empty()) return code;
  const Bytef* dictionary = reinterpret_cast<const Bytef*>(run.dictionary.data());
  code = inflateSetDictionary(stream, dictionary, static_cast<unsigned>(run.dictionary.size()));
  return code == Z_OK ? run.step(stream, flush) : code;
}

bool goes_on(int code) { return code == Z_OK || code == Z_BUF_ERROR; }

// Runs until this piece of input is read and all that came of it is written.
bool run_piece(Thread& thread, z_stream* stream, int flush, ZlibRun* run, ZlibOutput* output) {
  bool large = stream->avail_in >= kZlibWithoutTurn || output->size() >= kZlibWithoutTurn;
  for (bool full = true; full && run->code != Z_STREAM_END;) {
    if (!output->grow(run->first, run->most)) return false;
    output->offer(stream);
    if (stream->avail_out == 0) return true;  // as much as was asked for
    native_work(thread, large, [&] { run->code = step_once(stream, *run, flush); });
    output->accept(*stream);
    if (!goes_on(run->code)) return true;
    full = stream->avail_out == 0;
    large = true;
  }
  return true;
}

}  // namespace

bool run_zlib(Thread& thread, z_stream* stream, std::string_view input, ZlibRun* run, ZlibOutput* output) {
  run->rest = input.size();
  stream->next_in = reinterpret_cast<Bytef*>(const_cast<char*>(input.data()));
  do {
    stream->avail_in = static_cast<unsigned>(std::min<size_t>(run->rest, UINT_MAX));
    size_t later = run->rest - stream->avail_in;
    if (!run_piece(thread, stream, later ? Z_NO_FLUSH : run->flush, run, output)) return false;
    bool stuck = stream->avail_in > 0;
    run->rest = later + stream->avail_in;
    if (stuck || !goes_on(run->code)) break;
  } while (run->rest > 0);
  return true;
}

}  // namespace gillab
