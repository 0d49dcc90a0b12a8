// The methods of str, one table in str_type.cpp, and what their files share.
#pragma once

#include "runtime/native.h"
#include "runtime/str.h"

namespace gillab {

// The rows of str's table: GILLAB_STR_METHOD(function, "name", "signature").
#define GILLAB_STR_METHODS(ROW)                                                \
  ROW(str_find, "find", "(self, sub, start=None, end=None, /)")                \
  ROW(str_rfind, "rfind", "(self, sub, start=None, end=None, /)")              \
  ROW(str_index, "index", "(self, sub, start=None, end=None, /)")              \
  ROW(str_rindex, "rindex", "(self, sub, start=None, end=None, /)")            \
  ROW(str_count, "count", "(self, sub, start=None, end=None, /)")              \
  ROW(str_startswith, "startswith", "(self, prefix, start=None, end=None, /)") \
  ROW(str_endswith, "endswith", "(self, suffix, start=None, end=None, /)")     \
  ROW(str_contains, "__contains__", "(self, key, /)")                          \
  ROW(str_replace, "replace", "(self, old, new, count=-1, /)")                 \
  ROW(str_removeprefix, "removeprefix", "(self, prefix, /)")                   \
  ROW(str_removesuffix, "removesuffix", "(self, suffix, /)")                   \
  ROW(str_upper, "upper", "(self, /)")                                         \
  ROW(str_lower, "lower", "(self, /)")                                         \
  ROW(str_title, "title", "(self, /)")                                         \
  ROW(str_swapcase, "swapcase", "(self, /)")                                   \
  ROW(str_capitalize, "capitalize", "(self, /)")                               \
  ROW(str_casefold, "casefold", "(self, /)")                                   \
  ROW(str_isalnum, "isalnum", "(self, /)")                                     \
  ROW(str_isalpha, "isalpha", "(self, /)")                                     \
  ROW(str_isascii, "isascii", "(self, /)")                                     \
  ROW(str_isdecimal, "isdecimal", "(self, /)")                                 \
  ROW(str_isdigit, "isdigit", "(self, /)")                                     \
  ROW(str_isidentifier, "isidentifier", "(self, /)")                           \
  ROW(str_islower, "islower", "(self, /)")                                     \
  ROW(str_isnumeric, "isnumeric", "(self, /)")                                 \
  ROW(str_isprintable, "isprintable", "(self, /)")                             \
  ROW(str_isspace, "isspace", "(self, /)")                                     \
  ROW(str_istitle, "istitle", "(self, /)")                                     \
  ROW(str_isupper, "isupper", "(self, /)")                                     \
  ROW(str_split, "split", "(self, /, sep=None, maxsplit=-1)")                  \
  ROW(str_rsplit, "rsplit", "(self, /, sep=None, maxsplit=-1)")                \
  ROW(str_splitlines, "splitlines", "(self, /, keepends=False)")               \
  ROW(str_partition, "partition", "(self, sep, /)")                            \
  ROW(str_rpartition, "rpartition", "(self, sep, /)")                          \
  ROW(str_join, "join", "(self, iterable, /)")                                 \
  ROW(str_strip, "strip", "(self, chars=None, /)")                             \
  ROW(str_lstrip, "lstrip", "(self, chars=None, /)")                           \
  ROW(str_rstrip, "rstrip", "(self, chars=None, /)")                           \
  ROW(str_center, "center", "(self, width, fillchar=' ', /)")                  \
  ROW(str_ljust, "ljust", "(self, width, fillchar=' ', /)")                    \
  ROW(str_rjust, "rjust", "(self, width, fillchar=' ', /)")                    \
  ROW(str_zfill, "zfill", "(self, width, /)")                                  \
  ROW(str_expandtabs, "expandtabs", "(self, /, tabsize=8)")                    \
  ROW(str_translate, "translate", "(self, table, /)")                          \
  ROW(str_encode, "encode", "(self, /, encoding='utf-8', errors='strict')")    \
  ROW(str_format_map, "format_map", "(self, mapping, /)")

#define GILLAB_STR_ROW(function, name, signature) \
  Ref function(Thread& thread, const Value* args, uint32_t count, Tuple* names);
GILLAB_STR_METHODS(GILLAB_STR_ROW)
#undef GILLAB_STR_ROW

Ref str_maketrans(Thread& thread, const Value* args, uint32_t count, Tuple* names);
Ref str_format(Thread& thread, const Value* args, uint32_t count, Tuple* names);

bool same_at(const Str* text, int64_t at, const Str* part);  // REQUIRES: at + the part's length fits
int64_t count_text(const Str* text, const Str* part, int64_t start, int64_t end, int64_t most);

}  // namespace gillab
