// gillab version: what this is, which Python it speaks, which engines are here.
#include <cstdio>

#include "vm/commands/command.h"
#include "vm/driver/installation.h"

namespace gillab::driver {
namespace {

int version(int count, char** arguments) {
  if (count > 0) return refuse("version", "version takes no argument, what is '" + std::string(arguments[0]) + "'?");
  std::printf("gillab %s (Python 3.11)\n", GILLAB_VERSION);
#ifdef __clang__
  std::printf("compiler: clang %d.%d.%d\n", __clang_major__, __clang_minor__, __clang_patchlevel__);
#else
  std::printf("compiler: g++ %d.%d.%d\n", __GNUC__, __GNUC_MINOR__, __GNUC_PATCHLEVEL__);
#endif
  std::printf("lock layers:");
  for (const std::string& layer : installation().layers()) std::printf(" %s", layer.c_str());
  std::printf("\n");
  return 0;
}

std::string details() { return "Prints the version, the compiler it was built by, and the lock layers it has.\n"; }

}  // namespace

const Command kVersionCommand = {"version", "", "say which version this is", details, version};

}  // namespace gillab::driver
