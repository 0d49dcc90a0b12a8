// select.poll, and what waiting for readiness needs everywhere: descriptors of objects, time limits.
#include <cerrno>
#include <climits>
#include <cmath>
#include <poll.h>
#include <vector>

#include "runtime/blocking.h"
#include "runtime/int.h"
#include "runtime/interpreter.h"
#include "runtime/list.h"
#include "runtime/modules/posix.h"
#include "runtime/modules/select.h"
#include "runtime/operations.h"
#include "runtime/str.h"

namespace gillab {

bool descriptor_of(Thread& thread, Value value, int* descriptor) {
  Ref number;
  if (!is_integer(value)) {
    Ref method = get_attribute_or_empty(thread, value, intern(thread, std::string_view("fileno")));
    if (!method) {
      if (thread.has_exception()) return false;
      return raise(thread, Error::TypeError, "argument must be an int, or have a fileno() method.");
    }
    if (!(number = call(thread, method.get()))) return false;
    if (!is_integer(number.get())) return raise(thread, Error::TypeError, "fileno() returned a non-integer");
    value = number.get();
  }
  if (!small_int(thread, value, -1, descriptor)) return false;
  if (*descriptor >= 0) return true;
  return raise(thread, Error::ValueError, "file descriptor cannot be a negative integer ({})", *descriptor);
}

bool Deadline::read(Thread& thread, Value value, const char* type_message, int64_t units_per_second,
                    bool negative_is_none) {
  end_ = -1;
  if (value.is_empty() || value.is_none()) return true;
  bool number = value.is_float() || is_integer(value) || !special_method(thread, value, Dunder::Float).is_empty() ||
                !special_method(thread, value, Dunder::Index).is_empty();
  if (!number) return raise(thread, Error::TypeError, "{}", type_message);
  double units;
  if (!as_double(thread, value, &units)) return false;
  if (std::isnan(units)) return raise(thread, Error::ValueError, "Invalid value NaN (not a number)");
  if (units < 0 && negative_is_none) return true;
  if (units < 0) return raise(thread, Error::ValueError, "timeout must be non-negative");
  double nanoseconds = std::ceil(units * (1e9 / static_cast<double>(units_per_second)));
  if (nanoseconds > 9e18) return raise(thread, Error::OverflowError, "timestamp too large to convert to C PyTime_t");
  set(thread, static_cast<int64_t>(nanoseconds));
  return true;
}

void Deadline::set(Thread& thread, int64_t nanoseconds) {
  int64_t now = thread.interpreter->world->monotonic_nanoseconds();
  end_ = nanoseconds < 0 ? -1 : nanoseconds > INT64_MAX - now ? INT64_MAX : now + nanoseconds;
}

int64_t Deadline::left(Thread& thread) const {
  if (end_ < 0) return -1;
  return std::max<int64_t>(end_ - thread.interpreter->world->monotonic_nanoseconds(), 0);
}

int milliseconds_of(int64_t nanoseconds) {
  if (nanoseconds < 0) return -1;
  int64_t milliseconds = nanoseconds / 1'000'000 + (nanoseconds % 1'000'000 != 0);
  return static_cast<int>(std::min<int64_t>(milliseconds, INT_MAX));
}

namespace {

// Thread safety: under the Guard; poll() works on a copy.
struct Poll : Object {
  static constexpr Kind kKind = Kind::Extension;
  std::vector<pollfd>* watched;
  bool busy;
};

Poll* poll_of(Value self) { return static_cast<Poll*>(self.as_object()); }

void destroy_poll(Thread& thread, Object* object) {
  delete static_cast<Poll*>(object)->watched;
  free_object(thread, object, sizeof(Poll));
}
const Layout kPollLayout = {"poll", sizeof(Poll), false, destroy_poll};

pollfd* find(Poll* poll, int descriptor) {
  for (pollfd& row : *poll->watched) {
    if (row.fd == descriptor) return &row;
  }
  return nullptr;
}

bool events_argument(Thread& thread, Value value, short* events) {
  int64_t number = POLLIN | POLLPRI | POLLOUT;
  if (!value.is_empty() && !index_as_int64(thread, value, &number)) return false;
  if (number < 0) return raise(thread, Error::ValueError, "value must be positive");
  if (number > USHRT_MAX) {
    return raise(thread, Error::OverflowError, "Python int too large for C unsigned short");
  }
  *events = static_cast<short>(number);
  return true;
}

Ref poll_register(Thread& thread, const Value* args, uint32_t, Tuple*) {
  int descriptor;
  short events;
  if (!descriptor_of(thread, args[1], &descriptor) || !events_argument(thread, args[2], &events)) return {};
  Poll* poll = poll_of(args[0]);
  if (pollfd* row = find(poll, descriptor))
    row->events = events;
  else
    poll->watched->push_back({descriptor, events, 0});
  return Ref::none();
}

Ref poll_modify(Thread& thread, const Value* args, uint32_t, Tuple*) {
  int descriptor;
  short events;
  if (!descriptor_of(thread, args[1], &descriptor) || !events_argument(thread, args[2], &events)) return {};
  pollfd* row = find(poll_of(args[0]), descriptor);
  if (!row) return raise_errno(thread, ENOENT);
  row->events = events;
  return Ref::none();
}

Ref poll_unregister(Thread& thread, const Value* args, uint32_t, Tuple*) {
  int descriptor;
  if (!descriptor_of(thread, args[1], &descriptor)) return {};
  std::vector<pollfd>& watched = *poll_of(args[0])->watched;
  for (size_t i = 0; i < watched.size(); ++i) {
    if (watched[i].fd != descriptor) continue;
    watched.erase(watched.begin() + static_cast<ptrdiff_t>(i));
    return Ref::none();
  }
  return raise_object(thread, Error::KeyError, Value::integer(descriptor));
}

Ref poll_poll(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Poll* poll = poll_of(args[0]);
  Deadline deadline;
  if (!deadline.read(thread, args[1], "timeout must be an integer or None", 1000, true)) return {};
  if (poll->busy) return raise(thread, Error::RuntimeError, "concurrent poll() invocation");
  std::vector<pollfd> rows = *poll->watched;
  poll->busy = true;
  int64_t count = wait_ready(thread, deadline, [&](int64_t left) -> int64_t {
    int got = ::poll(rows.data(), rows.size(), milliseconds_of(left));
    return got < 0 ? -errno : got;
  });
  poll->busy = false;
  Ref list = count < 0 ? Ref() : make_list(thread);
  for (size_t i = 0; list && i < rows.size(); ++i) {
    if (rows[i].revents == 0) continue;
    Ref pair = make_tuple_of(thread, Value::integer(rows[i].fd),
                             Value::integer(static_cast<unsigned short>(rows[i].revents)));
    if (!pair || !append(thread, list.as<List>(), std::move(pair))) return {};
  }
  return list;
}

const MethodDef kMethods[] = {{"register", "(self, fd, eventmask=7, /)", poll_register},
                              {"modify", "(self, fd, eventmask, /)", poll_modify},
                              {"unregister", "(self, fd, /)", poll_unregister},
                              {"poll", "(self, timeout=None, /)", poll_poll}};

Ref make_poll(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Poll* poll = allocate<Poll>(thread, as<Type>(args[0])->root);
  if (!poll) return {};
  poll->watched = new std::vector<pollfd>;
  poll->busy = false;
  return Ref::own(poll);
}
const MethodDef kNew[] = {{"__new__", "(type, /)", make_poll, MethodDef::Static}};

}  // namespace

bool add_poll(Thread& thread, Module* module) {
  TypeDef def{"select.poll", "select", &kPollLayout};
  Type* type = make_native_type(thread, def, nullptr);
  if (!type) return false;
  add_methods(thread, type, kMethods);
  add_methods(thread, type, kNew);
  finish_type(thread, type);
  return add_value(thread, module, "poll", Ref::share(type));
}

}  // namespace gillab
