// a[...] in all its forms: ints, slices, None and ... give views, arrays of ints or bools pick elements.
#include <vector>

#include "runtime/int.h"
#include "runtime/iterators.h"
#include "runtime/list.h"
#include "runtime/modules/numpy/walk.h"
#include "runtime/operations.h"
#include "runtime/str.h"

namespace gillab::numpy {
namespace {

// A key, taken apart: a view without the ints, and the axes of it that arrays pick from.
struct Selection {
  View view;                       // of the array: slices applied
  int picked[kMaxDimensions];      // axes of `view`, in order
  Operand picks[kMaxDimensions];   // ints, of any shape
  int pick_count = 0;
  bool together = true;            // no slice stands between the picks: the result has them in place
};

Failed too_many(Thread& thread, int dimensions, int64_t indices) {
  return raise(thread, Error::IndexError,
               "too many indices for array: array is {}-dimensional, but {} were indexed", dimensions, indices);
}

bool place_of(Thread& thread, int64_t index, int64_t length, int axis, int64_t* place) {
  *place = index < 0 ? index + length : index;
  if (*place >= 0 && *place < length) return true;
  return raise(thread, Error::IndexError, "index {} is out of bounds for axis {} with size {}", index, axis, length);
}

bool is_mask(Value item) {
  if (item.is_bool()) return true;
  return is_array(item) && array_of(item)->view.element == Element::Bool;
}

bool mask_in_list(Value item) {
  if (!is<List>(item)) return false;
  Ref first = item_at(as<List>(item), 0);
  return first && (first.get().is_bool() || mask_in_list(first.get()));
}

class KeyReader {
 public:
  KeyReader(Thread& thread, const View& array, Selection* selection)
      : thread_(thread), array_(array), selection_(*selection) {
    selection_.view.element = array.element;
    selection_.view.data = array.data;
  }

  bool read(Value key) {
    Ref items = is<Tuple>(key) ? Ref::share(key) : make_tuple_of(thread_, key);
    if (!items || !count_axes(items.as<Tuple>())) return false;
    for (uint64_t i = 0; i < items.as<Tuple>()->length; ++i) {
      if (!read_item(items.as<Tuple>()->items[i])) return false;
    }
    while (axis_ < array_.dimensions) keep_axis();
    if (any_array_) return true;
    return apply_ints();
  }

 private:
  bool count_axes(Tuple* items) {
    int64_t used = 0;
    bool ellipsis = false;
    for (uint64_t i = 0; i < items->length; ++i) {
      Value item = items->items[i];
      if (item == Value::ellipsis()) {
        if (ellipsis) return raise(thread_, Error::IndexError, "an index can only have a single ellipsis ('...')");
        ellipsis = true;
      } else if (is_mask(item) && is_array(item)) {
        used += array_of(item)->view.dimensions;
      } else if (!item.is_none()) {
        ++used;
      }
    }
    if (used > array_.dimensions) return too_many(thread_, array_.dimensions, used);
    skipped_ = array_.dimensions - static_cast<int>(used);
    return true;
  }

  bool read_item(Value item) {
    if (item == Value::ellipsis()) {
      separate();
      for (int i = 0; i < skipped_; ++i) keep_axis();
      return true;
    }
    if (item.is_none()) return separate(), add_axis(1, 0);
    if (is<Slice>(item)) return separate(), read_slice(item);
    if (item.is_int()) return read_int(item.as_int());
    if (is_mask(item) || mask_in_list(item)) return read_mask(item);
    return read_array(item);
  }

  bool add_axis(int64_t length, int64_t stride) {
    View& view = selection_.view;
    if (view.dimensions >= kMaxDimensions) return raise(thread_, Error::IndexError, "too many dimensions");
    view.shape[view.dimensions] = length;
    view.strides[view.dimensions++] = stride;
    return true;
  }
  void keep_axis() {
    add_axis(array_.shape[axis_], array_.strides[axis_]);
    ++axis_;
  }
  // A slice between two picks sends their axes to the front.
  void separate() { pending_ = selection_.pick_count > 0; }

  bool read_slice(Value item) {
    SliceBounds bounds;
    if (!resolve_slice(thread_, item, array_.shape[axis_], &bounds)) return false;
    int64_t stride = array_.strides[axis_++];
    selection_.view.data += bounds.start * stride * (bounds.count > 0);
    return add_axis(std::max<int64_t>(bounds.count, 0), stride * bounds.step);
  }

  Operand& new_pick() {
    if (pending_) selection_.together = false;
    selection_.picked[selection_.pick_count] = selection_.view.dimensions;
    keep_axis();
    return selection_.picks[selection_.pick_count++];
  }

