// Roots are the threads (frames, variables, operands, what they wait for) and those words of old memory that changed
// since the checkpoint. What has been made since is reached from there, numbered in the order in which it is met, and
// hashed word by word: a word that leads to such a place counts as its number. Old memory is named by its address.
#include "vm/explore/state_key.h"

#include <algorithm>
#include <cstring>
#include <unordered_set>
#include <utility>
#include <vector>

#include "gil/schedule/arena.h"
#include "gil/schedule/pages.h"
#include "runtime/containers/dict_table.h"
#include "runtime/function.h"
#include "runtime/generator.h"
#include "runtime/interpreter.h"
#include "runtime/modules/deque.h"
#include "runtime/str.h"
#include "runtime/type.h"
#include "vm/body.h"
#include "vm/explore/micro.h"
#include "vm/explore/operation_read.h"
#include "vm/explore/runner.h"
#include "vm/explore/session.h"
#include "vm/explore/world.h"

namespace gillab::explore {
namespace {

namespace schedule = gil::schedule;

// Which names have a DictCell is a matter of caches.
const size_t kCellsOfDict = reinterpret_cast<size_t>(&reinterpret_cast<Dict*>(4096)->cells) - 4096;

struct ChunkPlace {
  char* start;
  char* end;
  size_t block;
};
// What is known of old memory. Outside: static memory goes back with the state.
struct OldMemory {
  std::vector<ChunkPlace> chunks;                    // of objects before the checkpoint, by address
  std::unordered_set<const char*> counts_of_cells;   // words of DictCells that say how many caches lead there
  std::vector<uint32_t> pages;                       // of objects, written since: by address
  size_t pages_seen = 0;                             // of all that were written
  std::vector<uint64_t> words;                       // of the state that is hashed: their memory is used again
  std::vector<Deque*> deques;                        // and the memory they had
  std::vector<std::pair<const char*, const char*>> rings;
};
OldMemory* old_memory = nullptr;

const std::vector<uint32_t>& old_pages() {
  OldMemory& old = *old_memory;
  const std::vector<schedule::WrittenPage>& all = schedule::written_pages();
  const schedule::Region objects = schedule::old_objects();
  const auto is_before = [&](uint32_t a, uint32_t b) { return all[a].place < all[b].place; };
  for (; old.pages_seen < all.size(); ++old.pages_seen) {
    const auto number = static_cast<uint32_t>(old.pages_seen);
    if (!objects.contains(all[number].place)) continue;
    old.pages.insert(std::upper_bound(old.pages.begin(), old.pages.end(), number, is_before), number);
  }
  return old.pages;
}

uint64_t mix(uint64_t a, uint64_t b) {
  const auto product = static_cast<unsigned __int128>(a) * b;
  return static_cast<uint64_t>(product) ^ static_cast<uint64_t>(product >> 64);
}

// Four chains beside each other: the processor multiplies while it waits for the products before.
StateKey hash_of(std::vector<uint64_t>& words) {
  constexpr size_t kChains = 4;
  constexpr uint64_t kFactors[] = {0xA0761D6478BD642F, 0xE7037ED1A0B428DB, 0x8EBC6AF09C88C6E3, 0x589965CC75374CC3};
  const uint64_t count = words.size();
  while (words.size() % kChains != 0) words.push_back(0);
  uint64_t low[kChains] = {1, 2, 3, count}, high[kChains] = {5, 6, 7, count};
  for (size_t i = 0; i < words.size(); i += kChains) {
    for (size_t k = 0; k < kChains; ++k) {
      low[k] = mix(low[k] ^ words[i + k], kFactors[k]);
      high[k] = mix(high[k] + words[i + k], kFactors[kChains - 1 - k]) + words[i + k];
    }
  }
  StateKey key;
  for (size_t k = 0; k < kChains; ++k) {
    key.low = mix(key.low ^ low[k], high[k] | 1) + k;
    key.high = mix(key.high ^ high[k], low[k] | 1) + low[k];
  }
  return key;
}

class KeyMaker {
 public:
  KeyMaker() { words_.clear(); }

