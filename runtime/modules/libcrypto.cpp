// Opening libcrypto and finding its functions.
#include "runtime/modules/libcrypto.h"

#include "runtime/modules/shared_library.h"

namespace gillab {
namespace {

bool fill(void* library, Crypto* crypto) {
#define FIND(name) find_symbol(library, #name, &crypto->name)
  return FIND(EVP_MD_fetch) && FIND(EVP_MD_get0_name) && FIND(EVP_MD_get_size) && FIND(EVP_MD_get_block_size) &&
         FIND(EVP_MD_get_flags) && FIND(EVP_MD_free) && FIND(EVP_MD_CTX_new) && FIND(EVP_MD_CTX_free) &&
         FIND(EVP_MD_CTX_copy) && FIND(EVP_DigestInit_ex) && FIND(EVP_DigestUpdate) && FIND(EVP_DigestFinal_ex) &&
         FIND(EVP_DigestFinalXOF) && FIND(HMAC) && FIND(PKCS5_PBKDF2_HMAC) && FIND(EVP_PBE_scrypt);
#undef FIND
}

}  // namespace

const Crypto* load_crypto() {
  static Crypto functions;
  static const Crypto* const found = open_library({"libcrypto.so.3", "libcrypto.so"}, fill, &functions);
  return found;
}

}  // namespace gillab