  bool read_int(int64_t index) {
    int64_t place;
    if (!place_of(thread_, index, array_.shape[axis_], axis_, &place)) return false;
    return new_pick().require(thread_, Value::integer(index));
  }

  bool read_array(Value item) {
    if (is<BigInt>(item)) return raise(thread_, Error::IndexError, "cannot fit 'int' into an index-sized integer");
    if (axis_ >= array_.dimensions) return too_many(thread_, array_.dimensions, array_.dimensions + 1);
    Operand& pick = new_pick();
    Operand::Read read = pick.read(thread_, item);
    if (read == Operand::Read::Failed) return false;
    bool empty = read == Operand::Read::Done && pick.view.size() == 0;
    if (read == Operand::Read::Foreign || (pick.view.element != Element::Int && !empty)) {
      if (is<List>(item) || is_array(item)) {
        return raise(thread_, Error::IndexError, "arrays used as indices must be of integer (or boolean) type");
      }
      return raise(thread_, Error::IndexError,
                   "only integers, slices (`:`), ellipsis (`...`), numpy.newaxis (`None`) and integer or boolean "
                   "arrays are valid indices");
    }
    if (pick.view.dimensions > 0 || is_array(item)) any_array_ = true;
    return pick.convert(thread_, Element::Int);
  }

  // A mask of k dimensions is k arrays of ints: where it is true.
  bool read_mask(Value item) {
    Ref mask = as_array(thread_, item);
    if (!mask) return false;
    const View& view = view_of(mask);
    if (view.dimensions == 0) return raise(thread_, Error::IndexError, "a single bool is no index here");
    for (int i = 0; i < view.dimensions; ++i) {
      if (axis_ + i >= array_.dimensions) return too_many(thread_, array_.dimensions, axis_ + view.dimensions);
      if (view.shape[i] == array_.shape[axis_ + i]) continue;
      return raise(thread_, Error::IndexError,
                   "boolean index did not match indexed array along dimension {}; dimension is {} but corresponding "
                   "boolean dimension is {}",
                   axis_ + i, array_.shape[axis_ + i], view.shape[i]);
    }
    any_array_ = true;
    Ref places = nonzero_places(thread_, view);
    if (!places) return false;
    for (int i = 0; i < view.dimensions; ++i) {
      if (!new_pick().require(thread_, places.as<Tuple>()->items[i])) return false;
    }
    return true;
  }

  // Only ints were picked: they become part of the view.
  bool apply_ints() {
    View& view = selection_.view;
    for (int i = selection_.pick_count - 1; i >= 0; --i) {
      int axis = selection_.picked[i];
      int64_t index = *reinterpret_cast<int64_t*>(selection_.picks[i].view.data);
      int64_t place;
      if (!place_of(thread_, index, view.shape[axis], axis, &place)) return false;
      view.data += place * view.strides[axis];
      std::copy(view.shape + axis + 1, view.shape + view.dimensions, view.shape + axis);
      std::copy(view.strides + axis + 1, view.strides + view.dimensions, view.strides + axis);
      --view.dimensions;
    }
    selection_.pick_count = 0;
    return true;
  }