  StateKey make() {
    for (uint32_t i = 0; i < schedule::machine().fiber_count; ++i) add_thread(i);
    if (schedule::machine().clock_was_read) add(static_cast<uint64_t>(schedule::machine().clock));
    const auto& world = static_cast<const ControlledWorld&>(*record_of(0).thread->interpreter->world);
    if (!session().shows_expression) add_text(world.output());  // where it is the result
    add_text(world.errors());
    add_changes();
    add(gil::schedule::digest_of_files());
    for (Deque* deque : old_memory->deques) {
      if (!(deque->header.flags & kFreeBlock)) add_deque(deque);
    }
    add_counts([](uint64_t word, void* maker) { static_cast<KeyMaker*>(maker)->add(word); }, this);
    for (size_t i = 0; i < met_.size(); ++i) add_block(met_[i]);
    return hash_of(words_);
  }

  void list_objects(std::vector<uint64_t>* made) const {
    made->clear();
    for (char* block : met_) {
      if (schedule::head_of_block(block).use == static_cast<uint32_t>(schedule::Use::Object)) made->push_back(reinterpret_cast<uint64_t>(block));
    }
  }

 private:
  void add(uint64_t word) { words_.push_back(word); }

  void add_text(const std::string& text) {
    add(text.size());
    for (size_t at = 0; at < text.size(); at += 8) {
      uint64_t word = 0;
      std::memcpy(&word, text.data() + at, std::min<size_t>(8, text.size() - at));
      add(word);
    }
  }

  // Numbers of blocks: a table of powers of two with open places.
  uint64_t number_of(char* block) {
    if ((met_.size() + 1) * 2 > table_.size()) grow();
    size_t at = place_of_block(block);
    while (table_[at].block) {
      if (table_[at].block == block) return table_[at].number;
      at = (at + 1) & (table_.size() - 1);
    }
    met_.push_back(block);
    table_[at] = {block, met_.size()};
    return met_.size();
  }
  size_t place_of_block(const char* block) const {
    return mix(reinterpret_cast<uint64_t>(block), 0x9E3779B97F4A7C15) & (table_.size() - 1);
  }
  void grow() {
    std::vector<Met> old = std::move(table_);
    table_.assign(old.empty() ? 256 : old.size() * 2, {});
    for (const Met& each : old) {
      if (!each.block) continue;
      size_t at = place_of_block(each.block);
      while (table_[at].block) at = (at + 1) & (table_.size() - 1);
      table_[at] = each;
    }
  }

  // In a dict, an indirection to a DictCell: whether a name has one is a matter of caches, what it holds is not.
  static bool is_cell(uint64_t word) {
    char* place = reinterpret_cast<char*>(word & ~uint64_t{7});
    if ((word & 7) != 7 || !schedule::is_new(place) || schedule::new_block_around(place) != place) return false;
    return schedule::head_of_block(place).size == sizeof(DictCell);
  }
  static uint64_t content_of_cell(uint64_t word) { return reinterpret_cast<const DictCell*>(word & ~uint64_t{7})->value.peek().bits(); }

  // A word that may be a pointer, a value that leads to an object, or anything else.
  void add_word(uint64_t word) {
    if (word - new_start_ >= new_bytes_) return add(word);
    char* place = reinterpret_cast<char*>(word & ~uint64_t{7});
    if (!schedule::is_new(place)) return add(word);
    if (is_cell(word)) return content_of_cell(word) ? add_word(content_of_cell(word)) : add_zeros(1);
    auto* block = static_cast<char*>(schedule::new_block_around(place));
    if (!block) return add(word);
    add(number_of(block) << 32 | (word - reinterpret_cast<uint64_t>(block)));
  }
  void add_value(Value value) { add_word(value.bits()); }

