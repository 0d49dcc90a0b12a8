// OpenSSL's libcrypto, opened when hashlib is first imported: start-up pays nothing for it. The few functions are
// declared here, so building needs nothing of OpenSSL. Its names, its types; all that is ours is the table.
#pragma once

#include <cstddef>
#include <cstdint>

struct EVP_MD;
struct EVP_MD_CTX;

namespace gillab {

struct Crypto {
  EVP_MD* (*EVP_MD_fetch)(void* library, const char* name, const char* properties);
  const char* (*EVP_MD_get0_name)(const EVP_MD*);
  int (*EVP_MD_get_size)(const EVP_MD*);
  int (*EVP_MD_get_block_size)(const EVP_MD*);
  unsigned long (*EVP_MD_get_flags)(const EVP_MD*);
  void (*EVP_MD_free)(EVP_MD*);
  EVP_MD_CTX* (*EVP_MD_CTX_new)();
  void (*EVP_MD_CTX_free)(EVP_MD_CTX*);
  int (*EVP_MD_CTX_copy)(EVP_MD_CTX* target, const EVP_MD_CTX* source);
  int (*EVP_DigestInit_ex)(EVP_MD_CTX*, const EVP_MD*, void* engine);
  int (*EVP_DigestUpdate)(EVP_MD_CTX*, const void* data, size_t size);
  int (*EVP_DigestFinal_ex)(EVP_MD_CTX*, unsigned char* digest, unsigned* size);
  int (*EVP_DigestFinalXOF)(EVP_MD_CTX*, unsigned char* digest, size_t size);
  unsigned char* (*HMAC)(const EVP_MD*, const void* key, int key_size, const unsigned char* data, size_t size,
                         unsigned char* digest, unsigned* digest_size);
  int (*PKCS5_PBKDF2_HMAC)(const char* password, int password_size, const unsigned char* salt, int salt_size,
                           int rounds, const EVP_MD*, int key_size, unsigned char* key);
  int (*EVP_PBE_scrypt)(const char* password, size_t password_size, const unsigned char* salt, size_t salt_size,
                        uint64_t n, uint64_t r, uint64_t p, uint64_t memory, unsigned char* key, size_t key_size);
};

inline constexpr unsigned long kExtendableOutput = 2;  // of EVP_MD_get_flags: shake_128, shake_256
inline constexpr unsigned kLongestDigest = 64;

// Null: this machine has no libcrypto of OpenSSL 3.
const Crypto* load_crypto();

}  // namespace gillab
