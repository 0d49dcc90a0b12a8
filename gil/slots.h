// Slots: the small numbers by which objects know their owners, and what others have given back to an owner. A thread has
// a slot from its start to its end; the next one to get it inherits all objects. Who finds an owner that does not run, or
// a slot that nobody has, does the owner's work at once.
#pragma once

#include <vector>

#include "gil/layer.h"

namespace gillab::gil {

// Thread safety: all. Of the thread itself, before its first and after its last count.
bool take_slot(Attached& me);  // true: nobody has had it before, no object is of it
void return_slot(Attached& me);

// Takes over a reference to an object in the state queued. True: it was the last, and the owner is no longer asked.
bool give_back(Header& header);

// The objects of which this thread has got the last reference back, whose end it now has to see to. For a thread that was
// asked to kMerge.
std::vector<Header*> take_back(Attached& me);
// Of a thread that ends, still attached: gives its slot up, so that others see to what it owns at once, and counts like
// everybody else from then on. Not done yet where it returns objects that the caller has to see to: again, then.
std::vector<Header*> leave_slot(Attached& me);
// Threads that have left their slots not counted: there is no other.
bool has_one_slot_only();
// The same as take_back() of all slots. REQUIRES: the world is stopped.
std::vector<Header*> take_back_all();

// After fork() in the child: `me` is the only thread.
void reset_slots(Attached& me);

// A drop cannot fail: where memory is out, what cannot be noted in such a list is never destroyed.
void note(std::vector<Header*>& list, Header* header);

}  // namespace gillab::gil
