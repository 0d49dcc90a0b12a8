// _hashlib in its files: hashlib.cpp (the module, hash objects), hashlib_keys.cpp (pbkdf2, scrypt, one-shot HMAC,
// comparing digests). BLAKE2 with its parameters is a module of its own: blake2.cpp.
#pragma once

#include "runtime/modules/libcrypto.h"
#include "runtime/modules/module_types.h"
#include "runtime/modules/native_work.h"

namespace gillab {

inline constexpr size_t kHashWithoutTurn = 2048;  // bytes: what CPython's hashlib documents

// The algorithm a str names in any of its spellings. Null: not a str, or there is none; an error is set.
const EVP_MD* find_digest(Thread& thread, const Crypto& crypto, Value name);
// The bytes to hash. False: CPython's TypeError is set; a str is told to be encoded.
bool pin_hashed(Thread& thread, Value data, Pinned* bytes);
Ref hex_text(Thread& thread, const uint8_t* digest, size_t size);
bool add_key_functions(Thread& thread, Module* module);

}  // namespace gillab
