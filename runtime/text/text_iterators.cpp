// How bytes and bytearray are iterated over; the iterators stand with the other sequences'.
#include "runtime/text/byte_strings.h"
#include "runtime/iterators.h"

namespace gillab {

Ref byte_iter(Thread& thread, const Value* args, uint32_t, Tuple*) { return bytes_iterator(thread, args[0]); }

}  // namespace gillab