  // Zeros, of which stacks are full, as one and how many.
  void add_words(const char* start, const char* end) {
    const size_t count = static_cast<size_t>(end - start) / 8;
    size_t zeros = 0;
    for (size_t i = 0; i < count; ++i) {
      uint64_t word;
      std::memcpy(&word, start + i * 8, 8);
      if (word == 0) {
        ++zeros;
        continue;
      }
      if (zeros) add_zeros(std::exchange(zeros, 0));
      if (word - new_start_ >= new_bytes_) words_.push_back(word);
      else add_word(word);
    }
    if (zeros) add_zeros(zeros);
  }
  void add_zeros(size_t count) {
    add(0);
    add(count);
  }

  static void visit(Value value, void* maker) { static_cast<KeyMaker*>(maker)->add_value(value); }

  void add_generator(Generator* generator) {
    add(static_cast<uint64_t>(generator->state.get()));
    add_frame(generator->frame);
    const uint32_t count = generator->state.get() == GeneratorState::Finished ? 0 : generator->value_count;
    for (uint32_t i = 0; i < count; ++i) add_value(generator->values[i]);
  }

  // The shape of an object as its type and number of attributes: shapes are made when they are needed.
  void add_shape(const Object* object) {
    const Shape* shape = object->shape.get();
    add(reinterpret_cast<uint64_t>(shape->type));
    add(uint64_t{shape->count} << 8 | shape->mode);
  }

  static bool holds_variables(const Object* object) {
    return is_container(Value::object(object)) || kind_of(object) == gillab::Kind::CellObject || has_flag(type_of(object), kHeapType);
  }

  void add_block(char* block) {
    const schedule::BlockHead& head = schedule::head_of_block(block);
    add(head.size << 8 | (head.use & 0xFF));
    if (std::find(hidden_.begin(), hidden_.end(), block) != hidden_.end()) return;
    if (head.use & static_cast<uint32_t>(schedule::Use::Freed)) return;
    if (head.use != static_cast<uint32_t>(schedule::Use::Object)) return add_words(block, block + head.size);
    auto* object = reinterpret_cast<Object*>(block);
    if (object->header.flags & kFreeBlock) return;
    add_shape(object);
    if (holds_variables(object)) add(schedule::maker_of(block));  // so that it is one object in the books of Variables
    switch (kind_of(object)) {
      case gillab::Kind::Generator: return add_generator(reinterpret_cast<Generator*>(object));
      case gillab::Kind::Function:
      case gillab::Kind::Code:
      case gillab::Kind::Type: {
        const Layout* layout = type_of(object)->layout;
        if (layout->traverse) layout->traverse(object, Visitor{visit, this});
        return;
      }
      case gillab::Kind::Dict:
        add_words(block + sizeof(Object), block + kCellsOfDict);
        return add_words(block + kCellsOfDict + sizeof(void*), block + head.size);
      case gillab::Kind::Str: return add_words(block + sizeof(Object) + 8, block + head.size);  // not the cached hash
      case gillab::Kind::Extension:
        if (type_of(object)->layout == &kDequeLayout) return add_deque(reinterpret_cast<Deque*>(object));
        if (type_of(object)->layout == &kDequeIteratorLayout) return add_deque_iterator(reinterpret_cast<DequeIterator*>(object));
        return add_words(block + sizeof(Object), block + head.size);
      default: return add_words(block + sizeof(Object), block + head.size);
    }
  }

  void add_frame(const Frame& frame) {
    add_word(reinterpret_cast<uint64_t>(frame.code));
    if (frame.body) {
      hide(frame.body);
      hide(frame.body->words.data());
    }
    if (frame.body && frame.pc) add(static_cast<uint64_t>(frame.pc - frame.body->words.data()));
    add(frame.kind);
    if (frame.generator) add_word(Value::object(frame.generator).bits());
    add_value(frame.namespace_);
  }

  // C++ stacks lead to what code runs as, which is all caches, and to threads, of which what matters is known.
  void hide(const void* place) {
    auto* block = static_cast<char*>(schedule::new_block_around(place));
    if (block && std::find(hidden_.begin(), hidden_.end(), block) == hidden_.end()) hidden_.push_back(block);
  }

