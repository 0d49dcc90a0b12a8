// PCRE2 for subjects of 4 bytes a character.
#define PCRE2_CODE_UNIT_WIDTH 32
#define GILLAB_REGEX_LIBRARY kLibrary32
#include "runtime/modules/regex_library.inc"
