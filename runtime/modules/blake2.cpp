// The module _blake2: the classes blake2b and blake2s.
#include "runtime/modules/blake2.h"

#include <new>

#include "runtime/bytes.h"
#include "runtime/classes/type_build.h"
#include "runtime/int.h"
#include "runtime/modules/hashlib.h"
#include "runtime/modules/modules.h"
#include "runtime/operations.h"
#include "runtime/str.h"

namespace gillab {
namespace {

template <class Word>
struct Blake2Object : Object {
  static constexpr Kind kKind = Kind::Extension;
  Blake2<Word> state;  // under `mutex`
  std::mutex mutex;
};

template <class Word>
constexpr const char* kName = sizeof(Word) == 8 ? "blake2b" : "blake2s";

template <class Word>
Blake2Object<Word>* self_of(Value value) {
  return reinterpret_cast<Blake2Object<Word>*>(value.as_object());
}

template <class Word>
void destroy_blake2(Thread& thread, Object* object) {
  reinterpret_cast<Blake2Object<Word>*>(object)->mutex.~mutex();
  free_object(thread, object, sizeof(Blake2Object<Word>));
}
template <class Word>
const Layout kBlake2Layout = {kName<Word>, sizeof(Blake2Object<Word>), false, destroy_blake2<Word>};

// The arguments of __new__, in order.
enum Argument {
  Class, Data, DigestSize, Key, Salt, Person, Fanout, Depth, LeafSize, NodeOffset, NodeDepth, InnerSize, LastNode
};
constexpr const char kSignature[] =
    "(cls, data=b'', /, *, digest_size=64, key=b'', salt=b'', person=b'', fanout=1, depth=1, leaf_size=0, "
    "node_offset=0, node_depth=0, inner_size=0, last_node=False, usedforsecurity=True)";

// A number of the parameter block. `range` is the message when it is outside; null: "`name` is too large".
template <class Number>
bool read_number(Thread& thread, Value value, uint64_t least, uint64_t most, const char* range, const char* name,
                 Number* result) {
  if (value.is_empty()) return true;
  Ref integer = index(thread, value);
  if (!integer) return false;
  mpz_t number;
  mpz_init(number);
  get_integer(integer.get(), number);
  bool negative = mpz_sgn(number) < 0, fits = mpz_sizeinbase(number, 2) <= 64;
  uint64_t magnitude = mpz_get_ui(number);
  mpz_clear(number);
  if (!negative && fits && magnitude >= least && magnitude <= most) {
    return *result = static_cast<Number>(magnitude), true;
  }
  if (range) return raise(thread, Error::ValueError, range);
  if (!fits) return raise(thread, Error::OverflowError, "int too big to convert");
  if (negative) return raise(thread, Error::ValueError, "value must be positive");
  return raise(thread, Error::OverflowError, "{} is too large", name);
}

bool read_text(Thread& thread, Value value, size_t most, const char* name, Pinned* bytes, std::string_view* text) {
  if (value.is_empty()) return true;
  if (!bytes->open(thread, value, Pinned::kRead)) return false;
  *text = bytes->view();
  return text->size() <= most || raise(thread, Error::ValueError, "maximum {} length is {} bytes", name, most);
}

template <class Word>
bool read_numbers(Thread& thread, const Value* args, Blake2Parameters* to) {
  using State = Blake2<Word>;
  constexpr size_t kLongest = State::kLongestDigest;
  return read_number(thread, args[DigestSize], 1, kLongest,
                     State::kLong ? "digest_size must be between 1 and 64 bytes"
                                  : "digest_size must be between 1 and 32 bytes",
                     "digest_size", &to->digest_size) &&
         read_number(thread, args[Fanout], 0, 255, "fanout must be between 0 and 255", "fanout", &to->fanout) &&
         read_number(thread, args[Depth], 1, 255, "depth must be between 1 and 255", "depth", &to->depth) &&
         read_number(thread, args[LeafSize], 0, UINT32_MAX, nullptr, "leaf_size", &to->leaf_size) &&
         read_number(thread, args[NodeOffset], 0, State::kMaxNodeOffset, nullptr, "node_offset", &to->node_offset) &&
         read_number(thread, args[NodeDepth], 0, 255, "node_depth must be between 0 and 255", "node_depth",
                     &to->node_depth) &&
         read_number(thread, args[InnerSize], 0, kLongest,
                     State::kLong ? "inner_size must be between 0 and is 64" : "inner_size must be between 0 and is 32",
                     "inner_size", &to->inner_size);
}

template <class Word>
bool update(Thread& thread, Blake2Object<Word>* self, Value data) {
  Pinned bytes;
  if (!pin_hashed(thread, data, &bytes)) return false;
  StateLock lock(thread, self->mutex);
  native_work(thread, bytes.size() >= kHashWithoutTurn, [&] { self->state.update(octets(bytes), bytes.size()); });
  return true;
}

template <class Word>
Ref make_object(Thread& thread, Type* type, const Blake2<Word>& state) {
  Object* object = allocate_instance(thread, type);
  if (!object) return {};
  auto* self = reinterpret_cast<Blake2Object<Word>*>(object);
  new (&self->state) Blake2<Word>(state);
  new (&self->mutex) std::mutex;
  return Ref::own(object);
}

template <class Word>
Ref blake2_new(Thread& thread, const Value* args, uint32_t, Tuple*) {
  using State = Blake2<Word>;
  Blake2Parameters parameters = {.digest_size = State::kLongestDigest};
  Pinned key, salt, person;
  if (!read_numbers<Word>(thread, args, &parameters) ||
      !read_text(thread, args[Salt], State::kSalt, "salt", &salt, &parameters.salt) ||
      !read_text(thread, args[Person], State::kSalt, "person", &person, &parameters.person) ||
      !read_text(thread, args[Key], State::kLongestDigest, "key", &key, &parameters.key)) {
    return {};
  }
  Truth last = args[LastNode].is_empty() ? Truth::No : truth(thread, args[LastNode]);
  if (last == Truth::Error) return {};
  parameters.last_node = last == Truth::Yes;
  Ref made = make_object<Word>(thread, as<Type>(args[Class]), State(parameters));
  if (!made || args[Data].is_empty()) return made;
  return update(thread, self_of<Word>(made.get()), args[Data]) ? std::move(made) : Ref();
}

template <class Word>
Ref blake2_update(Thread& thread, const Value* args, uint32_t, Tuple*) {
  return update(thread, self_of<Word>(args[0]), args[1]) ? Ref::none() : Ref();
}

template <class Word>
Ref blake2_copy(Thread& thread, const Value* args, uint32_t, Tuple*) {
  auto* self = self_of<Word>(args[0]);
  StateLock lock(thread, self->mutex);
  return make_object<Word>(thread, type_of(self), self->state);
}

template <class Word>
size_t finish(Thread& thread, Blake2Object<Word>* self, uint8_t* digest) {
  StateLock lock(thread, self->mutex);
  self->state.finish(digest);
  return self->state.digest_size();
}
template <class Word>
Ref blake2_digest(Thread& thread, const Value* args, uint32_t, Tuple*) {
  uint8_t digest[kLongestDigest];
  size_t size = finish(thread, self_of<Word>(args[0]), digest);
  return make_bytes(thread, {reinterpret_cast<char*>(digest), size});
}
template <class Word>
Ref blake2_hexdigest(Thread& thread, const Value* args, uint32_t, Tuple*) {
  uint8_t digest[kLongestDigest];
  size_t size = finish(thread, self_of<Word>(args[0]), digest);
  return hex_text(thread, digest, size);
}

template <class Word>
Ref get_name(Thread& thread, Value) { return make_str(thread, kName<Word>); }
template <class Word>
Ref get_digest_size(Thread& thread, Value self) {
  return make_int(thread, static_cast<int64_t>(self_of<Word>(self)->state.digest_size()));
}
template <class Word>
Ref get_block_size(Thread& thread, Value) { return make_int(thread, Blake2<Word>::kBlock); }

template <class Word>
bool add_class(Thread& thread, Module* module) {
  static const MethodDef kMethods[] = {
      {"__new__", kSignature, blake2_new<Word>, MethodDef::Static},
      {"update", "(self, data, /)", blake2_update<Word>},
      {"copy", "(self, /)", blake2_copy<Word>},
      {"digest", "(self, /)", blake2_digest<Word>},
      {"hexdigest", "(self, /)", blake2_hexdigest<Word>},
  };
  static const GetSetDef kAttributes[] = {
      {"name", get_name<Word>}, {"digest_size", get_digest_size<Word>}, {"block_size", get_block_size<Word>}};
  static const char* const kQualified = sizeof(Word) == 8 ? "_blake2.blake2b" : "_blake2.blake2s";
  static const char* const kDoc =
      sizeof(Word) == 8 ? "Return a new BLAKE2b hash object." : "Return a new BLAKE2s hash object.";
  TypeDef def = {.name = kQualified, .module = "_blake2", .layout = &kBlake2Layout<Word>, .flags = kOwnGuards, .doc = kDoc};
  Type* type = make_native_type(thread, def, nullptr);
  if (!type) return false;
  add_methods(thread, type, kMethods);
  add_getsets(thread, type, kAttributes);
  for (auto [name, size] : {std::pair{"SALT_SIZE", Blake2<Word>::kSalt}, {"PERSON_SIZE", Blake2<Word>::kSalt},
                            {"MAX_KEY_SIZE", Blake2<Word>::kLongestDigest},
                            {"MAX_DIGEST_SIZE", Blake2<Word>::kLongestDigest}}) {
    add_constant(thread, type, name, make_int(thread, static_cast<int64_t>(size)));
  }
  finish_type(thread, type);
  return add_value(thread, module, kName<Word>, Ref::share(type));
}

}  // namespace

bool init__blake2(Thread& thread, Module* module) {
  return add_class<uint64_t>(thread, module) && add_class<uint32_t>(thread, module);
}

}  // namespace gillab
