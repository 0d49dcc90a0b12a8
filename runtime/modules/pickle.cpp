// _pickle: Saver, which writes the opcodes of plain values (None, numbers, texts, lists, tuples, dicts) and keeps the memo.
// Everything else it gives back to the Python of pickle/_save.py. For protocols from 2 on.
#include <cstring>
#include <string>
#include <unordered_map>
#include <vector>

#include "runtime/bytes.h"
#include "runtime/dict.h"
#include "runtime/float.h"
#include "runtime/int.h"
#include "runtime/list.h"
#include "runtime/memory.h"
#include "runtime/modules/modules.h"
#include "runtime/modules/pickle.h"
#include "runtime/native.h"
#include "runtime/operations.h"
#include "runtime/str.h"
#include "runtime/text/byte_strings.h"
#include "runtime/classes/type_build.h"

namespace gillab {

namespace {

constexpr size_t kBatch = 1000;      // items between one MARK and what ends it
constexpr size_t kLarge = 64 * 1024;  // texts and bytes as long as this are Python's: they stand outside frames

struct Memo {
  std::string out;
  std::unordered_map<uint64_t, uint32_t> numbers;  // by the value's bits
  std::vector<Ref> kept;                           // what has a number must live as long
  Value other;  // what saves the rest; borrowed while saving() is under way
};

struct Saver : Object {
  Memo* memo;
  int64_t protocol;
};

Saver* saver_of(Value value) { return reinterpret_cast<Saver*>(value.as_object()); }

void destroy_saver(Thread& thread, Object* object) {
  delete reinterpret_cast<Saver*>(object)->memo;
  free_object(thread, object, sizeof(Saver));
}
const Layout kSaverLayout = {"Saver", sizeof(Saver), false, destroy_saver};

class Writer {
 public:
  Writer(Thread& thread, Saver* saver) : thread_(thread), memo_(*saver->memo), protocol_(saver->protocol) {}

  bool save(Value value) {
    if (value.is_none()) return byte('N');
    if (value.is_bool()) return byte(value == Value::boolean(true) ? 0x88 : 0x89);
    if (value.is_int()) return integer(value.as_int());
    if (value.is_float() || is_exact<FloatBox>(value)) return floating(float_of(value));
    bool text = is_exact<Str>(value), bytes = is_exact<Bytes>(value), tuple = is_exact<Tuple>(value);
    bool list = is_exact<List>(value), dict = is_exact<Dict>(value);
    if (!text && !bytes && !tuple && !list && !dict) return leave(value);
    auto known = memo_.numbers.find(value.bits());
    if (known != memo_.numbers.end()) return recall(known->second);
    NativeDepth depth(thread_, " while pickling an object");
    if (!depth) return false;
    return text ? save_text(value) : bytes ? save_bytes(value) : tuple ? save_tuple(value)
           : list ? save_list(as<List>(value)) : save_dict(as<Dict>(value));
  }

  void memoize(Value value) {
    uint32_t number = static_cast<uint32_t>(memo_.kept.size());
    memo_.numbers[value.bits()] = number;
    memo_.kept.push_back(Ref::share(value));
    if (protocol_ >= 4) {
      byte(0x94);
    } else if (number < 256) {
      byte('q'), byte(static_cast<int>(number));
    } else {
      byte('r'), little(number, 4);
    }
  }

 private:
  bool byte(int value) {
    memo_.out.push_back(static_cast<char>(value));
    return true;
  }
  bool little(uint64_t value, int bytes) {
    for (int i = 0; i < bytes; ++i) byte(static_cast<int>(value >> (8 * i) & 0xFF));
    return true;
  }
  bool leave(Value value) {
    if (memo_.other.is_empty()) return raise(thread_, Error::RuntimeError, "nothing is being pickled");
    Ref held = Ref::share(value), other = Ref::share(memo_.other);
    return static_cast<bool>(call(thread_, other.get(), value));
  }
  bool recall(uint32_t number) {
    return number < 256 ? byte('h') && byte(static_cast<int>(number)) : byte('j') && little(number, 4);
  }

