// The generators under numpy.random: the older one draws from the Mersenne Twister, the newer one from PCG64. What is
// drawn for one seed is what numpy draws; the distributions are in lib/numpy/random.py.
#include <cmath>
#include <mutex>
#include <new>
#include <vector>

#include "runtime/classes/type_build.h"
#include "runtime/float.h"
#include "runtime/int.h"
#include "runtime/interpreter.h"
#include "runtime/list.h"
#include "runtime/modules/mersenne.h"
#include "runtime/modules/numpy/walk.h"
#include "runtime/operations.h"

namespace gillab::numpy {
namespace {

using Wide = unsigned __int128;

// PCG64: a linear congruence of 128 bits, its output folded and turned (XSL-RR).
struct Pcg {
  static constexpr Wide kFactor = Wide{0x2360ED051FC65DA4} << 64 | 0x4385DF649FCCF645;
  Wide state, increment;
  uint32_t saved;  // the upper half of a word of which 32 bits were asked for
  bool has_saved;

  void start(Wide seed, Wide sequence) {
    increment = sequence << 1 | 1;
    state = 0;
    step();
    state += seed;
    step();
    has_saved = false;
  }
  void step() { state = state * kFactor + increment; }
  uint64_t word() {
    step();
    uint64_t folded = static_cast<uint64_t>(state >> 64) ^ static_cast<uint64_t>(state);
    return std::rotr(folded, static_cast<int>(state >> 122));
  }
  uint32_t half() {
    if (has_saved) return has_saved = false, saved;
    uint64_t whole = word();
    has_saved = true;
    saved = static_cast<uint32_t>(whole >> 32);
    return static_cast<uint32_t>(whole);
  }
};

struct Bits : Object {
  static constexpr Kind kKind = Kind::Extension;
  bool newer;  // PCG64 rather than the twister. All: under `mutex`
  Mersenne twister;
  Pcg pcg;
  bool has_gauss;  // normal numbers come in pairs: one is left
  double gauss;
  std::mutex mutex;

  double real() { return newer ? static_cast<double>(pcg.word() >> 11) * 0x1p-53 : twister.real(); }
  uint32_t half() { return newer ? pcg.half() : twister.word(); }
  uint64_t word() {
    if (newer) return pcg.word();
    uint64_t high = twister.word();
    return high << 32 | twister.word();
  }

  // From 0 to `most`. The older generator tries until a number fits, the newer one multiplies (Lemire).
  uint64_t below_or_equal(uint64_t most) {
    if (most == 0) return 0;
    if (most == UINT32_MAX) return half();
    if (most == UINT64_MAX) return word();
    if (most < UINT32_MAX) return newer ? multiplied32(static_cast<uint32_t>(most)) : tried(most, true);
    return newer ? multiplied64(most) : tried(most, false);
  }
  uint64_t tried_below_or_equal(uint64_t most) { return most == 0 ? 0 : tried(most, most <= UINT32_MAX); }
  double next_gauss() {
    if (has_gauss) return has_gauss = false, gauss;
    double x, y, square;
    do {
      x = 2 * real() - 1;
      y = 2 * real() - 1;
      square = x * x + y * y;
    } while (square >= 1 || square == 0);
    double factor = std::sqrt(-2 * std::log(square) / square);
    gauss = factor * x;
    has_gauss = true;
    return factor * y;
  }