  void add_thread(uint32_t number) {
    const schedule::Fiber& fiber = schedule::machine().fibers[number];
    add(static_cast<uint64_t>(fiber.status));
    if (fiber.status == schedule::Status::Ended) return;
    const ThreadRecord& record = record_of(number);
    const Thread* thread = record.thread;
    if (!thread) return;
    hide(thread);
    if (fiber.status == schedule::Status::Word || fiber.status == schedule::Status::Sleep) {
      if (fiber.deadline != gil::kForEver) add(static_cast<uint64_t>(time_left(number)));
    }
    if (fiber.status == schedule::Status::Word) add_word(reinterpret_cast<uint64_t>(fiber.word));
    for (Value value : {thread->exception, thread->handled, thread->target, thread->arguments, thread->keywords}) {
      add_value(value);
    }
    add(static_cast<uint64_t>(record.loaded) << 8 | static_cast<uint64_t>(record.part << 4 | record.phase));
    add(uint64_t{record.did_shared} << 1 | uint64_t{record.has_started_one});
    uint32_t entries = 0;
    for (const Frame* frame = thread->frames + 1; frame <= thread->frame; ++frame) {
      add_frame(*frame);
      entries += (frame->kind & kEntryFrame) != 0;
    }
    for (const Value* value = thread->stack; value < record.stack_top; ++value) add_value(*value);
    for (const LocalSlot& local : thread->locals) add_value(local.dict);
    if (entries > 1 || record.inside) {
      const bool between_instructions = fiber.status == schedule::Status::Operation && !record.inside && record.stack_base;
      if (!between_instructions) add_words(reinterpret_cast<const char*>(&fiber.context), reinterpret_cast<const char*>(&fiber.context + 1));
      add_words(between_instructions ? record.stack_base : fiber.stack_pointer, fiber.stack + fiber.stack_size);
    }
  }

  // Where in its ring a deque begins does not matter, nor how often it has changed.
  void add_deque(Deque* deque) {
    const uint64_t length = deque->ring.get() ? deque->length.get() : 0;
    add(length << 1);
    for (uint64_t i = 0; i < length; ++i) add_value(deque_slot(deque, i));
  }
  void add_deque_iterator(DequeIterator* iterator) {
    const Value deque = iterator->deque.peek();
    add_value(deque);
    add(static_cast<uint64_t>(iterator->position.get()) << 2 | static_cast<uint64_t>(iterator->backwards) << 1);
    if (deque.is_object()) add(reinterpret_cast<Deque*>(deque.as_object())->changes.get() == iterator->changes.get());
  }

  // --- old memory

  static bool is_in_old_ring(const char* place) {
    return std::any_of(old_memory->rings.begin(), old_memory->rings.end(), [&](const auto& ring) { return place >= ring.first && place < ring.second; });
  }

  // The chunk of objects a place lies in, or null: it is a buffer.
  const ChunkPlace* chunk_of(const char* place) const {
    auto after = std::upper_bound(old_memory->chunks.begin(), old_memory->chunks.end(), place,
                                  [](const char* p, const ChunkPlace& chunk) { return p < chunk.start; });
    if (after == old_memory->chunks.begin()) return nullptr;
    --after;
    return place < after->end ? &*after : nullptr;
  }

