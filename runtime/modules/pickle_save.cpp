// _pickle: writes the opcodes of plain values (None, numbers, texts, lists, tuples, dicts, sets), of instances and of what
// __reduce_ex__ gives. Everything else is the Python of pickle/_save.py. For protocols from 2 on.
#include <algorithm>
#include <cstring>
#include <utility>

#include "runtime/bytes.h"
#include "runtime/classes/object_reduce.h"
#include "runtime/dict.h"
#include "runtime/float.h"
#include "runtime/function.h"
#include "runtime/int.h"
#include "runtime/interpreter.h"
#include "runtime/list.h"
#include "runtime/modules/pickle_save.h"
#include "runtime/native.h"
#include "runtime/operations.h"
#include "runtime/set.h"
#include "runtime/str.h"

namespace gillab {

namespace {

constexpr size_t kBatch = 1000;       // items between one MARK and what ends it
constexpr size_t kLarge = 64 * 1024;  // texts and bytes as long as this are Python's: they stand outside frames

class Writer {
 public:
  Writer(Thread& thread, Memo& memo, int64_t protocol) : thread_(thread), memo_(memo), protocol_(protocol) {}

  bool save(Value value) {
    if (value.is_none()) return byte('N');
    if (value.is_bool()) return byte(value == Value::boolean(true) ? 0x88 : 0x89);
    if (value.is_int()) return integer(value.as_int());
    if (value.is_float() || is_exact<FloatBox>(value)) return floating(float_of(value));
    if (!value.is_object() || is_exact<BigInt>(value)) return leave(value);
    const int64_t known = memo_.number_of(value);
    if (known >= 0) return recall(static_cast<uint32_t>(known));
    if (is_exact<Str>(value)) return save_text(value);
    if (is_exact<Bytes>(value)) return save_bytes(value);
    NativeDepth depth(thread_, " while pickling an object");
    if (!depth) return false;
    if (is_exact<Tuple>(value)) return save_tuple(value);
    if (is_exact<List>(value)) return save_list(as<List>(value));
    if (is_exact<Set>(value) && protocol_ >= 4) return save_set(value);
    return is_exact<Dict>(value) ? save_dict(as<Dict>(value)) : save_object(value);
  }

