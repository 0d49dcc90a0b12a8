// libexpat, opened when _expat is first imported: start-up pays nothing for it. The few functions are declared here, so
// building needs nothing of expat. Its names, its types; all that is ours is the table.
#pragma once

#include <cstddef>

namespace gillab {

using XML_Parser = void*;

struct XML_Content {
  int type, quant;
  char* name;
  unsigned numchildren;
  XML_Content* children;
};

struct XML_Encoding {
  int map[256];
  void* data;
  int (*convert)(void* data, const char* text);
  void (*release)(void* data);
};

using Words = const char*;  // UTF-8, ended by a zero

struct Expat {
  XML_Parser (*XML_ParserCreate_MM)(Words encoding, const void* memory, Words separator);
  XML_Parser (*XML_ExternalEntityParserCreate)(XML_Parser, Words context, Words encoding);
  void (*XML_ParserFree)(XML_Parser);
  void (*XML_SetUserData)(XML_Parser, void*);
  int (*XML_Parse)(XML_Parser, const char* text, int size, int final);
  int (*XML_StopParser)(XML_Parser, unsigned char resumable);
  int (*XML_SetEncoding)(XML_Parser, Words encoding);
  int (*XML_SetBase)(XML_Parser, Words base);
  Words (*XML_GetBase)(XML_Parser);
  const char* (*XML_GetInputContext)(XML_Parser, int* offset, int* size);
  int (*XML_UseForeignDTD)(XML_Parser, unsigned char use);
  int (*XML_SetParamEntityParsing)(XML_Parser, int how);
  int (*XML_SetHashSalt)(XML_Parser, unsigned long salt);
  void (*XML_SetReturnNSTriplet)(XML_Parser, int how);
  int (*XML_GetSpecifiedAttributeCount)(XML_Parser);
  int (*XML_GetErrorCode)(XML_Parser);
  unsigned long (*XML_GetCurrentLineNumber)(XML_Parser);
  unsigned long (*XML_GetCurrentColumnNumber)(XML_Parser);
  long (*XML_GetCurrentByteIndex)(XML_Parser);
  Words (*XML_ErrorString)(int code);
  Words (*XML_ExpatVersion)();
  void (*XML_FreeContentModel)(XML_Parser, XML_Content*);
  void (*XML_SetStartElementHandler)(XML_Parser, void (*)(void*, Words, Words*));
  void (*XML_SetEndElementHandler)(XML_Parser, void (*)(void*, Words));
  void (*XML_SetProcessingInstructionHandler)(XML_Parser, void (*)(void*, Words, Words));
  void (*XML_SetCharacterDataHandler)(XML_Parser, void (*)(void*, const char*, int));
  void (*XML_SetUnparsedEntityDeclHandler)(XML_Parser, void (*)(void*, Words, Words, Words, Words, Words));
  void (*XML_SetNotationDeclHandler)(XML_Parser, void (*)(void*, Words, Words, Words, Words));
  void (*XML_SetStartNamespaceDeclHandler)(XML_Parser, void (*)(void*, Words, Words));
  void (*XML_SetEndNamespaceDeclHandler)(XML_Parser, void (*)(void*, Words));
  void (*XML_SetCommentHandler)(XML_Parser, void (*)(void*, Words));
  void (*XML_SetStartCdataSectionHandler)(XML_Parser, void (*)(void*));
  void (*XML_SetEndCdataSectionHandler)(XML_Parser, void (*)(void*));
  void (*XML_SetDefaultHandler)(XML_Parser, void (*)(void*, const char*, int));
  void (*XML_SetDefaultHandlerExpand)(XML_Parser, void (*)(void*, const char*, int));
  void (*XML_SetNotStandaloneHandler)(XML_Parser, int (*)(void*));
  void (*XML_SetExternalEntityRefHandler)(XML_Parser, int (*)(XML_Parser, Words, Words, Words, Words));
  void (*XML_SetExternalEntityRefHandlerArg)(XML_Parser, void*);
  void (*XML_SetStartDoctypeDeclHandler)(XML_Parser, void (*)(void*, Words, Words, Words, int));
  void (*XML_SetEndDoctypeDeclHandler)(XML_Parser, void (*)(void*));
  void (*XML_SetEntityDeclHandler)(XML_Parser, void (*)(void*, Words, int, const char*, int, Words, Words, Words, Words));
  void (*XML_SetXmlDeclHandler)(XML_Parser, void (*)(void*, Words, Words, int));
  void (*XML_SetElementDeclHandler)(XML_Parser, void (*)(void*, Words, XML_Content*));
  void (*XML_SetAttlistDeclHandler)(XML_Parser, void (*)(void*, Words, Words, Words, Words, int));
  void (*XML_SetSkippedEntityHandler)(XML_Parser, void (*)(void*, Words, int));
  void (*XML_SetUnknownEncodingHandler)(XML_Parser, int (*)(void*, Words, XML_Encoding*), void*);
};

// Null: this machine has no libexpat.
const Expat* load_expat();

}  // namespace gillab
