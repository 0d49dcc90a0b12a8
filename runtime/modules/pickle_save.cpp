// _pickle: writes the opcodes of plain values (None, numbers, texts, lists, tuples, dicts, sets), of instances and of what
// __reduce_ex__ gives. Everything else is the Python of pickle/_save.py, which for dumps() then begins anew. For protocols
// from 2 on.
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
#include "runtime/modules/modules.h"
#include "runtime/modules/pickle_save.h"
#include "runtime/native.h"
#include "runtime/operations.h"
#include "runtime/set.h"
#include "runtime/str.h"

namespace gillab {

namespace {

constexpr size_t kBatch = 1000;       // items between one MARK and what ends it
constexpr size_t kLarge = 64 * 1024;  // texts and bytes as long as this stand outside frames, which are no longer than that
constexpr size_t kFrameHeader = 9;

class Writer {
 public:
  Writer(Thread& thread, Memo& memo, int64_t protocol) : thread_(thread), memo_(memo), protocol_(protocol) {}

  bool save(Value value) {
    if (memo_.framed && memo_.out.size() - memo_.frame_start >= kLarge + kFrameHeader) next_frame();
    if (!value.is_object()) return save_immediate(value);
    const ShapeHead& head = head_of(value.as_object());
    if (head.kind == Kind::Float && head.exact) return floating(float_of(value));
    if (head.kind == Kind::Int && head.exact) return large_integer(value);
    const int64_t known = memo_.number_of(value);
    if (known >= 0) return recall(static_cast<uint32_t>(known));
    if (!head.exact) return save_deeply(value, Kind::kCount);
    if (head.kind == Kind::Str) return save_text(value);
    return head.kind == Kind::Bytes ? save_bytes(value) : save_deeply(value, head.kind);
  }

  // A frame begins with room for its header, which is filled in at its end; or left out, where the frame is tiny.
  void begin_frame() {
    memo_.frame_start = memo_.out.size();
    memo_.out.room(kFrameHeader);
    memo_.out.wrote(kFrameHeader);
  }
  void end_frame() {
    constexpr size_t kSmallestFrame = 4;
    const uint64_t size = memo_.out.size() - memo_.frame_start - kFrameHeader;
    char* start = memo_.out.data() + memo_.frame_start;
    if (size >= kSmallestFrame) {
      start[0] = '\x95';
      std::memcpy(start + 1, &size, sizeof size);
    } else {
      std::memmove(start, start + kFrameHeader, size);
      memo_.out.take_back(kFrameHeader);
    }
  }

  // None: something that nothing else leads to.
  void memoize(Value value) {
    const uint32_t number = memo_.add(value);
    if (protocol_ >= 4) {
      byte(0x94);
    } else {
      number < 256 ? little('q', number, 1) : little('r', number, 4);
    }
  }

 private:
  bool save_immediate(Value value) {
    if (value.is_int()) return integer(value.as_int());
    if (value.is_float()) return floating(value.as_float());
    if (value.is_none()) return byte('N');
    if (value.is_bool()) return byte(value.is_true() ? 0x88 : 0x89);
    return leave(value);
  }
  // What has other values in it: an exact instance of that kind, or kCount for all else.
  bool save_deeply(Value value, Kind kind) {
    NativeDepth depth(thread_, " while pickling an object");
    if (!depth) return false;
    if (kind == Kind::Tuple) return save_tuple(value);
    if (kind == Kind::List) return save_list(value);
    if (kind == Kind::Dict) return save_dict(value);
    return kind == Kind::Set && protocol_ >= 4 ? save_set(value) : save_object(value);
  }

  void next_frame() {
    end_frame();
    begin_frame();
  }

  bool byte(int value) {
    memo_.out.byte(value);
    return true;
  }
  // An opcode and a number of that many bytes, the least first.
  bool little(int code, uint64_t value, size_t bytes) {
    char* room = memo_.out.room(9);
    room[0] = static_cast<char>(code);
    std::memcpy(room + 1, &value, 8);  // the machines this runs on are little-endian
    memo_.out.wrote(1 + bytes);
    return true;
  }
  bool leave(Value value) {
    if (memo_.only_plain) return memo_.met_other = true, false;
    if (memo_.other.is_empty()) return raise(thread_, Error::RuntimeError, "nothing is being pickled");
    Ref held = Ref::share(value), other = Ref::share(memo_.other);
    return static_cast<bool>(call(thread_, other.get(), value));
  }
  bool recall(uint32_t number) { return number < 256 ? little('h', number, 1) : little('j', number, 4); }

