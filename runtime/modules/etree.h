// _elementtree: elements of XML trees and what builds them. In etree_element.cpp: what an element has and how it is made;
// etree_methods.cpp: its methods; etree_walk.cpp: finding and walking; etree_builder.cpp: TreeBuilder and
// Relay; etree_write.cpp: trees as text.
#pragma once

#include "runtime/classes/layouts.h"
#include "runtime/list.h"
#include "runtime/native.h"
#include "runtime/operations.h"

namespace gillab::etree {

struct Element : Object {
  static constexpr Kind kKind = Kind::Extension;
  Field tag;
  Field text;
  Field tail;
  Field attributes;  // a dict; empty until there is one
  Field children;    // a List; empty until there is one
};
extern const Layout kElementLayout;

inline bool is_element(Value value) {
  return value.is_object() && type_of(value.as_object())->layout == &kElementLayout;
}
inline Element* element_of(Value value) { return reinterpret_cast<Element*>(value.as_object()); }
// Not an instance of a class that may have changed what an element does.
inline bool is_plain_element(Value value) { return is_element(value) && head_of(value.as_object()).exact; }

// `attributes` is taken over: a dict, or empty.
Ref make_element(Thread& thread, Type* type, Value tag, Ref attributes);
bool append_child(Thread& thread, Element* element, Ref child);  // REQUIRES: is_element(child)
Ref child_at(Element* element, size_t position);                 // empty, no error: out of range
Ref attributes_of(Thread& thread, Element* element);             // made when there are none
Type* plain_type(Type* type);  // the one made in C++, of which others are subclasses

void add_element_rows(Thread& thread, Type* type);   // etree_methods.cpp
void add_walking_rows(Thread& thread, Type* type);   // etree_walk.cpp
extern const MethodDef kTreeText;                    // etree_write.cpp
Type* make_iterator_type(Thread& thread);
Type* make_builder_type(Thread& thread, Type* element);  // etree_builder.cpp
Type* make_relay_type(Thread& thread, Type* builder);

}  // namespace gillab::etree