  bool integer(int64_t number) {
    if (number >= 0 && number <= 0xFF) return byte('K') && byte(static_cast<int>(number));
    if (number >= 0 && number <= 0xFFFF) return byte('M') && little(static_cast<uint64_t>(number), 2);
    if (number >= INT32_MIN && number <= INT32_MAX) return byte('J') && little(static_cast<uint64_t>(number), 4);
    int bytes = 5;
    while (bytes < 8 && (number >> (8 * bytes - 1)) != 0 && (number >> (8 * bytes - 1)) != -1) ++bytes;
    return byte(0x8A) && byte(bytes) && little(static_cast<uint64_t>(number), bytes);
  }

  bool floating(double number) {
    uint64_t bits;
    std::memcpy(&bits, &number, sizeof bits);
    byte('G');
    for (int i = 7; i >= 0; --i) byte(static_cast<int>(bits >> (8 * i) & 0xFF));
    return true;
  }

  bool save_text(Value value) {
    const Str* str = as<Str>(value);
    if (str->length >= kLarge / 4) return leave(value);
    if (str->ascii) {
      content(str->ascii_view(), 0x8C, 'X');
    } else {
      content(to_utf8(str), 0x8C, 'X');
    }
    memoize(value);
    return true;
  }

  bool save_bytes(Value value) {
    if (protocol_ < 3 || as<Bytes>(value)->length >= kLarge) return leave(value);
    content(as<Bytes>(value)->view(), 'C', 'B');
    memoize(value);
    return true;
  }

  void content(std::string_view data, int code_of_short, int code) {
    bool is_short = data.size() < 256 && (protocol_ >= 4 || code_of_short == 'C');
    byte(is_short ? code_of_short : code);
    little(data.size(), is_short ? 1 : 4);
    memo_.out.append(data);
  }

  bool save_tuple(Value value) {
    Tuple* tuple = as<Tuple>(value);
    Ref held = Ref::share(value);
    uint64_t count = tuple->length;
    if (count == 0) return byte(')');
    if (count > 3) byte('(');
    for (uint64_t i = 0; i < count; ++i) {
      if (!save(tuple->items[i])) return false;
    }
    auto known = memo_.numbers.find(value.bits());
    if (known != memo_.numbers.end()) {  // one of its items leads to it
      if (count > 3) byte('1');
      for (uint64_t i = 0; count <= 3 && i < count; ++i) byte('0');
      return recall(known->second);
    }
    byte(count > 3 ? 't' : 0x84 + static_cast<int>(count));
    memoize(value);
    return true;
  }

  bool save_list(List* list) {
    byte(']');
    memoize(Value::object(list));
    uint32_t at = 0;
    while (true) {
      std::vector<Ref> batch;
      {
        Guard guard(list->header);
        uint32_t length = list->length.get();
        for (; at < length && batch.size() < kBatch; ++at) batch.push_back(Ref::share(list->items.get()[at]));
      }
      if (batch.empty()) return true;
      if (batch.size() > 1) byte('(');
      for (const Ref& item : batch) {
        if (!save(item.get())) return false;
      }
      byte(batch.size() > 1 ? 'e' : 'a');
    }
  }

  static std::vector<Ref> content_of(Dict* dict) {
    std::vector<Ref> items;
    uint32_t position = 0;
    Value key, value;
    Guard guard(dict->header);
    while (dict_next(dict, &position, &key, &value)) {
      items.push_back(Ref::share(key));
      items.push_back(Ref::share(value));
    }
    return items;
  }