  bool integer(int64_t number) {
    const auto bits = static_cast<uint64_t>(number);
    if (number >= 0 && number <= 0xFF) return little('K', bits, 1);
    if (number >= 0 && number <= 0xFFFF) return little('M', bits, 2);
    if (number >= INT32_MIN && number <= INT32_MAX) return little('J', bits, 4);
    size_t bytes = 5;
    while (bytes < 8 && (number >> (8 * bytes - 1)) != 0 && (number >> (8 * bytes - 1)) != -1) ++bytes;
    return byte(0x8A) && little(static_cast<int>(bytes), bits, bytes);
  }

  // In two's complement, in as few bytes as hold it and its sign.
  bool large_integer(Value value) {
    mpz_t number;
    mpz_init(number);
    get_integer(value, number);
    const bool negative = mpz_sgn(number) < 0;
    if (negative) mpz_add_ui(number, number, 1);  // then its inverted bits are those of the absolute value
    const size_t bytes = mpz_sgn(number) == 0 ? 1 : mpz_sizeinbase(number, 2) / 8 + 1;
    bytes < 256 ? little(0x8A, bytes, 1) : little(0x8B, bytes, 4);
    char* room = memo_.out.room(bytes + 8);
    std::memset(room, 0, bytes);
    mpz_export(room, nullptr, -1, 1, 0, 0, number);
    for (size_t i = 0; negative && i < bytes; ++i) room[i] = static_cast<char>(~room[i]);
    memo_.out.wrote(bytes);
    mpz_clear(number);
    return true;
  }

  bool floating(double number) {
    uint64_t bits;
    std::memcpy(&bits, &number, sizeof bits);
    return little('G', __builtin_bswap64(bits), 8);
  }

  bool save_text(Value value) {
    const Str* str = as<Str>(value);
    if (str->length >= kLarge / 4 && !memo_.framed) return leave(value);
    if (str->ascii) {
      content(str->ascii_view(), 0x8C, 'X', 0x8D);
    } else {
      content(to_utf8(str), 0x8C, 'X', 0x8D);
    }
    memoize(value);
    return true;
  }

  bool save_bytes(Value value) {
    if (protocol_ < 3 || (as<Bytes>(value)->length >= kLarge && !memo_.framed)) return leave(value);
    content(as<Bytes>(value)->view(), 'C', 'B', 0x8E);
    memoize(value);
    return true;
  }