  Thread& thread_;
  const View& array_;
  Selection& selection_;
  int axis_ = 0;
  int skipped_ = 0;
  bool any_array_ = false;
  bool pending_ = false;
};

// The elements that arrays pick: offsets of all combinations, in front of which and behind which the other axes stand.
struct Picked {
  View picks;                    // the broadcast shape of the index arrays
  std::vector<int64_t> offsets;  // bytes, one for each pick
  View before, after;            // the axes that are not picked
  View result;                   // only its shape
};

bool add_offsets(Thread& thread, const Selection& selection, int number, Picked* picked) {
  View view;
  if (!broadcast_to(thread, selection.picks[number].view, picked->picks, &view)) return false;
  int axis = selection.picked[number];
  int64_t length = selection.view.shape[axis], stride = selection.view.strides[axis];
  size_t at = 0;
  bool inside = true;
  // Axes that lie one behind the other stay in order, so the offsets come in the order of the picks.
  for_each_row(walk_over<1>(view, {&view}), [&](char** data, const int64_t* strides, int64_t count) {
    for (int64_t i = 0; i < count && inside; ++i) {
      int64_t place, index = *reinterpret_cast<int64_t*>(data[0] + i * strides[0]);
      inside = place_of(thread, index, length, axis, &place);
      picked->offsets[at++] += place * stride;
    }
  });
  return inside;
}

void push_axis(View* view, int64_t length, int64_t stride) {
  view->shape[view->dimensions] = length;
  view->strides[view->dimensions++] = stride;
}

bool resolve_picks(Thread& thread, const Selection& selection, Picked* picked) {
  const View* all[kMaxDimensions];
  for (int i = 0; i < selection.pick_count; ++i) all[i] = &selection.picks[i].view;
  if (!broadcast_shapes(thread, all, selection.pick_count, &picked->picks)) {
    clear_exception(thread);
    std::string shapes;
    for (int i = 0; i < selection.pick_count; ++i) shapes += shape_text(*all[i]) + " ";
    return raise(thread, Error::IndexError,
                 "shape mismatch: indexing arrays could not be broadcast together with shapes {}",
                 std::string_view(shapes));
  }
  picked->offsets.assign(static_cast<size_t>(picked->picks.size()), 0);
  for (int i = 0; i < selection.pick_count; ++i) {
    if (!add_offsets(thread, selection, i, picked)) return false;
  }
  int number = 0;
  for (int i = 0; i < selection.view.dimensions; ++i) {
    if (number < selection.pick_count && selection.picked[number] == i) {
      ++number;
      continue;
    }
    push_axis(number == 0 && selection.together ? &picked->before : &picked->after, selection.view.shape[i],
              selection.view.strides[i]);
  }
  if (picked->before.dimensions + picked->picks.dimensions + picked->after.dimensions > kMaxDimensions) {
    return raise(thread, Error::IndexError, "too many dimensions");
  }
  for (const View* part : {&picked->before, &picked->picks, &picked->after}) {
    for (int i = 0; i < part->dimensions; ++i) push_axis(&picked->result, part->shape[i], 0);
  }
  return true;
}

// Calls move(element of the array, element of the other view) for all that is picked, in the result's order.
template <class Move>
void for_each_picked(const Selection& selection, const Picked& picked, const View& other, Move move) {
  View before = picked.before, after = picked.after;
  View other_before = picked.before, other_picks = picked.picks, other_after = picked.after;
  int axis = 0;
  for (View* part : {&other_before, &other_picks, &other_after}) {
    for (int i = 0; i < part->dimensions; ++i) part->strides[i] = other.strides[axis++];
  }
  before.data = selection.view.data;
  other_before.data = other.data;
  for_each_row(walk_over<2>(before, {&before, &other_before}), [&](char** outer, const int64_t* steps, int64_t rows) {
    for (int64_t row = 0; row < rows; ++row) {
      View places = other_picks;
      places.data = outer[1] + row * steps[1];
      size_t at = 0;
      for_each_row(walk_over<1>(places, {&places}), [&](char** data, const int64_t* strides, int64_t count) {
        for (int64_t i = 0; i < count; ++i) {
          after.data = outer[0] + row * steps[0] + picked.offsets[at++];
          other_after.data = data[0] + i * strides[0];
          for_each_row(walk_over<2>(after, {&after, &other_after}), move);
        }
      });
    }
  });
}

// Copies rows of elements of one size.
struct CopyRow {
  size_t size;
  int from;
  void operator()(char** data, const int64_t* strides, int64_t count) const {
    int to = 1 - from;
    for (int64_t i = 0; i < count; ++i) {
      __builtin_memcpy(data[to] + i * strides[to], data[from] + i * strides[from], size);
    }
  }
};

Ref gather(Thread& thread, const Selection& selection) {
  Picked picked;
  if (!resolve_picks(thread, selection, &picked)) return {};
  Ref result = make_array_like(thread, selection.view.element, picked.result);
  if (!result) return {};
  const View& out = view_of(result);
  CopyRow copy = {static_cast<size_t>(size_of(out.element)), 0};
  native_work(thread, out.size() >= kWorkWithoutTurn, [&] { for_each_picked(selection, picked, out, copy); });
  return result;
}

bool scatter(Thread& thread, const Selection& selection, Value value) {
  Picked picked;
  Operand operand;
  if (!resolve_picks(thread, selection, &picked) || !operand.require(thread, value)) return false;
  if (!operand.convert(thread, selection.view.element)) return false;
  View source;
  if (!broadcast_to(thread, operand.view, picked.result, &source)) {
    clear_exception(thread);
    return raise(thread, Error::ValueError,
                 "shape mismatch: value array of shape {} could not be broadcast to indexing result of shape {}",
                 std::string_view(shape_text(operand.view)), std::string_view(shape_text(picked.result)));
  }
  Ref copy;
  if (overlaps(source, selection.view)) {
    if (!(copy = copy_array(thread, source, source.element))) return false;
    source = view_of(copy);
  }
  CopyRow move = {static_cast<size_t>(size_of(source.element)), 1};
  native_work(thread, picked.result.size() >= kWorkWithoutTurn,
              [&] { for_each_picked(selection, picked, source, move); });
  return true;
}

Ref get_item(Thread& thread, const Value* args, uint32_t, Tuple*) {
  const View& view = array_of(args[0])->view;
  if (args[1].is_int() && view.dimensions == 1) {  // the usual key
    int64_t place;
    if (!place_of(thread, args[1].as_int(), view.shape[0], 0, &place)) return {};
    return element_at(thread, view, view.data + place * view.strides[0]);
  }
  Selection selection;
  if (!KeyReader(thread, view, &selection).read(args[1])) return {};
  if (selection.pick_count > 0) return gather(thread, selection);
  bool whole = !is<Tuple>(args[1]) && args[1] == Value::ellipsis();
  if (selection.view.dimensions == 0 && !whole) return element_at(thread, selection.view, selection.view.data);
  return make_view(thread, args[0], selection.view);
}

Ref set_item(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Array* array = array_of(args[0]);
  const View& view = array->view;
  if (!array->writeable) return raise(thread, Error::ValueError, "assignment destination is read-only");
  if (args[1].is_int() && view.dimensions == 1) {
    int64_t place;
    if (!place_of(thread, args[1].as_int(), view.shape[0], 0, &place)) return {};
    return set_element(thread, view, view.data + place * view.strides[0], args[2]) ? Ref::none() : Ref();
  }
  Selection selection;
  if (!KeyReader(thread, view, &selection).read(args[1])) return {};
  bool done = selection.pick_count > 0         ? scatter(thread, selection, args[2])
              : selection.view.dimensions == 0 ? set_element(thread, selection.view, selection.view.data, args[2])
                                               : assign(thread, selection.view, args[2]);
  return done ? Ref::none() : Ref();
}

Ref del_item(Thread& thread, const Value*, uint32_t, Tuple*) {
  return raise(thread, Error::ValueError, "cannot delete array elements");
}
Ref get_length(Thread& thread, const Value* args, uint32_t, Tuple*) {
  const View& view = array_of(args[0])->view;
  if (view.dimensions == 0) return raise(thread, Error::TypeError, "len() of unsized object");
  return make_int(thread, view.shape[0]);
}
Ref iterate_array(Thread& thread, const Value* args, uint32_t, Tuple*) {
  if (array_of(args[0])->view.dimensions == 0) {
    return raise(thread, Error::TypeError, "iteration over a 0-d array");
  }
  return sequence_iterator(thread, args[0]);
}
Ref contains_item(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Ref same = gillab::compare(thread, Compare::Equal, args[0], args[1]);
  if (!same || !is_array(same.get())) return same ? Ref::boolean(same.get().is_true()) : Ref();
  Ref any = call_method(thread, same.get(), intern(thread, "any"));
  Truth found = any ? truth(thread, any.get()) : Truth::Error;
  return found == Truth::Error ? Ref() : Ref::boolean(found == Truth::Yes);
}

Ref nonzero(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Ref array = as_array(thread, args[0]);
  return array ? nonzero_places(thread, view_of(array)) : Ref();
}

const MethodDef kMethods[] = {
    {"nonzero", "(self, /)", nonzero},
    {"__getitem__", "(self, key, /)", get_item},  {"__setitem__", "(self, key, value, /)", set_item},
    {"__delitem__", "(self, key, /)", del_item},  {"__len__", "(self, /)", get_length},
    {"__iter__", "(self, /)", iterate_array},     {"__contains__", "(self, key, /)", contains_item},
};
const MethodDef kFunctions[] = {{"nonzero", "(a)", nonzero}};

}  // namespace

Ref nonzero_places(Thread& thread, const View& view) {
  Ref copy = copy_array(thread, view, Element::Bool);
  if (!copy) return {};
  const char* data = view_of(copy).data;
  int64_t size = view.size(), count = 0;
  native_work(thread, size >= kWorkWithoutTurn, [&] {
    for (int64_t i = 0; i < size; ++i) count += data[i];
  });
  Tuple* places = new_tuple(thread, static_cast<size_t>(view.dimensions));
  if (!places) return {};
  Ref owned = Ref::own(places);
  int64_t* targets[kMaxDimensions];
  for (int k = 0; k < view.dimensions; ++k) {
    Ref place = make_array(thread, Element::Int, 1, &count);
    if (!place) return {};
    targets[k] = reinterpret_cast<int64_t*>(view_of(place).data);
    places->items[k] = place.release();
  }
  native_work(thread, size >= kWorkWithoutTurn, [&] {
    for (int64_t i = 0, at = 0; i < size; ++i) {
      if (!data[i]) continue;
      int64_t rest = i;
      for (int k = view.dimensions - 1; k >= 0; rest /= view.shape[k--]) targets[k][at] = rest % view.shape[k];
      ++at;
    }
  });
  return owned;
}

Part index_part() { return make_part(kMethods, kFunctions); }

}  // namespace gillab::numpy