  bool save_dict(Dict* dict) {
    byte('}');
    memoize(Value::object(dict));
    std::vector<Ref> items = content_of(dict);  // it may change while other things are saved
    for (size_t start = 0; start < items.size(); start += 2 * kBatch) {
      size_t end = std::min(start + 2 * kBatch, items.size());
      bool several = end - start > 2;
      if (several) byte('(');
      for (size_t i = start; i < end; ++i) {
        if (!save(items[i].get())) return false;
      }
      byte(several ? 'u' : 's');
    }
    return true;
  }

  Thread& thread_;
  Memo& memo_;
  int64_t protocol_;
};

Ref saver_new(Thread& thread, const Value* args, uint32_t, Tuple*) {
  int64_t protocol;
  if (!index_as_int64(thread, args[1], &protocol)) return {};
  Object* object = allocate_instance(thread, as<Type>(args[0]));
  if (!object) return {};
  Saver* saver = reinterpret_cast<Saver*>(object);
  saver->memo = new Memo;
  saver->protocol = protocol;
  return Ref::own(object);
}

// Whoever saves says what saves the rest; none at the end.
Ref saver_begin(Thread&, const Value* args, uint32_t, Tuple*) {
  saver_of(args[0])->memo->other = args[1].is_none() ? Value() : args[1];
  return Ref::none();
}

Ref saver_save(Thread& thread, const Value* args, uint32_t, Tuple*) {
  return Writer(thread, saver_of(args[0])).save(args[1]) ? Ref::none() : Ref();
}

Ref saver_write(Thread& thread, const Value* args, uint32_t, Tuple*) {
  std::string_view view;
  if (!bytes_view(thread, args[1], &view)) return {};
  saver_of(args[0])->memo->out.append(view);
  return Ref::none();
}

Ref saver_memoize(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Writer(thread, saver_of(args[0])).memoize(args[1]);
  return Ref::none();
}

// The number an object has in the memo, or None; `put` gives it one without writing anything.
Ref saver_number(Thread& thread, const Value* args, uint32_t, Tuple*) {
  const Memo& memo = *saver_of(args[0])->memo;
  auto known = memo.numbers.find(args[1].bits());
  return known == memo.numbers.end() ? Ref::none() : make_int(thread, known->second);
}
Ref saver_put(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Memo& memo = *saver_of(args[0])->memo;
  uint32_t number = static_cast<uint32_t>(memo.kept.size());
  memo.numbers[args[1].bits()] = number;
  memo.kept.push_back(Ref::share(args[1]));
  return make_int(thread, number);
}

Ref saver_take(Thread& thread, const Value* args, uint32_t, Tuple*) {
  std::string taken = std::move(saver_of(args[0])->memo->out);
  saver_of(args[0])->memo->out.clear();
  return make_bytes(thread, taken);
}

Ref saver_clear(Thread&, const Value* args, uint32_t, Tuple*) {
  Memo& memo = *saver_of(args[0])->memo;
  memo.numbers.clear();
  std::vector<Ref> gone = std::move(memo.kept);
  memo.kept.clear();
  return Ref::none();
}

const MethodDef kMethods[] = {
    {"__new__", "(cls, protocol, /)", saver_new, MethodDef::Static},
    {"begin", "(self, other, /)", saver_begin},
    {"save", "(self, value, /)", saver_save},
    {"write", "(self, data, /)", saver_write},
    {"memoize", "(self, value, /)", saver_memoize},
    {"number", "(self, value, /)", saver_number},
    {"put", "(self, value, /)", saver_put},
    {"take", "(self, /)", saver_take},
    {"clear", "(self, /)", saver_clear},
};

const MethodDef kLoad = {"load_plain", "(data, place, stack, outer, memo, /)", load_plain};

}  // namespace

bool init__pickle(Thread& thread, Module* module) {
  Type* type = make_native_type(thread, {.name = "Saver", .module = "_pickle", .layout = &kSaverLayout}, nullptr);
  if (!type) return false;
  add_methods(thread, type, kMethods);
  finish_type(thread, type);
  return add_value(thread, module, "Saver", Ref::share(type)) && add_function(thread, module, kLoad);
}

}  // namespace gillab
