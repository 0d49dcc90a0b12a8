// The table of names: one object for each text that was interned. It keeps them until the interpreter ends.
#include "runtime/interpreter.h"
#include "runtime/sizes.h"
#include "runtime/str.h"
#include "runtime/text/str_characters.h"

namespace gillab {

// Thread safety: names are added under the lock and found without it. Tables that became too small stay for who still
// looks into them: together they are no larger than the last.
struct InternTable {
  struct Slots {
    size_t mask;
    Slots* older;
    Cell<Str*> names[1];
  };
  Cell<Slots*> slots;
  size_t used = 0;
  TableLock lock;
};

namespace {

constexpr size_t kFirstSlots = usual_or_smallest<size_t>(4096, 2);

using Slots = InternTable::Slots;

Slots* make_slots(size_t count, Slots* older) {
  void* memory = ::operator new(sizeof(Slots) + (count - 1) * sizeof(Cell<Str*>));
  auto* slots = static_cast<Slots*>(memory);
  slots->mask = count - 1;
  slots->older = older;
  for (size_t i = 0; i < count; ++i) slots->names[i].set(nullptr);
  return slots;
}

// The slot that holds the text, or the free one where it belongs.
Cell<Str*>* find_slot(Slots* slots, const Str* text, int64_t hash) {
  size_t at = static_cast<size_t>(hash) & slots->mask;
  while (Str* there = slots->names[at].get()) {
    if (there->cached_hash.get() == hash && same_text(there, text)) break;
    at = (at + 1) & slots->mask;
  }
  return &slots->names[at];
}

void grow(InternTable* table) {
  Slots* old = table->slots.get();
  Slots* fresh = make_slots((old->mask + 1) * 2, old);
  for (size_t i = 0; i <= old->mask; ++i) {
    Str* name = old->names[i].get();
    if (name) find_slot(fresh, name, name->cached_hash.get())->set(name);
  }
  table->slots.set(fresh);
}

}  // namespace

InternTable* make_intern_table() {
  auto* table = new InternTable;
  table->slots.set(make_slots(kFirstSlots, nullptr));
  return table;
}

Str* intern(Thread& thread, Str* text) {
  if (text->interned()) return text;
  int64_t hash = hash_of(text);
  InternTable* table = thread.interpreter->interned;
  if (Str* known = find_slot(table->slots.get(), text, hash)->get()) return known;
  TableLocked lock(table->lock);
  Cell<Str*>* slot = find_slot(table->slots.get(), text, hash);
  if (Str* known = slot->get()) return known;  // another thread was faster
  take(text);
  set_flags(text, kInterned);
  slot->set(text);
  if (++table->used * 2 > table->slots.get()->mask) grow(table);
  return text;
}

Str* intern(Thread& thread, std::string_view utf8) {
  Ref text = make_str(thread, utf8);
  return text ? intern(thread, text.as<Str>()) : nullptr;
}

void free_intern_table(Thread& thread) {
  InternTable* table = std::exchange(thread.interpreter->interned, nullptr);
  if (!table) return;
  Slots* slots = table->slots.get();
  for (size_t i = 0; i <= slots->mask; ++i) {
    Str* text = slots->names[i].get();
    if (!text) continue;
    clear_flags(text, kInterned);
    drop(text);
  }
  while (slots) ::operator delete(std::exchange(slots, slots->older));
  delete table;
}

}  // namespace gillab
