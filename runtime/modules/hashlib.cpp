// The module _hashlib: hash objects over OpenSSL's digests. What scripts import is lib/hashlib.py.
#include "runtime/modules/hashlib.h"

#include <atomic>
#include <cstring>
#include <new>

#include "runtime/bytes.h"
#include "runtime/classes/type_build.h"
#include "runtime/int.h"
#include "runtime/list.h"
#include "runtime/modules/modules.h"
#include "runtime/operations.h"
#include "runtime/set.h"
#include "runtime/str.h"

namespace gillab {
namespace {

// Python's names and OpenSSL's. Fetching an algorithm is slow, so each is fetched once in the life of the process.
struct Algorithm {
  const char* name;
  const char* openssl_name;
  std::atomic<EVP_MD*> digest{nullptr};
};
Algorithm algorithms[] = {
    {"md5", "MD5"},
    {"sha1", "SHA1"},
    {"sha224", "SHA2-224"},
    {"sha256", "SHA2-256"},
    {"sha384", "SHA2-384"},
    {"sha512", "SHA2-512"},
    {"sha512_224", "SHA2-512/224"},
    {"sha512_256", "SHA2-512/256"},
    {"sha3_224", "SHA3-224"},
    {"sha3_256", "SHA3-256"},
    {"sha3_384", "SHA3-384"},
    {"sha3_512", "SHA3-512"},
    {"shake_128", "SHAKE-128"},
    {"shake_256", "SHAKE-256"},
    {"blake2b", "BLAKE2B-512"},
    {"blake2s", "BLAKE2S-256"},
    {"md5-sha1", "MD5-SHA1"},
    {"ripemd160", "RIPEMD-160"},
    {"sm3", "SM3"},
};

const EVP_MD* fetch(const Crypto& crypto, Algorithm* algorithm) {
  if (EVP_MD* known = algorithm->digest.load(std::memory_order_acquire)) return known;
  EVP_MD* fetched = crypto.EVP_MD_fetch(nullptr, algorithm->openssl_name, nullptr);
  EVP_MD* nobody = nullptr;
  if (fetched && !algorithm->digest.compare_exchange_strong(nobody, fetched)) {
    crypto.EVP_MD_free(fetched);
    return nobody;
  }
  return fetched;
}

const char* python_name(const Crypto& crypto, const EVP_MD* digest) {
  const char* name = crypto.EVP_MD_get0_name(digest);
  for (const Algorithm& algorithm : algorithms) {
    if (algorithm.digest.load(std::memory_order_relaxed) == digest) return algorithm.name;
  }
  return name;
}

struct HashObject : Object {
  static constexpr Kind kKind = Kind::Extension;
  EVP_MD_CTX* context;   // under `mutex`
  const EVP_MD* digest;  // never changes
  std::mutex mutex;
};

HashObject* self_of(Value value) { return reinterpret_cast<HashObject*>(value.as_object()); }
const Crypto& crypto() { return *load_crypto(); }  // there is a hash object, so there is the library

void destroy_hash(Thread& thread, Object* object) {
  HashObject* self = reinterpret_cast<HashObject*>(object);
  crypto().EVP_MD_CTX_free(self->context);
  self->mutex.~mutex();
  free_object(thread, object, sizeof(HashObject));
}
const Layout kHashLayout = {"HASH", sizeof(HashObject), false, destroy_hash};

Failed library_failed(Thread& thread) { return raise(thread, Error::ValueError, "libcrypto could not do it"); }

// A context of that algorithm, fresh or a copy. Null: an error is set.
EVP_MD_CTX* new_context(Thread& thread, const EVP_MD* digest, HashObject* like) {
  EVP_MD_CTX* context = crypto().EVP_MD_CTX_new();
  if (!context) return raise_memory_error(thread);
  int done = 0;
  if (like) {
    StateLock lock(thread, like->mutex);
    done = crypto().EVP_MD_CTX_copy(context, like->context);
  } else {
    done = crypto().EVP_DigestInit_ex(context, digest, nullptr);
  }
  if (done) return context;
  crypto().EVP_MD_CTX_free(context);
  return library_failed(thread);
}

bool is_extendable(const EVP_MD* digest) { return crypto().EVP_MD_get_flags(digest) & kExtendableOutput; }

Ref make_hash(Thread& thread, const EVP_MD* digest, HashObject* like) {
  EVP_MD_CTX* context = new_context(thread, digest, like);
  if (!context) return {};
  Type* type = is_extendable(digest) ? module_types(thread).hash_xof : module_types(thread).hash;
  Object* object = allocate_instance(thread, type);
  if (!object) return crypto().EVP_MD_CTX_free(context), Ref();
  HashObject* self = reinterpret_cast<HashObject*>(object);
  self->context = context;
  self->digest = digest;
  new (&self->mutex) std::mutex;
  return Ref::own(object);
}

bool update(Thread& thread, HashObject* self, Value data) {
  Pinned bytes;
  if (!pin_hashed(thread, data, &bytes)) return false;
  int done = 0;
  StateLock lock(thread, self->mutex);
  native_work(thread, bytes.size() >= kHashWithoutTurn,
              [&] { done = crypto().EVP_DigestUpdate(self->context, octets(bytes), bytes.size()); });
  return done || library_failed(thread);
}

Ref new_hash(Thread& thread, const EVP_MD* digest, Value data) {
  Ref made = make_hash(thread, digest, nullptr);
  if (!made || data.is_empty()) return made;
  return update(thread, self_of(made.get()), data) ? std::move(made) : Ref();
}

Ref hash_new(Thread& thread, const Value* args, uint32_t, Tuple*) {
  const EVP_MD* digest = find_digest(thread, crypto(), args[0]);
  return digest ? new_hash(thread, digest, args[1]) : Ref();
}

template <int number>
Ref hash_named(Thread& thread, const Value* args, uint32_t, Tuple*) {
  const EVP_MD* digest = fetch(crypto(), &algorithms[number]);
  return digest ? new_hash(thread, digest, args[0]) : Ref(library_failed(thread));
}

Ref hash_update(Thread& thread, const Value* args, uint32_t, Tuple*) {
  return update(thread, self_of(args[0]), args[1]) ? Ref::none() : Ref();
}

Ref hash_copy(Thread& thread, const Value* args, uint32_t, Tuple*) {
  return make_hash(thread, self_of(args[0])->digest, self_of(args[0]));
}

bool finish(Thread& thread, HashObject* self, uint8_t* digest) {
  EVP_MD_CTX* copy = new_context(thread, self->digest, self);
  if (!copy) return false;
  int done = crypto().EVP_DigestFinal_ex(copy, digest, nullptr);
  crypto().EVP_MD_CTX_free(copy);
  return done || library_failed(thread);
}

size_t digest_size(HashObject* self) { return static_cast<size_t>(crypto().EVP_MD_get_size(self->digest)); }

Ref hash_digest(Thread& thread, const Value* args, uint32_t, Tuple*) {
  uint8_t digest[kLongestDigest];
  if (!finish(thread, self_of(args[0]), digest)) return {};
  return make_bytes(thread, {reinterpret_cast<char*>(digest), digest_size(self_of(args[0]))});
}
Ref hash_hexdigest(Thread& thread, const Value* args, uint32_t, Tuple*) {
  uint8_t digest[kLongestDigest];
  return finish(thread, self_of(args[0]), digest) ? hex_text(thread, digest, digest_size(self_of(args[0]))) : Ref();
}

// As many bytes as asked for, of an algorithm that has no end.
Ref xof_digest(Thread& thread, const Value* args, uint32_t, Tuple*) {
  int64_t size;
  if (!index_as_int64(thread, args[1], &size)) return {};
  if (size < 0) return raise(thread, Error::ValueError, "value must be positive");
  Bytes* result = new_bytes(thread, static_cast<size_t>(size));
  if (!result) return {};
  Ref owned = Ref::own(result);
  HashObject* self = self_of(args[0]);
  EVP_MD_CTX* copy = size > 0 ? new_context(thread, self->digest, self) : nullptr;
  if (size == 0 || !copy) return size == 0 ? std::move(owned) : Ref();
  int done = 0;
  native_work(thread, result->length >= kHashWithoutTurn,
              [&] { done = crypto().EVP_DigestFinalXOF(copy, result->data(), result->length); });
  crypto().EVP_MD_CTX_free(copy);
  return done ? std::move(owned) : Ref(library_failed(thread));
}
Ref xof_hexdigest(Thread& thread, const Value* args, uint32_t count, Tuple* names) {
  Ref digest = xof_digest(thread, args, count, names);
  return digest ? hex_text(thread, digest.as<Bytes>()->data(), digest.as<Bytes>()->length) : Ref();
}

Ref get_name(Thread& thread, Value self) { return make_str(thread, python_name(crypto(), self_of(self)->digest)); }
Ref get_digest_size(Thread& thread, Value self) {
  bool extendable = is_extendable(self_of(self)->digest);
  return make_int(thread, extendable ? 0 : static_cast<int64_t>(digest_size(self_of(self))));
}
Ref get_block_size(Thread& thread, Value self) {
  return make_int(thread, crypto().EVP_MD_get_block_size(self_of(self)->digest));
}

Ref hash_repr(Thread& thread, const Value* args, uint32_t, Tuple*) {
  char address[24];
  std::snprintf(address, sizeof address, "%p", static_cast<void*>(args[0].as_object()));
  return format_text(thread, "<{} {} object @ {}>",
                     {python_name(crypto(), self_of(args[0])->digest), type_of(args[0].as_object())->native_name,
                      std::string_view(address)});
}

const MethodDef kHashMethods[] = {
    {"update", "(self, obj, /)", hash_update},
    {"digest", "(self, /)", hash_digest},
    {"hexdigest", "(self, /)", hash_hexdigest},
    {"copy", "(self, /)", hash_copy},
    {"__repr__", "(self, /)", hash_repr},
};
const MethodDef kXofMethods[] = {
    {"digest", "(self, /, length)", xof_digest},
    {"hexdigest", "(self, /, length)", xof_hexdigest},
};
const GetSetDef kHashAttributes[] = {
    {"name", get_name}, {"digest_size", get_digest_size}, {"block_size", get_block_size}};

#define OPENSSL(number, name) {"openssl_" name, "(string=b'', *, usedforsecurity=True)", hash_named<number>}
const MethodDef kFunctions[] = {
    {"new", "(name, string=b'', *, usedforsecurity=True)", hash_new},
    OPENSSL(0, "md5"),
    OPENSSL(1, "sha1"),
    OPENSSL(2, "sha224"),
    OPENSSL(3, "sha256"),
    OPENSSL(4, "sha384"),
    OPENSSL(5, "sha512"),
    OPENSSL(8, "sha3_224"),
    OPENSSL(9, "sha3_256"),
    OPENSSL(10, "sha3_384"),
    OPENSSL(11, "sha3_512"),
    OPENSSL(12, "shake_128"),
    OPENSSL(13, "shake_256"),
};
#undef OPENSSL

Ref digest_names(Thread& thread) {
  Ref names = make_list(thread);
  for (Algorithm& algorithm : algorithms) {
    if (!names) return {};
    if (!fetch(crypto(), &algorithm)) continue;
    Ref name = make_str(thread, algorithm.name);
    if (!name || !append(thread, names.as<List>(), std::move(name))) return {};
  }
  return call(thread, Value::object(thread.types().frozenset), names.get());
}

bool make_hash_types(Thread& thread) {
  ModuleTypes& types = module_types(thread);
  TypeDef def = {
      .name = "_hashlib.HASH", .module = "_hashlib", .layout = &kHashLayout, .flags = kBaseType | kNoInstances | kOwnGuards};
  if (!(types.hash = make_native_type(thread, def, nullptr))) return false;
  add_methods(thread, types.hash, kHashMethods);
  add_getsets(thread, types.hash, kHashAttributes);
  finish_type(thread, types.hash);
  def.name = "_hashlib.HASHXOF";
  if (!(types.hash_xof = make_native_type(thread, def, types.hash))) return false;
  add_methods(thread, types.hash_xof, kXofMethods);
  finish_type(thread, types.hash_xof);
  types.unsupported_digest = make_error_type(thread, "UnsupportedDigestmodError", "_hashlib", Error::ValueError);
  return types.unsupported_digest;
}

bool same_name(std::string_view text, const char* name) {
  return text.size() == std::strlen(name) && ::strncasecmp(text.data(), name, text.size()) == 0;
}

}  // namespace

const EVP_MD* find_digest(Thread& thread, const Crypto& crypto, Value name) {
  if (!is<Str>(name)) return raise(thread, Error::TypeError, "name must be a string");
  std::string text = to_utf8(as<Str>(name));
  for (Algorithm& algorithm : algorithms) {
    if (!same_name(text, algorithm.name) && !same_name(text, algorithm.openssl_name)) continue;
    if (const EVP_MD* found = fetch(crypto, &algorithm)) return found;
  }
  // Other spellings of the same algorithms ("sha-256"): OpenSSL knows them, and ours is the one that stays.
  if (EVP_MD* other = crypto.EVP_MD_fetch(nullptr, text.c_str(), nullptr)) {
    std::string official = crypto.EVP_MD_get0_name(other);
    crypto.EVP_MD_free(other);
    for (Algorithm& algorithm : algorithms) {
      if (same_name(official, algorithm.openssl_name)) return fetch(crypto, &algorithm);
    }
  }
  Type* error = module_types(thread).unsupported_digest;
  return raise_formatted(thread, error, "[digital envelope routines] unsupported", {});
}

bool pin_hashed(Thread& thread, Value data, Pinned* bytes) {
  if (is<Str>(data)) return raise(thread, Error::TypeError, "Strings must be encoded before hashing");
  if (bytes->open(thread, data, Pinned::kRead)) return true;
  if (!exception_matches(thread, Error::TypeError)) return false;
  clear_exception(thread);
  return raise(thread, Error::TypeError, "object supporting the buffer API required");
}

Ref hex_text(Thread& thread, const uint8_t* digest, size_t size) {
  static const char kDigits[] = "0123456789abcdef";
  Str* text = new_str(thread, size * 2, 127);
  for (size_t i = 0; text && i < size; ++i) {
    text->data1()[2 * i] = static_cast<uint8_t>(kDigits[digest[i] >> 4]);
    text->data1()[2 * i + 1] = static_cast<uint8_t>(kDigits[digest[i] & 15]);
  }
  return text ? Ref::own(text) : Ref();
}

bool init__hashlib(Thread& thread, Module* module) {
  if (!load_crypto()) {
    return raise(thread, Error::ImportError, "this machine has no libcrypto of OpenSSL 3 (Debian's package libssl3)");
  }
  const ModuleTypes& types = module_types(thread);
  return make_hash_types(thread) && add_functions(thread, module, kFunctions) && add_key_functions(thread, module) &&
         add_value(thread, module, "openssl_md_meth_names", digest_names(thread)) &&
         add_value(thread, module, "HASH", Ref::share(types.hash)) &&
         add_value(thread, module, "HASHXOF", Ref::share(types.hash_xof)) &&
         add_value(thread, module, "UnsupportedDigestmodError", Ref::share(types.unsupported_digest));
}

}  // namespace gillab
