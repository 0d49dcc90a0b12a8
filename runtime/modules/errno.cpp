// The module errno: the numbers of the system's errors by name.
#include <cerrno>

#include "runtime/dict.h"
#include "runtime/int.h"
#include "runtime/modules/modules.h"
#include "runtime/native.h"
#include "runtime/str.h"

namespace gillab {

namespace {

struct Row {
  const char* name;
  int number;
};
#define ROW(name) \
  { #name, name }
const Row kRows[] = {
    ROW(EPERM),           ROW(ENOENT),      ROW(ESRCH),        ROW(EINTR),        ROW(EIO),           ROW(ENXIO),
    ROW(E2BIG),           ROW(ENOEXEC),     ROW(EBADF),        ROW(ECHILD),       ROW(EAGAIN),        ROW(ENOMEM),
    ROW(EACCES),          ROW(EFAULT),      ROW(ENOTBLK),      ROW(EBUSY),        ROW(EEXIST),        ROW(EXDEV),
    ROW(ENODEV),          ROW(ENOTDIR),     ROW(EISDIR),       ROW(EINVAL),       ROW(ENFILE),        ROW(EMFILE),
    ROW(ENOTTY),          ROW(ETXTBSY),     ROW(EFBIG),        ROW(ENOSPC),       ROW(ESPIPE),        ROW(EROFS),
    ROW(EMLINK),          ROW(EPIPE),       ROW(EDOM),         ROW(ERANGE),       ROW(EDEADLK),       ROW(ENAMETOOLONG),
    ROW(ENOLCK),          ROW(ENOSYS),      ROW(ENOTEMPTY),    ROW(ELOOP),        ROW(EWOULDBLOCK),   ROW(ENOMSG),
    ROW(EIDRM),           ROW(ENODATA),     ROW(ETIME),        ROW(EPROTO),       ROW(EOVERFLOW),     ROW(EILSEQ),
    ROW(EUSERS),          ROW(ENOTSOCK),    ROW(EDESTADDRREQ), ROW(EMSGSIZE),     ROW(EPROTOTYPE),    ROW(ENOPROTOOPT),
    ROW(EPROTONOSUPPORT), ROW(EOPNOTSUPP),  ROW(EAFNOSUPPORT), ROW(EADDRINUSE),   ROW(EADDRNOTAVAIL), ROW(ENETDOWN),
    ROW(ENETUNREACH),     ROW(ENETRESET),   ROW(ECONNABORTED), ROW(ECONNRESET),   ROW(ENOBUFS),       ROW(EISCONN),
    ROW(ENOTCONN),        ROW(ESHUTDOWN),   ROW(ETIMEDOUT),    ROW(ECONNREFUSED), ROW(EHOSTDOWN),     ROW(EHOSTUNREACH),
    ROW(EALREADY),        ROW(EINPROGRESS), ROW(ESTALE),       ROW(EDQUOT),       ROW(ECANCELED),     ROW(EOWNERDEAD),
    ROW(ENOTRECOVERABLE),
    ROW(EADV), ROW(EBADE), ROW(EBADFD), ROW(EBADMSG), ROW(EBADR), ROW(EBADRQC),
    ROW(EBADSLT), ROW(EBFONT), ROW(ECHRNG), ROW(ECOMM), ROW(EDEADLOCK), ROW(EDOTDOT),
    ROW(EISNAM), ROW(EKEYEXPIRED), ROW(EKEYREJECTED), ROW(EKEYREVOKED), ROW(EL2HLT), ROW(EL2NSYNC),
    ROW(EL3HLT), ROW(EL3RST), ROW(ELIBACC), ROW(ELIBBAD), ROW(ELIBEXEC), ROW(ELIBMAX),
    ROW(ELIBSCN), ROW(ELNRNG), ROW(EMEDIUMTYPE), ROW(EMULTIHOP), ROW(ENAVAIL), ROW(ENOANO),
    ROW(ENOCSI), ROW(ENOKEY), ROW(ENOLINK), ROW(ENOMEDIUM), ROW(ENONET), ROW(ENOPKG),
    ROW(ENOSR), ROW(ENOSTR), ROW(ENOTNAM), ROW(ENOTSUP), ROW(ENOTUNIQ), ROW(EPFNOSUPPORT),
    ROW(EREMCHG), ROW(EREMOTE), ROW(EREMOTEIO), ROW(ERESTART), ROW(ERFKILL), ROW(ESOCKTNOSUPPORT),
    ROW(ESRMNT), ROW(ESTRPIPE), ROW(ETOOMANYREFS), ROW(EUCLEAN), ROW(EUNATCH), ROW(EXFULL)};
#undef ROW

}  // namespace

bool init_errno(Thread& thread, Module* module) {
  Ref codes = make_dict(thread);
  if (!codes) return false;
  for (const Row& row : kRows) {
    Ref number = make_int(thread, row.number);
    if (!add_value(thread, module, row.name, number.share())) return false;
    if (!dict_set(thread, codes.as<Dict>(), number.get(), make_str(thread, row.name))) return false;
  }
  return add_value(thread, module, "errorcode", std::move(codes));
}

}  // namespace gillab