  // What is large stands outside of frames.
  void content(std::string_view data, int code_of_short, int code, int code_of_long) {
    const bool is_large = memo_.framed && data.size() >= kLarge;
    if (is_large) end_frame();
    if (data.size() < 256 && (protocol_ >= 4 || code_of_short == 'C')) {
      little(code_of_short, data.size(), 1);
    } else if (data.size() <= UINT32_MAX) {
      little(code, data.size(), 4);
    } else {
      little(code_of_long, data.size(), 8);
    }
    memo_.out.append(data);
    if (is_large) begin_frame();
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

  bool save_list(Value value) {
    Ref held = Ref::share(value);
    List* list = as<List>(value);
    byte(']');
    memoize(value);
    const uint32_t count = list_length(list);
    if (count == 1) {
      Ref item = item_at(list, 0);
      return !item || (save(item.get()) && byte('a'));
    }
    for (uint32_t at = 0; at < list_length(list);) {
      byte('(');
      for (size_t more = kBatch; more > 0; --more, ++at) {
        Ref item = item_at(list, at);
        if (!item) break;
        if (!save(item.get())) return false;
      }
      byte('e');
    }
    return true;
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
    if (count > 0 || frozen) byte('(');
    for (uint32_t i = 0; i < count; ++i) {
      if (!save(list->items.get()[i])) return false;
      if (frozen || (i + 1) % kBatch != 0) continue;
      byte(0x90);
      byte('(');
    }
    if (!frozen) return count == 0 || byte(0x90);
    const int64_t known = memo_.number_of(value);
    if (known >= 0) return byte('1') && recall(static_cast<uint32_t>(known));  // one of its elements leads to it
    byte(0x91);
    memoize(value);
    return true;
  }

  bool save_dict(Value value) {
    Ref held = Ref::share(value), key, item;
    Dict* dict = as<Dict>(value);
    byte('}');
    memoize(value);
    const uint32_t count = dict_size(dict);
    uint32_t position = 0;
    if (count == 1) {
      if (!dict_next_held(dict, &position, &key, &item)) return true;
      return save(key.get()) && save(item.get()) && byte('s');
    }
    for (size_t left = 0; count > 0 && left == 0;) {
      byte('(');
      for (left = kBatch; left > 0 && dict_next_held(dict, &position, &key, &item); --left) {
        if (!save(key.get()) || !save(item.get())) return false;
      }
      byte('u');
      if (dict_size(dict) != count) {
        return raise(thread_, Error::RuntimeError, "dictionary changed size during iteration");
      }
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

  // Of a whole pickle: the reducers of classes, as soon as somebody asks. False: an error is set.
  bool find_table() {
    if (memo_.table || !memo_.framed) return true;
    memo_.kept_table = attribute_of_module(thread_, "copyreg", "dispatch_table");
    if (!memo_.kept_table) return false;
    if (is_exact<Dict>(memo_.kept_table.get())) memo_.table = memo_.kept_table.as<Dict>();
    return true;
  }

  // By name, where it is what its module has under that name. What is not so simple is left to Python.
  bool save_global(Value value) {
    Ref registry = attribute_of_module(thread_, "copyreg", "_extension_registry");
    Ref module = registry ? get_attribute(thread_, value, thread_.names().__module__) : Ref(), found;
    Ref name = module ? get_attribute(thread_, value, thread_.names().__qualname__) : Ref();
    if (!name) return false;
    if (protocol_ < 4 || !is_exact<Dict>(registry.get()) || dict_size(registry.as<Dict>()) != 0 ||
        !is_exact<Str>(module.get()) || !is_exact<Str>(name.get()) || !name.as<Str>()->ascii) {
      return leave(value);
    }
    Str* module_name = intern(thread_, module.as<Str>());
    found = dict_get_name(thread_.interpreter->modules, module_name);
    for (std::string_view rest = name.as<Str>()->ascii_view(); found;) {
      const size_t dot = rest.find('.');
      found = get_attribute_or_empty(thread_, found.get(), intern(thread_, rest.substr(0, dot)));
      if (dot == std::string_view::npos) break;
      rest.remove_prefix(dot + 1);
    }
    if (thread_.has_exception()) return false;
    if (!found || !(found.get() == value)) return leave(value);
    if (!save(Value::object(module_name)) || !save(name.get())) return false;
    byte(0x93);
    memoize(value);
    return true;
  }

  bool save_object(Value value) {
    Ref held = Ref::share(value), found;
    Type* type = type_of(thread_, value);
    if (!find_table()) return false;
    const bool is_global = is<Function>(value) || Value::object(type) == Value::object(thread_.types().type);
    if (memo_.framed && is_global) return save_global(value);
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
    if (memo_.only_plain) return leave(value);
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
  rows_.assign(old.empty() ? 16 : old.size() * 4, Row{0, 0});
  kept_.reserve(rows_.size() / 2);
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
  Memo memo;
  memo.only_plain = memo.framed = true;
  Writer writer(thread, memo, protocol);
  memo.out.byte(0x80);
  memo.out.byte(static_cast<int>(protocol));
  writer.begin_frame();
  const bool saved = writer.save(value);
  std::vector<Ref> gone = memo.forget();
  if (memo.met_other && !thread.has_exception()) return Ref::none();
  if (!saved) return {};
  memo.out.byte('.');
  writer.end_frame();
  return make_bytes(thread, memo.out.view());
}

}  // namespace gillab
