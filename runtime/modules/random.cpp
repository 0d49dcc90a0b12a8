// _random: the Mersenne Twister under random.Random. The distributions are in lib/random.py.
#include <cstring>
#include <gmp.h>
#include <iterator>
#include <new>
#include <type_traits>
#include <vector>

#include "gil/schedule/machine.h"
#include "runtime/bytes.h"
#include "runtime/float.h"
#include "runtime/function.h"
#include "runtime/int.h"
#include "runtime/interpreter.h"
#include "runtime/list.h"
#include "runtime/modules/mersenne.h"
#include "runtime/modules/modules.h"
#include "runtime/modules/sha512.h"
#include "runtime/native.h"
#include "runtime/operations.h"
#include "runtime/classes/type_build.h"

namespace gillab {
namespace {

constexpr uint32_t kWords = Mersenne::kWords;

// In the layer `controlled` each thread but the main one draws from a stream of its own: what it draws must not depend on
// whose turn it is.
struct Streams {
  Mersenne* of_fiber[gil::schedule::kMostFibers];
  uint32_t seed;  // of the main thread's, as far as it was said
};
struct NoStreams {};

struct Random : Object {
  Mersenne main;  // under the Guard; unseeded: the state comes from the system when first needed
  [[no_unique_address]] std::conditional_t<gil::kControlled, Streams, NoStreams> streams;
};

template <class Streams>
Mersenne& stream_of(Random* random, [[maybe_unused]] Streams& streams) {
  if constexpr (gil::kControlled) {
    const uint32_t fiber = gil::schedule::machine().current;
    if (fiber == 0) return random->main;
    if (Mersenne* stream = streams.of_fiber[fiber]) return *stream;
    if (auto* stream = new (std::nothrow) Mersenne) {
      const uint32_t key[] = {streams.seed, fiber};
      stream->start(key, std::size(key));
      return *(streams.of_fiber[fiber] = stream);
    }
  }
  return random->main;
}
Mersenne& twister_of(Random* random) { return stream_of(random, random->streams); }

// After the main thread's has been seeded.
template <class Streams>
void begin_streams([[maybe_unused]] Random* random, [[maybe_unused]] Streams& streams) {
  if constexpr (gil::kControlled) {
    if (gil::schedule::machine().current != 0) return;
    streams = {};
    if (random->main.next != Mersenne::kUnseeded) streams.seed = random->main.words[Mersenne::kWords - 1];
  }
}

void destroy_random(Thread& thread, Object* object) {
  drop_attributes(thread, object);
  free_object(thread, object, size_with_attributes(object, sizeof(Random)));
}
const Layout kRandomLayout = {"Random", sizeof(Random), false, destroy_random};

Random* self_of(const Value* args) { return reinterpret_cast<Random*>(args[0].as_object()); }

void start_from_system(Thread& thread, Random* random) {
  std::vector<uint32_t> key(kWords);
  thread.interpreter->world->random_bytes(key.data(), kWords * sizeof(uint32_t));
  twister_of(random).start(key.data(), key.size());
}

uint32_t next_word(Thread& thread, Random* random) {
  if (twister_of(random).next == Mersenne::kUnseeded) start_from_system(thread, random);
  return twister_of(random).word();
}

std::vector<uint32_t> words_of(Value integer) {
  mpz_t number;
  mpz_init(number);
  get_integer(integer, number);
  size_t count = 0;
  std::vector<uint32_t> words(mpz_sizeinbase(number, 2) / 32 + 1);
  mpz_export(words.data(), &count, -1, 4, 0, 0, number);
  mpz_clear(number);
  words.resize(std::max<size_t>(count, 1));
  return words;
}

Ref seed_number(Thread& thread, Value seed) {
  if (is_integer(seed)) return Ref::share(seed);
  int64_t code;
  return hash(thread, seed, &code) ? make_int_from_unsigned(thread, static_cast<uint64_t>(code)) : Ref();
}

Ref random_seed(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Random* random = self_of(args);
  if (args[1].is_empty() || args[1].is_none()) {
    Guard guard(random->header);
    twister_of(random).next = Mersenne::kUnseeded;
    begin_streams(random, random->streams);
    return Ref::none();
  }
  Ref number = seed_number(thread, args[1]);
  if (!number) return {};
  std::vector<uint32_t> key = words_of(number.get());  // of the absolute value
  Guard guard(random->header);
  twister_of(random).start(key.data(), key.size());
  begin_streams(random, random->streams);
  return Ref::none();
}

Ref random_new(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Object* object = allocate_instance(thread, as<Type>(args[0]));
  if (!object) return {};
  auto* made = reinterpret_cast<Random*>(object);
  made->main.next = Mersenne::kUnseeded;
  begin_streams(made, made->streams);
  Ref random = Ref::own(object);
  Tuple* given = as<Tuple>(args[1]);
  if (given->length == 0 || has_flag(type_of(object), kHeapType)) return random;  // a subclass seeds in its __init__
  Value seed_args[] = {random.get(), given->items[0]};
  return random_seed(thread, seed_args, 2, nullptr) ? std::move(random) : Ref();
}

Ref random_random(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Random* random = self_of(args);
  Guard guard(random->header);
  if (twister_of(random).next == Mersenne::kUnseeded) start_from_system(thread, random);
  return make_float(thread, twister_of(random).real());
}

// `bits` random bits, at most 64: words from the lowest up, the last one cut.
uint64_t small_bits(Thread& thread, Random* random, uint32_t bits) {
  if (bits == 0) return 0;
  if (bits <= 32) return next_word(thread, random) >> (32 - bits);
  uint64_t low = next_word(thread, random);
  return static_cast<uint64_t>(next_word(thread, random) >> (64 - bits)) << 32 | low;
}

Ref many_bits(Thread& thread, Random* random, uint64_t bits) {
  if (bits > uint64_t{1} << 40) return raise_memory_error(thread);
  std::vector<uint32_t> words((bits + 31) / 32);
  for (uint32_t& word : words) {
    word = next_word(thread, random);
    if (bits < 32)
      word >>= 32 - bits;
    else
      bits -= 32;
  }
  mpz_t number;
  mpz_init(number);
  mpz_import(number, words.size(), -1, 4, 0, 0, words.data());
  Ref result = make_int(thread, number);
  mpz_clear(number);
  return result;
}

Ref random_getrandbits(Thread& thread, const Value* args, uint32_t, Tuple*) {
  int64_t bits;
  if (!index_as_int64(thread, args[1], &bits)) return {};
  if (bits < 0) return raise(thread, Error::ValueError, "number of bits must be non-negative");
  Random* random = self_of(args);
  Guard guard(random->header);
  if (bits > 64) return many_bits(thread, random, static_cast<uint64_t>(bits));
  return make_int_from_unsigned(thread, small_bits(thread, random, static_cast<uint32_t>(bits)));
}

// A number below n, as random.py's own loop over getrandbits would find it.
Ref random_below(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Random* random = self_of(args);
  if (args[1].is_int() && args[1].as_int() > 0) {
    uint64_t limit = static_cast<uint64_t>(args[1].as_int()), found;
    uint32_t bits = static_cast<uint32_t>(64 - __builtin_clzll(limit));
    Guard guard(random->header);
    do {
      found = small_bits(thread, random, bits);
    } while (found >= limit);
    return Ref::own(Value::integer(static_cast<int64_t>(found)));
  }
  Ref limit = index(thread, args[1]);
  if (!limit) return {};
  if (int_compare(limit.get(), Value::integer(0)) <= 0) return Ref::own(Value::integer(0));
  mpz_t number;
  mpz_init(number);
  get_integer(limit.get(), number);
  uint64_t bits = mpz_sizeinbase(number, 2);
  mpz_clear(number);
  Guard guard(random->header);
  for (;;) {
    Ref found = many_bits(thread, random, bits);
    if (!found || int_compare(found.get(), limit.get()) < 0) return found;
  }
}

Ref random_getstate(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Random* random = self_of(args);
  Tuple* state = new_tuple(thread, kWords + 1);
  if (!state) return {};
  Guard guard(random->header);
  if (twister_of(random).next == Mersenne::kUnseeded) start_from_system(thread, random);
  for (uint32_t i = 0; i < kWords; ++i) state->items[i] = Value::integer(twister_of(random).words[i]);
  state->items[kWords] = Value::integer(twister_of(random).next);
  return Ref::own(state);
}

Ref random_setstate(Thread& thread, const Value* args, uint32_t, Tuple*) {
  if (!is<Tuple>(args[1])) return raise(thread, Error::TypeError, "state vector must be a tuple");
  Tuple* state = as<Tuple>(args[1]);
  if (state->length != kWords + 1) return raise(thread, Error::ValueError, "state vector is the wrong size");
  uint32_t words[kWords + 1];
  for (uint32_t i = 0; i <= kWords; ++i) {
    int64_t word;
    if (!index_as_int64(thread, state->items[i], &word)) return {};
    if (word < 0) return raise(thread, Error::OverflowError, "can't convert negative value to unsigned int");
    words[i] = static_cast<uint32_t>(word);
  }
  if (words[kWords] > kWords) return raise(thread, Error::ValueError, "invalid state");
  Random* random = self_of(args);
  Guard guard(random->header);
  std::memcpy(twister_of(random).words, words, sizeof twister_of(random).words);
  twister_of(random).next = words[kWords];
  begin_streams(random, random->streams);
  return Ref::none();
}

Ref system_bytes(Thread& thread, const Value* args, uint32_t, Tuple*) {
  int64_t count;
  if (!index_as_int64(thread, args[0], &count)) return {};
  if (count < 0) return raise(thread, Error::ValueError, "negative argument not allowed");
  Bytes* bytes = new_bytes(thread, static_cast<size_t>(count));
  if (!bytes) return {};
  thread.interpreter->world->random_bytes(bytes->data(), static_cast<size_t>(count));
  return Ref::own(bytes);
}

Ref digest_of(Thread& thread, const Value* args, uint32_t, Tuple*) {
  std::string_view content;
  if (!bytes_view(thread, args[0], &content)) return {};
  auto digest = sha512(content);
  return make_bytes(thread, {reinterpret_cast<const char*>(digest.data()), digest.size()});
}

const MethodDef kMethods[] = {
    {"__new__", "(cls, /, *args, **kwargs)", random_new, MethodDef::Static},
    {"random", "(self, /)", random_random},
    {"seed", "(self, n=None, /)", random_seed},
    {"getstate", "(self, /)", random_getstate},
    {"setstate", "(self, state, /)", random_setstate},
    {"getrandbits", "(self, k, /)", random_getrandbits},
    {"_below", "(self, n, /)", random_below},
};
const MethodDef kFunctions[] = {
    {"_sha512", "(content, /)", digest_of},
    {"_system_bytes", "(size, /)", system_bytes},
};

}  // namespace

bool init_random(Thread& thread, Module* module) {
  Type* type = make_native_type(
      thread, {.name = "Random", .module = "_random", .layout = &kRandomLayout, .flags = kBaseType | kOwnGuards}, nullptr);
  if (!type) return false;
  add_methods(thread, type, kMethods);
  finish_type(thread, type);
  return add_functions(thread, module, kFunctions) && add_value(thread, module, "Random", Ref::share(type));
}

}  // namespace gillab
