// _iconv: what byte sequences mean in the C library's character sets. The codecs of lib/_codec_cjk.py make their tables
// from it; errors, states and streams are theirs.
#include <iconv.h>

#include <cerrno>
#include <cstddef>
#include <cstdint>
#include <string>

#include "runtime/bytes.h"
#include "runtime/int.h"
#include "runtime/list.h"
#include "runtime/modules/modules.h"
#include "runtime/native.h"
#include "runtime/operations.h"
#include "runtime/setup.h"
#include "runtime/str.h"

namespace gillab {
namespace {

constexpr size_t kMostCharacters = 4;  // that one sequence can mean

class Converter {
 public:
  explicit Converter(const char* charset) : handle_(::iconv_open("UTF-32LE", charset)) {}
  ~Converter() {
    if (opened()) ::iconv_close(handle_);
  }
  Converter(const Converter&) = delete;
  Converter& operator=(const Converter&) = delete;

  bool opened() const { return handle_ != reinterpret_cast<iconv_t>(-1); }

  // How many characters the whole sequence means; 0: it is not one.
  size_t convert(const char* sequence, size_t size, char32_t* characters) {
    ::iconv(handle_, nullptr, nullptr, nullptr, nullptr);
    char* from = const_cast<char*>(sequence);  // iconv only reads it
    char* to = reinterpret_cast<char*>(characters);
    size_t room = kMostCharacters * sizeof(char32_t);
    if (::iconv(handle_, &from, &size, &to, &room) != 0 || size != 0) return 0;
    if (::iconv(handle_, nullptr, nullptr, &to, &room) != 0) return 0;  // what it held back
    return kMostCharacters - room / sizeof(char32_t);
  }

 private:
  iconv_t handle_;
};

// (charset, sequences one after the other, size of each): a list with the text of each, empty where it is not one.
Ref characters(Thread& thread, const Value* args, uint32_t, Tuple*) {
  int64_t size;
  if (!is<Str>(args[0]) || !is<Bytes>(args[1])) return raise(thread, Error::TypeError, "characters(str, bytes, int)");
  if (!index_as_int64(thread, args[2], &size)) return {};
  if (size <= 0) return raise(thread, Error::ValueError, "size must be positive");
  Converter converter(to_utf8(as<Str>(args[0])).c_str());
  if (!converter.opened()) return raise(thread, Error::LookupError, "the C library does not know this character set");
  const std::string_view given = as<Bytes>(args[1])->view();
  const size_t step = static_cast<size_t>(size);
  Ref made = make_list(thread, given.size() / step);
  for (size_t at = 0; made && at + step <= given.size(); at += step) {
    char32_t found[kMostCharacters];
    const size_t count = converter.convert(given.data() + at, step, found);
    if (!append(thread, made.as<List>(), make_from_utf32(thread, found, count))) return {};
  }
  return made;
}

const MethodDef kFunctions[] = {{"characters", "(charset, sequences, size, /)", characters}};

}  // namespace

bool init__iconv(Thread& thread, Module* module) { return add_functions(thread, module, kFunctions); }

}  // namespace gillab
