// What _hashlib has for keys and passwords: pbkdf2_hmac, scrypt, HMAC in one call, comparing digests.
#include <climits>

#include "runtime/bytes.h"
#include "runtime/int.h"
#include "runtime/list.h"
#include "runtime/modules/hashlib.h"
#include "runtime/operations.h"
#include "runtime/str.h"
#include "runtime/text/memoryview.h"

namespace gillab {
namespace {

bool positive_int(Thread& thread, Value value, const char* name, int* result) {
  int64_t number;
  if (!index_as_int64(thread, value, &number)) return false;
  if (number < 1) return raise(thread, Error::ValueError, "{} must be greater than 0.", name);
  if (number > INT_MAX) return raise(thread, Error::OverflowError, "{} is too great.", name);
  *result = static_cast<int>(number);
  return true;
}

bool short_enough(Thread& thread, const Pinned& bytes, const char* name) {
  return bytes.size() <= INT_MAX || raise(thread, Error::OverflowError, "{} is too long.", name);
}

// args: hash_name, password, salt, iterations, dklen.
Ref pbkdf2_hmac(Thread& thread, const Value* args, uint32_t, Tuple*) {
  const Crypto& crypto = *load_crypto();
  Pinned password, salt;
  if (!is<Str>(args[0])) {
    return raise(thread, Error::TypeError, "pbkdf2_hmac() argument 'hash_name' must be str, not {}",
                 type_name(thread, args[0]));
  }
  const EVP_MD* digest = find_digest(thread, crypto, args[0]);
  if (!digest || !password.open(thread, args[1], Pinned::kRead)) return {};
  if (!salt.open(thread, args[2], Pinned::kRead)) return {};
  if (!short_enough(thread, password, "password") || !short_enough(thread, salt, "salt")) return {};
  int rounds, size = crypto.EVP_MD_get_size(digest);
  if (!positive_int(thread, args[3], "iteration value", &rounds)) return {};
  bool sized = !args[4].is_empty() && !args[4].is_none();
  if (sized && !positive_int(thread, args[4], "key length", &size)) return {};
  Bytes* key = new_bytes(thread, static_cast<size_t>(size));
  if (!key) return {};
  Ref owned = Ref::own(key);
  int done = 0;
  native_work(thread, true, [&] {
    done = crypto.PKCS5_PBKDF2_HMAC(password.view().data(), static_cast<int>(password.size()), octets(salt),
                                    static_cast<int>(salt.size()), rounds, digest, size, key->data());
  });
  return done ? std::move(owned) : Ref(raise(thread, Error::ValueError, "libcrypto could not derive the key"));
}

bool unsigned_option(Thread& thread, Value value, const char* name, uint64_t* result) {
  int64_t number;
  if (value.is_empty() || !is_integer(value) || !fits_int64(value, &number) || number < 0) {
    return raise(thread, Error::TypeError, "{} is required and must be an unsigned int", name);
  }
  *result = static_cast<uint64_t>(number);
  return true;
}

struct ScryptCost {
  uint64_t n, r, p;
  int64_t memory = 0, size = 64;
};

// args: password, salt, n, r, p, maxmem, dklen.
bool scrypt_cost(Thread& thread, const Value* args, ScryptCost* cost) {
  if (!unsigned_option(thread, args[2], "n", &cost->n)) return false;
  if (cost->n < 2 || (cost->n & (cost->n - 1))) return raise(thread, Error::ValueError, "n must be a power of 2.");
  if (!unsigned_option(thread, args[3], "r", &cost->r)) return false;
  if (!unsigned_option(thread, args[4], "p", &cost->p)) return false;
  if (!args[5].is_empty() && !index_as_int64(thread, args[5], &cost->memory)) return false;
  if (cost->memory < 0 || cost->memory > INT_MAX) {
    return raise(thread, Error::ValueError, "maxmem must be positive and smaller than {}", INT_MAX);
  }
  if (!args[6].is_empty() && !index_as_int64(thread, args[6], &cost->size)) return false;
  if (cost->size < 1 || cost->size > INT_MAX) {
    return raise(thread, Error::ValueError, "dklen must be greater than 0 and smaller than {}", INT_MAX);
  }
  return true;
}

bool scrypt_possible(Thread& thread, const ScryptCost& cost) {
  auto memory = static_cast<uint64_t>(cost.memory);
  if (load_crypto()->EVP_PBE_scrypt(nullptr, 0, nullptr, 0, cost.n, cost.r, cost.p, memory, nullptr, 0)) return true;
  return raise(thread, Error::ValueError,
               cost.r > 0 && cost.p > 0 ? "[digital envelope routines] memory limit exceeded"
                                        : "Invalid parameter combination for n, r, p, maxmem.");
}

Ref scrypt(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Pinned password, salt;
  ScryptCost cost;
  if (!password.open(thread, args[0], Pinned::kRead)) return {};
  if (args[1].is_empty() || args[1].is_none()) return raise(thread, Error::TypeError, "salt is required");
  if (!salt.open(thread, args[1], Pinned::kRead)) return {};
  if (!scrypt_cost(thread, args, &cost) || !scrypt_possible(thread, cost)) return {};
  Bytes* key = new_bytes(thread, static_cast<size_t>(cost.size));
  if (!key) return {};
  Ref owned = Ref::own(key);
  int done = 0;
  native_work(thread, true, [&] {
    done = load_crypto()->EVP_PBE_scrypt(password.view().data(), password.size(), octets(salt), salt.size(), cost.n,
                                         cost.r, cost.p, static_cast<uint64_t>(cost.memory), key->data(), key->length);
  });
  return done ? std::move(owned) : Ref(raise(thread, Error::ValueError, "libcrypto could not derive the key"));
}

// args: key, msg, digest.
Ref hmac_digest(Thread& thread, const Value* args, uint32_t, Tuple*) {
  const Crypto& crypto = *load_crypto();
  Pinned key, message;
  const EVP_MD* digest = find_digest(thread, crypto, args[2]);
  if (!digest || !key.open(thread, args[0], Pinned::kRead) || !message.open(thread, args[1], Pinned::kRead)) return {};
  if (!short_enough(thread, key, "key")) return {};
  uint8_t result[kLongestDigest];
  unsigned size = 0;
  bool done = false;
  native_work(thread, message.size() >= kHashWithoutTurn, [&] {
    int key_size = static_cast<int>(key.size());
    done = crypto.HMAC(digest, octets(key), key_size, octets(message), message.size(), result, &size);
  });
  if (!done) return raise(thread, Error::ValueError, "libcrypto could not do it");
  return make_bytes(thread, {reinterpret_cast<char*>(result), size});
}

// As long whatever the contents are.
bool same_content(std::string_view left, std::string_view right) {
  unsigned char different = left.size() != right.size();
  if (different) right = left;
  for (size_t i = 0; i < left.size(); ++i) {
    different = static_cast<unsigned char>(different | (left[i] ^ right[i]));
  }
  return !different;
}

bool has_bytes(Value value) { return is<Bytes>(value) || is<ByteArray>(value) || is<MemoryView>(value); }

Ref compare_digest(Thread& thread, const Value* args, uint32_t, Tuple*) {
  if (is<Str>(args[0]) && is<Str>(args[1])) {
    Str *left = as<Str>(args[0]), *right = as<Str>(args[1]);
    if (left->ascii && right->ascii) return Ref::boolean(same_content(left->ascii_view(), right->ascii_view()));
    return raise(thread, Error::TypeError, "comparing strings with non-ASCII characters is not supported");
  }
  Pinned left, right;
  if (!has_bytes(args[0]) && !has_bytes(args[1])) {
    return raise(thread, Error::TypeError, "unsupported operand types(s) or combination of types: '{}' and '{}'",
                 type_name(thread, args[0]), type_name(thread, args[1]));
  }
  if (!left.open(thread, args[0], Pinned::kRead) || !right.open(thread, args[1], Pinned::kRead)) return {};
  return Ref::boolean(same_content(left.view(), right.view()));
}

const MethodDef kFunctions[] = {
    {"pbkdf2_hmac", "(hash_name, password, salt, iterations, dklen=None)", pbkdf2_hmac},
    {"scrypt", "(password, *, salt=None, n=None, r=None, p=None, maxmem=0, dklen=64)", scrypt},
    {"hmac_digest", "(key, msg, digest)", hmac_digest},
    {"compare_digest", "(a, b, /)", compare_digest},
};

}  // namespace

bool add_key_functions(Thread& thread, Module* module) { return add_functions(thread, module, kFunctions); }

}  // namespace gillab
