// _expat.Parser: a parser of libexpat that calls Python functions for what it meets. What scripts see of it, names,
// errors and attributes, is lib/pyexpat.py.
#include <cstring>
#include <string>

#include "runtime/blocking.h"
#include "runtime/classes/construct.h"
#include "runtime/classes/layouts.h"
#include "runtime/dict.h"
#include "runtime/files/pinned.h"
#include "runtime/int.h"
#include "runtime/list.h"
#include "runtime/modules/libexpat.h"
#include "runtime/modules/modules.h"
#include "runtime/native.h"
#include "runtime/operations.h"
#include "runtime/setup.h"
#include "runtime/str.h"

namespace gillab {
namespace {

using Args = const Value*;

// The numbers of handlers, as lib/pyexpat.py counts them.
enum Event {
  kStartElement, kEndElement, kInstruction, kText, kUnparsedEntity, kNotation, kStartNamespace, kEndNamespace, kComment,
  kStartCdata, kEndCdata, kDefault, kDefaultExpand, kNotStandalone, kExternalEntity, kStartDoctype, kEndDoctype,
  kEntityDecl, kXmlDecl, kElementDecl, kAttlistDecl, kSkippedEntity, kUnknownEncoding, kEvents
};

constexpr size_t kNames = 64;

struct Parser : Object {
  static constexpr Kind kKind = Kind::Extension;
  XML_Parser parser;
  Thread* thread;      // while it parses
  std::string* text;   // collected, where texts are joined
  uint64_t text_most;  // 0: they are not
  bool failed;         // a handler raised; the exception is set
  bool ordered;        // attributes as a list, not a dict
  bool specified;      // only those that stand in the text
  Field handlers[kEvents];
  Field names[kNames]; // those met last, each in a place of its own
};

Parser* parser_of(Value value) { return reinterpret_cast<Parser*>(value.as_object()); }
Parser* parser_of(void* data) { return static_cast<Parser*>(data); }

void drop_handlers(Parser* self) {
  for (Field& handler : self->handlers) handler.end();
  for (Field& name : self->names) name.end();
}

void destroy_parser(Thread& thread, Object* object) {
  auto* self = static_cast<Parser*>(object);
  if (self->parser) load_expat()->XML_ParserFree(self->parser);
  delete self->text;
  drop_handlers(self);
  free_with_attributes(thread, object, sizeof(Parser));
}

void traverse_parser(Object* object, const Visitor& visitor) {
  for (Field& handler : static_cast<Parser*>(object)->handlers) visitor(handler);
  traverse_attributes(object, visitor);
}

void clear_parser(Thread& thread, Object* object) {
  drop_handlers(static_cast<Parser*>(object));
  drop_attributes(thread, object);
}

const Layout kLayout = {"Parser", sizeof(Parser), true, destroy_parser, traverse_parser, clear_parser};

// --- from the library's words to objects

struct Part {  // text that no zero ends
  const char* data;
  int size;
};

Ref object_of(Thread& thread, Words words) { return words ? make_str(thread, words) : Ref::none(); }
Ref object_of(Thread& thread, Part part) {
  return part.data ? make_str(thread, {part.data, static_cast<size_t>(part.size)}) : Ref::none();
}
Ref object_of(Thread& thread, int number) { return make_int(thread, number); }
Ref object_of(Thread&, Ref made) { return made; }

// The name of an element or attribute: the same object as the last time, mostly.
Ref name_of(Parser* self, Words words) {
  size_t length = 0, place = 0;
  for (; words[length]; ++length) place = place * 31 + static_cast<unsigned char>(words[length]);
  Field& known = self->names[(place ^ place >> 6) % kNames];
  Ref name = known.take();
  if (name && equals_ascii(name.as<Str>(), {words, length})) return name;
  name = make_str(*self->thread, {words, length});
  if (name && name.as<Str>()->ascii) known.put(name.share());
  return name;
}

void fail(Parser* self) {
  self->failed = true;
  load_expat()->XML_StopParser(self->parser, 0);
}

template <class... Parts>
Ref call_handler(Parser* self, Event event, Parts... parts) {
  Thread& thread = *self->thread;
  Ref handler = self->handlers[event].take();
  if (!handler || handler.get().is_none()) return Ref::none();
  Ref made[] = {object_of(thread, std::move(parts))..., Ref()};
  Value values[sizeof...(Parts) + 1];
  for (size_t i = 0; i < sizeof...(Parts); ++i) {
    if (!made[i]) return {};
    values[i] = made[i].get();
  }
  return call(thread, handler.get(), values, sizeof...(Parts));
}

bool flush_text(Parser* self) {
  if (self->failed) return false;
  if (!self->text || self->text->empty()) return true;
  Ref text = object_of(*self->thread, Part{self->text->data(), static_cast<int>(self->text->size())});
  self->text->clear();
  if (text && call_handler(self, kText, std::move(text))) return true;
  fail(self);
  return false;
}

// What a handler answers: empty after an error.
template <class... Parts>
Ref answer_of(void* data, Event event, Parts... parts) {
  Parser* self = parser_of(data);
  if (!flush_text(self)) return {};
  Ref result = call_handler(self, event, std::move(parts)...);
  if (!result) fail(self);
  return result;
}

template <class... Parts>
void emit(void* data, Event event, Parts... parts) {
  Ref ignored = answer_of(data, event, std::move(parts)...);
}

template <class... Parts>
int ask(void* data, Event event, Parts... parts) {
  Ref answer = answer_of(data, event, parts...);
  int64_t number = 0;
  if (!answer) return 0;
  if (!index_as_int64(*parser_of(data)->thread, answer.get(), &number)) return fail(parser_of(data)), 0;
  return static_cast<int>(number);
}

// --- what the library calls

Ref attributes_of(Parser* self, Words* attributes) {
  Thread& thread = *self->thread;
  size_t count = 0;
  while (attributes[count]) ++count;
  if (self->specified) count = static_cast<size_t>(load_expat()->XML_GetSpecifiedAttributeCount(self->parser));
  Ref made = self->ordered ? make_list(thread, count) : make_dict(thread);
  for (size_t i = 0; made && i < count; i += 2) {
    Ref name = name_of(self, attributes[i]), value = make_str(thread, attributes[i + 1]);
    if (!name || !value) return {};
    if (self->ordered) {
      if (!append(thread, made.as<List>(), std::move(name)) || !append(thread, made.as<List>(), std::move(value))) return {};
    } else if (!dict_set(thread, made.as<Dict>(), name.get(), std::move(value))) {
      return {};
    }
  }
  return made;
}

void on_start_element(void* data, Words name, Words* attributes) {
  if (!flush_text(parser_of(data))) return;
  Ref made = attributes_of(parser_of(data), attributes);
  Ref of = made ? name_of(parser_of(data), name) : Ref();
  of ? emit(data, kStartElement, std::move(of), std::move(made)) : fail(parser_of(data));
}

void on_end_element(void* data, Words name) {
  if (!flush_text(parser_of(data))) return;
  Ref of = name_of(parser_of(data), name);
  of ? emit(data, kEndElement, std::move(of)) : fail(parser_of(data));
}

void on_text(void* data, const char* text, int size) {
  Parser* self = parser_of(data);
  if (self->failed) return;
  if (self->text_most == 0) return emit(data, kText, Part{text, size});
  if (self->text->size() + static_cast<size_t>(size) > self->text_most && !flush_text(self)) return;
  if (static_cast<size_t>(size) > self->text_most) return emit(data, kText, Part{text, size});
  self->text->append(text, static_cast<size_t>(size));
}

// (type, quantity, name, children) all the way down.
Ref model_of(Thread& thread, const XML_Content* model) {
  NativeDepth depth(thread);
  if (!depth) return {};
  Ref children = make_list(thread, model->numchildren);
  for (unsigned i = 0; children && i < model->numchildren; ++i) {
    if (!append(thread, children.as<List>(), model_of(thread, &model->children[i]))) return {};
  }
  Ref list = children ? make_tuple(thread, children.as<List>()->items.get(), model->numchildren) : Ref();
  Ref type = make_int(thread, model->type), quantity = make_int(thread, model->quant);
  Ref name = object_of(thread, static_cast<Words>(model->name));
  if (!list || !type || !quantity || !name) return {};
  return make_tuple_of(thread, type.get(), quantity.get(), name.get(), list.get());
}

void on_element_decl(void* data, Words name, XML_Content* model) {
  Parser* self = parser_of(data);
  if (flush_text(self)) {
    Ref made = model_of(*self->thread, model);
    made ? emit(data, kElementDecl, name, std::move(made)) : fail(self);
  }
  load_expat()->XML_FreeContentModel(self->parser, model);
}

int on_external_entity(XML_Parser data, Words context, Words base, Words system, Words open) {
  return ask(data, kExternalEntity, context, base, system, open);  // `data` is what was set as its argument: the parser
}

// The handler answers with the 256 characters of the encoding, those there are none for as U+FFFD.
int on_unknown_encoding(void* data, Words name, XML_Encoding* encoding) {
  Ref characters = answer_of(data, kUnknownEncoding, name);
  if (!characters || !is<Str>(characters.get())) return 0;
  const std::string text = to_utf8(characters.as<Str>());
  std::memset(encoding, 0, sizeof *encoding);
  size_t place = 0;
  for (int& code : encoding->map) {
    if (place >= text.size()) return 0;
    const auto first = static_cast<unsigned char>(text[place]);
    const int more = first < 0x80 ? 0 : first < 0xE0 ? 1 : first < 0xF0 ? 2 : 3;
    int number = more == 0 ? first : first & (0x3F >> more);
    for (int i = 1; i <= more; ++i) number = number << 6 | (text[place + static_cast<size_t>(i)] & 0x3F);
    code = number == 0xFFFD ? -1 : number;
    place += static_cast<size_t>(more) + 1;
  }
  return 1;
}

// Begins or ends being called for an event.
void listen(Parser* self, Event event, bool on) {
  const Expat& expat = *load_expat();
  XML_Parser parser = self->parser;
#define LISTEN(number, Name, ...) \
  case number: return expat.XML_Set##Name(parser, on ? __VA_ARGS__ : nullptr)
  switch (event) {
    LISTEN(kStartElement, StartElementHandler, on_start_element);
    LISTEN(kEndElement, EndElementHandler, on_end_element);
    LISTEN(kInstruction, ProcessingInstructionHandler, +[](void* p, Words a, Words b) { emit(p, kInstruction, a, b); });
    LISTEN(kText, CharacterDataHandler, on_text);
    LISTEN(kUnparsedEntity, UnparsedEntityDeclHandler, +[](void* p, Words a, Words b, Words c, Words d, Words e) {
      emit(p, kUnparsedEntity, a, b, c, d, e);
    });
    LISTEN(kNotation, NotationDeclHandler,
           +[](void* p, Words a, Words b, Words c, Words d) { emit(p, kNotation, a, b, c, d); });
    LISTEN(kStartNamespace, StartNamespaceDeclHandler,
           +[](void* p, Words prefix, Words uri) { emit(p, kStartNamespace, prefix, uri); });
    LISTEN(kEndNamespace, EndNamespaceDeclHandler, +[](void* p, Words prefix) { emit(p, kEndNamespace, prefix); });
    LISTEN(kComment, CommentHandler, +[](void* p, Words text) { emit(p, kComment, text); });
    LISTEN(kStartCdata, StartCdataSectionHandler, +[](void* p) { emit(p, kStartCdata); });
    LISTEN(kEndCdata, EndCdataSectionHandler, +[](void* p) { emit(p, kEndCdata); });
    LISTEN(kDefault, DefaultHandler, +[](void* p, const char* text, int size) { emit(p, kDefault, Part{text, size}); });
    LISTEN(kDefaultExpand, DefaultHandlerExpand,
           +[](void* p, const char* text, int size) { emit(p, kDefaultExpand, Part{text, size}); });
    LISTEN(kNotStandalone, NotStandaloneHandler, +[](void* p) { return ask(p, kNotStandalone); });
    LISTEN(kExternalEntity, ExternalEntityRefHandler, on_external_entity);
    LISTEN(kStartDoctype, StartDoctypeDeclHandler, +[](void* p, Words name, Words system, Words open, int internal) {
      emit(p, kStartDoctype, name, system, open, internal);
    });
    LISTEN(kEndDoctype, EndDoctypeDeclHandler, +[](void* p) { emit(p, kEndDoctype); });
    LISTEN(kEntityDecl, EntityDeclHandler,
           +[](void* p, Words name, int parameter, const char* value, int size, Words base, Words system, Words open,
               Words notation) { emit(p, kEntityDecl, name, parameter, Part{value, size}, base, system, open, notation); });
    LISTEN(kXmlDecl, XmlDeclHandler, +[](void* p, Words version, Words encoding, int standalone) {
      emit(p, kXmlDecl, version, encoding, standalone);
    });
    LISTEN(kElementDecl, ElementDeclHandler, on_element_decl);
    LISTEN(kAttlistDecl, AttlistDeclHandler, +[](void* p, Words element, Words name, Words type, Words fallback, int needed) {
      emit(p, kAttlistDecl, element, name, type, fallback, needed);
    });
    LISTEN(kSkippedEntity, SkippedEntityHandler,
           +[](void* p, Words name, int parameter) { emit(p, kSkippedEntity, name, parameter); });
    case kUnknownEncoding: return expat.XML_SetUnknownEncodingHandler(parser, on ? on_unknown_encoding : nullptr, self);
    case kEvents: return;
  }
#undef LISTEN
}

// --- methods

Ref new_parser(Thread& thread, Type* type, XML_Parser made) {
  if (!made) return raise_memory_error(thread);
  auto* self = static_cast<Parser*>(allocate_instance(thread, type, 0));
  if (!self) return load_expat()->XML_ParserFree(made), Ref();
  self->parser = made;
  self->thread = nullptr;
  self->text_most = 0;
  self->failed = self->ordered = self->specified = false;
  for (Field& handler : self->handlers) handler.init_empty();
  for (Field& name : self->names) name.init_empty();
  self->text = new std::string;
  load_expat()->XML_SetUserData(made, self);
  load_expat()->XML_SetExternalEntityRefHandlerArg(made, self);
  return Ref::own(self);
}

bool optional_words(Value value, std::string* text, Words* words) {
  if (!is<Str>(value)) return *words = nullptr, true;
  *text = to_utf8(as<Str>(value));
  *words = text->c_str();
  return true;
}

// (cls, encoding, separator, parent, context): of a parent, what an external entity is parsed with.
Ref parser_new(Thread& thread, Args args, uint32_t, Tuple*) {
  std::string texts[3];
  Words encoding, separator, context;
  optional_words(args[1], &texts[0], &encoding);
  optional_words(args[2], &texts[1], &separator);
  optional_words(args[4], &texts[2], &context);
  if (!has_layout(args[3], kLayout)) {
    return new_parser(thread, as<Type>(args[0]), load_expat()->XML_ParserCreate_MM(encoding, nullptr, separator));
  }
  Parser* parent = parser_of(args[3]);
  Ref made = new_parser(thread, as<Type>(args[0]),
                        load_expat()->XML_ExternalEntityParserCreate(parent->parser, context, encoding));
  if (!made) return made;
  Parser* self = parser_of(made.get());
  self->ordered = parent->ordered, self->specified = parent->specified, self->text_most = parent->text_most;
  for (int event = 0; event < kEvents; ++event) {
    self->handlers[event].put(parent->handlers[event].take());
    const Value handler = self->handlers[event].peek();
    listen(self, static_cast<Event>(event), !handler.is_empty() && !handler.is_none());
  }
  return made;
}

// (self, data, final): the library's status. Data of any bytes.
Ref parser_parse(Thread& thread, Args args, uint32_t, Tuple*) {
  Parser* self = parser_of(args[0]);
  Pinned data;
  if (!data.open(thread, args[1], Pinned::kRead)) return {};
  if (self->thread) return raise(thread, Error::RuntimeError, "parser is busy");
  const Truth final = truth(thread, args[2]);
  if (final == Truth::Error) return {};
  Ref alive = Ref::share(args[0]);
  self->thread = &thread;
  constexpr size_t kMostAtOnce = 1 << 30;
  std::string_view rest = data.view();
  int status = 1;
  do {
    const std::string_view part = rest.substr(0, kMostAtOnce);
    rest.remove_prefix(part.size());
    status = load_expat()->XML_Parse(self->parser, part.data(), static_cast<int>(part.size()),
                                     rest.empty() && final == Truth::Yes);
  } while (status != 0 && !self->failed && !rest.empty());
  if (status != 0) flush_text(self);
  self->thread = nullptr;
  const bool failed = self->failed;
  self->failed = false;
  return failed ? Ref() : make_int(thread, status);
}

Ref parser_listen(Thread& thread, Args args, uint32_t, Tuple*) {
  Parser* self = parser_of(args[0]);
  int64_t event;
  if (!index_as_int64(thread, args[1], &event)) return {};
  if (event < 0 || event >= kEvents) return raise(thread, Error::ValueError, "no such handler");
  if (event == kText && self->thread && !flush_text(self)) return {};
  self->handlers[event].put(Ref::share(args[2]));
  listen(self, static_cast<Event>(event), !args[2].is_none());
  return Ref::none();
}

// (self, what, number)
Ref parser_option(Thread& thread, Args args, uint32_t, Tuple*) {
  Parser* self = parser_of(args[0]);
  int64_t what, number;
  if (!index_as_int64(thread, args[1], &what) || !index_as_int64(thread, args[2], &number)) return {};
  int status = 1;
  switch (what) {
    case 0: self->ordered = number != 0; break;
    case 1: self->specified = number != 0; break;
    case 2:
      if (self->thread && !flush_text(self)) return {};
      self->text_most = static_cast<uint64_t>(number);
      break;
    case 3: load_expat()->XML_SetReturnNSTriplet(self->parser, number != 0); break;
    case 4: status = load_expat()->XML_UseForeignDTD(self->parser, number != 0); break;
    case 5: status = load_expat()->XML_SetParamEntityParsing(self->parser, static_cast<int>(number)); break;
    case 6: status = load_expat()->XML_SetEncoding(self->parser, "utf-8"); break;
    default: break;
  }
  return make_int(thread, status);
}

// (error code, line, column, byte, bytes of text that wait)
Ref parser_state(Thread& thread, Args args, uint32_t, Tuple*) {
  Parser* self = parser_of(args[0]);
  const int64_t numbers[] = {load_expat()->XML_GetErrorCode(self->parser),
                             static_cast<int64_t>(load_expat()->XML_GetCurrentLineNumber(self->parser)),
                             static_cast<int64_t>(load_expat()->XML_GetCurrentColumnNumber(self->parser)),
                             load_expat()->XML_GetCurrentByteIndex(self->parser),
                             static_cast<int64_t>(self->text->size())};
  Ref made = make_list(thread, 5);
  for (int64_t number : numbers) {
    if (!made || !append(thread, made.as<List>(), make_int(thread, number))) return {};
  }
  return made;
}

Ref parser_set_base(Thread&, Args args, uint32_t, Tuple*) {
  std::string text;
  Words base;
  optional_words(args[1], &text, &base);
  load_expat()->XML_SetBase(parser_of(args[0])->parser, base);
  return Ref::none();
}

Ref parser_get_base(Thread& thread, Args args, uint32_t, Tuple*) {
  return object_of(thread, load_expat()->XML_GetBase(parser_of(args[0])->parser));
}

Ref parser_input(Thread& thread, Args args, uint32_t, Tuple*) {
  Parser* self = parser_of(args[0]);
  int offset, size;
  const char* text = self->thread ? load_expat()->XML_GetInputContext(self->parser, &offset, &size) : nullptr;
  if (!text) return Ref::none();
  return make_bytes(thread, {text + offset, static_cast<size_t>(size - offset)});
}

Ref error_string(Thread& thread, Args args, uint32_t, Tuple*) {
  int64_t code;
  if (!index_as_int64(thread, args[0], &code)) return {};
  return object_of(thread, load_expat()->XML_ErrorString(static_cast<int>(code)));
}

const MethodDef kMethods[] = {
    {"__new__", "(cls, encoding, separator, parent, context, /)", parser_new, MethodDef::Static},
    {"_parse", "(self, data, final, /)", parser_parse},
    {"_listen", "(self, event, handler, /)", parser_listen},
    {"_option", "(self, what, number, /)", parser_option},
    {"_state", "(self, /)", parser_state},
    {"SetBase", "(self, base, /)", parser_set_base},
    {"GetBase", "(self, /)", parser_get_base},
    {"GetInputContext", "(self, /)", parser_input},
};
const MethodDef kFunctions[] = {{"ErrorString", "(code, /)", error_string}};

}  // namespace

bool init__expat(Thread& thread, Module* module) {
  if (!load_expat()) return raise(thread, Error::ImportError, "libexpat was not found");
  Type* type = make_native_type(thread, {"_expat.Parser", "_expat", &kLayout, kBaseType}, nullptr);
  if (!type) return false;
  add_methods(thread, type, kMethods);
  finish_type(thread, type);
  return add_value(thread, module, "Parser", Ref::share(type)) && add_functions(thread, module, kFunctions) &&
         add_value(thread, module, "EXPAT_VERSION", make_str(thread, load_expat()->XML_ExpatVersion()));
}

}  // namespace gillab
