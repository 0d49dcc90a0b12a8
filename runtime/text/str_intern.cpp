// The table of names: one object for each text that was interned. It keeps them until the interpreter ends.
#include "runtime/interpreter.h"
#include "runtime/sizes.h"
#include "runtime/str.h"
#include "runtime/text/str_characters.h"

namespace gillab {

struct InternTable {
  gil::Header header{};  // for the Guard
  Str** slots = nullptr;
  size_t mask = 0;
  size_t used = 0;
};

namespace {

constexpr size_t kFirstSlots = usual_or_smallest<size_t>(4096, 2);

InternTable* table_of(Interpreter& interpreter) {
  if (!interpreter.interned) {
    auto* table = new InternTable;
    table->slots = new Str*[kFirstSlots]();
    table->mask = kFirstSlots - 1;
    interpreter.interned = table;
  }
  return interpreter.interned;
}

// The slot that holds the text, or the free one where it belongs.
Str** find_slot(InternTable* table, const Str* text, int64_t hash) {
  size_t at = static_cast<size_t>(hash) & table->mask;
  while (Str* there = table->slots[at]) {
    if (there->cached_hash.get() == hash && same_text(there, text)) break;
    at = (at + 1) & table->mask;
  }
  return &table->slots[at];
}

void grow(InternTable* table) {
  Str** old = table->slots;
  size_t old_count = table->mask + 1;
  table->slots = new Str*[old_count * 2]();
  table->mask = old_count * 2 - 1;
  for (size_t i = 0; i < old_count; ++i) {
    if (old[i]) *find_slot(table, old[i], old[i]->cached_hash.get()) = old[i];
  }
  delete[] old;
}

}  // namespace

Str* intern(Thread& thread, Str* text) {
  if (text->interned()) return text;
  int64_t hash = hash_of(text);
  InternTable* table = table_of(*thread.interpreter);
  Guard guard(table->header);
  Str** slot = find_slot(table, text, hash);
  if (*slot) return *slot;
  take(text);
  set_flags(text, kInterned);
  *slot = text;
  if (++table->used * 2 > table->mask) grow(table);
  return text;
}

Str* intern(Thread& thread, std::string_view utf8) {
  Ref text = make_str(thread, utf8);
  return text ? intern(thread, text.as<Str>()) : nullptr;
}

void free_intern_table(Thread& thread) {
  InternTable* table = std::exchange(thread.interpreter->interned, nullptr);
  if (!table) return;
  for (size_t i = 0; i <= table->mask; ++i) {
    Str* text = table->slots[i];
    if (!text) continue;
    clear_flags(text, kInterned);
    drop(text);
  }
  delete[] table->slots;
  delete table;
}

}  // namespace gillab
