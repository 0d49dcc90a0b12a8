// Opening libcrypto and finding its functions.
#include "runtime/modules/libcrypto.h"

#include <dlfcn.h>

#include <initializer_list>

namespace gillab {
namespace {

template <class Function>
bool find(void* library, const char* name, Function* function) {
  *function = reinterpret_cast<Function>(::dlsym(library, name));
  return *function != nullptr;
}

bool fill(void* library, Crypto* crypto) {
#define FIND(name) find(library, #name, &crypto->name)
  return FIND(EVP_MD_fetch) && FIND(EVP_MD_get0_name) && FIND(EVP_MD_get_size) && FIND(EVP_MD_get_block_size) &&
         FIND(EVP_MD_get_flags) && FIND(EVP_MD_free) && FIND(EVP_MD_CTX_new) && FIND(EVP_MD_CTX_free) &&
         FIND(EVP_MD_CTX_copy) && FIND(EVP_DigestInit_ex) && FIND(EVP_DigestUpdate) && FIND(EVP_DigestFinal_ex) &&
         FIND(EVP_DigestFinalXOF) && FIND(HMAC) && FIND(PKCS5_PBKDF2_HMAC) && FIND(EVP_PBE_scrypt);
#undef FIND
}

// The library stays open: the process has one of it, whatever interpreters come and go.
const Crypto* open_library() {
  static Crypto crypto;
  for (const char* name : {"libcrypto.so.3", "libcrypto.so"}) {
    void* library = ::dlopen(name, RTLD_NOW | RTLD_LOCAL);
    if (library && fill(library, &crypto)) return &crypto;
  }
  return nullptr;
}

}  // namespace

const Crypto* load_crypto() {
  static const Crypto* const crypto = open_library();
  return crypto;
}

}  // namespace gillab
