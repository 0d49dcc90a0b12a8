// PCRE2 for subjects of 1 byte a character.
#define PCRE2_CODE_UNIT_WIDTH 8
#define GILLAB_REGEX_LIBRARY kLibrary8
#include "runtime/modules/regex_library.inc"