  void add_change(char* place, uint64_t before) {
    uint64_t word;
    std::memcpy(&word, place, 8);
    if (is_cell(word)) {
      word = content_of_cell(word);
      if (word == before) return;
    }
    if (const ChunkPlace* chunk = chunk_of(place)) {
      char* block = chunk->start + static_cast<size_t>(place - chunk->start) / chunk->block * chunk->block;
      auto* object = reinterpret_cast<Object*>(block);
      if (place == block || (object->header.flags & kFreeBlock)) return;
      const auto offset = static_cast<size_t>(place - block);
      switch (kind_of(object)) {
        case gillab::Kind::Native: return;
        case gillab::Kind::Dict:
          if (offset == kCellsOfDict) return;
          break;
        case gillab::Kind::Str:
          if (offset == sizeof(Object)) return;
          break;
        case gillab::Kind::Code: return;
        case gillab::Kind::Extension:
          if (type_of(object)->layout == &kDequeLayout) return;  // all of them are looked at
          break;
        case gillab::Kind::Function:
        case gillab::Kind::Type:
          if ((word & 7) != 2 && (word & 7) != 3) return;  // what their code runs as, caches, numbers
          break;
        default: break;
      }
      if (offset == 8) return add_shape(object);
    } else if (old_memory->counts_of_cells.contains(place)) {
      return;
    } else if (is_in_old_ring(place)) {
      return;
    }
    add(reinterpret_cast<uint64_t>(place));
    add_word(word);
  }

  void add_changes() {
    for (uint32_t number : old_pages()) {
      const schedule::WrittenPage& page = schedule::written_pages()[number];
      for (uint64_t lines = page.differs; lines; lines &= lines - 1) add_line(page, static_cast<size_t>(__builtin_ctzll(lines)) * schedule::kLineSize);
    }
  }

  void add_line(const schedule::WrittenPage& page, size_t line) {
    for (size_t at = line; at < line + schedule::kLineSize; at += 8) {
      uint64_t before, now;
      std::memcpy(&before, page.before + at, 8);
      std::memcpy(&now, page.place + at, 8);
      if (now != before) add_change(page.place + at, before);
    }
  }

  struct Met {
    char* block = nullptr;
    uint64_t number = 0;
  };
  std::vector<uint64_t>& words_ = old_memory->words;
  const uint64_t new_start_ = reinterpret_cast<uint64_t>(schedule::places_of_new().start);
  const uint64_t new_bytes_ = reinterpret_cast<uint64_t>(schedule::places_of_new().end) - new_start_;
  std::vector<char*> met_;
  std::vector<const char*> hidden_;
  std::vector<Met> table_;
};

}  // namespace

namespace {

void note_deque(Object* object) {
  if (kind_of(object) != gillab::Kind::Extension || type_of(object)->layout != &kDequeLayout) return;
  auto* deque = reinterpret_cast<Deque*>(object);
  const auto* ring = reinterpret_cast<const char*>(deque->ring.get());
  old_memory->deques.push_back(deque);
  if (ring) old_memory->rings.emplace_back(ring, ring + deque->capacity.get() * sizeof(Value));
}

}  // namespace

void prepare_keys() {
  old_memory = new OldMemory;
  std::vector<ChunkPlace>& chunks = old_memory->chunks;
  Interpreter& interpreter = *record_of(0).thread->interpreter;
  for_each_chunk(interpreter, [](char* start, size_t block, size_t carved, void* found) {
    static_cast<std::vector<ChunkPlace>*>(found)->push_back({start, start + carved, block});
  }, &chunks);
  std::sort(chunks.begin(), chunks.end(), [](const ChunkPlace& a, const ChunkPlace& b) { return a.start < b.start; });
  for (const ChunkPlace& chunk : chunks) {
    for (char* block = chunk.start; block < chunk.end; block += chunk.block) {
      auto* object = reinterpret_cast<Object*>(block);
      if ((object->header.flags & kFreeBlock) || !object->shape.get()) continue;
      note_deque(object);
      if (kind_of(object) != gillab::Kind::Dict) continue;
      for_each_cell(reinterpret_cast<Dict*>(object), [](DictCell* cell) {
        old_memory->counts_of_cells.insert(reinterpret_cast<char*>(&cell->references));
      });
    }
  }
}

StateKey key_of_state(std::vector<uint64_t>* made) {
  KeyMaker maker;
  const StateKey key = maker.make();
  if (made) maker.list_objects(made);
  return key;
}

}  // namespace gillab::explore