 private:
  uint64_t tried(uint64_t most, bool narrow) {
    uint64_t mask = ~uint64_t{0} >> __builtin_clzll(most), found;
    do {
      found = (narrow ? half() : word()) & mask;
    } while (found > most);
    return found;
  }
  uint64_t multiplied32(uint32_t most) {
    uint32_t count = most + 1;
    uint64_t product = uint64_t{half()} * count;
    if (static_cast<uint32_t>(product) < count) {
      uint32_t threshold = (UINT32_MAX - most) % count;
      while (static_cast<uint32_t>(product) < threshold) product = uint64_t{half()} * count;
    }
    return product >> 32;
  }
  uint64_t multiplied64(uint64_t most) {
    uint64_t count = most + 1;
    Wide product = Wide{word()} * count;
    if (static_cast<uint64_t>(product) < count) {
      uint64_t threshold = (UINT64_MAX - most) % count;
      while (static_cast<uint64_t>(product) < threshold) product = Wide{word()} * count;
    }
    return static_cast<uint64_t>(product >> 64);
  }
};

void destroy_bits(Thread& thread, Object* object) {
  static_cast<Bits*>(object)->mutex.~mutex();
  free_object(thread, object, sizeof(Bits));
}
const Layout kBitsLayout = {"Bits", sizeof(Bits), false, destroy_bits};
Bits* self_of(const Value* args) { return static_cast<Bits*>(args[0].as_object()); }

// Words of 32 bits given as ints.
bool read_words(Thread& thread, Value value, std::vector<uint32_t>* words) {
  Ref list = list_from(thread, value);
  if (!list) return false;
  for (uint32_t i = 0; i < list.as<List>()->length.get(); ++i) {
    int64_t word;
    if (!index_as_int64(thread, list.as<List>()->items.get()[i], &word)) return false;
    words->push_back(static_cast<uint32_t>(word));
  }
  return true;
}

// args: self, words: an int or several seed the twister; of PCG64 there are eight, as SeedSequence makes them.
Ref bits_seed(Thread& thread, const Value* args, uint32_t, Tuple*) {
  std::vector<uint32_t> words;
  int64_t single = 0;
  bool plain = args[1].is_int();
  if (plain ? !index_as_int64(thread, args[1], &single) : !read_words(thread, args[1], &words)) return {};
  if (!plain && words.empty()) return raise(thread, Error::ValueError, "Seed must be non-empty");
  Bits* self = self_of(args);
  StateLock lock(thread, self->mutex);
  self->has_gauss = false;
  if (!self->newer) {
    plain ? self->twister.start(static_cast<uint32_t>(single)) : self->twister.start(words.data(), words.size());
    return Ref::none();
  }
  words.resize(8);
  uint64_t parts[4];
  for (size_t i = 0; i < 4; ++i) parts[i] = words[2 * i] | uint64_t{words[2 * i + 1]} << 32;
  self->pcg.start(Wide{parts[0]} << 64 | parts[1], Wide{parts[2]} << 64 | parts[3]);
  return Ref::none();
}

Ref bits_new(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Object* object = allocate_instance(thread, as<Type>(args[0]));
  if (!object) return {};
  Bits* self = static_cast<Bits*>(object);
  self->newer = args[1].is_true();
  new (&self->mutex) std::mutex;
  Value seeding[] = {Value::object(object), args[2]};
  Ref owned = Ref::own(object);
  return bits_seed(thread, seeding, 2, nullptr) ? std::move(owned) : Ref();
}

// An array of that shape filled by draw(), or one number when `size` is None.
template <class T, class Draw>
Ref drawn(Thread& thread, Bits* self, Value size, Element element, Draw draw) {
  StateLock lock(thread, self->mutex);
  if (!given(size)) {
    T number = draw();
    if constexpr (std::is_same_v<T, double>) return make_float(thread, number);
    return make_int(thread, static_cast<int64_t>(number));
  }
  View shape;
  if (!read_shape(thread, size, &shape)) return {};
  for (int i = 0; i < shape.dimensions; ++i) {
    if (shape.shape[i] < 0) return raise(thread, Error::ValueError, "negative dimensions are not allowed");
  }
  Ref made = make_array(thread, element, shape.dimensions, shape.shape);
  if (!made) return {};
  T* data = reinterpret_cast<T*>(view_of(made).data);
  int64_t count = shape.size();
  native_work(thread, count >= kWorkWithoutTurn, [&] {
    for (int64_t i = 0; i < count; ++i) data[i] = draw();
  });
  return made;
}

Ref bits_random(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Bits* self = self_of(args);
  return drawn<double>(thread, self, args[1], Element::Float, [=] { return self->real(); });
}
Ref bits_gauss(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Bits* self = self_of(args);
  return drawn<double>(thread, self, args[1], Element::Float, [=] { return self->next_gauss(); });
}

// args: self, low, high (not drawn any more), size.
Ref bits_integers(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Bits* self = self_of(args);
  int64_t low, high;
  if (!index_as_int64(thread, args[1], &low) || !index_as_int64(thread, args[2], &high)) return {};
  if (low >= high) return raise(thread, Error::ValueError, "low >= high");
  uint64_t most = static_cast<uint64_t>(high) - static_cast<uint64_t>(low) - 1;
  return drawn<int64_t>(thread, self, args[3], Element::Int, [=] {
    return static_cast<int64_t>(static_cast<uint64_t>(low) + self->below_or_equal(most));
  });
}

// The numbers below n in a random order.
Ref bits_order(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Bits* self = self_of(args);
  int64_t count;
  if (!index_as_int64(thread, args[1], &count)) return {};
  StateLock lock(thread, self->mutex);
  Ref made = make_array(thread, Element::Int, 1, &count);
  if (!made) return {};
  auto* data = reinterpret_cast<int64_t*>(view_of(made).data);
  native_work(thread, count >= kWorkWithoutTurn, [&] {
    for (int64_t i = 0; i < count; ++i) data[i] = i;
    for (int64_t i = count - 1; i > 0; --i) {
      std::swap(data[i], data[self->tried_below_or_equal(static_cast<uint64_t>(i))]);
    }
  });
  return made;
}

const MethodDef kMethods[] = {
    {"__new__", "(cls, newer, words, /)", bits_new, MethodDef::Static},
    {"seed", "(self, words, /)", bits_seed},
    {"random", "(self, size=None, /)", bits_random},
    {"gauss", "(self, size=None, /)", bits_gauss},
    {"integers", "(self, low, high, size=None, /)", bits_integers},
    {"order", "(self, count, /)", bits_order},
};

}  // namespace

Type* make_bits_type(Thread& thread) {
  TypeDef def = {.name = "numpy.random.Bits", .module = "numpy.random", .layout = &kBitsLayout};
  Type* type = make_native_type(thread, def, nullptr);
  if (!type) return nullptr;
  add_methods(thread, type, kMethods);
  finish_type(thread, type);
  return type;
}

}  // namespace gillab::numpy