  // None: something that nothing else leads to.
  void memoize(Value value) {
    const uint32_t number = memo_.add(value);
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
    if (memo_.only_plain) return memo_.met_other = true, false;
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
    const int64_t known = memo_.number_of(value);
    if (known >= 0) {  // one of its items leads to it
      if (count > 3) byte('1');
      for (uint64_t i = 0; count <= 3 && i < count; ++i) byte('0');
      return recall(static_cast<uint32_t>(known));
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

  bool save_set(Value value) {
    const bool frozen = is_frozen(thread_, as<Set>(value));
    Ref held = Ref::share(value), items = list_from(thread_, value);
    if (!items) return false;
    const List* list = items.as<List>();
    const uint32_t count = list->length.get();
    if (!frozen) {
      byte(0x8F);
      memoize(value);
    }
    for (uint32_t start = 0; start < count || (frozen && start == 0);) {
      const uint32_t end = frozen ? count : std::min<uint32_t>(start + kBatch, count);
      byte('(');
      for (; start < end; ++start) {
        if (!save(list->items.get()[start])) return false;
      }
      if (frozen) break;
      byte(0x90);
    }
    if (!frozen) return true;
    const int64_t known = memo_.number_of(value);
    if (known >= 0) return byte('1') && recall(static_cast<uint32_t>(known));  // one of its elements leads to it
    byte(0x91);
    memoize(value);
    return true;
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

  // --- objects that say themselves how they are made again

  // Whether nothing in the class changes how its instances are made again.
  bool is_plain_class(Type* type) const {
    const Names& names = thread_.names();
    Type* object = thread_.types().object;
    for (Str* name : {names.__reduce__, names.__getstate__}) {
      if (!(lookup_in_type(thread_, type, name) == lookup_in_type(thread_, object, name))) return false;
    }
    return type->instance_kind == Kind::Instance && type->slot_count == 0 &&
           lookup_in_type(thread_, type, names.__getnewargs__).is_empty() &&
           lookup_in_type(thread_, type, intern(thread_, "__getnewargs_ex__")).is_empty();
  }

  bool save_object(Value value) {
    Ref held = Ref::share(value), found;
    Type* type = type_of(thread_, value);
    if (!memo_.table || is<Type>(value) || is<Function>(value) || is<Set>(value) || is<ByteArray>(value)) {
      return leave(value);
    }
    const Found listed = dict_get(thread_, memo_.table, Value::object(type), &found);
    if (listed != Found::No) return listed == Found::Yes && leave(value);
    Ref reduce = get_attribute_or_empty(thread_, value, intern(thread_, "__reduce_ex__"));
    if (!reduce) return !thread_.has_exception() && leave(value);
    const bool usual = is<Native>(reduce.get()) && reduce.as<Native>()->call == object_reduce_ex;
    if (usual && is_plain_class(type)) return save_instance(value, type);
    Ref reduced = call(thread_, reduce.get(), Value::integer(protocol_));
    if (!reduced) return false;
    if (is_usual_result(value, reduced.get())) return save_reduced(value, reduced.as<Tuple>());
    Ref other = Ref::share(memo_.reduced);
    return static_cast<bool>(call(thread_, other.get(), reduced.get(), value));
  }

  bool save_instance(Value value, Type* type) {
    if (!save(Value::object(type))) return false;
    byte(')');
    byte(0x81);
    memoize(value);
    const Shape* shape = value.as_object()->shape.get();
    if (shape->mode == static_cast<uint8_t>(ShapeMode::Slots)) return save_fields(value.as_object(), shape);
    Ref state = object_getstate(thread_, &value, 1, nullptr);
    return state && save_state(state.get());
  }

  bool save_state(Value state) { return state.is_none() || (save(state) && byte('b')); }

  // The attributes of an object that has no dict yet, as if it had one: nobody else can know that dict.
  bool save_fields(Object* object, const Shape* shape) {
    std::vector<std::pair<Str*, Ref>> fields;
    for (const Shape* at = shape; at && at->last_name; at = at->parent) {
      if (Ref value = read_attribute(object, shape, at->count - 1)) fields.emplace_back(at->last_name, std::move(value));
    }
    if (fields.empty()) return true;
    byte('}');
    memoize(Value::none());
    if (fields.size() > 1) byte('(');
    for (size_t i = fields.size(); i-- > 0;) {
      if (!save(Value::object(fields[i].first)) || !save(fields[i].second.get())) return false;
    }
    return byte(fields.size() > 1 ? 'u' : 's') && byte('b');
  }

  // A tuple with which nothing is wrong and that asks for nothing rare. All others are Python's.
  bool is_usual_result(Value value, Value reduced) {
    if (!is_exact<Tuple>(reduced)) return false;
    const Tuple* parts = as<Tuple>(reduced);
    const auto part = [&](size_t i) { return i < parts->length ? parts->items[i] : Value::none(); };
    if (parts->length < 2 || parts->length > 5 || !is_exact<Tuple>(part(1)) || !part(3).is_none() ||
        !part(4).is_none()) {
      return false;
    }
    if (is<Type>(part(0))) return true;
    if (!is<Function>(part(0))) return false;
    const Str* name = as<Str>(as<Function>(part(0))->name.peek());
    if (equals_ascii(name, "__newobj_ex__")) return false;
    return !equals_ascii(name, "__newobj__") || (as<Tuple>(part(1))->length > 0 &&
           as<Tuple>(part(1))->items[0] == Value::object(type_of(thread_, value)));
  }

  bool save_reduced(Value value, Tuple* parts) {
    Ref held = Ref::share(parts);
    Tuple* args = as<Tuple>(parts->items[1]);
    if (is<Function>(parts->items[0]) &&
        equals_ascii(as<Str>(as<Function>(parts->items[0])->name.peek()), "__newobj__")) {
      Ref rest = make_tuple(thread_, args->items + 1, args->length - 1);
      if (!rest || !save(args->items[0]) || !save(rest.get())) return false;
      byte(0x81);
    } else {
      if (!save(parts->items[0]) || !save(parts->items[1])) return false;
      byte('R');
    }
    const int64_t known = memo_.number_of(value);
    if (known >= 0) {  // its arguments lead to it
      byte('0');
      recall(static_cast<uint32_t>(known));
    } else {
      memoize(value);
    }
    return parts->length < 3 || save_state(parts->items[2]);
  }

  Thread& thread_;
  Memo& memo_;
  int64_t protocol_;
};


}  // namespace

int64_t Memo::number_of(Value value) const {
  if (rows_.empty()) return -1;
  for (size_t at = place_of(value);; at = (at + 1) & (rows_.size() - 1)) {
    if (rows_[at].bits == value.bits()) return rows_[at].number;
    if (rows_[at].bits == 0) return -1;
  }
}

uint32_t Memo::add(Value value) {
  const uint32_t number = static_cast<uint32_t>(kept_.size());
  kept_.push_back(Ref::share(value));
  if (value.is_none()) return number;
  if (kept_.size() * 2 > rows_.size()) grow();
  insert({value.bits(), number});
  return number;
}

void Memo::insert(Row row) {
  size_t at = place_of(Value::from_bits(row.bits));
  while (rows_[at].bits != 0 && rows_[at].bits != row.bits) at = (at + 1) & (rows_.size() - 1);
  rows_[at] = row;
}

void Memo::grow() {
  std::vector<Row> old = std::move(rows_);
  rows_.assign(old.empty() ? 64 : old.size() * 2, Row{0, 0});
  for (const Row& row : old) {
    if (row.bits != 0) insert(row);
  }
}

std::vector<Ref> Memo::forget() {
  rows_.clear();
  return std::exchange(kept_, {});
}

bool save_pickled(Thread& thread, Saver* saver, Value value) {
  return Writer(thread, *saver->memo, saver->protocol).save(value);
}
void memoize_pickled(Thread& thread, Saver* saver, Value value) {
  Writer(thread, *saver->memo, saver->protocol).memoize(value);
}

Ref pickle_of_plain(Thread& thread, Value value, int64_t protocol) {
  constexpr size_t kSmallestFrame = 4;
  Memo memo;
  memo.only_plain = true;
  const bool saved = Writer(thread, memo, protocol).save(value);
  std::vector<Ref> gone = memo.forget();
  if (memo.met_other && !thread.has_exception()) return Ref::none();
  if (!saved) return {};
  memo.out.push_back('.');
  if (memo.out.size() >= kLarge) return Ref::none();
  std::string whole = {'\x80', static_cast<char>(protocol)};
  if (memo.out.size() >= kSmallestFrame) {
    whole.push_back('\x95');
    for (int i = 0; i < 8; ++i) whole.push_back(static_cast<char>(memo.out.size() >> (8 * i) & 0xFF));
  }
  return make_bytes(thread, whole + memo.out);
}

}  // namespace gillab
