// Libraries of the machine that are opened when a module first needs them. They stay open: the process has one of each,
// whatever interpreters come and go. What is looked up is declared by the module, so building needs nothing of them.
#pragma once

#include <dlfcn.h>

#include <initializer_list>

namespace gillab {

// False: the library has nothing of that name.
template <class Pointer>
bool find_symbol(void* library, const char* name, Pointer* found) {
  *found = reinterpret_cast<Pointer>(::dlsym(library, name));
  return *found != nullptr;
}

// The functions of the first library that can be opened and has all that `fill(library, functions)` asks for, or null.
template <class Functions>
const Functions* open_library(std::initializer_list<const char*> names, bool (*fill)(void*, Functions*),
                              Functions* functions) {
  for (const char* name : names) {
    void* library = ::dlopen(name, RTLD_NOW | RTLD_LOCAL);
    if (library && fill(library, functions)) return functions;
  }
  return nullptr;
}

}  // namespace gillab
