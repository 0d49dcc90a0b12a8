// posix: facts about the system and the environment.
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <sys/random.h>
#include <sys/utsname.h>
#include <unistd.h>

#include "runtime/audit.h"
#include "runtime/bytes.h"
#include "runtime/float.h"
#include "runtime/int.h"
#include "runtime/interpreter.h"
#include "runtime/list.h"
#include "runtime/modules/posix.h"
#include "runtime/operations.h"
#include "runtime/str.h"

namespace gillab {

namespace {

Ref posix_urandom(Thread& thread, const Value* args, uint32_t, Tuple*) {
  int64_t count;
  if (!index_as_int64(thread, args[0], &count)) return {};
  if (count < 0) return raise(thread, Error::ValueError, "negative argument not allowed");
  Bytes* bytes = new_bytes(thread, static_cast<size_t>(count));
  if (!bytes) return {};
  thread.interpreter->world->random_bytes(bytes->data(), static_cast<size_t>(count));
  return Ref::own(bytes);
}

Ref posix_cpu_count(Thread& thread, const Value*, uint32_t, Tuple*) {
  long count = ::sysconf(_SC_NPROCESSORS_ONLN);
  return count > 0 ? make_int(thread, count) : Ref::none();
}

Ref posix_sysconf(Thread& thread, const Value* args, uint32_t, Tuple*) {
  int name;
  if (!small_int(thread, args[0], 0, &name)) return {};
  errno = 0;
  long value = ::sysconf(name);
  return value == -1 && errno != 0 ? Ref(raise_errno(thread, errno)) : make_int(thread, value);
}

Ref posix_getloadavg(Thread& thread, const Value*, uint32_t, Tuple*) {
  double loads[3];
  if (::getloadavg(loads, 3) != 3) return raise(thread, Error::OSError, "Load averages are unobtainable");
  Ref a = make_float(thread, loads[0]), b = make_float(thread, loads[1]), c = make_float(thread, loads[2]);
  return a && b && c ? make_tuple_of(thread, a.get(), b.get(), c.get()) : Ref();
}

Ref posix_uname(Thread& thread, const Value*, uint32_t, Tuple*) {
  utsname facts{};
  if (::uname(&facts) < 0) return raise_errno(thread, errno);
  Ref texts[5];
  Value values[5];
  const char* const parts[] = {facts.sysname, facts.nodename, facts.release, facts.version, facts.machine};
  for (int i = 0; i < 5; ++i) {
    if (!(texts[i] = text_of_system(thread, parts[i]))) return {};
    values[i] = texts[i].get();
  }
  return make_tuple(thread, values, 5);
}

Ref posix_getlogin(Thread& thread, const Value*, uint32_t, Tuple*) {
  char name[256];
  int error = ::getlogin_r(name, sizeof name);
  return error ? Ref(raise_errno(thread, error)) : text_of_system(thread, name);
}

Ref posix_strerror(Thread& thread, const Value* args, uint32_t, Tuple*) {
  int number;
  return small_int(thread, args[0], 0, &number) ? make_str(thread, std::strerror(number)) : Ref();
}

Ref posix_putenv(Thread& thread, const Value* args, uint32_t, Tuple*) {
  PathArgument name, value;
  if (!name.read(thread, args[0], "putenv") || !value.read(thread, args[1], "putenv")) return {};
  if (name.path.find('=') != std::string::npos) {
    return raise(thread, Error::ValueError, "illegal environment variable name");
  }
  if (audits(thread)) {
    Ref told[] = {make_bytes(thread, name.path), make_bytes(thread, value.path)};
    if (!told[0] || !told[1] || !audit(thread, "os.putenv", told[0].get(), told[1].get())) return {};
  }
  return done_or_errno(thread, ::setenv(name.text(), value.text(), 1));
}

Ref posix_unsetenv(Thread& thread, const Value* args, uint32_t, Tuple*) {
  PathArgument name;
  return name.read(thread, args[0], "unsetenv") ? done_or_errno(thread, ::unsetenv(name.text())) : Ref();
}

const MethodDef kFunctions[] = {{"urandom", "(size, /)", posix_urandom},
                                {"getrandom", "(size, flags=0)", posix_urandom},
                                {"cpu_count", "()", posix_cpu_count},
                                {"_sysconf", "(name, /)", posix_sysconf},
                                {"getloadavg", "()", posix_getloadavg},
                                {"_uname", "()", posix_uname},
                                {"getlogin", "()", posix_getlogin},
                                {"strerror", "(code, /)", posix_strerror},
                                {"putenv", "(name, value, /)", posix_putenv},
                                {"unsetenv", "(name, /)", posix_unsetenv}};

}  // namespace

FunctionTable posix_fact_functions() { return {kFunctions, std::size(kFunctions)}; }

}  // namespace gillab
