// What _bz2 and _lzma share: feeding a library's stream and collecting what it writes. The streams have next_in,
// avail_in, next_out and avail_out; how they are made and stepped, each module's file says.
#pragma once

#include <algorithm>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>

#include "runtime/bytes.h"
#include "runtime/int.h"
#include "runtime/modules/native_work.h"
#include "runtime/operations.h"

namespace gillab {

inline constexpr size_t kPackedFirst = 8192;       // bytes offered to the library at first; then twice as many as it wrote
inline constexpr size_t kPackedWithoutTurn = 4096;  // input from which on the turn is given up

struct PackedRun {
  std::string output;  // `used` bytes of it are written
  size_t used = 0;
  size_t read = 0;  // of the input
  int code = 0;
};

// Steps until the input is read and nothing more comes, until `most` bytes were written, or until `stops(code)`.
template <class Stream, class Step, class Stops>
void run_packed(Thread& thread, Stream* stream, std::string_view input, size_t most, Step step, Stops stops,
                PackedRun* run) {
  using Count = decltype(stream->avail_in);
  constexpr size_t kMostAtOnce = std::min<size_t>(std::numeric_limits<Count>::max(), size_t{1} << 30);
  while (true) {
    if (run->used == run->output.size()) {
      if (run->used == most) return;
      run->output.resize(std::min(most, std::max(kPackedFirst, 2 * run->used)));
    }
    const size_t offered = std::min(input.size() - run->read, kMostAtOnce);
    const size_t room = std::min(run->output.size() - run->used, kMostAtOnce);
    stream->next_in = reinterpret_cast<decltype(stream->next_in)>(const_cast<char*>(input.data() + run->read));
    stream->avail_in = static_cast<Count>(offered);
    stream->next_out = reinterpret_cast<decltype(stream->next_out)>(run->output.data() + run->used);
    stream->avail_out = static_cast<decltype(stream->avail_out)>(room);
    native_work(thread, offered >= kPackedWithoutTurn, [&] { run->code = step(stream); });
    run->read += offered - stream->avail_in;
    run->used += room - stream->avail_out;
    const bool waits_for_more = run->read == input.size() && stream->avail_out != 0;
    if (stops(run->code, waits_for_more)) return;
  }
}

// (what was written, how much was read, the library's code)
inline Ref packed_result(Thread& thread, const PackedRun& run) {
  Ref bytes = make_bytes(thread, {run.output.data(), run.used});
  Ref read = make_int(thread, static_cast<int64_t>(run.read));
  Ref code = make_int(thread, run.code);
  return bytes && read && code ? make_tuple_of(thread, bytes.get(), read.get(), code.get()) : Ref();
}

// The arguments (self, data, action, most) of `run`; most < 0: no limit.
inline bool read_packed_arguments(Thread& thread, const Value* args, Pinned* data, int64_t* action, size_t* most) {
  int64_t limit;
  if (!data->open(thread, args[1], Pinned::kRead) || !index_as_int64(thread, args[2], action) ||
      !index_as_int64(thread, args[3], &limit)) {
    return false;
  }
  *most = limit < 0 ? SIZE_MAX : static_cast<size_t>(limit);
  return true;
}

}  // namespace gillab
